/** From the arguments of a command to the plans they belong to: files grouped by their settings, read, and ready to compile. */

import { homedir } from 'node:os';
import { dirname, parse, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Config, defaultConfig, Engine, type Finding, FullReaderMissing, loadFullReader } from '@mos/language';
import { decode, isBelow, isReasonable, type PlanFile, plansBelow, readPlanFile } from '@mos/server/files';
import { findTargets, type Target, type Targets } from '../files/targets.ts';
import { shownPath } from '../output/paths.ts';
import { thousands } from '../output/summary.ts';
import { Problem, type Trouble } from '../problem.ts';
import type { Progress } from '../terminal/progress.ts';
import { type RuleChanges, readSettings, SETTINGS_FILE, type Settings, SettingsFinder } from './settings.ts';

export interface WorkspaceOptions {
  paths: readonly string[];
  cwd: string;
  /** Absolute path of a settings file that holds for every file. */
  settings?: string;
  rules: RuleChanges;
  /** A plan that came through standard input, under the name that it is checked as. */
  input?: { name: string; bytes: Uint8Array };
  /** Reads what was asked for and nothing else: enough for work that needs no names. */
  askedOnly?: boolean;
  progress: Progress;
}

export interface Workspace {
  projects: Project[];
  /** What could not be read; whoever has some does not exit with 0. */
  troubles: Trouble[];
  /** Sentences about what was left out. */
  notes: string[];
}

export interface Project {
  /** Absolute path of the folder that names belong to. */
  root: string;
  config: Config;
  /** Text of mos.json, where there is one. */
  settingsText?: string;
  /** Findings about mos.json are asked for, too. */
  reportsSettings: boolean;
  /** Every plan file of the project, by its absolute path. */
  files: Map<string, PlanFile>;
  /** Those that were asked for. */
  targets: Set<string>;
  /** Files and folders of the project that could not be read: names that are not found may stand there. */
  unread: string[];
}

/** Throws a Problem when there is nothing to work on. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { cwd, input } = options;
  const targets = input ? inputTarget(input.name, options) : await findTargets(options.paths, cwd);
  const workspace: Workspace = { projects: [], troubles: [...targets.troubles], notes: [] };
  const finder = new SettingsFinder();
  const groups = grouped(targets, options, finder);
  for (const [root, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    workspace.projects.push(await openProject(root, group, targets, options, finder, workspace));
  }
  const troubles = new Map(workspace.troubles.map((trouble) => [`${trouble.file}\n${trouble.message}`, trouble]));
  workspace.troubles = [...troubles.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const empty = workspace.projects.every(
    ({ targets: asked, config }) => asked.size === 0 && config.faults.length === 0,
  );
  if (empty && workspace.troubles.length === 0 && targets.settings.length === 0) {
    throw new Problem(
      workspace.notes[0] ?? 'The settings leave out every plan file here.',
      `Look at "include" and "exclude" in ${SETTINGS_FILE}.`,
    );
  }
  return workspace;
}

/** The plan of a project, compiled as of `today`. */
export async function compileProject(project: Project, today: string): Promise<Engine> {
  // V8 would make ever more room for values that are new, and a plan keeps nearly all of its own: what it has by now does as well, in two
  // thirds of the memory. Only where files are very many, moving values on costs more than it saves.
  if (project.files.size < VERY_MANY) setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return compiled(project, today);
  } catch (error) {
    if (!(error instanceof FullReaderMissing)) throw error;
    await loadFullReader();
    return compiled(project, today);
  }
}

/** Files of a plan. */
const VERY_MANY = 1000;

function compiled(project: Project, today: string): Engine {
  const engine = new Engine(project.config, today);
  engine.update([
    ...[...project.files.values()].map(({ file, text }) => ({ file, text })),
    ...project.unread.map((file) => ({ file, text: '', unreadable: true })),
  ]);
  return engine;
}

/** Findings about mos.json itself, where they are asked for. */
export function settingsFindings(project: Project, engine: Engine): Finding[] {
  return project.reportsSettings && project.settingsText !== undefined
    ? engine.configFindings(project.settingsText)
    : [];
}

interface Group {
  settings: string | undefined;
  plans: Target[];
  reportsSettings: boolean;
}

function grouped(targets: Targets, { cwd, settings }: WorkspaceOptions, finder: SettingsFinder): Map<string, Group> {
  const groups = new Map<string, Group>();
  function groupFor(folder: string, from: string): Group {
    const own = settings === undefined ? finder.folderFor(folder) : undefined;
    const root = own ?? (isShared(cwd) && isBelow(folder, cwd) ? cwd : from);
    const group = groups.get(root) ?? {
      settings: settings ?? (own === undefined ? undefined : resolve(own, SETTINGS_FILE)),
      plans: [],
      reportsSettings: false,
    };
    groups.set(root, group);
    return group;
  }
  for (const plan of targets.plans) {
    const group = groupFor(dirname(plan.file), plan.from);
    group.plans.push(plan);
    group.reportsSettings ||= !plan.named;
  }
  for (const file of targets.settings) groupFor(dirname(file), dirname(file)).reportsSettings = true;
  return groups;
}

