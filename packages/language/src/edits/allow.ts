/** A finding that somebody has a reason for is silenced where it stands: `// mos-allow rule until date: reason`. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { newlineOf } from '../rules/edits.ts';
import { type Outcome, refused } from './change.ts';

export interface Allowance {
  rule: string;
  /** One line; the next reader of the plan sees it. */
  reason: string;
  /** ISO date of the last day. */
  until?: string;
}

/** On the line above a declaration, below what documents it. */
export function allow(plan: Plan, node: PlanNode, { rule, reason, until }: Allowance): Outcome {
  const text = plan.text(node.file);
  const { start } = node.declaration;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '')
    return refused(`${node.label} shares its line with another declaration; give it a line first`);
  const words = reason.replace(/\s+/g, ' ').trim();
  const comment = `// mos-allow ${rule}${until ? ` until ${until}` : ''}: ${words}${newlineOf(text)}${indent}`;
  return { title: `allow ${rule} here`, edits: [{ file: node.file, start, end: start, text: comment }] };
}
