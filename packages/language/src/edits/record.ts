/** Facts that an owner writes down about the own promise: done, missed, moved, dropped. */

import { propertiesOf } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { stateOf } from '../model/states.ts';
import { insertProperty, quoted } from '../rules/edits.ts';
import { spoken } from '../rules/scaffold.ts';
import { addDays } from '../values/calendar.ts';
import { formatPeriod, type Period } from '../values/period.ts';
import { type Outcome, refused } from './change.ts';
import { tidied } from './tidy.ts';

/** `on` is an ISO date. A commitment is done, a milestone is met. */
export function recordDone(plan: Plan, node: PlanNode, on: string): Outcome {
  const key = node.kind === 'milestone' ? 'met' : 'done';
  return record(plan, node, key, `${key} ${on}`, `mark it ${key} on ${on}`);
}

/** The day of a promise that was kept: in its own week, on its Friday once that is over. */
export function keptOn(plan: Plan, node: PlanNode, today: string): string {
  const week = plan.periodOf(node);
  return week && week.last < today && !node.has('moved') ? addDays(week.last, -DAYS_OF_WEEKEND) : today;
}

const DAYS_OF_WEEKEND = 2;

export function recordMissed(plan: Plan, node: PlanNode, reason: string): Outcome {
  return record(plan, node, 'missed', `missed ${quoted(reason)}`, 'mark it missed');
}

export function recordDropped(plan: Plan, node: PlanNode, reason: string): Outcome {
  return record(plan, node, 'dropped', `dropped ${quoted(reason)}`, 'drop it');
}

/** It stays where it was promised, and says where it went. */
export function recordMoved(plan: Plan, node: PlanNode, to: Period, reason: string): Outcome {
  return record(plan, node, 'moved', `moved to ${formatPeriod(to)} ${quoted(reason)}`, `move it to ${spoken(to)}`);
}

function record(plan: Plan, node: PlanNode, key: string, fact: string, title: string): Outcome {
  if (!propertiesOf(node.kind).has(key)) return refused(`${node.label} is ${aKind(node)}, and those are never ${key}`);
  if (node.declaration.damaged) return refused('something in it cannot be read; mend that first');
  // Of several facts the last one counts, so they tell a story; the same one twice tells nothing.
  if (key !== 'moved' && stateOf(node)?.key === key) return refused(`${node.label} is marked ${key} already`);
  const own = node.declaration.properties.map((property) => property.key);
  return tidied(plan, { title, edits: [insertProperty(plan, node, fact, own)] });
}

function aKind({ kind }: PlanNode): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
