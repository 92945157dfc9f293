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
function countBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
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
  const codeAfter = nextCodes(text, comments);
  const line = lineFinder(text);
  const codeLine = lineFinder(text);
  for (const [index, { start, end }] of comments.entries()) {
    const match = PATTERN.exec(text.slice(start, end));
    if (!match) {
      if (NEARLY.test(text.slice(start, end))) suppressions.push(unread(text, start, end, line(start)));
      continue;
    }
    const [whole, wholeFile, rule = '', until, reason] = match;
    const ruleStart = start + (rule ? whole.indexOf(rule, whole.indexOf('mos-allow') + 9) : whole.length);
    const suppression: Suppression = {
      start,
      end: start + whole.trimEnd().length,
      rule: { value: rule, start: ruleStart, end: ruleStart + rule.length },
      wholeFile: Boolean(wholeFile),
      removal: removalOf(text, start, end, line(start)),
    };
    if (until) {
      const at = start + whole.indexOf(until, ruleStart - start + rule.length);
      suppression.until = { value: until, start: at, end: at + until.length };
    }
    if (reason) suppression.reason = reason;
    if (!wholeFile) {
      const own = line(start);
      const alone = text.slice(own.start, start).trim() === '';
      const from = alone ? (codeAfter[index] as number) : skipForward(text, own.start);
      const declaration = declarationAt(from, codeLine(from).end, declarations);
      if (declaration !== undefined) suppression.declaration = declaration;
    }
    suppressions.push(suppression);
  }
  return suppressions;
}

function unread(text: string, start: number, end: number, line: Span): Suppression {
  const removal = removalOf(text, start, end, line);
  return { start, end, rule: { value: '', start: end, end }, wholeFile: false, removal };
}

/** The declaration that begins at `from` or later on its line, else the one around it. */
function declarationAt(from: number, lineEnd: number, declarations: readonly Declaration[]): number | undefined {
  const first = countBefore(declarations, from);
  if ((declarations[first]?.start ?? lineEnd) < lineEnd) return first;
  let around = first - 1;
  while (around >= 0 && (declarations[around] as Declaration).end < from)
    around = (declarations[around] as Declaration).outer;
  return around >= 0 ? around : undefined;
}

/** For each comment, where the next thing stands that is none. Backwards, for a long row of comments is looked at once. */
function nextCodes(text: string, comments: readonly Span[]): number[] {
  const found: number[] = new Array(comments.length);
  for (let index = comments.length - 1; index >= 0; index--) {
    const after = skipForward(text, (comments[index] as Span).end);
    found[index] = comments[index + 1]?.start === after ? (found[index + 1] as number) : after;
  }
  return found;
}

/** The line around an offset, without its line break; asked along the text, it looks at each line once. */
function lineFinder(text: string): (offset: number) => Span {
  let line: Span | undefined;
  return (offset) => {
    if (!line || offset < line.start || offset > line.end) {
      const end = text.indexOf('\n', offset);
      line = { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
    }
    return line;
  };
}

function removalOf(text: string, start: number, end: number, line: Span): Span {
  const before = text.slice(line.start, start);
  if (before.trim() !== '') return { start: line.start + before.trimEnd().length, end };
  const lineEnd = end <= line.end ? line.end : lineFinder(text)(end).end;
  return { start: line.start, end: Math.min(text.length, lineEnd + 1) };
}

function skipForward(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}
