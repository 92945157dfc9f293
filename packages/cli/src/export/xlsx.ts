/** Tables as an Excel workbook, a sheet each. Texts are texts there, so that nothing in them is a formula. */

import type { Sheet, SheetColumn } from '@mos/language/exchange';
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Cell } from 'write-excel-file/universal';
import { Problem } from '../problem.ts';
import { cellText } from './workbook-text.ts';

/** The same bytes for the same tables. Throws a Problem for a text that is longer than a cell can be. */
export async function xlsx(tables: readonly Sheet[]): Promise<Uint8Array> {
  const sheets = tables.map(({ title, columns, rows }) => ({
    sheet: title,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ header }): Cell => ({ value: header, type: String, fontWeight: 'bold' })),
      ...rows.map((row, at) => columns.map((column) => cellOf(column, row[column.key], title, at + 2))),
    ],
  }));
  const blob = await writeWorkbook(sheets).toBlob();
  return withoutClock(new Uint8Array(await blob.arrayBuffer()));
}

/** Characters in a cell, by Excel's own limit. */
const LONGEST = 32_767;

function cellOf({ type, header }: SheetColumn, value: string | undefined, sheet: string, row: number): Cell {
  if (value === undefined) return null;
  if (type === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(value)) return { value: Number(value), type: Number };
  if (type === 'date' && isDay(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (value.length > LONGEST)
    throw new Problem(
      `"${header}" in row ${row} of ${sheet} has ${value.length} characters; a cell of Excel holds ${LONGEST}.`,
      'Export it as csv or json, which have no such limit.',
    );
  return { value: cellText(value), type: String };
}

/** Excel knows no day before 1900, and is wrong about its first two months. */
function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '1900-03-01';
}

/** A workbook is an archive of files, which say when they were written: a day that never changes. */
function withoutClock(archive: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(archive)).sort(([a], [b]) => (a < b ? -1 : 1));
  // The list of contents comes first, as some readers look for it there.
  files.sort(([a], [b]) => Number(b === CONTENTS) - Number(a === CONTENTS));
  return zipSync(Object.fromEntries(files), { mtime: EARLIEST, level: 6 });
}

const CONTENTS = '[Content_Types].xml';
/** The earliest day that an archive can name. */
const EARLIEST = new Date(1980, 0, 2);
