/** Which declarations an export is about: a period, a person, a team. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { addDays, type DateRange, rangeOf } from '../values/calendar.ts';
import type { Period } from '../values/period.ts';
import { fallsInto, requestOf } from '../views/documents/request.ts';

export interface Narrowing {
  /** Only what falls into it, where its days are known. */
  period?: Period;
  /** Only what this person answers for. */
  owner?: PlanNode;
  /** Only what this team or its people answer for. */
  team?: PlanNode;
}

/** As documents look at a plan; people, metrics and what has no days of its own belong to every period. */
export function narrowed(plan: Plan, today: string, { period, owner, team }: Narrowing): (node: PlanNode) => boolean {
  const request = requestOf(
    plan,
    today,
    { ...(period && { period }), ...(owner && { owner }), ...(team && { team }) },
    period?.unit ?? 'year',
  );
  return (node) =>
    request.concerns(node) &&
    (!period || !TIMED.has(node.kind) || fallsInto({ ...request, days: rangeOf(period, plan.config.calendar) }, node));
}

const TIMED: ReadonlySet<string> = new Set(['objective', 'milestone', 'commitment', 'program']);

/** The days that a plan covers: those of its frames; a year from today where it has none. */
export function daysOfPlan(plan: Plan, today: string): DateRange {
  const frames = plan.nodesOf('frame').flatMap((frame) => plan.periodOf(frame) ?? []);
  const [first, last] = [
    frames.map((frame) => frame.first).sort()[0],
    frames
      .map((frame) => frame.last)
      .sort()
      .at(-1),
  ];
  return { first: first ?? today, last: last ?? addDays(today, DAYS_OF_YEAR) };
}

const DAYS_OF_YEAR = 365;
