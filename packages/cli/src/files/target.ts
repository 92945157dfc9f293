/** Where `--out` and `--output` write to: a file that may be replaced, which no link and no file of a plan is. */

import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  realpathSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { written } from '../fault.ts';
import { shownPath } from '../output/paths.ts';
import { visible } from '../output/visible.ts';
import { Problem, reasonOf } from '../problem.ts';
import { replaceFile } from './write.ts';

/**
 * The whole path of what was asked for. `usual`: a name that fits, for who named a folder or a plan. Throws a Problem for a place that
 * cannot be meant.
 */
export function readTarget(path: string, cwd: string, usual: string): string {
  refusePlanFile(path, cwd, `Write to another file, as in --out ${usual}.`);
  refuseLink(path, cwd);
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

/**
 * Throws a Problem for a link, wherever it leads: it may have come with the plan of a stranger, and what it leads to is not what was named.
 * Also for what is neither a file nor a folder nor takes bytes as they come, as pipes and `/dev/stdout` do.
 */
export function refuseLink(path: string, cwd: string): void {
  const file = resolve(cwd, path);
  const stats = statsOf(file, lstatSync);
  if (!stats || stats.isFile() || stats.isDirectory() || takesBytes(file)) return;
  throw stats.isSymbolicLink()
    ? new Problem(`${visible(path)} is a link, and nothing is written through one.`, 'Name the file itself.')
    : new Problem(`${visible(path)} is no ordinary file.`, 'Name another one, or one that is not there yet.');
}

/** Whole or not at all, but to a pipe as it comes. Throws a Problem for a link, and what the file system throws. */
export function writeOutput(file: string, content: string | Uint8Array, cwd: string): void {
  refuseLink(shownPath(file, cwd), cwd);
  const stream = STREAMS.get(file);
  if (stream) stream().write(content);
  else if (takesBytes(file)) append(file, content);
  else replaceFile(file, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
}

/** What a system calls the outputs of a program itself. These are links, and nobody else's. */
const STREAMS = new Map<string, () => NodeJS.WritableStream>([
  ['/dev/stdout', () => process.stdout],
  ['/dev/stderr', () => process.stderr],
]);

/** Also links of the system to something that the shell has opened, as in `--out >(gzip)`. */
const OPENED = /^\/(?:dev|proc\/self)\/fd\/\d+$/;

/** A pipe, a terminal, `/dev/null`: nothing is there that could be replaced. */
function takesBytes(file: string): boolean {
  if (STREAMS.has(file)) return true;
  const stats = statsOf(file, OPENED.test(file) ? statSync : lstatSync);
  return stats !== undefined && (stats.isFIFO() || stats.isCharacterDevice());
}

function append(file: string, content: string | Uint8Array): void {
  const handle = openSync(file, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeFileSync(handle, content);
  } finally {
    closeSync(handle);
  }
}

/** Undefined for what is not there, or may not be looked at: whoever writes there says why it does not work. */
function statsOf(file: string, look: (file: string) => Stats): Stats | undefined {
  try {
    return look(file);
  } catch {
    return undefined;
  }
}

/** As `writeOutput`, with a Problem for each way in which it does not work. */
export function store(file: string, content: string | Uint8Array, cwd: string): void {
  try {
    writeOutput(file, content, cwd);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `${visible(shownPath(file, cwd))} could not be written: ${reasonOf(error)}.`,
      'Name a place that you may write to with --out.',
    );
  }
  written.push(file);
}

/** Plans, their settings, and what people said of their tables: the only copy of it. By its own name, or by that which a link leads to. */
const PLAN_FILE = /\.mos$|[\\/]mos(?:-import)?\.json$/i;
