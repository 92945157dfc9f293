/** Small edits from one text to another, so that the cursor, folded blocks and marks of the editor stay where they are. */

import type { Span } from '@mos/language';

export interface Replacement extends Span {
  text: string;
}

/** For texts that differ in white space alone: one edit for each run that differs. Undefined where more than that differs. */
export function spaceEdits(before: string, after: string): Replacement[] | undefined {
  const edits: Replacement[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [end, wanted] = [endOfSpace(before, at), endOfSpace(after, to)];
    const [run, next] = [before.slice(at, end), after.slice(to, wanted)];
    if (run !== next) edits.push(narrowed(at, run, next));
    at = end;
    to = wanted;
    if (before[at] !== after[to]) return undefined;
    at += 1;
    to += 1;
  }
  return edits;
}

/** Cells of the table that finds the longest common lines; beyond it the lines in the middle are replaced as one. */
const MOST_CELLS = 4_000_000;

/** For any two texts: whole lines, as few as possible. */
export function lineEdits(before: string, after: string): Replacement[] {
  const [a, b] = [linesIn(before), linesIn(after)];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [old, fresh] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const start = lengthOf(a.slice(0, head));
  if (old.length * fresh.length > MOST_CELLS)
    return [hunk(start, old, fresh)].filter(({ start: from, end, text }) => end > from || text !== '');
  return between(start, old, fresh);
}

function between(start: number, old: readonly string[], fresh: readonly string[]): Replacement[] {
  const width = fresh.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const cell = (row: number, column: number) => common[row * width + column] as number;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      common[row * width + column] =
        old[row] === fresh[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1));
    }
  }
  const edits: Replacement[] = [];
  let [row, column, offset] = [0, 0, start];
  while (row < old.length || column < fresh.length) {
    const gone: string[] = [];
    const come: string[] = [];
    while ((row < old.length || column < fresh.length) && (row >= old.length || old[row] !== fresh[column])) {
      if (column >= fresh.length || (row < old.length && cell(row + 1, column) >= cell(row, column + 1)))
        gone.push(old[row++] as string);
      else come.push(fresh[column++] as string);
    }
    if (gone.length + come.length > 0) edits.push(hunk(offset, gone, come));
    offset += lengthOf(gone);
    for (; row < old.length && old[row] === fresh[column]; row++, column++) offset += (old[row] as string).length;
  }
  return edits;
}

function hunk(start: number, old: readonly string[], fresh: readonly string[]): Replacement {
  return { start, end: start + lengthOf(old), text: fresh.join('') };
}

/** Lines with their ends. */
function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function endOfSpace(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[\s\uFEFF]/.test(text[end] as string)) end++;
  return end;
}

/** Without what both have at their ends. */
function narrowed(at: number, run: string, next: string): Replacement {
  let head = 0;
  while (head < Math.min(run.length, next.length) && run[head] === next[head]) head++;
  let tail = 0;
  while (tail < Math.min(run.length, next.length) - head && run.at(-1 - tail) === next.at(-1 - tail)) tail++;
  return { start: at + head, end: at + run.length - tail, text: next.slice(head, next.length - tail) };
}
