/** Whether a metric gets better or worse, by its last two readings. */

import { isPlaceholder } from '../values/amount.ts';
import type { Calendar } from '../values/calendar.ts';
import { aimsAt, amountOf, readingsOf, resolvedGoalOf } from './metrics.ts';
import type { PlanNode } from './node.ts';

export interface Step {
  /** ISO dates. */
  from: string;
  to: string;
  /** In the direction of its goal: above zero is better. In the unit of the amounts. */
  better: number;
}

/** The step between the last two readings up to `day`; undefined with fewer than two numbers, or where no goal says which way is up. */
export function lastStep(metric: PlanNode, calendar: Calendar, day: string): Step | undefined {
  const up = upOf(metric);
  const [before, now] = numbersOf(metric, calendar)
    .filter(({ date }) => date <= day)
    .slice(-2);
  if (up === undefined || !before || !now) return undefined;
  return { from: before.date, to: now.date, better: up * (now.value - before.value) };
}

/** How much better it became between two days, by the latest readings up to each; undefined where these are not two. */
export function change(metric: PlanNode, calendar: Calendar, from: string, to: string): number | undefined {
  const up = upOf(metric);
  const numbers = numbersOf(metric, calendar);
  const before = numbers.findLast(({ date }) => date <= from);
  const now = numbers.findLast(({ date }) => date <= to);
  return up === undefined || !before || !now || before === now ? undefined : up * (now.value - before.value);
}

function numbersOf(metric: PlanNode, calendar: Calendar): { date: string; value: number }[] {
  return readingsOf(metric, calendar).flatMap(({ date, value }) => {
    const amount = amountOf(value);
    return amount && !isPlaceholder(amount) ? [{ date, value: amount.value }] : [];
  });
}

/** 1 where more is better, −1 where less is, by its own goal or else the first that somebody sets for it. */
function upOf(metric: PlanNode): 1 | -1 | undefined {
  for (const aim of [undefined, ...aimsAt(metric).map((each) => each.aim)]) {
    const { direction } = resolvedGoalOf(metric, aim);
    if (direction === 'up') return 1;
    if (direction === 'down') return -1;
  }
  return undefined;
}
