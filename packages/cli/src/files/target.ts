/** Where `--out` writes to: a file that may be replaced, which no file of a plan is. */

import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { written } from '../fault.ts';
import { shownPath } from '../output/paths.ts';
import { visible } from '../output/visible.ts';
import { Problem, reasonOf } from '../problem.ts';
import { writeBytes } from './write.ts';

/**
 * The whole path of what was asked for. `usual`: a name that fits, for who named a folder or a plan. Throws a Problem for a place that
 * cannot be meant.
 */
export function readTarget(path: string, cwd: string, usual: string): string {
  refusePlanFile(path, cwd, `Write to another file, as in --out ${usual}.`);
  const target = resolve(cwd, path);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new Problem(
      `${visible(path)} is a folder.`,
      `Name a file in it, as in --out ${visible(shownPath(join(target, usual), cwd))}.`,
    );
  if (!existsSync(dirname(target)))
    throw new Problem(
      `There is no folder ${visible(shownPath(dirname(target), cwd))}.`,
      'Make it first, or write somewhere else with --out.',
    );
  return target;
}

/** Throws a Problem for an ending that says it is something else than what is written to it; `endings`: the right ones, the usual first. */
export function refuseEnding(path: string, endings: readonly string[]): void {
  const ending = extname(path);
  const [usual = ''] = endings;
  if (ending === '' || endings.includes(ending.toLowerCase())) return;
  const printed = endings.includes('.html') ? ' A page can be printed as a PDF from the browser.' : '';
  throw new Problem(
    `What is written is no ${visible(ending)} file.${printed}`,
    `Name it with its own ending, as in --out ${visible(`${basename(path, ending)}${usual}`)}.`,
  );
}

/** Throws a Problem for a file that holds what people wrote; `wayOut` says where else to write to. */
export function refusePlanFile(path: string, cwd: string, wayOut: string): void {
  const file = resolve(cwd, path);
  const own = [file, ...(existsSync(file) ? [realpathSync(file)] : [])].find((each) => PLAN_FILE.test(each));
  if (own === undefined) return;
  const what = /\.mos$/i.test(own) ? 'a plan' : 'the settings of a plan';
  throw new Problem(`${visible(path)} is the name of ${what}.`, wayOut);
}

/** Whole or not at all. Throws a Problem where that does not work. */
export function store(file: string, content: string | Uint8Array, cwd: string): void {
  try {
    writeBytes(file, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  } catch (error) {
    throw new Problem(
      `${visible(shownPath(file, cwd))} could not be written: ${reasonOf(error)}.`,
      'Name a place that you may write to with --out.',
    );
  }
  written.push(file);
}

/** Plans, their settings, and what people said of their tables: the only copy of it. By its own name, or by that which a link leads to. */
const PLAN_FILE = /\.mos$|[\\/]mos(?:-import)?\.json$/i;
