/** Finds the plan files below a folder, without ignored ones, and without a word lost about those that cannot be read. */

import type { Dirent } from 'node:fs';
import fs from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Options } from 'globby';
import { LEADS_AWAY, leadsAway, notAFile, readOrdinary } from './read.ts';
import { reasonOf, type Trouble } from './reasons.ts';
import { type Entry, entriesBelow } from './walk.ts';

export interface Found {
  /** Absolute paths, sorted. */
  files: string[];
  troubles: Trouble[];
}

/** Nobody writes plans there, and looking takes long. */
const NEVER = ['**/node_modules/**', '**/.git/**'];

/**
 * Files that match one of the patterns, seen from `folder`. Respects `.gitignore` unless told otherwise, does not follow links to folders, and opens
 * nothing that is not a file. What has the ending of a plan file and is none is a trouble.
 */
export async function plansBelow(
  folder: string,
  patterns: readonly string[],
  exclude: readonly string[] = [],
  /** Also what `.gitignore` names; and the folder that links may not lead out of, if there is one. */
  { ignored = false, within }: { ignored?: boolean; within?: string } = {},
): Promise<Found> {
  const troubles: Trouble[] = [];
  const entries = isEverything(patterns, exclude)
    ? await entriesBelow(folder, ignored, troubles)
    : await matching(folder, patterns, exclude, ignored, troubles);
  const files: string[] = [];
  for (const { path, dirent } of entries) {
    if (!path.endsWith('.mos')) continue;
    const file = resolve(path);
    if (dirent.isFile()) files.push(file);
    else if (dirent.isSymbolicLink()) followLink(file, within, files, troubles);
    else troubles.push({ file, message: notAFile(dirent) });
  }
  return { files: files.sort(), troubles };
}

/** Nearly all plans leave the choice of files at that, and a walk is a tenth of the work of searching by patterns. */
function isEverything(patterns: readonly string[], exclude: readonly string[]): boolean {
  return patterns.length === 1 && patterns[0] === '**/*.mos' && exclude.length === 0;
}

async function matching(
  folder: string,
  patterns: readonly string[],
  exclude: readonly string[],
  ignored: boolean,
  troubles: Trouble[],
): Promise<Entry[]> {
  // Loading it takes longer than most plans to read.
  const { globby } = await import('globby');
  const entries = await globby([...patterns], {
    cwd: folder,
    absolute: true,
    ignore: [...NEVER, ...exclude],
    gitignore: !ignored,
    expandDirectories: false,
    followSymbolicLinks: false,
    onlyFiles: false,
    objectMode: true,
    fs: tolerant(troubles),
  });
  return entries as unknown as Entry[];
}

function followLink(file: string, within: string | undefined, files: string[], troubles: Trouble[]): void {
  try {
    const stats = fs.statSync(file);
    if (stats.isFile() && leadsAway(file, within)) troubles.push({ file, message: LEADS_AWAY });
    else if (stats.isFile()) files.push(file);
    else if (!stats.isDirectory()) troubles.push({ file, message: notAFile(stats) });
  } catch (error) {
    troubles.push({ file, message: `it could not be read: ${reasonOf(error)}` });
  }
}

/** A folder that cannot be listed is said once, and the others are listed. */
function tolerant(troubles: Trouble[]): NonNullable<Options['fs']> {
  const listed = new Map<string, Set<string>>();
  function readdir(
    folder: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ): void {
    fs.readdir(folder, options, (error, entries) => {
      const path = resolve(folder);
      // A pattern may begin with a folder that does not exist; then nothing matches it.
      if (error && error.code !== 'ENOENT' && !listed.has(path)) {
        troubles.push({ file: path, message: `this folder could not be listed: ${reasonOf(error)}` });
      }
      const folders = error ? [] : entries.filter((entry) => entry.isDirectory());
      listed.set(path, new Set(folders.map(({ name }) => name)));
      done(null, error ? [] : entries);
    });
  }
  /** Ignored or not depends on whether it is a folder. The listing has told; asking the disk again for each file takes long. */
  async function stat(path: string): Promise<{ isDirectory(): boolean }> {
    const folders = listed.get(dirname(path));
    return folders ? { isDirectory: () => folders.has(basename(path)) } : fs.promises.stat(path);
  }
  /** What git itself says is no business of a plan; a `.gitignore` may be a pipe or lead to a device. */
  async function readFile(path: string): Promise<string> {
    const found = readOrdinary(path);
    if (typeof found !== 'string') return new TextDecoder().decode(found);
    troubles.push({ file: path, message: found });
    return '';
  }
  return { ...fs, readdir, promises: { ...fs.promises, stat, readFile } } as unknown as NonNullable<Options['fs']>;
}
