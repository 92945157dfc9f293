/** Edits of a status: what stands in its braces. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { PropertyOf } from '../model/records.ts';
import { indentInside, newlineOf, quoted, replace } from './edits.ts';
import type { ProposedFix } from './rule.ts';

/** Adds `option` or `recovery` at the end of the braces of a status, on a line of its own, as the others are then; the braces come with it where there are none. */
export function insertDetail(
  plan: Plan,
  node: PlanNode,
  status: PropertyOf<'StatusProperty'>,
  key: 'option' | 'recovery',
  text: string,
): ProposedFix['edits'][number] {
  const source = plan.text(node.file);
  const newline = newlineOf(source);
  const outer = indentInside(plan, node);
  const step = outer.includes('\t') ? '\t' : '  ';
  const inner = `${newline}${outer}${step}`;
  const line = `${inner}${key} ${quoted(text)}`;
  const open = source[status.end - 1] === '}' ? source.lastIndexOf('{', status.details[0]?.start ?? status.end) : -1;
  if (open < status.start) return replace(node, { start: status.end, end: status.end }, ` {${line}${newline}${outer}}`);
  const close = status.end - 1;
  if (source.slice(open, close).includes('\n')) {
    const end = source.slice(0, close).trimEnd().length;
    return replace(node, { start: end, end: close }, `${line}${newline}${outer}`);
  }
  const details = status.details.map((detail) => `${inner}${source.slice(detail.start, detail.end)}`);
  return replace(node, { start: open, end: status.end }, `{${details.join('')}${line}${newline}${outer}}`);
}
