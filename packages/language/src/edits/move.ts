/** A commitment moves to another week: quietly while its own week lies ahead, as a recorded fact once that has begun. */

import { daysFor } from '../model/deadlines.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { movedTo } from '../model/states.ts';
import { insertAfter, insertChild, replace } from '../rules/edits.ts';
import { spoken } from '../rules/scaffold.ts';
import { next, rangeOf, weekOf } from '../values/calendar.ts';
import { formatPeriod, type Period } from '../values/period.ts';
import { type Outcome, refused } from './change.ts';
import { isLastInWeek, leaving } from './leave.ts';
import { recordMoved } from './record.ts';
import { tidied } from './tidy.ts';

/** The week after its own, or after the one that it was moved to; never one that is over. */
export function weekAfter(plan: Plan, node: PlanNode, today: string): Period | undefined {
  const own = plan.periodOf(node)?.period;
  if (own?.unit !== 'week') return undefined;
  const due = daysFor(plan, node);
  const wanted = next(due ? weekOf(due.last) : own);
  return rangeOf(wanted).last < today ? weekOf(today) : wanted;
}

/** Its week has begun, or it was moved before, so that people may count on it: whoever moves it says why. */
export function needsReason(plan: Plan, node: PlanNode, today: string): boolean {
  const period = plan.periodOf(node);
  return period !== undefined && (period.first <= today || movedTo(node) !== undefined);
}

/** `reason` is written down only where `needsReason` says so. */
export function moveToWeek(plan: Plan, node: PlanNode, week: Period, reason: string, today: string): Outcome {
  const period = plan.periodOf(node);
  if (node.kind !== 'commitment' || !period) return refused('only a commitment with a week can move to another one');
  if (needsReason(plan, node, today)) return recordMoved(plan, node, week, reason);
  const title = `move it to ${spoken(week)}`;
  const { outer } = node;
  if (period.from === node || !outer)
    return { title, edits: [replace(period.from, period.literal, formatPeriod(week))] };
  const target = siblings(plan, outer).find(
    (other) => other !== outer && samePeriod(plan.periodOf(other)?.period, week) && other.declaration.body,
  );
  if (!target && isLastInWeek(plan, node))
    return { title, edits: [replace(outer, period.literal, formatPeriod(week))] };
  const { lines, removal } = leaving(plan, node);
  if (target) return tidied(plan, { title, edits: [removal, insertChild(plan, target, lines)] });
  const block = [`week ${formatPeriod(week)} {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}'];
  return tidied(plan, { title, edits: [removal, insertAfter(plan, before(plan, outer, week), ['', ...block])] });
}

/** Week blocks in the same place, in the order of the text. */
function siblings(plan: Plan, { file, outer }: PlanNode): PlanNode[] {
  return [...(plan.files.get(file)?.nodes.values() ?? [])].filter(
    (node) => node.kind === 'week' && node.outer === outer,
  );
}

/** The last of the week blocks that come before a week: weeks stand in order, and stay so. */
function before(plan: Plan, block: PlanNode, week: Period): PlanNode {
  const first = rangeOf(week).first;
  return siblings(plan, block).findLast((other) => (plan.periodOf(other)?.first ?? '') < first) ?? block;
}

function samePeriod(a: Period | undefined, b: Period): boolean {
  return a !== undefined && formatPeriod(a) === formatPeriod(b);
}
