/** Where `--out` writes to: a file that may be replaced, which no file of a plan is. */

import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  const target = resolve(cwd, path);
  if (isOfPlan(target))
    throw new Problem(`${visible(path)} is the name of a plan.`, `Write to another file, as in --out ${usual}.`);
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

/** By its own name, or by that of the file that it is a link to. */
function isOfPlan(file: string): boolean {
  return PLAN_FILE.test(file) || (existsSync(file) && PLAN_FILE.test(realpathSync(file)));
}

/** Plans and their settings are the only copy of what people wrote. */
const PLAN_FILE = /\.mos$|[\\/]mos\.json$/i;
