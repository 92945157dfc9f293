/** What people said about the columns of their tables, kept in `mos-import.json` beside the plan's settings for the next time. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '@mos/language';
import { type Importable, importable, keyCalled, keysOf, LEFT_OUT } from '@mos/language/exchange';
import { written } from '../fault.ts';
import { keptFrom, writeWhole } from '../files/write.ts';
import { visible } from '../output/visible.ts';
import { Problem, type Trouble } from '../problem.ts';
import { readBytes } from './sheet.ts';

/** Header → key. */
export type Columns = Map<string, string>;

export type Remembered = Map<Importable, Columns>;

export const MEMORY_FILE = 'mos-import.json';

/** Nothing, where nothing was kept. Throws a Problem for a file that was not written so. */
export function recall(root: string): Remembered {
  const file = join(root, MEMORY_FILE);
  if (!existsSync(file)) return new Map();
  const kept = parsed(new TextDecoder().decode(readBytes(file, MEMORY_FILE)));
  const remembered: Remembered = new Map();
  for (const [table, columns] of entriesOf(kept)) {
    const known = importable.find((name) => name === table);
    if (!known) throw broken();
    const own: Columns = new Map();
    for (const [header, key] of entriesOf(columns)) {
      if (typeof key !== 'string' || !(key === LEFT_OUT || keysOf(known).includes(key))) throw broken();
      own.set(header, key);
    }
    remembered.set(known, own);
  }
  return remembered;
}

/** What was said before stays, unless it is said otherwise now. Gives what kept it from being written, as a clause. */
export function remember(root: string, remembered: Remembered): Trouble | undefined {
  const kept = [...remembered].map(([table, columns]) => [table, Object.fromEntries(columns)] as const);
  const file = join(root, MEMORY_FILE);
  const message = keptFrom(file, root);
  if (message !== undefined) return { file, message };
  writeWhole(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  written.push(file);
  return undefined;
}

/** `Column=key`, `Wer=DRI`, `Notes=-`; throws a Problem for what is none, or names a column that is not there. */
export function readMap(texts: readonly string[], table: Importable, headers: readonly string[]): Columns {
  const columns: Columns = new Map();
  for (const text of texts) {
    const [, header = '', word = ''] = /^(.*)=([^=]*)$/s.exec(text) ?? [];
    if (header.trim() === '' || word.trim() === '')
      throw new Problem(
        `--map ${visible(text)} names no column and what it is.`,
        'Write it as in --map "Responsible=dri", or "Notes=-" to leave one out.',
      );
    const own = headers.find((each) => each.toLowerCase() === header.trim().toLowerCase());
    if (own === undefined) {
      const [near] = nearest(header, headers, 1);
      throw new Problem(
        `There is no column ${visible(header)}.`,
        near === undefined
          ? `The columns are ${headers.filter(Boolean).slice(0, 12).map(visible).join(', ')}.`
          : `Did you mean ${visible(near)}?`,
      );
    }
    const key = keyCalled(table, word);
    if (key === undefined)
      throw new Problem(
        `${table} have nothing called ${visible(word)}.`,
        `They have ${keysOf(table).join(', ')}; - leaves a column out.`,
      );
    columns.set(own, key);
  }
  return columns;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken();
  }
}

/** Own entries alone: a key such as `__proto__` is a key like any other. */
function entriesOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken();
  return Object.entries(value);
}

function broken(): Problem {
  return new Problem(
    `${MEMORY_FILE} is not as mos wrote it, so what it says about columns is not clear.`,
    'Mend it, as in { "commitments": { "Responsible": "dri" } }, or delete it and say --map again.',
  );
}
