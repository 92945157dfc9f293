/** A quarter as lanes on days: its objectives, what is true at the end of each month, and the promises of each week. */

import { daysFor } from '../../model/deadlines.ts';
import { healthOf } from '../../model/health.ts';
import { type Promised, promisedOf } from '../../model/kept.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { type DateRange, describePeriod, monthsOf, quarterOf, rangeOf, weeksTouching } from '../../values/calendar.ts';
import { formatPeriod, type Period } from '../../values/period.ts';
import type { Inline, Reference, Word } from '../documents/document.ts';
import { answering, healthState, isOverdue, milestoneState, standing } from '../documents/facts.ts';
import { reference, words } from '../documents/words.ts';
import type { SiteSource } from './subject.ts';

export interface QuarterTimeline {
  /** `2026-Q1`. */
  literal: string;
  /** `Q1 2026, 1 January – 31 March`. */
  text: string;
  days: DateRange;
  months: (DateRange & { text: string })[];
  weeks: (DateRange & { literal: string })[];
  lanes: Lane[];
}

export interface Lane {
  objective: Reference;
  people: Inline[];
  health: Word;
  milestones: LaneMilestone[];
  /** One for each week of the quarter, in order; what the plan promises for it. */
  weeks: LanePromise[][];
}

export interface LaneMilestone {
  milestone: Reference;
  days: DateRange;
  state: Word;
  /** Its time is over, and nothing tells whether it came. */
  isOverdue: boolean;
}

export interface LanePromise {
  commitment: Reference;
  became: Promised;
  state: Word;
}

/** The quarters that objectives fall into, the first one first. */
export function quartersOf({ plan }: SiteSource): Period[] {
  const found = new Map<string, Period>();
  for (const objective of plan.nodesOf('objective')) {
    const days = plan.periodOf(objective);
    if (!days) continue;
    const quarter = quarterOf(days.first, plan.config.calendar);
    found.set(formatPeriod(quarter), quarter);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quarter]) => quarter);
}

export function timelineOf(source: SiteSource, quarter: Period): QuarterTimeline {
  const { plan } = source;
  const { calendar } = plan.config;
  const days = rangeOf(quarter, calendar);
  const weeks = weeksTouching(days).map((week) => ({ literal: formatPeriod(week), ...rangeOf(week) }));
  const literal = formatPeriod(quarter);
  return {
    literal,
    text: describePeriod(quarter, calendar),
    days,
    months: monthsOf(quarter, calendar).map((month) => ({ text: describePeriod(month), ...rangeOf(month) })),
    weeks,
    lanes: plan
      .nodesOf('objective')
      .filter((node) => plan.quarterOf(node) === literal && !isDropped(node))
      .map((node) => laneOf(source, node, weeks)),
  };
}

function laneOf({ plan, today }: SiteSource, objective: PlanNode, weeks: QuarterTimeline['weeks']): Lane {
  const milestones = objective.childrenOf('milestone').filter((node) => !isDropped(node));
  const commitments = [...new Set([objective, ...milestones].flatMap((node) => node.childrenOf('commitment')))].sort(
    compareNodes,
  );
  const byWeek = Map.groupBy(commitments, (node) => daysFor(plan, node)?.first);
  return {
    objective: reference(plan, objective),
    people: words(answering(plan, objective)),
    health: healthState(healthOf(plan, objective, today)),
    milestones: milestones.flatMap((node) => {
      const days = daysFor(plan, node);
      if (!days) return [];
      return {
        milestone: reference(plan, node),
        days,
        state: milestoneState(plan, node, today),
        isOverdue: isOverdue(plan, node, today),
      };
    }),
    weeks: weeks.map(({ first }) =>
      (byWeek.get(first) ?? []).map((node) => ({
        commitment: reference(plan, node),
        became: promisedOf(plan, node),
        state: standing(node),
      })),
    ),
  };
}
