/** A table as it came in a file: rows of texts, and what has to be said about how it was read. */

import { readFileSync, statSync } from 'node:fs';
import { visible } from '../output/visible.ts';
import { isSystemError, Problem, reasonOf } from '../problem.ts';

export interface IncomingSheet {
  /** Of a workbook; empty for a file that is one table. */
  title: string;
  /** The first row with something in it; the others count from it. */
  headers: string[];
  /** `number` is that of the row in the file, from 1. */
  rows: { number: number; cells: string[] }[];
  /** Numbers are written as 1.234,5. */
  decimalComma: boolean;
}

export interface ReadSheets {
  sheets: IncomingSheet[];
  /** Sentences about what was guessed. */
  notes: string[];
}

/** Bytes; tables that people keep are a hundredth of it. */
const LARGEST = 32 * 1024 * 1024;

/** Rows of one table; a plan of ten years of commitments of a hundred people has half as many. */
export const MOST_ROWS = 100_000;

/** Columns. */
export const MOST_COLUMNS = 500;

/** Throws a Problem for a file that is not there, that is no file, or that is larger than any table of a plan. */
export function readBytes(file: string, shown: string): Uint8Array {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw new Problem(`${shown} is no file.`, 'Name the file that holds the table.');
    if (stats.size > LARGEST)
      throw new Problem(
        `${shown} is larger than ${LARGEST / 1024 / 1024} MB, which no table of a plan is.`,
        'Keep the rows that belong to the plan, and import those.',
      );
    return readFileSync(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Problem(
      `${shown} could not be read: ${reasonOf(error)}.`,
      'Name a file that is there and that you may read.',
    );
  }
}

/** The rows of a grid below its first one that is not empty. Throws a Problem where there is nothing, or too much. */
export function sheetOf(
  title: string,
  grid: readonly (readonly string[])[],
  decimalComma: boolean,
): IncomingSheet | undefined {
  const top = grid.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (top < 0) return undefined;
  const where = title === '' ? 'The table' : `The sheet ${visible(title)}`;
  if (grid.length - top - 1 > MOST_ROWS) throw tooLong(where);
  const headers = (grid[top] ?? []).map((cell) => cell.trim());
  if (headers.length > MOST_COLUMNS)
    throw new Problem(
      `${where} has more than ${MOST_COLUMNS} columns.`,
      'Keep those that belong to the plan, and import these.',
    );
  const rows = grid
    .slice(top + 1)
    .map((cells, at) => ({ number: top + at + 2, cells: [...cells] }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { title, headers, rows, decimalComma };
}

export function tooLong(where: string): Problem {
  return new Problem(
    `${where} has more than ${MOST_ROWS.toLocaleString('en-US')} rows.`,
    'Keep the rows that belong to the plan, and import these, in parts if need be.',
  );
}
