/** `mos check`: the findings of plans, in any format, and their repair. */

import { basename, resolve } from 'node:path';
import { type Finding, loadFullReader, rulePages, rules, type Severity } from '@mos/language';
import { version } from '../../package.json';
import { type Console, openConsole, readInput } from '../console.ts';
import { refuseLink, refusePlanFile, writeOutput } from '../files/target.ts';
import { outputNamed } from '../output/outputs.ts';
import { shownPath } from '../output/paths.ts';
import type { OutputOptions, Report } from '../output/report.ts';
import { count, summaryLine } from '../output/summary.ts';
import { visible, visibleShort } from '../output/visible.ts';
import { exitCodes, Problem, reasonOf } from '../problem.ts';
import { type Judged, judge, outcomeOf, reportOf, type Told, told } from '../project/judged.ts';
import type { Circumstances } from '../project/kept.ts';
import { readCount, readRuleChanges, readSettingsPath, readToday } from '../project/options.ts';
import { type Repair, repair, writeChanges } from '../project/repair.ts';
import type { RuleChanges } from '../project/settings.ts';
import { shownSettings } from '../project/show.ts';
import { compileProject, openWorkspace, type Workspace } from '../project/workspace.ts';
import { diffOf } from '../terminal/diff.ts';
import { statistics } from '../terminal/statistics.ts';
import { loadWidths } from '../terminal/width.ts';

export interface CheckOptions {
  cache?: boolean;
  color: boolean;
  config?: string;
  diff?: boolean;
  failOn: Severity;
  fix?: boolean;
  fixUnsafe?: boolean;
  format: string;
  maxWarnings?: string;
  output?: string;
  quiet?: boolean;
  rule: string[];
  showConfig?: boolean;
  showFiles?: boolean;
  statistics?: boolean;
  stdinFilename?: string;
  today?: string;
  watch?: boolean;
}

/** Gives the exit code; throws a Problem for wrong use. */
export async function check(paths: string[], options: CheckOptions): Promise<number> {
  const out = openConsole(options);
  const request = readRequest(paths, options, out.cwd);
  if (!options.watch) return checkOnce(request, out);
  const { settings } = request;
  const { watchPlans } = await import('../project/watch.ts');
  return watchPlans(settings === undefined ? paths : [...paths, settings], out, () => checkOnce(request, out));
}

interface Request {
  paths: string[];
  options: CheckOptions;
  today: string;
  rules: RuleChanges;
  settings?: string;
  maxWarnings?: number;
}

function readRequest(paths: string[], options: CheckOptions, cwd: string): Request {
  refuseContradictions(options, cwd);
  const settings = readSettingsPath(options.config, cwd);
  const maxWarnings = readCount('--max-warnings', options.maxWarnings, 0);
  return {
    paths,
    options,
    today: readToday(options.today),
    rules: readRuleChanges(options.rule),
    ...(settings !== undefined && { settings }),
    ...(maxWarnings !== undefined && { maxWarnings }),
  };
}

function refuseContradictions(
  { watch, fix, fixUnsafe, diff, stdinFilename, statistics: counts, format, output }: CheckOptions,
  cwd: string,
): void {
  const repairs = fix || fixUnsafe || diff;
  if (watch && (repairs || stdinFilename !== undefined)) {
    throw new Problem(
      '--watch goes with neither repairs nor standard input: a file that you are writing would change under your hands.',
      'Run "mos check --fix" on its own.',
    );
  }
  if (counts && !['text', 'concise', 'json'].includes(format)) {
    throw new Problem(`--statistics cannot be written as ${format}.`, 'Use --format text, concise or json with it.');
  }
  if (output !== undefined && diff)
    throw new Problem(
      '--output is for findings, and --diff lists none.',
      'Send the diff to a file by "> changes.diff".',
    );
  if (output === undefined) return;
  refusePlanFile(output, cwd, 'Name another file for the findings.');
  refuseLink(output, cwd);
}

