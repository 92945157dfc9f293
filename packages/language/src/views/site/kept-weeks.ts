/** What became of the promises of each week: the rhythm of a plan, or of a person, at a glance. */

import { type KeptRate, keptRateOf, type Promised } from '../../model/kept.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { addDays, rangeOf, weekOf } from '../../values/calendar.ts';
import { formatPeriod, type Period } from '../../values/period.ts';

export interface KeptWeek {
  /** `2026-W07`. */
  literal: string;
  /** ISO dates. */
  first: string;
  last: string;
  counts: Record<Promised, number>;
  /** Kept ÷ counted, 0 to 1; undefined where nothing of that week has a word. */
  rate: number | undefined;
}

/** A quarter of a year. */
const WEEKS_SHOWN = 13;

/**
 * The last weeks that are over on the day, by the week that each promise was made for; the oldest first. Weeks without a promise
 * stand between those that have one, so that a gap is seen. Counts as the kept rate does.
 */
export function keptWeeks(plan: Plan, commitments: readonly PlanNode[], today: string): KeptWeek[] {
  const byWeek = Map.groupBy(
    commitments.filter((node) => (plan.periodOf(node)?.last ?? today) < today),
    (node) => formatPeriod(weekOf(plan.periodOf(node)?.first ?? today)),
  );
  const [first] = [...byWeek.keys()].sort();
  if (first === undefined) return [];
  const weeks: KeptWeek[] = [];
  for (let week = lastWeekBefore(today); weeks.length < WEEKS_SHOWN; week = weekBefore(week)) {
    const literal = formatPeriod(week);
    if (literal < first) break;
    const { counts, rate }: KeptRate = keptRateOf(plan, byWeek.get(literal) ?? []);
    weeks.push({ literal, ...rangeOf(week), counts, rate });
  }
  return weeks.reverse();
}

function lastWeekBefore(today: string): Period {
  return weekBefore(weekOf(today));
}

function weekBefore(week: Period): Period {
  return weekOf(addDays(rangeOf(week).first, -1));
}
