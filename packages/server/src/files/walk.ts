/** Walks through a folder for everything that is called as plan files are, and leaves out what git would. */

import fs, { type Dirent } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Ignore } from 'ignore';
import { readOrdinary } from './read.ts';
import { reasonOf, type Trouble } from './reasons.ts';

export interface Entry {
  /** Absolute. */
  path: string;
  dirent: Dirent;
}

/** What one `.gitignore` says, about everything below its folder. */
interface Ignored {
  folder: string;
  rules: Ignore;
}

/** A folder to look into, with what was said on the way to it: the nearest first, which has the last word. */
interface Step {
  folder: string;
  said: readonly Ignored[];
}

/**
 * Neither hidden folders nor links to folders are looked into, nor what is installed. Folders of one depth are listed at once; one that
 * cannot be listed is a trouble, and the others are listed. With `ignored`, no `.gitignore` counts.
 */
export async function entriesBelow(folder: string, ignored: boolean, troubles: Trouble[]): Promise<Entry[]> {
  const found: Entry[] = [];
  const top = resolve(folder);
  let steps: Step[] = [{ folder: top, said: ignored ? [] : await saidAbove(top, troubles) }];
  while (steps.length > 0) {
    const lists = await Promise.all(steps.map(({ folder: each }) => listed(each, troubles)));
    const below: Step[] = [];
    for (const [index, list] of lists.entries()) {
      const step = steps[index] as Step;
      const own = !ignored && list.some(({ name }) => name === IGNORE_FILE);
      const said = own ? [...(await saidIn(step.folder, troubles)), ...step.said] : step.said;
      for (const dirent of list) {
        const { name } = dirent;
        const isFolder = dirent.isDirectory();
        if (name.startsWith('.') || name === 'node_modules' || !(isFolder || name.endsWith('.mos'))) continue;
        const path = join(step.folder, name);
        if (isIgnored(path, isFolder, said)) continue;
        if (name.endsWith('.mos')) found.push({ path, dirent });
        if (isFolder) below.push({ folder: path, said });
      }
    }
    steps = below;
  }
  return found;
}

const IGNORE_FILE = '.gitignore';

function listed(folder: string, troubles: Trouble[]): Promise<Dirent[]> {
  return new Promise((done) => {
    fs.readdir(folder, { withFileTypes: true }, (error, entries) => {
      if (error && error.code !== 'ENOENT') {
        troubles.push({ file: folder, message: `this folder could not be listed: ${reasonOf(error)}` });
      }
      done(error ? [] : entries);
    });
  });
}

/** From the folder above up to the top of the repository; outside of one, nobody above has a say. */
async function saidAbove(folder: string, troubles: Trouble[]): Promise<Ignored[]> {
  const above: string[] = [];
  for (let each = folder; !fs.existsSync(join(each, '.git')); each = dirname(each)) {
    if (dirname(each) === each) return [];
    above.push(dirname(each));
  }
  const said: Ignored[] = [];
  for (const each of above) if (fs.existsSync(join(each, IGNORE_FILE))) said.push(...(await saidIn(each, troubles)));
  return said;
}

async function saidIn(folder: string, troubles: Trouble[]): Promise<Ignored[]> {
  const file = join(folder, IGNORE_FILE);
  try {
    const found = readOrdinary(file);
    if (typeof found === 'string') {
      troubles.push({ file, message: found });
      return [];
    }
    const { default: ignore } = await import('ignore');
    return [{ folder, rules: ignore({ allowRelativePaths: true }).add(new TextDecoder().decode(found)) }];
  } catch (error) {
    troubles.push({ file, message: `it could not be read: ${reasonOf(error)}` });
    return [];
  }
}

function isIgnored(path: string, isFolder: boolean, said: readonly Ignored[]): boolean {
  for (const { folder, rules } of said) {
    const below = relative(folder, path).replaceAll(sep, '/');
    const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}
