/** Metrics as documents tell of them: what they aim at, what was read last, how that stands against the way to the goal. */

import type { AimProperty, GoalProperty, Measure } from '../../model/metrics.ts';
import {
  amountOf,
  goalsOf,
  namesTarget,
  quarterOf,
  readingsOf,
  resolvedGoalOf,
  timingOf,
} from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { describePace, paceOf } from '../../model/pace.ts';
import type { Plan } from '../../model/plan.ts';
import { formatAmount, isPlaceholder, type KnownAmount } from '../../values/amount.ts';
import { describeDay } from '../../values/calendar.ts';
import type { Cell, Chart, Level, Word } from './document.ts';
import { paceState } from './facts.ts';
import { cell, reference, state } from './words.ts';

/** `$2.6M to $4M`, `at least 40`; `no goal` where the plan names none. */
export function goalText(metric: PlanNode, aim?: AimProperty): string {
  const goals = goalsOf(metric, aim);
  const goal = goals.find(namesTarget);
  if (!goal) return 'no goal';
  const from = goal.from ?? goals.find((each) => each.from)?.from;
  const text = aimText(goal);
  return from && goal.key !== 'between' && goal.key !== 'at' ? `${from.literal} ${text}` : text;
}

function aimText({ key, to, bound, value, low, high }: GoalProperty): string {
  if (key === 'between') return `between ${low?.literal ?? '?'} and ${high?.literal ?? '?'}`;
  if (key === 'at') return `at ${bound ?? 'least'} ${value?.literal ?? '?'}`;
  if (key === 'up' || key === 'down') return `${key} ${value?.literal ?? '?'}`;
  return `to ${to?.literal ?? '?'}`;
}

interface LastReading {
  text: string;
  date: string;
  /** What its author said with it. */
  note?: string;
}

/** The last number up to `day`, an ISO date. */
export function lastReading(plan: Plan, metric: PlanNode, day: string): LastReading | undefined {
  const last = readingsOf(metric, plan.config.calendar).findLast(
    ({ date, value }) => date <= day && value.literal !== 'TBD',
  );
  return last && { text: last.value.literal, date: last.date };
}

/** How it stands against its way, in a word; that it was not read, where it was not. */
export function measureState(plan: Plan, by: PlanNode, { metric, aim }: Measure, today: string): Word {
  const pace = paceOf(plan, metric, today, aim && { by, aim });
  if (pace) return paceState(pace);
  return lastReading(plan, metric, today) ? state('open', 'no goal to compare with') : state('open', 'not read yet');
}

export function readingCell(plan: Plan, metric: PlanNode, today: string): Cell {
  const last = lastReading(plan, metric, today);
  if (!last) return cell('no reading yet', null);
  const amount = amountOf({ literal: last.text, start: 0, end: 0 });
  return cell(
    `${last.text} on ${describeDay(last.date, today)}`,
    amount && !isPlaceholder(amount) ? amount.value : null,
  );
}

/** Its readings against the way to its goal; undefined with fewer than two of them, which draw no line. */
export function chartOf(plan: Plan, by: PlanNode, { metric, role, aim }: Measure, today: string): Chart | undefined {
  const series = readingsOf(metric, plan.config.calendar).flatMap(({ date, value }) => {
    const amount = amountOf(value);
    return amount && !isPlaceholder(amount) && date <= today
      ? [{ date, value: amount.value, text: value.literal, amount }]
      : [];
  });
  const last = series.at(-1);
  if (!last || series.length < 2) return undefined;
  const like = last.amount;
  const { baseline, target, low, high, direction } = resolvedGoalOf(metric, aim);
  const pace = paceOf(plan, metric, today, aim && { by, aim });
  const period = plan.periodOf(by);
  const quarter = quarterOf(plan, by);
  const unit = metric.text('unit')?.value;
  // A guardrail is kept, and not reached: its number is a bound.
  const wanted = role !== 'guardrail' ? 'to' : direction === 'down' ? 'high' : 'low';
  const goal = {
    ...(role !== 'guardrail' && level('from', baseline ?? pace?.baseline, like)),
    ...level(wanted, target, like),
    ...level('low', low, like),
    ...level('high', high, like),
  };
  return {
    type: 'chart',
    metric: reference(plan, metric),
    title: reference(plan, metric).text,
    ...(unit !== undefined && { unit }),
    series: series.map(({ amount: _, ...point }) => point),
    ...(Object.keys(goal).length > 0 && { goal }),
    ...(period && { days: { first: period.first, last: period.last } }),
    ...(quarter && timingOf(metric)?.value === 'leading' && { sixWeeks: quarter.sixWeeksBefore }),
    today,
    says: `${last.text} on ${describeDay(last.date)}; the goal: ${goalText(metric, aim)}${pace ? `; ${describePace(pace)}` : ''}.`,
  };
}

function level(key: string, value: number | undefined, like: KnownAmount): Record<string, Level> {
  return value === undefined ? {} : { [key]: { value, text: formatAmount(value, like) } };
}
