/** Text edits that fixes are made of: they keep comments and the author's layout. */

import type { Span } from '../finding.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { Property } from '../model/records.ts';
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
  // After the comment that may end the line.
  const lineEnd = endOfLine(text, at);
  const rest = text.slice(at, lineEnd);
  const where = /^\s*(\/\/.*|\/\*(?:(?!\*\/).)*\*\/\s*)?$/.test(rest) ? lineEnd : at;
  return replace(
    node,
    { start: where, end: where },
    `${newlineOf(text)}${indentInside(plan, node)}${property}${where === at ? newlineOf(text) + indentInside(plan, node) : ''}`,
  );
}

/** Adds a declaration at the end of a block; `lines` are indented as the block's other members are. */
export function insertChild(plan: Plan, node: PlanNode, lines: readonly string[]): Edit {
  const text = plan.text(node.file);
  const newline = newlineOf(text);
  const outer = indentOf(text, node.declaration.start);
  const inner = indentInside(plan, node);
  const block = lines.map((line) => `${inner}${line}`).join(newline);
  const { body } = node.declaration;
  if (!body)
    return replace(node, { start: headerEnd(node), end: headerEnd(node) }, ` {${newline}${block}${newline}${outer}}`);
  const close = body.end - 1;
  const contentEnd = text.slice(0, close).trimEnd().length;
  if (!text.slice(body.start, close).includes('\n')) {
    const content = text.slice(body.start + 1, close).trim();
    return replace(node, body, `{${newline}${content ? inner + content + newline : ''}${block}${newline}${outer}}`);
  }
  return replace(node, { start: contentEnd, end: close }, `${newline}${block}${newline}${outer}`);
}

/** Takes a property out, its line with it when nothing else stands there. */
export function removeProperty(plan: Plan, node: PlanNode, property: Property): Edit {
  const text = plan.text(node.file);
  return replace(node, withLine(text, property), '');
}

/** Keeps only the wanted references of a list: `dri ben, cho` → `dri ben`. */
export function keepReferences(node: PlanNode, property: Property, kept: readonly string[]): Edit {
  if (!('targets' in property) || property.targets.length === 0) throw new Error(`${property.key} holds no references`);
  const start = (property.targets[0] as Span).start;
  const end = (property.targets.at(-1) as Span).end;
  return replace(node, { start, end }, kept.join(', '));
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

export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function headerEnd(node: PlanNode): number {
  const { keyword, name, title } = node.declaration;
  const week = node.kind === 'week' ? node.property('week')?.end : undefined;
  return Math.max(keyword.end, name?.end ?? 0, title?.end ?? 0, week ?? 0);
}

function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return (/^[ \t]*/.exec(text.slice(start, offset)) as RegExpExecArray)[0];
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n|$/);
  return offset + end;
}

function withLine(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  const alone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: Math.min(text.length, lineEnd + newlineOf(text).length) };
  // In a short block one space goes with it.
  return { start: text[start - 1] === ' ' ? start - 1 : start, end };
}
