/** What a plan measures: the metrics of an objective, a metric's kind, timing and goals, and when it is read. */

import { type Amount, isAmountFault, isPlaceholder, type KnownAmount, parseAmount } from '../values/amount.ts';
import { addDays, type Calendar, type DateRange, monthOf, rangeOf, sixWeeksBefore } from '../values/calendar.ts';
import { type Goal, type ResolvedGoal, resolveGoal } from '../values/goal.ts';
import type { Classification, VocabularyKind } from '../vocabulary/vocabulary.ts';
import { factsOf } from './kinds.ts';
import type { Link, PlanNode } from './node.ts';
import { understood } from './periods.ts';
import type { Plan } from './plan.ts';
import type { AmountLiteral, Located, PeriodLiteral, PropertyOf } from './records.ts';
import { isDropped } from './states.ts';

export type MetricKind = VocabularyKind;
export type Timing = 'leading' | 'lagging';
export type GoalProperty = PropertyOf<'Goal'>;
export type AimProperty = PropertyOf<'AimProperty'>;

/** A metric in its part for an objective (or frame, bet, milestone, program). */
export interface Measure {
  metric: PlanNode;
  /** `own`: declared inside; `target`: declared elsewhere, a goal set here; `guardrail`: must not get worse, wherever declared. */
  role: 'own' | 'target' | 'guardrail';
  /** The `target`, `expect` or `guardrail` that names it. */
  aim?: AimProperty;
}

/** Everything that a declaration measures itself by, in the order of its text; what was dropped is still there. */
export function measuresOf(node: PlanNode): readonly Measure[] {
  const before = measured.get(node.links);
  if (before) return before;
  const own: Measure[] = node.innerOf('metric').map((metric) => ({ metric, role: 'own' }));
  if (!node.links.some(({ property }) => property.type === 'AimProperty')) return own;
  const measures = new Map(own.map((measure) => [measure.metric, measure]));
  for (const { property, target } of node.links) {
    if (property.type !== 'AimProperty' || target?.kind !== 'metric') continue;
    const known = measures.get(target);
    const role = property.key === 'guardrail' ? 'guardrail' : (known?.role ?? 'target');
    measures.set(target, { metric: target, role, aim: known?.aim ?? property });
  }
  const startOf = ({ metric, aim }: Measure) => (metric.outer === node || !aim ? metric.declaration.start : aim.start);
  const all = [...measures.values()].sort((a, b) => startOf(a) - startOf(b));
  measured.set(node.links, all);
  return all;
}

/** Many rules ask for these. Links are made anew whenever the file around them changes, or what they mean; the order is that of this file. */
const measured = new WeakMap<readonly Link[], readonly Measure[]>();

/** The measures that tell whether it was reached: neither guardrails, nor what was dropped. */
export function yardsticksOf(node: PlanNode): Measure[] {
  return measuresOf(node).filter(({ metric, role }) => role !== 'guardrail' && !isDropped(metric));
}

/** A `target` or `expect` whose metric is not found, or a metric in which something could not be read: silence is no evidence. */
export function hasUnknownYardstick(node: PlanNode): boolean {
  return unknownTargetsOf(node).length > 0 || yardsticksOf(node).some(({ metric }) => metric.declaration.damaged);
}

/** The goals that a declaration sets for metrics that are not found. */
export function unknownTargetsOf(node: PlanNode): AimProperty[] {
  return node.propertiesOf('AimProperty').filter((aim) => aim.key !== 'guardrail' && !metricOf(node, aim));
}

/** The metric that a `target`, `expect` or `guardrail` means. */
export function metricOf(node: PlanNode, aim: AimProperty): PlanNode | undefined {
  return node.links.find((link) => link.property === aim)?.target;
}

/** The metric was dropped, or what it measures was: nothing more is asked of it. */
export function isGivenUp(metric: PlanNode): boolean {
  return isDropped(metric) || (metric.scope !== undefined && isDropped(metric.scope));
}

/** What the author calls it, with the place; undefined where nothing is said, or two different things are. */
export function kindOf(metric: PlanNode): Located<MetricKind> | undefined {
  return only(flagsOf(metric, METRIC_KINDS));
}

/** Every kind that a metric claims to be, in the order of the text. */
export function claimedKinds(metric: PlanNode): Located<MetricKind>[] {
  return flagsOf(metric, METRIC_KINDS);
}

/** Whether it moves before the result or is the result, with the place; undefined as for `kindOf`. */
export function timingOf(metric: PlanNode): Located<Timing> | undefined {
  return only(flagsOf(metric, TIMINGS));
}

/** The place of `primary`. */
export function primaryOf(metric: PlanNode): PropertyOf<'FlagProperty'> | undefined {
  return metric.propertiesOf('FlagProperty', 'primary')[0];
}

