/** Tables as CSV, as RFC 4180 has it, with nothing in them that a spreadsheet would run. */

import type { Sheet } from '@mos/language/exchange';

/** Rows end with CRLF; the first one holds the headers. */
export function csv({ columns, rows }: Sheet): string {
  const lines = [
    columns.map(({ header }) => field(header)),
    ...rows.map((row) =>
      columns.map(({ key, type }) => field(type === 'number' ? (row[key] ?? '') : harmless(row[key] ?? ''))),
    ),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/**
 * A spreadsheet takes a cell for a formula when it begins like one, so an apostrophe goes before it: `=1+1` becomes `'=1+1`. One that
 * begins with apostrophes already gets another, so that `meant` can tell them apart.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The reverse of `harmless`; every other text stays as it is. */
export function meant(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** What spreadsheets run, their full-width doubles among it, behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
