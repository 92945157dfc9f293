/** What the plan shows of a time, counted once for the documents that judge how it is run. */

import { daysFor, daysIn, daysOf } from '../../model/deadlines.ts';
import { kindOf, readingsOf, timingOf, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { reviewedLevels, rhythmOf } from '../../model/rhythm.ts';
import { isDropped } from '../../model/states.ts';
import { type DateRange, periodsTouching, previous, quarterOf, rangeOf, touches } from '../../values/calendar.ts';
import { rightsOf } from '../rights.ts';
import { heldDays } from './meetings.ts';
import type { Request } from './request.ts';
import { everUnder, under } from './selections.ts';

export interface Evidence {
  frames: PlanNode[];
  bets: PlanNode[];
  objectives: PlanNode[];
  milestones: PlanNode[];
  commitments: PlanNode[];
  /** Objectives by what they have. */
  withDri: PlanNode[];
  withRights: PlanNode[];
  withEscalation: PlanNode[];
  withOutcome: PlanNode[];
  withLeading: PlanNode[];
  withWhy: PlanNode[];
  /** With a milestone in each month of the time. */
  withMonths: PlanNode[];
  /** Meetings of each rhythm that look at the levels of the cascade. */
  meetings: Record<'weekly' | 'monthly' | 'quarterly', PlanNode[]>;
  /** Days in the time, up to the day of the document, on which a meeting of the rhythm is noted as held. */
  held: Record<'weekly' | 'monthly' | 'quarterly', string[]>;
  /** Leading metrics of the objectives, and those of them with a reading of the time. */
  leading: PlanNode[];
  leadingRead: PlanNode[];
  outcomes: PlanNode[];
  outcomesRead: PlanNode[];
  briefs: PlanNode[];
  decisions: PlanNode[];
  /** Of the time before, if it had any; and lessons that name what they change. */
  retros: PlanNode[];
  lessons: number;
  usedLessons: number;
}

export function evidenceOf(request: Request): Evidence {
  const { plan, today, days } = request;
  const { calendar } = plan.config;
  const frames = under(request, 'frame');
  const bets = frames.flatMap((frame) => frame.childrenOf('bet')).filter((bet) => !isDropped(bet));
  const objectives = under(request, 'objective');
  const measures = objectives.flatMap((objective) => yardsticksOf(objective).map(({ metric }) => metric));
  const leading = [...new Set(measures.filter((metric) => timingOf(metric)?.value === 'leading'))];
  const outcomes = [...new Set(measures.filter((metric) => kindOf(metric)?.value === 'outcome'))];
  const isRead = (metric: PlanNode) =>
    readingsOf(metric, calendar).some(({ date }) => days.first <= date && date <= days.last && date <= today);
  const months = periodsTouching('month', days, calendar).map((month) => rangeOf(month, calendar));
  const has = (test: (node: PlanNode) => boolean) => objectives.filter(test);
  const meetings = {
    weekly: meeting(plan, 'weekly'),
    monthly: meeting(plan, 'monthly'),
    quarterly: meeting(plan, 'quarterly'),
  };
  const heldOf = (nodes: readonly PlanNode[]) =>
    nodes
      .flatMap((node) => heldDays(plan, node))
      .filter((date) => days.first <= date && date <= days.last && date <= today);
  const retros = retrosBefore(plan, days, today);
  const lessons = retros.flatMap((retro) => retro.propertiesOf('LessonProperty'));
  return {
    frames,
    bets,
    objectives,
    milestones: under(request, 'milestone'),
    commitments: everUnder(request, 'commitment'),
    withDri: has(({ dri }) => dri !== undefined),
    withRights: has((node) => rightsOf(node).decides.length > 0),
    withEscalation: has((node) => rightsOf(node).escalatesTo.length > 0),
    withOutcome: has((node) => yardsticksOf(node).some(({ metric }) => kindOf(metric)?.value === 'outcome')),
    withLeading: has((node) => yardsticksOf(node).some(({ metric }) => timingOf(metric)?.value === 'leading')),
    withWhy: has((node) => node.text('why') !== undefined),
    withMonths: has((node) =>
      months.every((month) => node.childrenOf('milestone').some((each) => within(plan, each, month))),
    ),
    meetings,
    held: { weekly: heldOf(meetings.weekly), monthly: heldOf(meetings.monthly), quarterly: heldOf(meetings.quarterly) },
    leading,
    leadingRead: leading.filter(isRead),
    outcomes,
    outcomesRead: outcomes.filter(isRead),
    briefs: plan.nodesOf('brief').filter((node) => (daysIn(node, 'on', calendar)?.first ?? '') <= today),
    decisions: plan.nodesOf('decision').filter((node) => (daysIn(node, 'on', calendar)?.first ?? '') <= today),
    retros,
    lessons: lessons.length,
    usedLessons: lessons.filter(({ targets }) => targets.length > 0).length,
  };
}

/** Retros that cover the quarter before these days and were held by the day. */
export function retrosBefore(plan: Plan, days: DateRange, today: string): PlanNode[] {
  const { calendar } = plan.config;
  return retrosOf(plan, rangeOf(previous(quarterOf(days.first, calendar)), calendar), today);
}

/** Retros that cover any of these days and were held by the day; one without a day counts. */
export function retrosOf(plan: Plan, days: DateRange, today: string): PlanNode[] {
  const { calendar } = plan.config;
  return plan.nodesOf('retro').filter((retro) => {
    const on = daysIn(retro, 'on', calendar)?.first ?? daysIn(retro, 'held', calendar)?.first;
    if (on !== undefined && on > today) return false;
    return retro.propertiesOf('CoversProperty').some(({ period }) => {
      const covered = daysOf(period, calendar);
      return covered !== undefined && touches(covered, days);
    });
  });
}

/** Of those held by the day, the one of the latest time. */
export function lastRetro(plan: Plan, today: string): PlanNode | undefined {
  const endOf = (retro: PlanNode) =>
    retro
      .propertiesOf('CoversProperty')
      .flatMap(({ period }) => daysOf(period, plan.config.calendar)?.last ?? [])
      .sort()
      .at(-1) ?? '';
  return retrosOf(plan, { first: '0001-01-01', last: today }, today)
    .map((retro) => ({ retro, end: endOf(retro) }))
    .sort((one, other) => (one.end < other.end ? -1 : one.end > other.end ? 1 : 0))
    .at(-1)?.retro;
}

function meeting(plan: Plan, rhythm: 'weekly' | 'monthly' | 'quarterly'): PlanNode[] {
  return plan.nodesOf('cadence').filter((node) => rhythmOf(node) === rhythm && reviewedLevels(node).length > 0);
}

function within(plan: Plan, node: PlanNode, days: DateRange): boolean {
  const own = daysFor(plan, node);
  return own !== undefined && touches(own, days) && !isDropped(node);
}
