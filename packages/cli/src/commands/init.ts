/** `mos init`: the first files of a plan, and never a file less. */

import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defaultConfig } from '@mos/language';
import { type TemplateName, template, templates } from '@mos/language/templates';
import { openConsole } from '../console.ts';
import { written } from '../fault.ts';
import { besideOf } from '../files/write.ts';
import { shownPath } from '../output/paths.ts';
import { exitCodes, isSystemError, Problem, reasonOf } from '../problem.ts';
import { readToday } from '../project/options.ts';
import { columns } from '../terminal/columns.ts';
import { safeText } from '../terminal/facts.ts';

export interface InitOptions {
  color: boolean;
  dir: string;
  fiscalYearStart?: string;
  name?: string;
  today?: string;
}

/** Throws a Problem when a file is in the way; then nothing was written. */
export async function init(named: TemplateName | undefined, options: InitOptions): Promise<number> {
  const out = openConsole(options);
  const today = readToday(options.today);
  const folder = resolve(out.cwd, options.dir);
  const calendar = { ...defaultConfig.calendar, fiscalYearStart: readMonth(options.fiscalYearStart) };
  const asked = named === undefined && isConversation() ? await ask(basename(folder)) : {};
  const chosen = named ?? asked.template ?? DEFAULT_TEMPLATE;
  const title = options.name ?? asked.title ?? (basename(folder) || 'Our plan');
  const files = template(chosen, { title, today, calendar });
  refuseToOverwrite(folder, Object.keys(files), out.cwd);
  for (const [name, text] of Object.entries(files)) writeNew(folder, name, text, out.cwd);

  const where = folder === out.cwd ? '' : ` ${shownPath(folder, out.cwd)}`;
  const names = Object.keys(files).map((name) => shownPath(join(folder, name), out.cwd));
  out.print(
    [
      `Wrote ${names.join(', ')}.`,
      '',
      `  mos check${where}   what is still missing`,
      `  mos tree${where}    the plan from the year down to this week`,
      '',
    ].join('\n'),
    exitCodes.clean,
  );
  return exitCodes.clean;
}

const DEFAULT_TEMPLATE: TemplateName = 'quarter';

/** From 1 to 12. */
function readMonth(text: string | undefined): number {
  if (text === undefined) return defaultConfig.calendar.fiscalYearStart;
  if (/^(0?[1-9]|1[0-2])$/.test(text)) return Number(text);
  throw new Problem(
    `--fiscal-year-start takes a month from 1 to 12, not "${text}".`,
    'Write --fiscal-year-start 7 for a year that begins in July.',
  );
}

function isConversation(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

async function ask(folderName: string): Promise<{ template?: TemplateName; title?: string }> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // An iterator keeps what is typed, or pasted, before it is asked for.
  const typed = lines[Symbol.asyncIterator]();
  async function answer(question: string): Promise<string> {
    process.stdout.write(question);
    const { value, done } = await typed.next();
    if (done)
      throw new Problem('That ended before it began; nothing was written.', 'Run "mos init" again when you like.');
    return String(value).trim();
  }
  try {
    let chosen: TemplateName | undefined;
    process.stdout.write(`${columns(templates.map(({ name, summary }) => [name, summary]))}\n\n`);
    while (chosen === undefined) {
      const word = (await answer(`Begin with which one? (${DEFAULT_TEMPLATE}) `)).toLowerCase();
      chosen = word === '' ? DEFAULT_TEMPLATE : templates.find(({ name }) => name.startsWith(word))?.name;
      if (chosen === undefined) process.stdout.write(`None of them is called ${safeText(word)}.\n`);
    }
    const title = await answer(`What is the plan called? (${folderName}) `);
    return { template: chosen, ...(title !== '' && { title }) };
  } finally {
    lines.close();
  }
}

function refuseToOverwrite(folder: string, names: readonly string[], cwd: string): void {
  const taken = names.filter((name) => isThere(join(folder, name)));
  if (taken.length === 0) return;
  const paths = taken.map((name) => shownPath(join(folder, name), cwd));
  throw new Problem(
    `${paths.join(' and ')} ${paths.length === 1 ? 'is' : 'are'} already there, and nothing was written.`,
    'Begin the plan in another folder, as in: mos init quarter --dir plans',
  );
}

/** A folder that cannot be looked into is said when it is written to. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Whole or not at all, and not if somebody else was faster. */
function writeNew(folder: string, name: string, text: string, cwd: string): void {
  const file = join(folder, name);
  const beside = besideOf(file);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, text, { flag: 'wx' });
    try {
      putInPlace(beside, file);
    } finally {
      rmSync(beside, { force: true });
    }
    written.push(file);
  } catch (error) {
    const done =
      written.length > 0 ? ` ${written.map((path) => shownPath(path, cwd)).join(', ')} had been written.` : '';
    throw new Problem(
      `${shownPath(file, cwd)} could not be written: ${reasonOf(error)}.${done}`,
      'Name a folder that you may write to with --dir.',
    );
  }
}

/** Neither way replaces a file that is there. Some disks know no second name for a file. */
function putInPlace(beside: string, file: string): void {
  try {
    linkSync(beside, file);
  } catch (error) {
    if (!isSystemError(error) || !['EPERM', 'ENOTSUP', 'ENOSYS'].includes(String(error.code))) throw error;
    copyFileSync(beside, file, constants.COPYFILE_EXCL);
  }
}
