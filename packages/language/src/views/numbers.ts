/** What the facts of a plan add up to: every number by its name, with the parts that it is made of. */

import { allocationOf, held, percentText, RESOURCES } from '../model/allocation.ts';
import { attainmentOf } from '../model/attainment.ts';
import { daysFor } from '../model/deadlines.ts';
import { type Health, healthOf, type SixWeekVerdict, sixWeekVerdictOf } from '../model/health.ts';
import { type KeptRate, keptRateOf } from '../model/kept.ts';
import { amountOf, measuresOf } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import { type Pace, paceOf } from '../model/pace.ts';
import type { Plan } from '../model/plan.ts';
import { type Delivery, deliveryOf, executionRateOf, timeToMarketOf, velocityOf } from '../model/programs.ts';
import { isDropped } from '../model/states.ts';
import { isPlaceholder } from '../values/amount.ts';
import { type DateRange, daysBetween, rangeOf, touches, weekOf } from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';
import { lineEnds } from './coverage.ts';
import { titleOf } from './sketch.ts';

/** A number that was counted: `part` of `whole` where it is a share. */
export interface Figure {
  /** Its name among the terms. */
  term: string;
  /** What is counted here, as in "objectives", "Cho Park", "of those not dropped". */
  label: string;
  value: number;
  unit: 'share' | 'days' | 'number';
  part?: number;
  whole?: number;
  /** Of a kept rate: of all that was asked about, of a week, or of a person. */
  of?: 'all' | 'week' | 'person';
  /** What has to be said with it: what was left out here, and how much of it. */
  note?: string;
}

export interface Numbers {
  /** Objectives under way on the day, or in the span that was asked for. */
  objectives: { objective: PlanNode; health: Health; sixWeeks: SixWeekVerdict; paces: MetricPace[] }[];
  figures: Figure[];
}

export interface MetricPace {
  metric: PlanNode;
  pace: Pace;
}

/** Metrics that came this far count as reached. J. Doerr, "Measure What Matters". */
export const REACHED_SHARE = 0.7;

/**
 * `within`: only what is due in these days; `whose`: only what belongs to somebody; all by default. Terms without facts are left
 * out, and so is the balance between bets and running business where only somebody's work is asked for: it belongs to all.
 */
export function numbersOf(plan: Plan, today: string, within?: DateRange, whose?: (node: PlanNode) => boolean): Numbers {
  const isTheirs = whose ?? (() => true);
  const isAsked = (node: PlanNode) => isTheirs(node) && (!within || isWithin(daysFor(plan, node), within));
  const objectives = plan
    .nodesOf('objective')
    .filter((node) => isTheirs(node) && isWithin(daysFor(plan, node), within ?? { first: today, last: today }))
    .map((objective) => ({
      objective,
      health: healthOf(plan, objective, today),
      sixWeeks: sixWeekVerdictOf(plan, objective, today),
      paces: pacesOf(plan, objective, today),
    }));
  return {
    objectives,
    figures: [
      ...attainment(plan, today, isAsked),
      ...promises(plan, today, within, isTheirs),
      ...delivery(plan, today, isAsked),
      ...(whose ? [] : balance(plan, isAsked)),
      ...load(plan, today, within, isTheirs),
      ...coverageByLevel(plan, isAsked),
    ],
  };
}

/** Of its yardsticks and guardrails, those that were read. */
function pacesOf(plan: Plan, objective: PlanNode, today: string): MetricPace[] {
  return measuresOf(objective).flatMap(({ metric, aim }) => {
    const pace = isDropped(metric) ? undefined : paceOf(plan, metric, today, aim && { by: objective, aim });
    return pace ? [{ metric, pace }] : [];
  });
}

/** How many of an objective’s own metrics came seven tenths of their way or farther by `day`; dropped ones apart. */
export function reachedBy(
  plan: Plan,
  objective: PlanNode,
  day: string,
): { reached: number; of: number; dropped: number } {
  const metrics = objective.innerOf('metric');
  const kept = metrics.filter((metric) => !isDropped(metric));
  const reached = kept.filter((metric) => isReachedShare(attainmentOf(plan, metric, day).share));
  return { reached: reached.length, of: kept.length, dropped: metrics.length - kept.length };
}

/** 0.7 as it was written must not fail by the last digit of a division. */
function isReachedShare(share: number | undefined): boolean {
  return (share ?? 0) >= REACHED_SHARE - 1e-9;
}