export const METRIC_KINDS: readonly MetricKind[] = ['activity', 'output', 'outcome'];
const TIMINGS: readonly Timing[] = ['leading', 'lagging'];

/** `an activity`, as messages need it. */
export function withArticle(kind: MetricKind): string {
  return `an ${kind}`;
}

/** Every yardstick is declared an activity; false where there is none, or where one might be more. */
export function measuresOnlyActivity(node: PlanNode): boolean {
  const yardsticks = yardsticksOf(node);
  if (yardsticks.length === 0 || hasUnknownYardstick(node)) return false;
  return yardsticks.every(({ metric }) => kindOf(metric)?.value === 'activity');
}

/** Has metrics, and none is `timing`; false where activities are all there is, since that has to be mended first. */
export function lacksTiming(node: PlanNode, timing: Timing): boolean {
  const yardsticks = yardsticksOf(node);
  if (yardsticks.length === 0 || hasUnknownYardstick(node) || measuresOnlyActivity(node)) return false;
  return !yardsticks.some(({ metric }) => metric.has(timing));
}

/** What the vocabulary makes of a metric's title, or of its name where it has no title. */
export function classificationOf(plan: Plan, metric: PlanNode): Classification | undefined {
  const name = metric.title ?? metric.name;
  return name === undefined ? undefined : plan.vocabulary.classify(name);
}

/** One goal as a value; undefined where its numbers cannot be understood or are not there. */
export function goalOf({ key, from, to, bound, value, low, high }: GoalProperty): Goal | undefined {
  if (key === 'from' || key === 'to') {
    const [start, end] = [amountOf(from), amountOf(to)];
    return start || end ? { kind: 'fromTo', ...(start && { from: start }), ...(end && { to: end }) } : undefined;
  }
  if (key === 'between') {
    const [least, most] = [amountOf(low), amountOf(high)];
    return least && most ? { kind: 'between', low: least, high: most } : undefined;
  }
  const amount = amountOf(value);
  if (!amount) return undefined;
  if (key === 'up' || key === 'down') return { kind: key, by: amount };
  return bound ? { kind: bound === 'least' ? 'atLeast' : 'atMost', value: amount } : undefined;
}

/** A number as it was written; undefined where it is none, which another rule says. */
export function amountOf(literal: AmountLiteral | undefined): Amount | undefined {
  if (!literal) return undefined;
  const amount = parseAmount(literal.literal);
  return isAmountFault(amount) ? undefined : amount;
}

/** The amounts of a goal in the order of the text. */
export function amountsOf(goal: GoalProperty): AmountLiteral[] {
  return [goal.from, goal.to, goal.low, goal.high, goal.value].filter((amount) => amount !== undefined);
}

/** The goals that count for a metric: those of the given `target` first, then its own; so a target may lean on a known baseline. */
export function goalsOf(metric: PlanNode, aim?: AimProperty): GoalProperty[] {
  return [...(aim?.goals ?? []), ...metric.propertiesOf('Goal')];
}

/** Baseline, target and direction of a metric, under the given `target` if any. */
export function resolvedGoalOf(metric: PlanNode, aim?: AimProperty): ResolvedGoal {
  return resolveGoal(goalsOf(metric, aim).flatMap((property) => goalOf(property) ?? []));
}

/** Says where to go, and not only where the metric stands (`from 12`). What cannot be understood counts: it was meant. */
export function namesTarget(goal: GoalProperty): boolean {
  return goal.key !== 'from' || goal.to !== undefined;
}

/** What others say about a metric by `target`, `expect` or `guardrail`: two that use the same metric are in no order. */
export function aimsAt(metric: PlanNode): { by: PlanNode; aim: AimProperty }[] {
  return [...metric.users].flatMap((by) =>
    by.links.flatMap(({ property, target }) =>
      target === metric && property.type === 'AimProperty' ? [{ by, aim: property }] : [],
    ),
  );
}

export interface Reading {
  /** The last day of the period that the reading is dated by. */
  date: string;
  on: PeriodLiteral;
  value: AmountLiteral;
}

