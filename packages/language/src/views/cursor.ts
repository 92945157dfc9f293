/** What may be written at a place of a file, however much around it is half-typed; for completion. */

import type { Span } from '../finding.ts';
import { type Kind, propertiesOf } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { FileEntry, Plan } from '../model/plan.ts';
import type { Declaration } from '../model/records.ts';
import { tokenize } from '../syntax/reader.ts';
import { type Next, nextAfter } from '../syntax/shapes.ts';

export interface Cursor {
  /** The word that the cursor is in or right behind; empty where there is none. UTF-16 offsets. */
  word: Span;
  /** What of it stands before the cursor. */
  typed: string;
  /** The declaration between whose braces the place is. */
  block?: PlanNode;
  place: Place;
}

export type Place =
  | { in: 'text' }
  /** `before`: the comment up to the word. */
  | { in: 'comment'; before: string; start: number }
  /** Between a keyword of a declaration and its brace. */
  | { in: 'header'; kind: Kind; words: string[] }
  /** Behind the keyword of a property. `begins`: a new member may begin here, too. */
  | { in: 'value'; key: string; words: string[]; next: Next; begins: boolean }
  /** Where a member may begin. `inStatus`: between the braces of a status. */
  | { in: 'block'; inStatus: boolean };

/** `offset` in UTF-16 units. */
export function cursorAt(plan: Plan, file: string, offset: number): Cursor {
  const entry = plan.files.get(file);
  const text = entry?.text ?? '';
  const word = wordAt(text, offset, WORD);
  const base = { word, typed: text.slice(word.start, offset) };
  if (!entry) return { ...base, place: { in: 'block', inStatus: false } };
  const block = blockAround(entry, word.start);
  const start = statementStart(entry, block, word.start);
  const tokens = tokenize(text.slice(start.offset, word.start)).filter(({ image }) => image !== '');
  const open = openToken(tokens, word.start - start.offset);
  if (open?.image.startsWith('"')) return { ...base, place: { in: 'text' } };
  if (open) {
    const inComment = wordAt(text, offset, RULE_WORD);
    const from = start.offset + open.start;
    const place: Place = { in: 'comment', before: text.slice(from, inComment.start), start: from };
    return { word: inComment, typed: text.slice(inComment.start, offset), ...(block && { block }), place };
  }
  const code = tokens.filter(({ comment }) => !comment);
  const last = code.at(-1);
  const onNewLine = !last || text.slice(start.offset + last.start, word.start).includes('\n');
  const images = code.map(({ image }) => image);
  return { ...base, ...(block && { block }), place: placeAfter(start, images, onNewLine, block?.kind) };
}

function placeAfter(start: StatementStart, images: readonly string[], onNewLine: boolean, block?: Kind): Place {
  const [, ...words] = images;
  if (start.is === 'nothing') return { in: 'block', inStatus: false };
  if (start.is === 'declaration') {
    if (start.key === 'week') return value('week', words, onNewLine) ?? { in: 'block', inStatus: false };
    // Where no such share can stand, it is the flag, and the half word behind it is not its name.
    if (start.key === 'run' && block && propertiesOf(block).has('run'))
      return value('run', words, onNewLine) ?? { in: 'block', inStatus: false };
    return onNewLine ? { in: 'block', inStatus: false } : { in: 'header', kind: start.key as Kind, words };
  }
  const brace = start.key === 'status' ? words.indexOf('{') : -1;
  if (brace >= 0 && !words.includes('}')) {
    const details = words.slice(brace + 1);
    const from = details.findLastIndex((word) => STATUS_DETAILS.includes(word));
    const detail = from < 0 ? undefined : value(details[from] as string, details.slice(from + 1), onNewLine);
    return detail ?? { in: 'block', inStatus: true };
  }
  return value(start.key, words, onNewLine) ?? { in: 'block', inStatus: false };
}

/** What may stand in the braces of a status. */
export const STATUS_DETAILS: readonly string[] = ['option', 'recovery', 'confidence'];

function value(key: string, words: string[], onNewLine: boolean): Place | undefined {
  const next = nextAfter(key, words);
  // What may be left out is not looked for on the next line.
  if (!next || (next.complete && onNewLine)) return undefined;
  return { in: 'value', key, words, next, begins: next.complete || onNewLine };
}

/** A path counts as one word: it is replaced as a whole. */
const WORD = { before: /[\p{L}\p{M}\p{N}_.-]*$/u, after: /^[\p{L}\p{M}\p{N}_-]*/u };
const RULE_WORD = { before: /[\p{L}\p{N}_/-]*$/u, after: /^[\p{L}\p{N}_/-]*/u };
/** Longer words than any in a plan; bounds the search. */
const LONGEST_WORD = 400;