function attainment(plan: Plan, today: string, isAsked: (node: PlanNode) => boolean): Figure[] {
  const objectives = plan
    .nodesOf('objective')
    .filter((node) => isAsked(node) && (daysFor(plan, node)?.last ?? today) < today);
  const all = objectives
    .flatMap((objective) => objective.innerOf('metric'))
    .map((metric) => attainmentOf(plan, metric, today));
  if (!all.some(({ share }) => share !== undefined)) return [];
  const reached = all.filter(({ share }) => isReachedShare(share));
  const kept = all.filter(({ metric }) => !isDropped(metric));
  const keptReached = reached.filter(({ metric }) => !isDropped(metric));
  const errors = all.flatMap(({ forecastError }) => forecastError ?? []);
  const unread = all.filter(({ share }) => share === undefined).length;
  return [
    share(
      'attainment',
      'of all metrics',
      reached.length,
      all.length,
      unread > 0 ? `${unread} without a reading` : undefined,
    ),
    share('attainment', 'of those not dropped', keptReached.length, kept.length, `${all.length - kept.length} dropped`),
    ...(errors.length > 0
      ? [
          {
            term: 'forecast-error',
            label: howMany(errors.length, 'metric'),
            value: mean(errors),
            unit: 'number' as const,
          },
        ]
      : []),
  ];
}

/** As many as a review looks back on. */
const WEEKS_SHOWN = 6;

/** By the week that a promise was made for, wherever it was moved. */
function promises(plan: Plan, today: string, within: DateRange | undefined, isTheirs: Whose): Figure[] {
  const past = plan.nodesOf('commitment').filter((node) => {
    const own = plan.periodOf(node);
    return own !== undefined && own.last < today && isTheirs(node) && (!within || isWithin(own, within));
  });
  const rate = (label: string, of: NonNullable<Figure['of']>, nodes: readonly PlanNode[]): Figure[] => {
    const kept = keptRateOf(plan, nodes);
    const { counts, counted } = kept;
    return counted === 0 ? [] : [{ ...share('kept-rate', label, counts.kept, counted, leftOfKept(kept)), of }];
  };
  const people = [...Map.groupBy(past, ({ dri }) => dri)].flatMap(([dri, nodes]) =>
    dri ? rate(titleOf(dri), 'person', nodes) : [],
  );
  const weeks = [...Map.groupBy(past, (node) => plan.periodOf(node)?.first ?? '')]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(-WEEKS_SHOWN)
    .flatMap(([first, nodes]) => rate(formatPeriod(weekOf(first)), 'week', nodes));
  return [...rate('everybody', 'all', past), ...weeks, ...people.sort((one, other) => one.value - other.value)];
}

/** What a kept rate leaves out, and how much of it; undefined where that is nothing. */
export function leftOfKept({ counts, blocked }: KeptRate): string | undefined {
  const left = [
    ...(counts.dropped > 0 ? [`${counts.dropped} dropped`] : []),
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
    ...(counts.open > blocked ? [`${counts.open - blocked} without a word`] : []),
  ];
  return left.join(', ') || undefined;
}

function delivery(plan: Plan, today: string, isAsked: (node: PlanNode) => boolean): Figure[] {
  const all = plan
    .nodesOf('program')
    .filter(isAsked)
    .map((program) => deliveryOf(plan, program));
  const { rate, counted, onTimeToSpec, unjudged, dropped } = executionRateOf(all, today);
  const notes = [
    ...(dropped.length > 0 ? [`${dropped.length} dropped`] : []),
    ...(unjudged.length > 0 ? [`the spec of ${unjudged.length} was not judged`] : []),
  ];
  const shipped = all.filter((each) => each.shipped !== undefined && each.shipped <= today);
  const late = shipped.flatMap(({ shipped: on, due }) => (on && due ? [Math.abs(daysBetween(due, on))] : []));
  const money = shipped.flatMap(overspent);
  return [
    ...(rate === undefined
      ? []
      : [share('execution-rate', 'programs', onTimeToSpec.length, counted.length, notes.join(', ') || undefined)]),
    ...days(
      'velocity',
      shipped.flatMap((each) => velocityOf(each) ?? []),
      median,
    ),
    ...days(
      'time-to-market',
      shipped.flatMap((each) => timeToMarketOf(each) ?? []),
      median,
    ),
    ...days('planning-accuracy-time', late, mean),
    ...(money.length > 0
      ? [
          {
            term: 'planning-accuracy-money',
            label: howMany(money.length, 'program'),
            value: mean(money),
            unit: 'share' as const,
          },
        ]
      : []),
  ];
}

function overspent({ budget, spent }: Delivery): number[] {
  if (!budget || !spent || budget.value <= 0 || budget.currency !== spent.currency) return [];
  return [Math.abs(spent.value - budget.value) / budget.value];
}

