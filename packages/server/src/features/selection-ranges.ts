/** Selection ranges: from the word under the cursor outwards to text, property, block, declaration, and the whole file. */

import { keywordOf, locate, type PlanNode, type Span, segmentsOf, type Token } from '@mos/language';
import type { SelectionRange } from 'vscode-languageserver';
import type { Lines } from '../convert.ts';
import type { Feature, Subject } from '../feature.ts';
import { wordsOf } from '../words.ts';

export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  register({ connection, subject }) {
    connection.onSelectionRanges(async ({ textDocument, positions }) => {
      const found = await subject(textDocument.uri, { alone: true });
      if (!found) return null;
      const tokens = wordsOf(found.lines.text);
      return positions.map((position) => selectionAt(found, found.lines.offset(position), tokens));
    });
  },
};

export function selectionAt(subject: Subject, offset: number, tokens: readonly Token[]): SelectionRange {
  const { lines } = subject;
  const token = tokenAt(tokens, offset);
  const spans = [
    ...(token ? insideOf(token, offset, lines.text) : []),
    ...documentedBy(subject, token),
    ...aroundOf(subject, offset),
    { start: 0, end: lines.text.length },
  ];
  // From the outermost inwards, each within the one before.
  let range: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of spans.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (span.start > offset || offset > span.end || (span.start === span.end && last)) continue;
    if (last && (span.start < last.start || span.end > last.end || span.end - span.start === last.end - last.start))
      continue;
    last = span;
    range = { range: lines.range(span), ...(range && { parent: range }) };
  }
  return range as SelectionRange;
}

/** The token that the offset touches; where two meet, the one behind the cursor unless it is mere punctuation. */
function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start <= offset) low = middle + 1;
    else high = middle;
  }
  const touching = [tokens[low - 1], tokens[low - 2]].filter(
    (token) => token && token.image !== '' && offset <= token.start + token.image.length,
  );
  return touching.find((token) => /[\p{L}\p{N}_"/]/u.test(token?.image ?? '')) ?? touching[0];
}

/** In texts and comments: the word, the sentence or line, the text without its quotes, the whole. */
function insideOf({ start, image, comment }: Token, offset: number, text: string): Span[] {
  const whole = { start, end: start + image.length };
  const isText = image.startsWith('"');
  if (!comment && !isText) return [whole];
  const open = /^(?:"""|"|\/\*\*?|\/\/)\s*/.exec(image)?.[0].length ?? 0;
  const close = /\s*(?:"""|"|\*\/)$/.exec(image.slice(open))?.[0].length ?? 0;
  const inner = { start: start + open, end: Math.max(start + open, whole.end - close) };
  const spans = [whole, inner];
  if (offset < inner.start || offset > inner.end) return spans;
  const content = text.slice(inner.start, inner.end);
  const pieces: RegExp[] = [/[\p{L}\p{M}\p{N}_'’-]+/gu, /[^\s](?:[^.!?\r\n]|[.!?](?!\s))*[.!?]?/gu, /[^\s][^\r\n]*/gu];
  // A paragraph ends with a blank line.
  pieces.push(/[^\s](?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*/gu);
  for (const piece of pieces) {
    for (const { 0: found, index } of content.matchAll(piece)) {
      const at = inner.start + index;
      if (at > offset) break;
      if (offset <= at + found.length) spans.push({ start: at, end: at + found.trimEnd().length });
    }
  }
  return spans;
}

/** A comment that documents a declaration is selected with it. */
function documentedBy({ project, file, lines }: Subject, token: Token | undefined): Span[] {
  if (!token?.comment || !token.image.startsWith('/**')) return [];
  for (const { declaration } of project.engine.plan.files.get(file)?.nodes.values() ?? []) {
    const { start, end, documentation } = declaration;
    if (start < token.start || documentation === undefined) continue;
    return lines.text.lastIndexOf('/**', start) === token.start ? [{ start: token.start, end }] : [];
  }
  return [];
}

/** Reference, property, header, block and declaration, up to the outermost one; with its documentation, too. */
function aroundOf({ project, file, lines }: Subject, offset: number): Span[] {
  const { node, property, link } = locate(project.engine.plan, file, offset);
  const spans: Span[] = [];
  if (link) spans.push(link.reference, ...segmentsOf(lines.text, link));
  if (property) {
    spans.push(property);
    const value = lines.text.slice(keywordOf(property).end, property.end);
    spans.push({ start: property.end - value.trimStart().length, end: property.end });
    if ('details' in property) spans.push(...property.details);
    if ('goals' in property) spans.push(...property.goals);
  }
  for (let at: PlanNode | undefined = node; at; at = at.outer) {
    const { start, end, body, documentation } = at.declaration;
    spans.push({ start, end });
    if (body) {
      spans.push(
        body,
        trimmed({ start: body.start + 1, end: body.end - (lines.text[body.end - 1] === '}' ? 1 : 0) }, lines),
      );
      spans.push({ start, end: start + lines.text.slice(start, body.start).trimEnd().length });
    }
    const comment = documentation === undefined ? -1 : lines.text.lastIndexOf('/**', start);
    if (comment >= 0) spans.push({ start: comment, end });
  }
  return spans;
}

function trimmed({ start, end }: Span, { text }: Lines): Span {
  const content = text.slice(start, end);
  const from = start + content.length - content.trimStart().length;
  return { start: Math.min(from, end), end: Math.max(from, start + content.trimEnd().length) };
}
