/** A declaration leaves the week block it stands in, and takes the block along when nothing else is in it. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { cut } from '../rules/edits.ts';

/** As `cut` does. A comment in the block, or behind its brace, keeps it. */
export function leaving(plan: Plan, node: PlanNode, changes: Parameters<typeof cut>[2] = []): ReturnType<typeof cut> {
  const own = cut(plan, node, changes);
  return isLastInWeek(plan, node) && node.outer ? { ...own, removal: cut(plan, node.outer).removal } : own;
}

export function isLastInWeek(plan: Plan, node: PlanNode): boolean {
  const body = node.outer?.kind === 'week' ? node.outer.declaration.body : undefined;
  if (!body) return false;
  const { removal } = cut(plan, node);
  const text = plan.text(node.file);
  return (text.slice(body.start + 1, removal.start) + text.slice(removal.end, body.end - 1)).trim() === '';
}