function balance(plan: Plan, isAsked: (node: PlanNode) => boolean): Figure[] {
  const resources = plan
    .nodesOf('frame')
    .filter(isAsked)
    .flatMap((frame) =>
      RESOURCES.flatMap((resource): Figure[] => {
        const { bets, runs, open } = allocationOf(frame, resource);
        if (bets.length === 0) return [];
        const note = [`run holds ${percentText(held(runs))}`, ...(open ? ['not every bet names its share'] : [])].join(
          ', ',
        );
        return [
          {
            term: 'strategy-share',
            label: `${resource} of ${titleOf(frame)}`,
            value: held(bets) / 100,
            unit: 'share',
            note,
          },
        ];
      }),
    );
  const ends = lineEnds(plan);
  const work = plan.nodesOf('commitment').filter((node) => isAsked(node) && !isDropped(node));
  if (work.length === 0) return resources;
  const count = (end: string) => work.filter((node) => ends.get(node) === end).length;
  const note = `${count('run')} run, ${count('nothing')} serve nothing`;
  return [...resources, share('strategy-work-share', 'commitments', count('frame'), work.length, note)];
}

export interface WorkByBet {
  counts: Map<PlanNode, number>;
  /** All commitments that are counted, those of `run` and `nothing` included. */
  total: number;
  /** Those that keep the business running, and those whose line reaches no frame. */
  run: number;
  nothing: number;
}

/** Commitments of these days by the bet on their line of first parents; what was dropped is left out. */
export function workByBet(plan: Plan, within: DateRange, whose: (node: PlanNode) => boolean = () => true): WorkByBet {
  const ends = lineEnds(plan);
  const work = plan
    .nodesOf('commitment')
    .filter((node) => !isDropped(node) && whose(node) && isWithin(daysFor(plan, node), within));
  const counts = new Map<PlanNode, number>();
  for (const node of work) {
    const bet = plan.ancestors(node).find(({ kind }) => kind === 'bet');
    if (bet) counts.set(bet, (counts.get(bet) ?? 0) + 1);
  }
  const count = (end: string) => work.filter((node) => ends.get(node) === end).length;
  return { counts, total: work.length, run: count('run'), nothing: count('nothing') };
}

/** Of the week that was asked for, else of that of the day; the fullest first. */
function load(plan: Plan, today: string, within: DateRange | undefined, isTheirs: Whose): Figure[] {
  const isWeek = within && daysBetween(within.first, within.last) < DAYS_OF_WEEK;
  const week = rangeOf(weekOf(isWeek ? within.first : today));
  const promised = plan
    .nodesOf('commitment')
    .filter((node) => !isDropped(node) && isTheirs(node) && isWithin(daysFor(plan, node), week));
  return [...Map.groupBy(promised, ({ dri }) => dri)]
    .flatMap(([dri, nodes]): Figure[] => {
      const capacity = amountOf(dri?.amount('capacity'));
      if (!dri || !capacity || isPlaceholder(capacity) || capacity.value <= 0) return [];
      return [share('load', titleOf(dri), nodes.length, capacity.value)];
    })
    .sort((a, b) => b.value - a.value);
}

function coverageByLevel(plan: Plan, isAsked: (node: PlanNode) => boolean): Figure[] {
  const ends = lineEnds(plan);
  return (['objective', 'milestone', 'commitment'] as const).flatMap((kind) => {
    const counted = plan.nodesOf(kind).filter((node) => isAsked(node) && ends.get(node) !== 'run' && !node.has('run'));
    const reaching = counted.filter((node) => ends.get(node) === 'frame');
    return counted.length === 0 ? [] : [share('coverage', `${kind}s`, reaching.length, counted.length)];
  });
}

const DAYS_OF_WEEK = 7;

type Whose = (node: PlanNode) => boolean;

/** `42%, 5 of 12`, `50 days`, `0.173`. */
export function figureText({ value, unit, part, whole }: Omit<Figure, 'term' | 'label'>): string {
  if (unit === 'days') return `${Number(value.toFixed(1))} ${value === 1 ? 'day' : 'days'}`;
  if (unit === 'number') return `${Number(value.toFixed(3))}`;
  const share = `${Math.round(value * 1000) / 10}%`;
  return part === undefined || whole === undefined ? share : `${share}, ${part} of ${whole}`;
}

function share(term: string, label: string, part: number, whole: number, note?: string): Figure {
  return { term, label, value: whole === 0 ? 0 : part / whole, unit: 'share', part, whole, ...(note && { note }) };
}

function days(term: string, values: readonly number[], of: (values: readonly number[]) => number): Figure[] {
  if (values.length === 0) return [];
  return [
    {
      term,
      label: howMany(values.length, 'program'),
      value: of(values),
      unit: 'days',
    },
  ];
}

function isWithin(days: DateRange | undefined, within: DateRange): boolean {
  return days !== undefined && touches(days, within);
}

function howMany(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
