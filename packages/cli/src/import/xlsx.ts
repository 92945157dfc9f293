/** Excel workbooks, unpacked with limits: what was measured is what is read. */

import { Unzip, UnzipInflate, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { visible } from '../output/visible.ts';
import { Problem } from '../problem.ts';
import { MOST_COLUMNS, MOST_ROWS, type ReadSheets, sheetOf, tooLong } from './sheet.ts';

/** Throws a Problem for what is no workbook, and for one that unpacks to more than a plan could use. */
export async function readXlsx(bytes: Uint8Array, shown: string): Promise<ReadSheets> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Problem(
      `${shown} is an old .xls file, or one with a password.`,
      'Open it in Excel and save it as .xlsx without a password.',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new Problem(`${shown} is no Excel workbook.`, `If it is a text table, write: mos import csv ${shown}`);
  const files = unpacked(bytes, shown);
  const formulas = measured(files, shown);
  const notes =
    formulas > 0
      ? [
          `${shown} holds ${formulas} formula${formulas === 1 ? '' : 's'}; what Excel computed last was read, and no formula comes into the plan.`,
        ]
      : [];
  let pages: { sheet: string; data: readonly (readonly unknown[])[] }[];
  try {
    // Without compression: it was unpacked once, and is not unpacked into something else now.
    const plain = zipSync(Object.fromEntries(files), { level: 0 });
    pages = await readWorkbook(new Blob([plain as Uint8Array<ArrayBuffer>]), { trim: false });
  } catch (error) {
    throw unreadable(shown, error);
  }
  const sheets = pages.flatMap(
    ({ sheet, data }) =>
      sheetOf(
        sheet,
        data.map((row) => row.map(text)),
        false,
      ) ?? [],
  );
  if (sheets.length === 0)
    throw new Problem(
      `There is nothing in ${shown}.`,
      'The first row of a sheet names the columns, the others hold what is to be imported.',
    );
  return { sheets, notes };
}

/** Bytes of all files in a workbook together: a hundred thousand rows with room to spare. */
const LARGEST = 64 * 1024 * 1024;
/** Files in a workbook. */
const MOST_FILES = 2000;
/** Bytes that are unpacked at a time: at a thousandfold, what they become still fits. */
const STEP = 16 * 1024;

/** Stops as soon as it is too much, whatever the archive says about itself. */
function unpacked(bytes: Uint8Array, shown: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array[]>();
  let size = 0;
  let fault: unknown;
  const archive = new Unzip((file) => {
    if (files.size >= MOST_FILES) throw tooLarge(shown);
    // Pictures, printers and programs are not looked at.
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    if (files.has(file.name))
      throw new Problem(`${shown} holds the same part twice.`, 'Open it in Excel, save it anew, and import that.');
    const chunks: Uint8Array[] = [];
    files.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      fault ??= error ?? undefined;
      size += chunk?.length ?? 0;
      if (size > LARGEST) throw tooLarge(shown);
      if (chunk) chunks.push(chunk);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unreadable(shown, error);
  }
  if (fault !== undefined) throw unreadable(shown, fault);
  return new Map([...files].map(([name, chunks]) => [name, joinedBytes(chunks)]));
}

/** Counts formulas, and refuses sheets whose cells lie further out than any table: each cell up to them would be made. */
function measured(files: ReadonlyMap<string, Uint8Array>, shown: string): number {
  let formulas = 0;
  for (const [name, bytes] of files) {
    if (!/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    // Tags and addresses are ASCII, whatever else is.
    const xml = new TextDecoder('latin1').decode(bytes);
    for (const [, letters = '', digits = ''] of xml.matchAll(
      /<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)["']/g,
    )) {
      if (Number(digits) > MOST_ROWS + 1) throw tooLong(shown);
      if (columnNumber(letters) > MOST_COLUMNS)
        throw new Problem(
          `${shown} has more than ${MOST_COLUMNS} columns.`,
          'Keep those that belong to the plan, and import these.',
        );
    }
    for (const [, digits = ''] of xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d+)["']/g))
      if (Number(digits) > MOST_ROWS + 1) throw tooLong(shown);
    formulas += xml.match(/<(?:\w+:)?f[\s/>]/g)?.length ?? 0;
  }
  return formulas;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase().slice(0, 4)) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A day as the language writes it; numbers without the dust of arithmetic. */
function text(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(Number(cell.toPrecision(14)));
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}

function tooLarge(shown: string): Problem {
  return new Problem(
    `${shown} unpacks to more than a table of a plan can be, so it was not read on.`,
    'Keep the sheets that belong to the plan, save them as a new workbook, and import that.',
  );
}

function unreadable(shown: string, error: unknown): Problem {
  const reason = error instanceof Error ? visible(error.message.slice(0, 200)) : '';
  return new Problem(
    `${shown} is no workbook that can be read${reason === '' ? '' : `: ${reason}`}.`,
    'Open it in Excel, save it anew as .xlsx, and import that.',
  );
}

function joinedBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
