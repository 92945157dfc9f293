/** What comments say to mos: documentation before a declaration, and suppressions with their reasons. */

import type { Span } from '../finding.ts';
import type { Declaration, Suppression } from '../model/records.ts';

/** The text of the doc comment that stands right before `offset`, line comments in between ignored; undefined without one. */
export function documentationBefore(text: string, offset: number, comments: readonly Span[]): string | undefined {
  let before = offset;
  for (let index = countBefore(comments, offset) - 1; index >= 0; index--) {
    const { start, end } = comments[index] as Span;
    if (text.slice(end, before).trim() !== '') return undefined;
    // A line comment may stand between: a suppression, say.
    if (text.startsWith('/**', start))
      return end > start + 4 ? documentationIn(text.slice(start + 3, end - 2)) : undefined;
    if (text.startsWith('/*', start)) return undefined;
    before = start;
  }
  return undefined;
}

function documentationIn(body: string): string {
  const lines = body.split(/\r?\n/);
  return lines
    .map((line, index) => (index === 0 ? line : line.replace(/^\s*\*? ?/, '')).trimEnd())
    .join('\n')
    .trim();
}

/** How many of them, which stand in the order of the text, begin before `offset`. */
function countBefore(comments: readonly Span[], offset: number): number {
  let low = 0;
  for (let high = comments.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether some comment may be a permission; looking for them costs more. */
export function mayAllow(text: string, comments: readonly Span[]): boolean {
  return comments.some(({ start, end }) => /mos[-\s]*(allow|ignore|disable)/i.test(text.slice(start, end)));
}

const PATTERN =
  /^\/\/\s*mos-allow(-file)?(?=\s|:|$)[ \t]*([^\s:]*)(?:[ \t]+until[ \t]+([^\s:]+))?[ \t]*(?::[ \t]*(.*?))?\s*$/;

/** Looks like a permission and is none: what people write from memory, or from other tools. */
const NEARLY = /^\/[/*]+\s*mos[-\s]*(allow|ignore|disable)\b/i;

export function suppressionsIn(
  text: string,
  comments: readonly Span[],
  declarations: readonly Declaration[],
): Suppression[] {
  const suppressions: Suppression[] = [];
  for (const { start, end } of comments) {
    const match = PATTERN.exec(text.slice(start, end));
    if (!match) {
      if (NEARLY.test(text.slice(start, end))) suppressions.push(unread(text, start, end));
      continue;
    }
    const [whole, wholeFile, rule = '', until, reason] = match;
    const ruleStart = start + (rule ? whole.indexOf(rule, whole.indexOf('mos-allow') + 9) : whole.length);
    const suppression: Suppression = {
      start,
      end: start + whole.trimEnd().length,
      rule: { value: rule, start: ruleStart, end: ruleStart + rule.length },
      wholeFile: Boolean(wholeFile),
      removal: removalOf(text, start, end),
    };
    if (until) {
      const at = start + whole.indexOf(until, ruleStart - start + rule.length);
      suppression.until = { value: until, start: at, end: at + until.length };
    }
    if (reason) suppression.reason = reason;
    const declaration = wholeFile ? undefined : declarationAt(text, start, comments, declarations);
    if (declaration !== undefined) suppression.declaration = declaration;
    suppressions.push(suppression);
  }
  return suppressions;
}

function unread(text: string, start: number, end: number): Suppression {
  return { start, end, rule: { value: '', start: end, end }, wholeFile: false, removal: removalOf(text, start, end) };
}

/** The declaration that begins on the comment's line, else on the next line that is no comment, else the one around it. */
function declarationAt(
  text: string,
  start: number,
  comments: readonly Span[],
  declarations: readonly Declaration[],
): number | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const alone = text.slice(lineStart, start).trim() === '';
  const from = alone
    ? nextCode(text, start, comments)
    : lineStart + (/^\s*/.exec(text.slice(lineStart)) as RegExpExecArray)[0].length;
  const lineEnd = lineEndOf(text, from);
  const beginning = declarations.findIndex((declaration) => declaration.start >= from && declaration.start < lineEnd);
  if (beginning >= 0) return beginning;
  return declarations.findLastIndex((declaration) => declaration.start <= from && from <= declaration.end);
}

function nextCode(text: string, offset: number, comments: readonly Span[]): number {
  let at = offset;
  for (const comment of comments) if (comment.start === at) at = skipForward(text, comment.end);
  return at;
}

function removalOf(text: string, start: number, end: number): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  if (before.trim() === '') return { start: lineStart, end: Math.min(text.length, lineEndOf(text, end) + 1) };
  return { start: lineStart + before.trimEnd().length, end };
}

function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function skipForward(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}
