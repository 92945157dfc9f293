/** Where a metric stands against the straight line from its baseline to its target, by its latest reading. */

import { type Amount, formatAmount, formatDifference, isPlaceholder, type KnownAmount } from '../values/amount.ts';
import { type Calendar, type DateRange, daysBetween, rangeOf } from '../values/calendar.ts';
import {
  amountOf,
  goalsOf,
  isCountedAlike,
  numberOfGoals,
  type Reading,
  readingsOf,
  resolvedGoalOf,
} from './metrics.ts';
import type { PlanNode } from './node.ts';
import { understood } from './periods.ts';
import type { Plan } from './plan.ts';
import type { PropertyOf } from './records.ts';

export interface Pace {
  /** The latest reading that is not in the future. */
  reading: Reading;
  /** In the unit of the amounts: 45 for `45%`. */
  value: number;
  /** How numbers of this metric are written. */
  like: KnownAmount;
  baseline?: number;
  target?: number;
  /** What the straight line asks for on the day of the reading; undefined without a baseline, a target or a period. */
  expected?: number;
  /** Ahead of the line if positive, behind if negative, whichever way is up; undefined without a line. */
  lead?: number;
  verdict: 'reached' | 'ahead' | 'on pace' | 'behind' | 'within bounds' | 'out of bounds' | 'not reached';
}

/** Nearer to the line than a twentieth of the way from baseline to target: readings are never exact. */
const NARROW = 0.05;

/**
 * `by`: whose goal it is, a declaration with a `target`, `expect` or `guardrail` (that `aim`) or the one that holds the metric.
 * Undefined where nothing was read, or no goal is a number. `today`: readings after it do not count yet.
 */
export function paceOf(
  plan: Plan,
  metric: PlanNode,
  today: string,
  goal?: { by: PlanNode; aim: PropertyOf<'AimProperty'> },
): Pace | undefined {
  const { calendar } = plan.config;
  const reading = readingsOf(metric, calendar).findLast(
    (candidate) => isKnown(candidate) && begins(candidate, today, calendar),
  );
  const like = reading && amountOf(reading.value);
  if (!reading || !like || isPlaceholder(like)) return undefined;
  const { value } = like;
  // 22 of a goal of 33% says nothing about the way to it.
  const aimed = numberOfGoals(goalsOf(metric, goal?.aim));
  if (aimed && !isCountedAlike(aimed, like)) return undefined;
  const resolved = resolvedGoalOf(metric, goal?.aim);
  const { direction, low, high } = resolved;
  if (direction === 'within') {
    if (low === undefined || high === undefined) return undefined;
    return { reading, value, like, verdict: low <= value && value <= high ? 'within bounds' : 'out of bounds' };
  }
  const { target } = resolved;
  if (target === undefined) return undefined;
  const line = lineOf(plan, metric, goal);
  const baseline = resolved.baseline ?? numberIn(line && readingBefore(metric, line.first, calendar));
  const up = direction === 'up' || (direction === 'unknown' && (baseline === undefined || baseline <= target));
  const reached = up ? value >= target : value <= target;
  const known = { reading, value, like, target, ...(baseline !== undefined && { baseline }) };
  if (goal?.aim.key === 'guardrail') return { ...known, verdict: reached ? 'within bounds' : 'out of bounds' };
  const way = baseline === undefined ? 0 : target - baseline;
  // A baseline that already lies behind the target leaves no way to go.
  if (!line || baseline === undefined || (up ? way <= 0 : way >= 0))
    return { ...known, verdict: reached ? 'reached' : 'not reached' };
  const expected = baseline + way * shareOf(line, reading.date);
  const lead = (up ? 1 : -1) * (value - expected);
  const near = Math.abs(lead) <= Math.abs(way) * NARROW;
  return { ...known, expected, lead, verdict: reached ? 'reached' : near ? 'on pace' : lead > 0 ? 'ahead' : 'behind' };
}

/** What a pace says, as a person would: `4 ahead of pace`, `$300k behind pace ($3.2M by then)`, `5 points behind pace (29% by then)`, `reached`. */
export function describePace({ verdict, lead, expected, like }: Pace): string {
  if (lead === undefined || expected === undefined || (verdict !== 'ahead' && verdict !== 'behind')) {
    return verdict === 'not reached' ? 'not reached yet' : verdict;
  }
  const by = formatDifference(rounded(Math.abs(lead), like), like);
  const then = formatAmount(rounded(expected, like), like);
  return verdict === 'ahead' ? `${by} ahead of pace` : `${by} behind pace (${then} by then)`;
}

/** To the digits that the reading has, since the line knows no better. */
function rounded(value: number, { text }: KnownAmount): number {
  const [, fraction = '', letter = ''] = /(?:\.(\d+))?([kmb]?)%?$/i.exec(text) ?? [];
  const step = 10 ** ('_kmb'.indexOf(letter.toLowerCase() || '_') * 3 - fraction.length);
  const near = Math.round(value / step) * step;
  return near === 0 ? value : Number(near.toPrecision(12));
}

/**
 * From the first day of the period that the baseline belongs to, up to the last day of the one that the target does: a milestone's
 * `expect` leans on the baseline that the metric has for its quarter.
 */
function lineOf(plan: Plan, metric: PlanNode, goal: { by: PlanNode; aim: PropertyOf<'AimProperty'> } | undefined) {
  const own = metric.scope && plan.periodOf(metric.scope);
  const period = goal ? plan.periodOf(goal.by) : own;
  if (!period) return undefined;
  const leans = goal && !goal.aim.goals.some((part) => part.from) && goalsOf(metric).some((part) => part.from);
  const first = leans && own && own.first < period.first ? own.first : period.first;
  return { first, last: period.last };
}

/** How much of the days has passed at the end of `date`, 0 to 1. */
function shareOf({ first, last }: DateRange, date: string): number {
  const share = (daysBetween(first, date) + 1) / (daysBetween(first, last) + 1);
  return Math.min(1, Math.max(0, share));
}

/** One from within the period says nothing about where it began. */
function readingBefore(metric: PlanNode, first: string, calendar: Calendar): string | undefined {
  return readingsOf(metric, calendar).findLast((reading) => isKnown(reading) && reading.date < first)?.value.literal;
}

function isKnown({ value }: Reading): boolean {
  const amount = amountOf(value);
  return amount !== undefined && !isPlaceholder(amount);
}

function begins({ on }: Reading, today: string, calendar: Calendar): boolean {
  const period = understood(on);
  return period !== undefined && rangeOf(period, calendar).first <= today;
}

function numberIn(literal: string | undefined): number | undefined {
  const amount: Amount | undefined = literal === undefined ? undefined : amountOf({ literal, start: 0, end: 0 });
  return amount && !isPlaceholder(amount) ? amount.value : undefined;
}