async function checkOnce(request: Request, out: Console): Promise<number> {
  const { options, rules: changes, settings, today } = request;
  const input =
    options.stdinFilename === undefined ? undefined : { name: options.stdinFilename, bytes: await readInput() };
  const workspace = await openWorkspace({
    paths: request.paths,
    cwd: out.cwd,
    rules: changes,
    progress: out.progress,
    ...(settings !== undefined && { settings }),
    ...(input && { input }),
  });
  if (options.showFiles) return showFiles(workspace, out);
  if (options.showConfig) return showSettings(workspace, out);

  const repairing = options.fix || options.fixUnsafe || options.diff;
  const judged = repairing || !options.cache ? await judge(workspace.projects, today) : undefined;
  // A fix may leave a text behind that is not right either.
  if (repairing) await loadFullReader();
  const repaired = repairing && judged ? repair(judged, options.fixUnsafe === true) : undefined;
  sayWhatWasNotRead(workspace, out);
  if (repaired && options.diff) return showDiff(repaired, workspace, out);
  if (repaired && judged && !input) write(repaired, judged, workspace, out);
  const all = judged?.map(told) ?? (await keptOrTold(workspace, { build: BUILD, today, rules: changes }, out));
  const report = await reportWithPages(all, options.format);
  if (workspace.troubles.length > 0) report.summary.unread = workspace.troubles.length;
  const code = exitCodeOf(report, workspace, request);
  if (report.findings.length > 0) await loadWidths();
  if (repaired && input) {
    const [change] = repaired.changes;
    const plan = all[0]?.project.files.get(resolve(out.cwd, input.name));
    out.print(`${plan?.mark ? '\uFEFF' : ''}${change?.after ?? plan?.text ?? ''}`, code);
    sayRepaired(repaired, options, out);
    process.stderr.write(rendered(report, request, out));
  } else if (options.output === undefined) {
    out.print(rendered(report, request, out), code);
    if (repaired) sayRepaired(repaired, options, out);
  } else {
    writeReport(options.output, rendered(report, request, out), out);
    if (!options.quiet) out.remark(`${summaryLine(report.summary)} · written to ${options.output}`);
  }
  return code;
}

/** Chunks of the bundle are called by what is in them and in all that they load, so no two builds have this one in common. */
const BUILD = basename(import.meta.url);

async function keptOrTold(workspace: Workspace, circumstances: Circumstances, out: Console): Promise<Told[]> {
  const { keptOutcome } = await import('../project/kept.ts');
  const all: Told[] = [];
  for (const project of workspace.projects) {
    const { outcome, trouble } = await keptOutcome(project, circumstances, async () =>
      outcomeOf({ project, engine: await compileProject(project, circumstances.today) }),
    );
    // Nothing is missing from what is said now, so this changes no exit code.
    if (trouble) out.remarkTroubles([trouble]);
    all.push({ project, outcome, text: (file) => project.files.get(file)?.text });
  }
  return all;
}

function exitCodeOf({ findings, summary }: Report, workspace: Workspace, { options, maxWarnings }: Request): number {
  if (isIncomplete(workspace)) return exitCodes.unusable;
  const failing = { error: ['error'], warning: ['error', 'warning'], info: ['error', 'warning', 'info'] }[
    options.failOn
  ];
  if (findings.some(({ severity }) => failing.includes(severity))) return exitCodes.findings;
  return maxWarnings !== undefined && summary.warnings > maxWarnings ? exitCodes.findings : exitCodes.clean;
}

/** Something was not read, or not as it was meant. */
function isIncomplete({ troubles, projects }: Workspace): boolean {
  return troubles.length > 0 || projects.some(({ config }) => config.faults.length > 0);
}

function sayWhatWasNotRead({ troubles, projects, notes }: Workspace, out: Console): void {
  for (const note of notes) out.remark(note);
  out.remarkTroubles(troubles);
  for (const { config } of projects) {
    if (config.faults.length === 0 || config.file === undefined) continue;
    const which = `${shownPath(config.file, out.cwd)} has ${count(config.faults.length, 'fault')}`;
    out.remark(`${which}; what could not be read there is as if it were not set.`);
  }
}

