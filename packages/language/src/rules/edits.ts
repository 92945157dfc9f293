/** Text edits that fixes are made of: they keep comments and the author's layout. */

import type { Span } from '../finding.ts';
import { editText } from '../fixes.ts';
import { factsOf, type Kind } from '../model/kinds.ts';
import type { Link, PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { Property } from '../model/records.ts';
import { keywordOf } from '../model/records.ts';
import { encodeText } from '../values/text.ts';
import type { ProposedFix } from './rule.ts';

type Edit = ProposedFix['edits'][number];

export function replace(node: PlanNode, span: Span, text: string): Edit {
  return { file: node.file, start: span.start, end: span.end, text };
}

/**
 * Adds a property to a declaration: on a line of its own in a block of several lines, in line in a short one, in a new block
 * where there is none. Stands after the property `after` if given and present, else first in the block.
 */
export function insertProperty(plan: Plan, node: PlanNode, property: string, after?: readonly string[]): Edit {
  const text = plan.text(node.file);
  const { body, properties } = node.declaration;
  if (!body) return replace(node, { start: headerEnd(node), end: headerEnd(node) }, ` { ${property} }`);
  const anchor = properties.findLast((candidate) => after?.includes(candidate.key) && candidate.start > body.start);
  const at = anchor ? anchor.end : body.start + 1;
  const multiline = text.slice(body.start, body.end).includes('\n');
  if (!multiline) {
    const empty = text.slice(body.start + 1, body.end - 1).trim() === '';
    if (empty) return replace(node, { start: body.start, end: body.end }, `{ ${property} }`);
    return replace(node, { start: at, end: at }, ` ${property}`);
  }
  // After the comment that may end the line; in line where more properties follow on it.
  const lineEnd = endOfLine(text, at);
  if (!/^\s*(\/\/.*|\/\*(?:(?!\*\/).)*\*\/\s*)?$/.test(text.slice(at, lineEnd)))
    return replace(node, { start: at, end: at }, ` ${property}`);
  return replace(node, { start: lineEnd, end: lineEnd }, `${newlineOf(text)}${indentInside(plan, node)}${property}`);
}

/** Adds a declaration at the end of a block; `lines` are indented as the block's other members are. */
export function insertChild(plan: Plan, node: PlanNode, lines: readonly string[]): Edit {
  const text = plan.text(node.file);
  const newline = newlineOf(text);
  const outer = indentOf(text, node.declaration.start);
  const inner = indentInside(plan, node);
  const block = lines.map((line) => indented(line, inner)).join(newline);
  const { body } = node.declaration;
  if (!body)
    return replace(node, { start: headerEnd(node), end: headerEnd(node) }, ` {${newline}${block}${newline}${outer}}`);
  const close = body.end - 1;
  const contentEnd = text.slice(0, close).trimEnd().length;
  if (!text.slice(body.start, close).includes('\n')) {
    const own = membersOf(node, text.slice(0, close)).map((member) => `${inner}${member}${newline}`);
    return replace(node, body, `{${newline}${own.join('')}${block}${newline}${outer}}`);
  }
  return replace(node, { start: contentEnd, end: close }, `${newline}${block}${newline}${outer}`);
}

/** Adds a declaration behind the last of its kind, or the last property of the block, before what else stands in it. */
export function insertAhead(plan: Plan, node: PlanNode, kind: Kind, lines: readonly string[]): Edit {
  const text = plan.text(node.file);
  const { body, properties } = node.declaration;
  if (!body || !text.slice(body.start, body.end).includes('\n')) return insertChild(plan, node, lines);
  const work = node.inner.find((inner) => inner.kind !== kind)?.declaration.start ?? body.end;
  const anchor = [...properties, ...node.innerOf(kind).map((inner) => inner.declaration)]
    .map(({ end }) => end)
    .filter((end) => end > body.start && end < work)
    .sort((a, b) => a - b)
    .at(-1);
  const rest = anchor === undefined ? undefined : /^[ \t]*(\/\/[^\r\n]*)?(?=\r?\n)/.exec(text.slice(anchor));
  if (anchor === undefined || !rest) return insertChild(plan, node, lines);
  const at = anchor + rest[0].length;
  const indent = indentInside(plan, node);
  return replace(node, { start: at, end: at }, lines.map((line) => newlineOf(text) + indent + line).join(''));
}

/** Adds a declaration on the lines after a sibling and the comment that may end its line. */
export function insertAfter(plan: Plan, sibling: PlanNode, lines: readonly string[]): Edit {
  const text = plan.text(sibling.file);
  const { start, end } = sibling.declaration;
  const lineEnd = endOfLine(text, end);
  const at = /^\s*(\/\/.*)?$/.test(text.slice(end, lineEnd)) ? lineEnd : end;
  const indent = indentOf(text, start);
  const block = lines.map((line) => newlineOf(text) + indented(line, indent));
  return replace(sibling, { start: at, end: at }, block.join(''));
}

/** Takes a property out, its line with it when nothing else stands there, and the braces when they would be left empty. */
export function removeProperty(plan: Plan, node: PlanNode, property: Property): Edit {
  const text = plan.text(node.file);
  const { body } = node.declaration;
  const around = body && text.slice(body.start + 1, property.start) + text.slice(property.end, body.end - 1);
  if (body && around?.trim() === '' && node.kind !== 'week') {
    const start = headerEnd(node);
    return replace(node, text.slice(start, body.start).trim() === '' ? { start, end: body.end } : body, '');
  }
  return replace(node, withLine(text, property), '');
}

/** Keeps only the wanted references of a list: `dri ben, cho` → `dri ben`. */
export function keepReferences(node: PlanNode, property: Property, kept: readonly string[]): Edit {
  if (!('targets' in property) || property.targets.length === 0) throw new Error(`${property.key} holds no references`);
  const start = (property.targets[0] as Span).start;
  const end = (property.targets.at(-1) as Span).end;
  return replace(node, { start, end }, kept.join(', '));
}

/** Takes references out of their lists, and whole properties where nothing is left; one that stands there twice is given twice. */
export function removeReferences(plan: Plan, node: PlanNode, links: readonly Link[]): Edit[] {
  return [...Map.groupBy(links, ({ property }) => property)].map(([property, leaving]) => {
    const gone = new Set(leaving.map(({ reference }) => reference.start));
    const targets = 'targets' in property ? property.targets : [];
    const kept = targets.filter(({ start }) => !gone.has(start)).map(({ path }) => path);
    return kept.length > 0 ? keepReferences(node, property, kept) : removeProperty(plan, node, property);
  });
}

/** Takes a declaration out with its lines, and the empty line that parted it from what stands before. */
export function removeDeclaration(plan: Plan, node: PlanNode): Edit {
  const text = plan.text(node.file);
  const { start, end } = withLine(text, node.declaration);
  const gap = /\n([ \t]*\r?\n)$/.exec(text.slice(0, start));
  const alone = /^[ \t]*(\r?\n|$)/.test(text.slice(end));
  return replace(node, { start: gap && alone ? start - (gap[1] as string).length : start, end }, '');
}

/** Moves a declaration, and the comments on the lines above it, out to the nearest place that can hold it. */
export function moveOut(plan: Plan, node: PlanNode): Edit[] {
  let block = node.outer as PlanNode;
  while (block.outer && !factsOf(block.outer.kind).holds.includes(node.kind)) block = block.outer;
  const { lines, removal } = cut(plan, node);
  return [removal, insertAfter(plan, block, block.outer ? lines : ['', ...lines])];
}

/**
 * A declaration with the comments on the lines above and behind it, as lines without its indentation, and the edit that takes both out.
 * `changes` are edits within the declaration that the lines have already.
 */
export function cut(plan: Plan, node: PlanNode, changes: readonly Edit[] = []): { lines: string[]; removal: Edit } {
  const text = plan.text(node.file);
  const { declaration } = node;
  const behind = /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(declaration.end, endOfLine(text, declaration.end)));
  const end = declaration.end + (behind?.[0].length ?? 0);
  const own = withLine(text, { start: declaration.start, end });
  const wholeLines = own.start <= text.lastIndexOf('\n', declaration.start - 1) + 1;
  const start = wholeLines ? startOfComments(text, own.start) : declaration.start;
  const indent = indentOf(text, declaration.start);
  const changed = changes.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const lines = editText(text.slice(start, wholeLines ? end : declaration.end), changed)
    .split(/\r?\n/)
    .map((line) => (wholeLines && line.startsWith(indent) ? line.slice(indent.length) : line))
    .map((line, index) => (index === 0 ? line.trimStart() : line));
  if (!wholeLines) return { lines, removal: replace(node, withLine(text, declaration), '') };
  // Of two empty lines around it, or one before the end of the block, one goes with it.
  const gap = /\n([ \t]*\r?\n)$/.exec(text.slice(0, start));
  const alone = /^[ \t]*(\r?\n|\}|$)/.test(text.slice(own.end));
  const from = gap && alone ? start - (gap[1] as string).length : start;
  const isFirst = /(^|\{[ \t]*\r?\n)$/.test(text.slice(0, start));
  const below = isFirst ? (/^(?:[ \t]*\r?\n)*/.exec(text.slice(own.end))?.[0].length ?? 0) : 0;
  return { lines, removal: replace(node, { start: from, end: own.end + below }, '') };
}