function wordAt(text: string, offset: number, { before, after }: typeof WORD): Span {
  const head = before.exec(text.slice(Math.max(0, offset - LONGEST_WORD), offset))?.[0] ?? '';
  const tail = after.exec(text.slice(offset, offset + LONGEST_WORD))?.[0] ?? '';
  // A comment's slashes are no part of a word.
  const start = offset - head.replace(/^\/+/, '').length;
  return { start, end: offset + tail.length };
}

/** The innermost declaration between whose braces the place is; one that was never closed goes on as far as it is indented. */
function blockAround({ text, summary: { declarations }, nodes }: FileEntry, offset: number): PlanNode | undefined {
  let [low, high] = [0, declarations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((declarations[middle] as Declaration).start < offset) low = middle + 1;
    else high = middle;
  }
  // Whatever holds the place, or is still open there, holds the last declaration that begins before it.
  let node = nodes.values()[low - 1];
  while (node && !holds(text, node, offset)) node = node.outer;
  return node;
}

function holds(text: string, node: PlanNode, offset: number): boolean {
  const { end, body } = node.declaration;
  if (!body || body.start >= offset) return false;
  const closed = closedAt(text, node.declaration, node.inner);
  return closed === undefined ? offset <= end || reaches(text, node, offset) : offset < closed;
}

/**
 * The end of its closing brace; undefined where it has none. A declaration's own end says less: words that mean nothing, such as
 * half a word on the line below, count as a part of what they follow.
 */
function closedAt(
  text: string,
  { end, body, properties }: Declaration,
  inner: readonly PlanNode[],
): number | undefined {
  if (!body) return undefined;
  const last = Math.max(body.start + 1, inner.at(-1)?.declaration.end ?? 0, properties.at(-1)?.end ?? 0);
  const rest = text.slice(last, end);
  if (/^\s*\}$/.test(rest)) return end;
  // A brace that closes nothing would be dropped, so it gets one to close.
  const brace = tokenize(`{${rest}`).find(({ image }) => image === '}');
  return brace && last + brace.start;
}

function reaches(text: string, node: PlanNode, offset: number): boolean {
  const { start, end } = node.declaration;
  const between = text.slice(end, offset);
  if (!between.includes('\n') || text.slice(offset).trim() === '') return true;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return indentAt(text, offset) > indentOf(text.slice(lineStart, start));
}

function indentAt(text: string, offset: number): number {
  return indentOf(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}

function indentOf(line: string): number {
  return (/^[ \t]*/.exec(line) as RegExpExecArray)[0].length;
}

interface StatementStart {
  offset: number;
  is: 'property' | 'declaration' | 'nothing';
  key: string;
}

/** Where the member begins that the place may belong to; what came before it is settled. */
function statementStart(entry: FileEntry, block: PlanNode | undefined, offset: number): StatementStart {
  const { text } = entry;
  const body = block?.declaration.body;
  let start: StatementStart = { offset: body ? body.start + 1 : 0, is: 'nothing', key: '' };
  const property = block?.declaration.properties.findLast((candidate) => candidate.start < offset);
  if (property && property.start >= start.offset) start = { offset: property.start, is: 'property', key: property.key };
  const node = block ? block.inner.findLast((inner) => inner.declaration.start < offset) : lastAtTop(entry, offset);
  if (!node || node.declaration.start < start.offset) return start;
  const closed = closedAt(text, node.declaration, node.inner);
  if (closed !== undefined && closed <= offset) return { offset: closed, is: 'nothing', key: '' };
  return { offset: node.declaration.start, is: 'declaration', key: node.kind };
}

function lastAtTop({ summary: { declarations }, nodes }: FileEntry, offset: number): PlanNode | undefined {
  return nodes.values()[declarations.findLastIndex(({ outer, start }) => outer < 0 && start < offset)];
}

/** The text or comment that the place is still inside of. */
function openToken(tokens: readonly { start: number; image: string; comment: boolean }[], length: number) {
  const last = tokens.at(-1);
  if (!last || last.start + last.image.length < length) return undefined;
  const { image } = last;
  if (image.startsWith('"""')) return image.length >= 6 && image.endsWith('"""') ? undefined : last;
  if (image.startsWith('"')) return /^"(?:\\.|[^"\\])*"$/.test(image) ? undefined : last;
  if (image.startsWith('//')) return last;
  return last.comment && !(image.length >= 4 && image.endsWith('*/')) ? last : undefined;
}
