/** A declaration that says what it advances moves into that: its place then says it. */

import { factsOf } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { insertChild, insertProperty, removeProperty } from '../rules/edits.ts';
import { formatPeriod } from '../values/period.ts';
import { type Outcome, refused } from './change.ts';
import { leaving } from './leave.ts';
import { tidied } from './tidy.ts';

/** A milestone moves into its objective, a commitment into its milestone. */
export function inline(plan: Plan, node: PlanNode): Outcome {
  const property = node.property('advances');
  const targets = node.targets('advances');
  const [parent] = targets;
  if (!property || !parent || targets.length !== 1 || node.linksOf('advances').length !== 1)
    return refused('only what advances exactly one declaration can move into it');
  if (node.scope) return refused(`it stands in ${node.scope.label} already`);
  if (!factsOf(parent.kind).holds.includes(node.kind) || parent.level !== (node.level ?? 0) - 1)
    return refused(`a ${node.kind} does not stand in ${factsOf(parent.kind).noun}`);
  if (node.declaration.damaged || parent.declaration.damaged)
    return refused('something in it cannot be read; mend that first');
  const captured = capturedName(plan, node, parent);
  if (captured !== undefined) return refused(`in ${parent.label}, "${captured}" would mean something else`);
  const week = node.outer?.kind === 'week' ? plan.periodOf(node)?.period : undefined;
  if (node.outer && !week) return refused('the week that it stands in cannot be read');
  const changes = week
    ? [{ ...removeKeeping(plan, node, `week ${formatPeriod(week)}`) }]
    : [removeProperty(plan, node, property)];
  const { lines, removal } = leaving(plan, node, changes);
  const rest = plan.text(node.file).slice(0, removal.start) + plan.text(node.file).slice(removal.end);
  const isEmptied = rest.trim() === '' && parent.file !== node.file;
  return tidied(plan, {
    title: `move it into ${parent.label}`,
    edits: [removal, insertChild(plan, parent, lines)],
    ...(isEmptied && { emptied: [node.file] }),
  });
}

/** `advances` gives way to the week that the block around it said so far. */
function removeKeeping(plan: Plan, node: PlanNode, week: string): ReturnType<typeof insertProperty> {
  const property = node.property('advances');
  if (!property) return insertProperty(plan, node, week);
  return { file: node.file, start: property.start, end: property.end, text: week };
}

/** A name used inside that the new place would give another meaning. */
export function capturedName(plan: Plan, node: PlanNode, parent: PlanNode): string | undefined {
  const inside = [node];
  for (let index = 0; index < inside.length; index++) inside.push(...(inside[index] as PlanNode).inner);
  for (const { links } of inside) {
    for (const { reference, target } of links) {
      if (!target || target === parent || inside.includes(target) || reference.path.includes('.')) continue;
      for (const other of plan.names.bearersOf(reference.path))
        if (other !== target && other.kind === target.kind && other.scope === parent) return reference.path;
    }
  }
  return undefined;
}