/** Empty lines stay empty. */
function indented(line: string, indent: string): string {
  return line === '' ? '' : indent + line;
}

export function quoted(text: string): string {
  return encodeText(text);
}

/** White space that members of a block begin with. */
export function indentInside(plan: Plan, node: PlanNode): string {
  const text = plan.text(node.file);
  const own = indentOf(text, node.declaration.start);
  const { body, properties } = node.declaration;
  const members = [
    ...properties.map((property) => property.start),
    ...node.inner.map((inner) => inner.declaration.start),
  ];
  const first = members
    .filter((start) => body && start > body.start && text.slice(body.start, start).includes('\n'))
    .sort((a, b) => a - b)[0];
  return first === undefined ? `${own}${own.startsWith('\t') ? '\t' : '  '}` : indentOf(text, first);
}

/** Where what follows a property on a line of its own may stand: a comment that ends the line belongs to what stands before it. */
export function behindComment(text: string, end: number): number {
  return end + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end, endOfLine(text, end)))?.[0].length ?? 0);
}

export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function headerEnd(node: PlanNode): number {
  const { declaration } = node;
  const { name, title } = declaration;
  const week = node.kind === 'week' ? node.property('week')?.end : undefined;
  return Math.max(keywordOf(declaration).end, name?.end ?? 0, title?.end ?? 0, week ?? 0);
}

/** Where the comments that stand right above a line begin. */
function startOfComments(text: string, lineStart: number): number {
  const comments = /(?:^|\n)((?:[ \t]*(?:\/\/|\/\*|\*)[^\n]*\n)+)$/.exec(text.slice(0, lineStart));
  return lineStart - (comments?.[1]?.length ?? 0);
}

function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return (/^[ \t]*/.exec(text.slice(start, offset)) as RegExpExecArray)[0];
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n|$/);
  return offset + end;
}

/** What stands in a short block, one member each; comments stay with the member before them. */
function membersOf(node: PlanNode, textBeforeClose: string): string[] {
  const { body, properties } = node.declaration;
  if (!body) return [];
  const starts = [...properties, ...node.inner.map((inner) => inner.declaration)]
    .map(({ start }) => start)
    .filter((start) => start > body.start)
    .sort((a, b) => a - b);
  const first = body.start + 1;
  return starts
    .map((start, index) => textBeforeClose.slice(index === 0 ? first : start, starts[index + 1]).trim())
    .filter(Boolean);
}

function withLine(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  const alone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: Math.min(text.length, lineEnd + newlineOf(text).length) };
  // In a short block one space goes with it.
  return { start: text[start - 1] === ' ' ? start - 1 : start, end };
}
