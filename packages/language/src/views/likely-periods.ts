/** The periods that somebody who plans most probably means next, best first. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { convert, type DateRange, next, periodsTouching, previous, rangeOf } from '../values/calendar.ts';
import { formatPeriod, type Period, type PeriodUnit } from '../values/period.ts';

export interface LikelyPeriod {
  period: Period;
  /** How it lies to today, and whether the level above leaves room for it. */
  note?: 'this' | 'next' | 'last' | 'fits';
}

/** Periods of a longer span are a list to choose from no more: weeks of a quarter and days of a year are too many. */
const MOST = 14;

/**
 * For a declaration, or a new one in a block: those that lie in the period of what it serves first, there those of which no sibling
 * speaks yet; without such a period this one and the next. `today` is an ISO date.
 */
export function likelyPeriods(
  plan: Plan,
  unit: PeriodUnit,
  today: string,
  within?: DateRange,
  taken: ReadonlySet<string> = new Set(),
): LikelyPeriod[] {
  const { calendar } = plan.config;
  const now = convert({ unit: 'day', date: today }, unit, calendar);
  const near: LikelyPeriod[] = [
    { period: now, note: 'this' },
    { period: next(now), note: 'next' },
    { period: previous(now), note: 'last' },
  ];
  const fitting = within ? periodsTouching(unit, within, calendar).slice(0, MOST) : [];
  const fits = new Set(fitting.map(formatPeriod));
  const notes = new Map(near.map(({ period, note }) => [formatPeriod(period), note]));
  const all = new Map(
    [...fitting, ...near.map(({ period }) => period)].map((period) => [formatPeriod(period), period]),
  );
  const order = (literal: string, period: Period) =>
    (fits.has(literal) || fits.size === 0 ? 0 : 8) +
    (taken.has(literal) ? 4 : 0) +
    (rangeOf(period, calendar).last < today ? 2 : 0) +
    (notes.get(literal) === 'this' ? 0 : 1);
  return [...all]
    .map(([literal, period]) => ({ literal, period, order: order(literal, period) }))
    .sort((a, b) => a.order - b.order || (a.literal < b.literal ? -1 : 1))
    .map(({ literal, period }) => {
      const note = notes.get(literal) ?? (fits.has(literal) ? 'fits' : undefined);
      return { period, ...(note && { note }) };
    });
}

/** The days that what stands above leaves to a declaration; undefined where nothing above says. */
export function roomOf(plan: Plan, node: PlanNode): DateRange | undefined {
  for (const above of [...node.parents.slice(0, 1), ...(node.scope ? [node.scope] : []), ...plan.ancestors(node)]) {
    const period = plan.periodOf(above);
    if (period) return period;
  }
  return undefined;
}

/** The periods that others of its kind beside it speak of. */
export function takenBeside(plan: Plan, node: PlanNode): Set<string> {
  const siblings = (node.parent?.childrenOf(node.kind) ?? []).filter((other) => other !== node);
  return new Set(siblings.flatMap((other) => plan.periodOf(other)?.literal.literal ?? []));
}
