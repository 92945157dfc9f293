/** What a document is asked for: the plan, the day, and what it is to look at. */

import type { Finding } from '../../finding.ts';
import { daysFor } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import {
  contains,
  convert,
  type DateRange,
  describePeriod,
  periodOf,
  rangeOf,
  touches,
} from '../../values/calendar.ts';
import { formatPeriod, type Period, type PeriodUnit } from '../../values/period.ts';
import { titleOf } from '../sketch.ts';
import type { Scope } from './document.ts';
import { referenceTo } from './identity.ts';

export interface DocumentOptions {
  /** A quarter, month or week to look at; without it, the one that the day lies in. */
  period?: Period;
  /** Only what this person answers for. */
  owner?: PlanNode;
  /** Only what this team or its people answer for. */
  team?: PlanNode;
  /** Those of the plan on the day; documents that count faults are built from them. */
  findings?: readonly Finding[];
}

/** A document under way: `plan` is what was known on the day. */
export interface Request {
  plan: Plan;
  /** ISO date. */
  today: string;
  options: DocumentOptions;
  /** What it looks at. */
  period: Period;
  days: DateRange;
  /** Whether somebody asked for this period, instead of it being that of the day. */
  isAsked: boolean;
  /** The period of the day, where the plan has no work in it and the nearest one with work is looked at instead. */
  instead?: Period;
  findings: readonly Finding[];
  /** It belongs to the person or team that was asked for; true for everything when nobody was. */
  concerns: (node: PlanNode) => boolean;
  /** As `concerns`, and what the work of these days that belongs to them serves: their numbers, though others answer for them. */
  serves: (node: PlanNode) => boolean;
}

/**
 * `unit`: what a document of this kind looks at, `usual` where nobody asks for another; a longer period that was asked for is cut to the part
 * that the day lies in.
 */
export function requestOf(
  plan: Plan,
  today: string,
  options: DocumentOptions,
  unit: PeriodUnit,
  usual?: Period,
): Request {
  const { calendar } = plan.config;
  const now = periodOf(unit, today, calendar);
  const asked = options.period;
  const wanted = asked ? fitted(asked, unit, now) : (usual ?? now);
  const period = asked ? wanted : nearestWithWork(plan, wanted);
  const days = rangeOf(period, calendar);
  const isWhole = !options.owner && !options.team;
  let served: Set<PlanNode> | undefined;
  return {
    plan,
    today,
    options,
    period,
    days,
    isAsked: asked !== undefined,
    ...(period !== wanted && { instead: wanted }),
    findings: options.findings ?? [],
    concerns: (node) => concerns(node, options),
    serves: (node) => {
      if (isWhole || concerns(node, options)) return true;
      served ??= servedBy(plan, options, days);
      return served.has(node);
    },
  };

  function fitted(wanted: Period, own: PeriodUnit, current: Period): Period {
    const inside = contains(rangeOf(wanted, calendar), rangeOf(current, calendar));
    return inside ? current : convert(wanted, own, calendar);
  }
}

/**
 * A quarter or year without any objective tells nothing of a plan that is about another one: the next that has some, else the last.
 * A week or month without work is news in itself, and stays.
 */
function nearestWithWork(plan: Plan, wanted: Period): Period {
  if (wanted.unit !== 'quarter' && wanted.unit !== 'year') return wanted;
  const { calendar } = plan.config;
  const days = rangeOf(wanted, calendar);
  const spans = plan.nodesOf('objective').flatMap((node) => plan.periodOf(node) ?? []);
  if (spans.length === 0 || spans.some((span) => touches(span, days))) return wanted;
  const firsts = spans.map(({ first }) => first).sort();
  const nearest = firsts.find((first) => first > days.last) ?? firsts.at(-1);
  return nearest === undefined ? wanted : periodOf(wanted.unit, nearest, calendar);
}

export function scopeOf({ plan, period, days, options: { owner, team } }: Request): Scope {
  return {
    period: {
      literal: formatPeriod(period),
      text: describePeriod(period, plan.config.calendar),
      first: days.first,
      last: days.last,
    },
    ...(owner && { owner: referenceTo(plan, owner) }),
    ...(team && { team: referenceTo(plan, team) }),
  };
}

/** `week 7 of 2026, 9–15 February · Demand Generation`. */
export function scopeText({ plan, period, options: { owner, team } }: Request): string {
  return [
    describePeriod(period, plan.config.calendar),
    ...[owner, team].flatMap((node) => (node ? [titleOf(node)] : [])),
  ].join(' · ');
}

/** Its days, where they are known, share one with those that are looked at. */
export function fallsInto({ plan, days }: Request, node: PlanNode): boolean {
  const own = daysFor(plan, node);
  return own !== undefined && touches(own, days);
}

function servedBy(plan: Plan, options: DocumentOptions, days: DateRange): Set<PlanNode> {
  const work = plan.nodesOf('milestone', 'commitment', 'program').filter((node) => {
    const own = daysFor(plan, node);
    return own !== undefined && touches(own, days) && concerns(node, options);
  });
  return new Set(work.flatMap((node) => plan.ancestors(node)));
}

function concerns(node: PlanNode, { owner, team }: DocumentOptions): boolean {
  if (owner && !answersFor(owner, node)) return false;
  if (!team) return true;
  return (
    node.targets('team').includes(team) || [...people(node)].some((person) => person.targets('team').includes(team))
  );
}

function answersFor(owner: PlanNode, node: PlanNode): boolean {
  return people(node).includes(owner);
}

/** Who answers for it; for a metric that names nobody, who answers for what it measures. */
function people(node: PlanNode): readonly PlanNode[] {
  if (node.kind === 'owner') return [node];
  const own = [...node.targets('dri'), ...node.targets('chair'), ...node.targets('lead')];
  return own.length > 0 || node.kind !== 'metric' || !node.scope ? own : node.scope.targets('dri');
}
