/** One line of a plan with marks beneath the right characters, however wide they are and however long the line is. */

import type { Range } from '@mos/language';
import { widthOf } from '../terminal/width.ts';
import { visiblePieces } from './visible.ts';

export interface Excerpt {
  /** The line as printed: tabs expanded, unseen characters spelt out, cut to the width. */
  text: string;
  /** Blanks and carets that stand under the marked characters. */
  marks: string;
}

/**
 * `line` is the source line on which `range` starts; a range that goes on beyond it is marked to the end of the line.
 * Neither result takes more than `width` terminal columns.
 */
export function excerpt(line: string, range: Range, width: number): Excerpt {
  const start = Math.min(range.start.column - 1, line.length);
  const end =
    range.end.line > range.start.line ? line.length : Math.min(Math.max(range.end.column - 1, start), line.length);

  const from = wholeCharacter(line, Math.max(0, start - width * reach));
  const to = wholeCharacter(line, Math.min(line.length, start + width * reach));
  const cells = toCells(line.slice(from, to), from);
  const firstAt = cells.findIndex((cell) => cell.offset + cell.length > start);
  const first = firstAt === -1 ? cells.length : firstAt;
  const last = Math.max(
    first,
    cells.findLastIndex((cell) => cell.offset < end),
  );

  const window = fit(cells, first, last, width);
  const cutBefore = from > 0 || window.from > 0;
  const cutAfter = to < line.length || window.to < cells.length;
  const shown = cells.slice(window.from, window.to);
  const blanks = columnsOf(cells.slice(window.from, first)) + (cutBefore ? 1 : 0);
  const marked = columnsOf(cells.slice(first, Math.min(last + 1, window.to)));
  return {
    text: `${cutBefore ? '…' : ''}${shown.map((cell) => cell.shown).join('')}${cutAfter ? '…' : ''}`,
    marks: ' '.repeat(blanks) + '^'.repeat(Math.max(1, marked)),
  };
}

/** One character as a reader sees it. */
interface Cell {
  shown: string;
  /** Terminal columns. */
  width: number;
  /** In the line, in UTF-16 units. */
  offset: number;
  /** In the source, in UTF-16 units. */
  length: number;
}

const tabWidth = 4;

/** Source characters looked at on either side of the mark for each column of width, as some characters take no column. */
const reach = 4;

/** Made when a line needs it: the system takes its time over the first one. */
let segmenter: Intl.Segmenter | undefined;

function toCells(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let at = offset;
  let column = 0;
  function add(raw: string, shown: string, width: number): void {
    cells.push({ shown, width, offset: at, length: raw.length });
    at += raw.length;
    column += width;
  }
  for (const { raw, shown } of visiblePieces(text)) {
    if (raw === '\t') {
      const width = tabWidth - (column % tabWidth);
      add(raw, ' '.repeat(width), width);
    } else if (raw !== shown) {
      add(raw, shown, shown.length);
    } else if (/^[ -~]*$/.test(raw)) {
      for (const character of raw) {
        add(character, character, 1);
      }
    } else {
      segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
      for (const { segment } of segmenter.segment(raw)) {
        add(segment, segment, widthOf(segment));
      }
    }
  }
  return cells;
}

/** The cells to show: all if they fit, otherwise those around the mark, with a column at either end kept for an ellipsis. */
function fit(cells: readonly Cell[], first: number, last: number, width: number): { from: number; to: number } {
  if (columnsOf(cells) + 1 <= width) {
    return { from: 0, to: cells.length };
  }
  const room = width - 2;
  const marked = columnsOf(cells.slice(first, last + 1));
  const lead = marked < room ? Math.floor((room - marked) / 2) : Math.floor(room / 4);

  let from = first;
  let used = 0;
  function growLeft(limit: number): void {
    for (let cell = cells[from - 1]; cell !== undefined && used + cell.width <= limit; cell = cells[from - 1]) {
      used += cell.width;
      from -= 1;
    }
  }
  growLeft(lead);
  let to = first;
  for (let cell = cells[to]; cell !== undefined && used + cell.width <= room; cell = cells[to]) {
    used += cell.width;
    to += 1;
  }
  growLeft(room);
  return { from, to };
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The offset itself, or one less where it would part a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  return /^[\uDC00-\uDFFF]/.test(line.slice(offset, offset + 1)) ? Math.max(0, offset - 1) : offset;
}