/** The readings of a metric that have a date and a number, the oldest first; forecasts are none. */
export function readingsOf(metric: PlanNode, calendar: Calendar): Reading[] {
  return metric
    .propertiesOf('ReadingProperty', 'reading')
    .flatMap(({ on, value }) => {
      const period = understood(on);
      return on && value && period ? [{ date: rangeOf(period, calendar).last, on, value }] : [];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * A number of this metric, to compare others with: its last reading, or one of its goal, which decides where the two are counted
 * otherwise. `up 5` and `up 20%` say how far, not what is counted. Undefined where no number is there.
 */
export function countedLike(metric: PlanNode, calendar: Calendar): KnownAmount | undefined {
  const goals = [...metric.propertiesOf('Goal'), ...aimsAt(metric).flatMap(({ aim }) => aim.goals)];
  const wanted = numberOfGoals(goals);
  const read = readingsOf(metric, calendar)
    .flatMap(({ value }) => knownOf(value))
    .at(-1);
  return wanted && read ? (isCountedAlike(wanted, read) ? read : wanted) : (wanted ?? read);
}

/** The first number that goals set for a metric to stand at. */
export function numberOfGoals(goals: readonly GoalProperty[]): KnownAmount | undefined {
  return goals.flatMap((goal) => (goal.key === 'up' || goal.key === 'down' ? [] : amountsOf(goal).flatMap(knownOf)))[0];
}

/** Money stands beside money of its own currency, a percentage beside percentages. */
export function isCountedAlike(one: KnownAmount, other: KnownAmount): boolean {
  return one.unit === other.unit && one.currency === other.currency;
}

/** Why a number cannot be a reading of this metric, as a clause; undefined where it can. */
export function otherwiseCounted(metric: PlanNode, literal: string, calendar: Calendar): string | undefined {
  const amount = parseAmount(literal);
  const like = countedLike(metric, calendar);
  if (isAmountFault(amount) || isPlaceholder(amount) || !like || isCountedAlike(like, amount)) return undefined;
  const fault = `${metric.label} is counted like ${like.text}, so ${literal} cannot stand beside it`;
  const meant = like.unit === 'percent' && amount.unit === 'number' ? `${literal}%` : undefined;
  return meant === undefined || isAmountFault(parseAmount(meant)) ? fault : `${fault}; for a share, write ${meant}`;
}

function knownOf(literal: AmountLiteral): KnownAmount[] {
  const amount = amountOf(literal);
  return amount && !isPlaceholder(amount) ? [amount] : [];
}

/** The reading that a baseline can be taken from: the last one before the given day, else the first one there is. */
export function baselineReading(metric: PlanNode, calendar: Calendar, before?: string): Reading | undefined {
  const readings = readingsOf(metric, calendar).filter(({ value }) => value.literal !== 'TBD');
  return readings.findLast(({ date }) => before === undefined || date < before) ?? readings[0];
}

/** The dates of a declaration's quarter, and the last day that leaves six weeks to act. */
export interface Quarter extends DateRange {
  sixWeeksBefore: string;
}

/** Undefined unless the declaration's period is a quarter: the six-week rule speaks of nothing else. */
export function quarterOf(plan: Plan, node: PlanNode): Quarter | undefined {
  const period = plan.periodOf(node);
  if (period?.period.unit !== 'quarter') return undefined;
  return { first: period.first, last: period.last, sixWeeksBefore: sixWeeksBefore(period.last) };
}

/**
 * The day by which the first reading of a quarter is there: what `by` says, else what the rhythm brings. Undefined where
 * nothing is said, or where it comes once a year.
 */
export function firstReadingDue(metric: PlanNode, quarter: DateRange, calendar: Calendar): string | undefined {
  const read = metric.propertiesOf('ReadProperty')[0];
  const by = understood(read?.by);
  return by ? rangeOf(by, calendar).last : firstReadingByRhythm(metric, quarter, calendar);
}

/** As `firstReadingDue`, whatever `by` says: one metric may serve several quarters, and its `by` only one. */
export function firstReadingByRhythm(metric: PlanNode, quarter: DateRange, calendar: Calendar): string | undefined {
  switch (metric.propertiesOf('ReadProperty')[0]?.rhythm) {
    case 'daily':
      return quarter.first;
    case 'weekly':
      return addDays(quarter.first, DAYS_OF_WEEK - 1);
    case 'monthly':
      return rangeOf(monthOf(quarter.first), calendar).last;
    case 'quarterly':
      return quarter.last;
    default:
      return undefined;
  }
}

const DAYS_OF_WEEK = 7;

/** The declaration that a metric measures; undefined for a definition that stands on its own, to be used by others. */
export function measuredBy(metric: PlanNode): PlanNode | undefined {
  const { scope } = metric;
  return scope && factsOf(scope.kind).holds.includes('metric') ? scope : undefined;
}

function flagsOf<T extends string>(metric: PlanNode, wanted: readonly T[]): Located<T>[] {
  const flags: Located<T>[] = [];
  for (const { key, start, end } of metric.propertiesOf('FlagProperty')) {
    const value = wanted.find((each) => each === key);
    if (value !== undefined) flags.push({ value, start, end });
  }
  return flags;
}

function only<T>(claims: readonly Located<T>[]): Located<T> | undefined {
  return claims.every(({ value }) => value === claims[0]?.value) ? claims[0] : undefined;
}
