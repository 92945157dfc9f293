/** Projects with their findings, put together into the one report that every format writes. */

import { type Coverage, compareFindings, coverageOf, type Engine, type Finding } from '@mos/language';
import type { Report, Summary } from '../output/report.ts';
import { compileProject, type Project, settingsFindings } from './workspace.ts';

export interface Judged {
  project: Project;
  engine: Engine;
}

export async function judge(projects: readonly Project[], today: string): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const project of projects) judged.push({ project, engine: await compileProject(project, today) });
  return judged;
}

/** What a check says of the files of a project that were asked for. */
export interface Outcome {
  findings: Finding[];
  suppressed: number;
  coverage: Coverage;
}

/** An outcome, and the texts that it speaks about. */
export interface Told {
  project: Project;
  outcome: Outcome;
  text(file: string): string | undefined;
}

export function outcomeOf(judged: Judged): Outcome {
  const { engine, project } = judged;
  return { ...findingsOf(judged), coverage: coverageOf(engine.plan, (file) => project.targets.has(file)) };
}

export function told(judged: Judged): Told {
  const { project, engine } = judged;
  return { project, outcome: outcomeOf(judged), text: (file) => engine.plan.text(file) };
}

/** All findings, and counts over them. */
export function reportOf(all: readonly Told[], version: string): Report {
  const findings: Finding[] = [];
  const work = { counted: 0, reaching: 0 };
  const absent: string[] = [];
  let suppressed = 0;
  let files = 0;
  for (const { project, outcome } of all) {
    for (const finding of outcome.findings) findings.push(finding);
    suppressed += outcome.suppressed;
    for (const file of project.targets) if (project.files.has(file)) files += 1;
    work.counted += outcome.coverage.counted;
    work.reaching += outcome.coverage.reaching;
    for (const level of outcome.coverage.absent) absent.push(level);
  }
  findings.sort(compareFindings);
  return {
    version,
    findings,
    summary: {
      ...countsOf(findings),
      files,
      ...(work.counted > 0 && { coverage: work.reaching / work.counted, absentLevels: [...new Set(absent)] }),
      suppressed,
    },
    source: (file) => sourceOf(all, file),
  };
}

function findingsOf({ project, engine }: Judged): { findings: Finding[]; suppressed: number } {
  const settings = settingsFindings(project, engine);
  if (project.targets.size >= project.files.size && project.unread.length === 0) {
    const { findings, suppressed } = engine.result();
    return { findings: [...settings, ...findings], suppressed };
  }
  const findings = settings;
  let suppressed = 0;
  for (const file of project.targets) {
    if (!project.files.has(file)) continue;
    const own = engine.findingsIn(file);
    for (const finding of own.findings) findings.push(finding);
    suppressed += own.suppressed;
  }
  return { findings, suppressed };
}

function countsOf(
  findings: readonly Finding[],
): Pick<Summary, 'errors' | 'warnings' | 'infos' | 'fixable' | 'fixableUnsafe'> {
  const counts = { errors: 0, warnings: 0, infos: 0, fixable: 0, fixableUnsafe: 0 };
  for (const { severity, fixes } of findings) {
    counts[`${severity}s`] += 1;
    if (fixes[0]?.safe) counts.fixable += 1;
    else if (fixes[0] && !fixes[0].manual) counts.fixableUnsafe += 1;
  }
  return counts;
}

function sourceOf(all: readonly Told[], file: string): string | undefined {
  for (const { project, text } of all) {
    if (project.files.has(file)) return text(file);
    if (project.config.file === file && project.settingsText !== undefined) return project.settingsText;
  }
  return undefined;
}