function showFiles(workspace: Workspace, out: Console): number {
  sayWhatWasNotRead(workspace, out);
  const files = workspace.projects.flatMap(({ targets }) => [...targets]).sort();
  const code = isIncomplete(workspace) ? exitCodes.unusable : exitCodes.clean;
  out.print(files.map((file) => `${visible(shownPath(file, out.cwd))}\n`).join(''), code);
  return code;
}

function showSettings(workspace: Workspace, out: Console): number {
  sayWhatWasNotRead(workspace, out);
  const code = isIncomplete(workspace) ? exitCodes.unusable : exitCodes.clean;
  out.print(
    `${JSON.stringify(
      workspace.projects.map((project) => shownSettings(project, out.cwd)),
      null,
      2,
    )}\n`,
    code,
  );
  return code;
}

function showDiff(repaired: Repair, workspace: Workspace, out: Console): number {
  const { changes } = repaired;
  const code = isIncomplete(workspace) ? exitCodes.unusable : changes.length > 0 ? exitCodes.findings : exitCodes.clean;
  out.print(changes.map((change) => diffOf(change, out.cwd, out.screen.colors)).join(''), code);
  sayRefused(repaired, out);
  out.remark(
    changes.length === 0
      ? 'Nothing to repair.'
      : `${count(repaired.repaired, 'repair')} in ${count(changes.length, 'file')}; nothing was written.`,
  );
  return code;
}

/** Files that could not be written are judged by the text that they still have. */
function write(repaired: Repair, judged: readonly Judged[], workspace: Workspace, out: Console): void {
  const { done, troubles } = writeChanges(repaired.changes);
  for (const trouble of troubles) workspace.troubles.push(trouble);
  out.remarkTroubles(troubles);
  for (const change of repaired.changes.filter((each) => !done.includes(each))) {
    for (const { project, engine } of judged) {
      if (project.files.has(change.file)) engine.update([{ file: change.file, text: change.before }]);
    }
  }
  repaired.changes = done;
}

function sayRepaired(repaired: Repair, { quiet }: CheckOptions, out: Console): void {
  sayRefused(repaired, out);
  if (quiet) return;
  out.remark(
    repaired.changes.length === 0
      ? 'Nothing was repaired.'
      : `${count(repaired.repaired, 'repair')} made in ${count(repaired.changes.length, 'file')}.`,
  );
}

function sayRefused({ refused }: Repair, out: Console): void {
  for (const { finding, fix } of refused) {
    const place = `${visible(shownPath(finding.file, out.cwd))}:${finding.range.start.line}`;
    out.remark(`Not applied, as it would break something else: ${visibleShort(fix.title)} (${place}).`);
  }
}

function rendered(report: Report, { options }: Request, out: Console): string {
  const toFile = options.output !== undefined;
  const beside = options.stdinFilename !== undefined && (options.fix || options.fixUnsafe);
  const plain = toFile || beside;
  const page: OutputOptions = {
    color: out.screen.color && !plain,
    hyperlinks: out.screen.hyperlinks && !plain,
    width: out.screen.width,
    cwd: out.cwd,
    quiet: options.quiet === true,
  };
  if (options.statistics) return statistics(report, options.format, page);
  const output = outputNamed(options.format);
  if (!output) throw new Error(`no format ${options.format}`);
  return output.render(report, page);
}

function writeReport(path: string, text: string, out: Console): void {
  const file = resolve(out.cwd, path);
  try {
    writeOutput(file, text, out.cwd);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The findings could not be written to ${path}: ${reasonOf(error)}.`,
      'Name a file in a folder that exists and may be written to.',
    );
  }
}

/** SARIF names each rule by its page; the others do without, and start sooner. */
async function reportWithPages(all: readonly Told[], format: string): Promise<Report> {
  const report = reportOf(all, version);
  if (format !== 'sarif') return report;
  const [pages, { firstSentence }] = await Promise.all([rulePages(), import('../terminal/page.ts')]);
  const used = new Set<string>(report.findings.map(({ rule }: Finding) => rule));
  report.ruleSummaries = new Map(
    rules
      .filter(({ name }) => used.has(name))
      .map(({ name, killer, why }) => [
        name,
        { title: firstSentence(pages[name] ?? '') ?? why, ...(killer && { killer }) },
      ]),
  );
  return report;
}
