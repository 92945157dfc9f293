/** What the arguments of a command mean: files, folders and globs to the plan files that are asked for. */

import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, parse, resolve } from 'node:path';
import { nearest } from '@mos/language';
import { notAFile, plansBelow } from '@mos/server/files';
import { shownPath } from '../output/paths.ts';
import { Problem, reasonOf, type Trouble } from '../problem.ts';

export interface Target {
  /** Absolute path. */
  file: string;
  /** Named by itself, so that leaving it out has to be said. */
  named: boolean;
  /** The folder that an argument named, or that of the file: the project of a file without settings, outside the working folder. */
  from: string;
}

export interface Targets {
  plans: Target[];
  /** Settings files that were named. */
  settings: string[];
  /** Folders of which every plan file is among the plans. */
  whole: string[];
  troubles: Trouble[];
}

/** Throws a Problem for an argument that means nothing at all. */
export async function findTargets(paths: readonly string[], cwd: string): Promise<Targets> {
  const targets: Targets = { plans: [], settings: [], whole: [], troubles: [] };
  for (const path of paths.length > 0 ? paths : ['.']) await addTargets(path, cwd, targets);
  const seen = new Map<string, Target>();
  for (const target of targets.plans) {
    const before = seen.get(target.file);
    if (before) before.named ||= target.named;
    else seen.set(target.file, target);
  }
  targets.plans = [...seen.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return targets;
}

async function addTargets(path: string, cwd: string, targets: Targets): Promise<void> {
  if (path === '')
    throw new Problem('One of the paths is empty.', 'Name a file or a folder, or nothing at all for this folder.');
  const file = resolve(cwd, path);
  const stats = statsOf(file);
  if (stats === 'missing') await addMatches(path, cwd, targets);
  else if ('trouble' in stats) targets.troubles.push({ file, message: stats.trouble });
  else if (stats.isDirectory()) await addFolder(path, file, targets);
  else if (basename(file) === 'mos.json') targets.settings.push(file);
  else if (!file.endsWith('.mos')) {
    throw new Problem(
      `${path} is no plan file; plan files end in .mos.`,
      'Name a .mos file, or the folder that holds the plan.',
    );
  } else if (!stats.isFile()) targets.troubles.push({ file, message: notAFile(stats) });
  else targets.plans.push({ file, named: true, from: dirname(file) });
}

async function addFolder(path: string, folder: string, targets: Targets): Promise<void> {
  const { files, troubles } = await plansBelow(folder, ['**/*.mos']);
  if (files.length === 0 && troubles.length === 0) {
    throw new Problem(
      `There are no plan files in ${path === '.' ? 'this folder' : path}.`,
      'Name the folder that holds the plan (ignored files do not count), or begin one with "mos init".',
    );
  }
  for (const trouble of troubles) targets.troubles.push(trouble);
  targets.whole.push(folder);
  for (const file of files) targets.plans.push({ file, named: false, from: folder });
}

async function addMatches(path: string, cwd: string, targets: Targets): Promise<void> {
  const { isDynamicPattern } = await import('globby');
  if (!isDynamicPattern(path)) throw nothingAt(path, cwd);
  const { files, troubles } = await plansBelow(cwd, [path.replace(/^\.\//, '')]);
  if (files.length === 0 && troubles.length === 0) {
    throw new Problem(
      `No plan file matches ${path}.`,
      'Put the pattern in quotes so that the shell leaves it alone, as in "plans/**/*.mos".',
    );
  }
  for (const trouble of troubles) targets.troubles.push(trouble);
  for (const file of files) targets.plans.push({ file, named: false, from: dirname(file) });
}

function nothingAt(path: string, cwd: string): Problem {
  const near = nearestPath(path, cwd);
  return new Problem(
    `There is no file or folder ${path}.`,
    near === undefined ? `Paths are seen from ${cwd}; "mos check" alone checks this folder.` : `Did you mean ${near}?`,
  );
}

/** The existing path most like one that does not exist: the first folder on it that is missing is compared with its neighbours. */
export function nearestPath(path: string, cwd: string): string | undefined {
  let missing = resolve(cwd, path);
  while (dirname(missing) !== missing && statsOf(dirname(missing)) === 'missing') missing = dirname(missing);
  const folder = dirname(missing);
  const wanted = basename(missing);
  const names = namesIn(folder);
  // A slip in the name counts against the name alone; the ending is the same for all.
  const [near] = nearest(wanted, names, 1);
  const byStem = near ?? names.find((name) => nearest(parse(wanted).name, [parse(name).name], 1).length > 0);
  return byStem === undefined ? undefined : shownPath(join(folder, byStem), cwd);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && (!entry.isFile() || /\.(mos|json)$/.test(extname(entry.name))))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function statsOf(file: string): Stats | 'missing' | { trouble: string } {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? 'missing';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return 'missing';
    return { trouble: `it could not be read: ${reasonOf(error)}` };
  }
}
