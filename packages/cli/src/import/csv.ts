/** CSV of whatever program: any separator, any of the usual alphabets, with or without a mark. */

import Papa from 'papaparse';
import { meant } from '../export/csv.ts';
import { Problem } from '../problem.ts';
import { MOST_ROWS, type ReadSheets, sheetOf, tooLong } from './sheet.ts';

/** `shown`: the file, as people write it. Throws a Problem for what is no table. */
export function readCsv(bytes: Uint8Array, shown: string): ReadSheets {
  const notes: string[] = [];
  const { text, alphabet } = decoded(bytes, shown);
  if (alphabet !== undefined)
    notes.push(`${shown} is not UTF-8, so it was read as ${alphabet}; look at its letters in the diff.`);
  // Excel writes the separator on a line of its own.
  const named = /^sep=(.)\r?\n/.exec(text);
  const { data, errors, meta } = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? separatorOf(text),
    // A few more than are allowed tell that there are too many.
    preview: MOST_ROWS + 10,
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken)
    throw new Problem(
      `Row ${(broken.row ?? 0) + 1 + (named ? 1 : 0)} of ${shown} has a quote that is not closed, or that goes on behind it.`,
      'Close it, or export the table anew from the program that it comes from.',
    );
  if (data.length > MOST_ROWS + 1) throw tooLong(shown);
  const decimalComma = meta.delimiter === ';' && !hasPoints(data);
  if (decimalComma && data.some((row) => row.some((cell) => SWAPPED.test(numberIn(cell)))))
    notes.push('It is separated by semicolons, so 1.234,5 was read as 1,234.5, and 1.234 as 1,234.');
  const grid = named ? [[], ...data] : data;
  const sheet = sheetOf(
    '',
    grid.map((row) => row.map(meant)),
    decimalComma,
  );
  if (!sheet)
    throw new Problem(
      `There is nothing in ${shown}.`,
      'Its first row names the columns, the others hold what is to be imported.',
    );
  return { sheets: [sheet], notes };
}

/** Its numbers have decimal points, though the separator lets expect commas: some can be read in no other way, and none the other way. */
function hasPoints(rows: readonly (readonly string[])[]): boolean {
  const some = (shape: RegExp) => rows.some((row) => row.some((cell) => shape.test(numberIn(cell))));
  return some(SURELY_POINT) && !some(SURELY_COMMA);
}

/** What stands behind the sign could not be a group of three digits, or nothing before it could be parted into groups. */
const SURELY_POINT = /^(?:0\.\d+|[\d,]+\.(?:\d{1,2}|\d{4,}))$/;
const SURELY_COMMA = /^(?:0,\d+|[\d.]+,(?:\d{1,2}|\d{4,}))$/;
/** Means something else where commas part decimals. */
const SWAPPED = /^(?:[1-9]\d{0,2}(?:\.\d{3})+|[\d.]+,\d+)$/;

/** The digits of a cell that holds a number and nothing else but its unit; empty for any other. */
function numberIn(cell: string): string {
  return /^[-+]?[$€£¥]?\s?(\d[\d.,]*)\s?[a-z]{0,3}[%$€£¥]?$/i.exec(cell.trim())?.[1] ?? '';
}

/** The one that parts the most headers; what stands in the rows may look like anything. */
function separatorOf(text: string): string {
  const first =
    text
      .trimStart()
      .slice(0, LONGEST_HEADERS)
      .match(/^(?:"(?:[^"]|"")*"|[^"\r\n])*/)?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** Characters in which the headers are looked for. */
const LONGEST_HEADERS = 100_000;

function decoded(bytes: Uint8Array, shown: string): { text: string; alphabet?: string } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Problem(`${shown} is a workbook and no CSV.`, `Write: mos import xlsx ${shown}`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.includes(0))
    throw new Problem(`${shown} holds bytes that no text has.`, 'Save the table as CSV, in UTF-8, and import that.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), alphabet: 'Windows-1252 (Latin-1)' };
  }
}
