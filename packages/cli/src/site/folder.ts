/** The folder of a site: only what mos has written is ever replaced or removed. */

import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { besideOf } from '../files/write.ts';
import { visible } from '../output/visible.ts';
import { Problem } from '../problem.ts';
import type { Page } from './frame.ts';

/** Says that a folder is a site, and which files of it mos has written. */
export const MARK = 'mos-site.json';

/** What paths of a site are made of; anything else in a mark was not written by mos. */
const SAFE_PATH = /^(?:[a-z0-9_-][a-z0-9_.-]*\/)*[a-z0-9_-][a-z0-9_.-]*$/;

/** Larger than the mark of any site that a machine would hold. Bytes. */
const LARGEST_MARK = 64 * 1024 * 1024;

/**
 * Looks whether a site may be written there, before any work is done. Throws a Problem for a file, and for a folder that holds
 * something and is no site. `shown` is the folder as people write it.
 */
export function checkFolder(folder: string, shown: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats && !lstatSync(folder, { throwIfNoEntry: false })) return;
  if (!stats?.isDirectory())
    throw new Problem(`${visible(shown)} is no folder.`, 'A site is a folder of pages: name one, as in --out site.');
  if (readdirSync(folder).length > 0 && !readMark(folder))
    throw new Problem(
      `${visible(shown)} holds something that is no site of mos.`,
      'Nothing in it is touched. Name a new or an empty folder with --out, or one that holds a site of mos.',
    );
}

/**
 * Writes the pages, each whole, and takes away those of the site before that are no more. Files that mos did not write stay. Until
 * the last page is written the mark names the old and the new ones, so that a run that was stopped leaves nothing behind for good.
 * `paths` are those of `pages`. Throws a Problem for a folder of the site that is a link to somewhere else.
 */
export function writeSite(folder: string, paths: readonly string[], pages: Iterable<Page>): { bytes: number } {
  const before = readMark(folder) ?? [];
  const current = new Set(paths);
  const writer = new Writer(folder);
  mkdirSync(folder, { recursive: true });
  writer.write(MARK, markOf(new Set([...before, ...current])));
  let bytes = 0;
  for (const { path, text } of pages) {
    if (!current.has(path)) throw new Error(`a page that was not announced: ${path}`);
    writer.write(path, text);
    bytes += Buffer.byteLength(text);
  }
  for (const path of before) if (!current.has(path)) writer.remove(path);
  writer.write(MARK, markOf(current));
  return { bytes };
}

class Writer {
  private readonly folder: string;
  /** Folders below it that are known to be no links. */
  private readonly own = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** By way of a new file that takes the place of the old one, so that whoever looks sees one or the other; what is the same stays. */
  write(path: string, text: string): void {
    if (!SAFE_PATH.test(path)) throw new Error(`no path of a site: ${path}`);
    this.enter(dirname(path));
    const file = join(this.folder, path);
    if (isSame(file, text)) return;
    const beside = besideOf(file);
    try {
      writeFileSync(beside, text, { flag: 'wx' });
      renameSync(beside, file);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  }

  /** With the folder that held it, if nothing else is in it. */
  remove(path: string): void {
    const parts = dirname(path).split('/');
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (folder !== '.' && !lstatSync(join(this.folder, folder), { throwIfNoEntry: false })?.isDirectory()) return;
    }
    rmSync(join(this.folder, path), { force: true });
    if (parts[0] === '.') return;
    for (; parts.length > 0 && readdirSync(join(this.folder, ...parts)).length === 0; parts.pop())
      rmdirSync(join(this.folder, ...parts));
  }

  private enter(folder: string): void {
    if (folder === '.' || this.own.has(folder)) return;
    this.enter(dirname(folder));
    const path = join(this.folder, folder);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) mkdirSync(path);
    else if (!stats.isDirectory())
      throw new Problem(
        `${visible(path)} is no folder of its own, and a site needs one there.`,
        'Take it away, or write the site somewhere else with --out.',
      );
    this.own.add(folder);
  }
}

/** To read a page is much faster than to replace it. */
function isSame(file: string, text: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === Buffer.byteLength(text) && readFileSync(file, 'utf8') === text;
}

/** The files of a site, as its mark names them; undefined where there is no mark that mos could have written. */
function readMark(folder: string): string[] | undefined {
  const file = join(folder, MARK);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > LARGEST_MARK) return undefined;
  try {
    const mark: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof mark !== 'object' || mark === null || !('madeBy' in mark) || mark.madeBy !== 'mos') return undefined;
    const files = 'files' in mark && Array.isArray(mark.files) ? (mark.files as unknown[]) : [];
    return files.filter((path): path is string => typeof path === 'string' && path !== MARK && SAFE_PATH.test(path));
  } catch {
    return undefined;
  }
}

function markOf(files: ReadonlySet<string>): string {
  return `${JSON.stringify({ madeBy: 'mos', files: [...files].sort() }, null, 1)}\n`;
}
