/** What a week asks of people: promises to keep, what was left without a word, numbers to read, months that end. */

import { daysFor } from '../model/deadlines.ts';
import { measuresOf, readingsOf } from '../model/metrics.ts';
import { compareNodes, type PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, isDropped, stateOf } from '../model/states.ts';
import { addDays, type DateRange, daysBetween, rangeOf, touches } from '../values/calendar.ts';
import type { Period } from '../values/period.ts';

export interface WeekView {
  days: DateRange;
  /** By name as it is shown; those without a DRI last. People of whom nothing is asked are left out. */
  people: WeekOf[];
}

export interface WeekOf {
  owner: PlanNode | undefined;
  /** Commitments of this week, those moved into it included, in the order of the plan. */
  promised: PlanNode[];
  /** Commitments of the four weeks before without a word on how they went. */
  open: PlanNode[];
  /** Those from before these four weeks. */
  older: PlanNode[];
  /** Commitments and milestones of the weeks before that wait for something. */
  blocked: PlanNode[];
  /** Metrics of their objectives that are read weekly, without a reading of the last seven days of the week. */
  unread: PlanNode[];
  /** Milestones whose month ends with or before this week, without a word. */
  ending: PlanNode[];
}

/** People still know what a promise of four weeks ago became; older ones are counted. Days. */
const LOOK_BACK = 28;

/** `owner`: only what this person answers for. */
export function weekView(plan: Plan, week: Period, owner?: PlanNode): WeekView {
  const days = rangeOf(week);
  const people = new Map<PlanNode | undefined, WeekOf>();
  const of = (node: PlanNode): WeekOf => {
    const key = node.dri;
    const known = people.get(key) ?? {
      owner: key,
      promised: [],
      open: [],
      older: [],
      blocked: [],
      unread: [],
      ending: [],
    };
    people.set(key, known);
    return known;
  };
  for (const node of plan.nodesOf('commitment')) {
    const due = daysFor(plan, node);
    if (!due || isDropped(node)) continue;
    if (touches(due, days)) of(node).promised.push(node);
    else if (due.last >= days.first) continue;
    else if (stateOf(node)?.key === 'blocked') of(node).blocked.push(node);
    else if (isWithoutWord(node)) of(node)[due.last >= addDays(days.first, -LOOK_BACK) ? 'open' : 'older'].push(node);
  }
  for (const node of plan.nodesOf('milestone')) {
    const due = daysFor(plan, node);
    if (!due || due.last > days.last || (node.parent && isClosed(node.parent))) continue;
    if (isWithoutWord(node)) of(node).ending.push(node);
    else if (stateOf(node)?.key === 'blocked') of(node).blocked.push(node);
  }
  for (const node of plan.nodesOf('objective')) {
    const period = plan.periodOf(node);
    if (!period || !touches(period, days) || isClosed(node)) continue;
    for (const { metric, role } of measuresOf(node))
      if (role === 'own' && isDueForReading(plan, metric, days)) of(node).unread.push(metric);
  }
  const all = [...people.values()].filter((each) => owner === undefined || each.owner === owner);
  return { days, people: all.sort((a, b) => byPlace(a.owner, b.owner)) };
}

/** Not a word, or moved to a week that is over, too. Whatever is blocked has had its word. */
export function isWithoutWord(node: PlanNode): boolean {
  const state = stateOf(node);
  return state === undefined || state.key === 'moved';
}

function isDueForReading(plan: Plan, metric: PlanNode, days: DateRange): boolean {
  if (isDropped(metric) || metric.propertiesOf('ReadProperty')[0]?.rhythm !== 'weekly') return false;
  const last = readingsOf(metric, plan.config.calendar).findLast(({ date }) => date <= days.last);
  return !last || daysBetween(last.date, days.last) >= 7;
}

function byPlace(a: PlanNode | undefined, b: PlanNode | undefined): number {
  if (!a || !b) return a === b ? 0 : a ? -1 : 1;
  return compareNodes(a, b);
}