/** Nobody keeps one plan in all of a home folder or a whole disk, and reading them takes for ever. */
function isShared(cwd: string): boolean {
  return cwd !== homedir() && cwd !== parse(cwd).root;
}

async function openProject(
  root: string,
  group: Group,
  targets: Targets,
  options: WorkspaceOptions,
  finder: SettingsFinder,
  workspace: Workspace,
): Promise<Project> {
  const { config, text, trouble } = readSettings(group.settings, options.rules, options.settings !== undefined);
  if (trouble) workspace.troubles.push(trouble);
  const own = (file: string) =>
    isBelow(file, root) && (options.settings !== undefined || rootOf(finder, file, root) === root);
  const known = targets.whole.some((folder) => isBelow(root, folder)) && isDefault(config);
  const members = known
    ? { files: group.plans.map(({ file }) => file), troubles: [] }
    : await membersOf(root, { config }, workspace);
  const project: Project = {
    root,
    config,
    ...(text !== undefined && { settingsText: text }),
    reportsSettings: group.reportsSettings,
    files: new Map(),
    targets: new Set(),
    unread: [...members.troubles, ...targets.troubles].map(({ file }) => file).filter(own),
  };
  const files = new Set(members.files.filter(own));
  await chooseTargets(group.plans, files, project, options, workspace);
  if (options.input) files.add(resolve(options.cwd, options.input.name));
  for (const trouble of members.troubles) if (own(trouble.file)) workspace.troubles.push(trouble);
  readFiles(files, project, options, workspace);
  return project;
}

/** A file without settings belongs to the shared project of the group that it was put into. */
function rootOf(finder: SettingsFinder, file: string, root: string): string {
  return finder.folderFor(dirname(file)) ?? root;
}

async function membersOf(
  root: string,
  { config }: Pick<Settings, 'config'>,
  workspace: Workspace,
): Promise<{ files: string[]; troubles: Trouble[] }> {
  const patterns = [...config.include, ...config.exclude];
  const unreasonable = patterns.find((pattern) => !isReasonable(pattern));
  if (unreasonable !== undefined) {
    workspace.troubles.push({
      file: config.file ?? root,
      message: `the pattern "${unreasonable.slice(0, 60)}…" is too intricate; all plan files of the folder are read instead`,
    });
    return plansBelow(root, defaultConfig.include);
  }
  return plansBelow(root, config.include, config.exclude);
}

/** Which of the asked files belong to the plan; those that were named and do not are said. */
async function chooseTargets(
  plans: readonly Target[],
  files: Set<string>,
  project: Project,
  { cwd, input }: WorkspaceOptions,
  workspace: Workspace,
): Promise<void> {
  const { root, config, targets } = project;
  const strangers = plans.filter(({ file, named }) => named && !files.has(file));
  // An ignored file that is named is meant; one that the settings leave out is not.
  const ignored =
    strangers.length > 0 && !input && !isDefault(config)
      ? new Set((await plansBelow(root, config.include, config.exclude, { ignored: true })).files)
      : undefined;
  for (const { file, named } of plans) {
    if (named && !files.has(file)) {
      if (ignored && !ignored.has(file)) {
        workspace.notes.push(
          `${shownPath(file, cwd)} is left out by the settings in ${shownPath(config.file ?? root, cwd)}.`,
        );
        continue;
      }
      files.add(file);
    }
    if (files.has(file)) targets.add(file);
  }
}

function readFiles(
  files: ReadonlySet<string>,
  project: Project,
  { cwd, input, progress, askedOnly }: WorkspaceOptions,
  workspace: Workspace,
): void {
  let count = 0;
  for (const file of [...(askedOnly ? project.targets : files)].sort()) {
    const given = input && resolve(cwd, input.name) === file ? input.bytes : undefined;
    const { read, trouble } = given ? decode(file, given) : readPlanFile(file, project.root);
    if (read) project.files.set(file, read);
    else project.unread.push(file);
    if (trouble) workspace.troubles.push(trouble);
    count += 1;
    progress.say(`reading ${thousands(count)} of ${thousands(files.size)} files`);
  }
  progress.say(`checking ${thousands(files.size)} files`);
}

function inputTarget(name: string, { cwd, paths }: WorkspaceOptions): Targets {
  if (paths.length > 0) {
    throw new Problem(
      '--stdin-filename reads one plan from standard input, so there is nothing to do with a path.',
      'Leave out either of the two.',
    );
  }
  const file = resolve(cwd, name);
  if (!file.endsWith('.mos')) {
    throw new Problem(
      `${name} is no name of a plan file; those end in .mos.`,
      'Write --stdin-filename plan.mos, for example.',
    );
  }
  return { plans: [{ file, named: true, from: dirname(file) }], settings: [], whole: [], troubles: [] };
}

function isDefault(config: Config): boolean {
  return String(config.include) === String(defaultConfig.include) && config.exclude.length === 0;
}
