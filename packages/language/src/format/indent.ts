/** How far a line is indented, as far as the braces before it tell: for text that is still being typed, and reads badly yet. */

import { tokenize } from '../syntax/reader.ts';

const STEP = '  ';

/** For the line that begins at `lineStart`; undefined inside of a text or comment, whose lines are the author's business. */
export function indentOfLine(text: string, lineStart: number): string | undefined {
  let depth = 0;
  for (const { start, image, comment } of tokenize(text)) {
    if (start >= lineStart) break;
    if (start + image.length > lineStart) return undefined;
    // A text that is never closed ends with its line; a comment does not end at all.
    if (comment && image.startsWith('/*') && !image.endsWith('*/')) return undefined;
    if (image === '{') depth += 1;
    else if (image === '}') depth = Math.max(0, depth - 1);
  }
  const closes = /^[ \t]*\}/.test(text.slice(lineStart));
  return STEP.repeat(Math.max(0, depth - (closes ? 1 : 0)));
}

/** The brace that a closing one right before `offset` belongs to; undefined where there is none. */
export function openingBrace(text: string, offset: number): number | undefined {
  const open: number[] = [];
  for (const { start, image } of tokenize(text)) {
    if (start >= offset) return undefined;
    if (image === '{') open.push(start);
    else if (image === '}') {
      const opening = open.pop();
      if (start === offset - 1) return opening;
    }
  }
  return undefined;
}
