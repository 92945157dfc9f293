/** A declaration is hung below another parent: a commitment below a milestone, a milestone below an objective. */

import { leavesRoom } from '../model/candidates.ts';
import { kinds } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import { pathFrom } from '../model/paths.ts';
import type { Plan } from '../model/plan.ts';
import { isDropped } from '../model/states.ts';
import { insertChild, insertProperty, replace } from '../rules/edits.ts';
import { spoken } from '../rules/scaffold.ts';
import { formatPeriod } from '../values/period.ts';
import { type Outcome, refused } from './change.ts';
import { capturedName } from './inline.ts';
import { leaving } from './leave.ts';
import { tidied } from './tidy.ts';

/** Where each may hang. */
const PARENTS: Record<string, readonly string[]> = {
  objective: ['bet', 'frame'],
  milestone: ['objective'],
  commitment: ['milestone'],
};

/** What stands inside of its parent moves into the new one; what says whom it advances says so of the new one. */
export function attach(plan: Plan, node: PlanNode, parent: PlanNode): Outcome {
  const fault = obstacle(plan, node, parent);
  if (fault !== undefined) return refused(fault);
  const title = `let it advance ${parent.label}`;
  const link = node.linksOf('advances')[0];
  const isInside = node.scope !== undefined && node.scope === node.parent;
  if (!isInside || link) {
    if (isInside)
      return refused(`it stands in ${node.scope?.label} and says so as well; leave one of the two out first`);
    const path = pathFrom(plan, parent, 'advances', node);
    if (path === undefined)
      return refused(`${parent.label} has no name that ${node.label} could advance it by; give it one first`);
    const edit = link
      ? replace(node, link.reference, path)
      : insertProperty(plan, node, `advances ${path}`, node.kind === 'commitment' ? ['week', 'dri'] : []);
    return tidied(plan, { title, edits: [edit] });
  }
  const captured = capturedName(plan, node, parent);
  if (captured !== undefined) return refused(`in ${parent.label}, "${captured}" would mean something else`);
  const week = node.outer?.kind === 'week' ? plan.periodOf(node)?.period : undefined;
  if (node.outer?.kind === 'week' && !week) return refused('the week that it stands in cannot be read');
  const changes = week ? [insertProperty(plan, node, `week ${formatPeriod(week)}`)] : [];
  const { lines, removal } = leaving(plan, node, changes);
  return tidied(plan, { title, edits: [removal, insertChild(plan, parent, lines)] });
}

/** Why it may not hang there. */
function obstacle(plan: Plan, node: PlanNode, parent: PlanNode): string | undefined {
  const { noun } = kinds[node.kind];
  const legal = PARENTS[node.kind];
  if (!legal) return `${noun} advances nothing`;
  if (node.parent === parent) return `it advances ${parent.label} already`;
  if (!legal.includes(parent.kind))
    return `${noun} advances ${kinds[legal[0] as 'bet'].noun}, and ${parent.label} is ${kinds[parent.kind].noun}`;
  if (node.declaration.damaged || parent.declaration.damaged) return 'something in it cannot be read; mend that first';
  if (node.has('run')) return 'it keeps the business running, and such work advances nothing';
  if (isDropped(parent)) return `${parent.label} was dropped`;
  if (parent.kind === 'frame' && parent.innerOf('bet').length > 0)
    return `${parent.label} is advanced through one of its bets`;
  const [own, room] = [plan.periodOf(node), plan.periodOf(parent)];
  if (own && room && !leavesRoom(room, own))
    return `its ${own.period.unit}, ${spoken(own.period)}, lies outside of ${spoken(room.period)}`;
  return undefined;
}
