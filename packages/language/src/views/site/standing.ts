/** How an objective stands, in a line: for the front page, and for the list of all objectives. */

import { daysFor } from '../../model/deadlines.ts';
import { type HealthWord, healthOf, sixWeekVerdictOf } from '../../model/health.ts';
import { type Measure, primaryOf, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { formatPeriod } from '../../values/period.ts';
import type { Chart, Inline, Reference, Word } from '../documents/document.ts';
import { answering, healthState } from '../documents/facts.ts';
import { chartOf } from '../documents/measures.ts';
import { reference, words } from '../documents/words.ts';
import { isReached, stateOf } from '../state.ts';
import type { SiteSource } from './subject.ts';

export interface Standing {
  objective: Reference;
  /** The bet or frame that it advances. */
  serves?: Reference;
  /** `2026-Q1`; absent where the plan does not say. */
  period?: string;
  /** ISO dates. */
  days?: { first: string; last: string };
  people: Inline[];
  word: HealthWord;
  /** ISO date; since when nothing is known, where that is so and something was. */
  since?: string;
  health: Word;
  /** Clauses, the gravest first. */
  reasons: string[];
  /** Milestones, and how many of them are met; without those that were dropped. */
  met: number;
  milestones: number;
  /** Of its primary metric, or the first that was read. */
  chart?: Chart;
}

/** From what asks most of a reader to what asks least. */
const GRAVEST: readonly HealthWord[] = [
  'off track',
  'at risk',
  'unknown',
  'on track',
  'missed',
  'partial',
  'achieved',
  'dropped',
];

export function standingOf({ plan, today }: SiteSource, objective: PlanNode): Standing {
  const { word, reasons, since } = healthOf(plan, objective, today);
  const milestones = objective.childrenOf('milestone').filter((node) => !isDropped(node));
  const period = plan.periodOf(objective);
  const chart = chartShown(objective)
    .map((measure) => chartOf(plan, objective, measure, today))
    .find((each) => each !== undefined);
  return {
    objective: reference(plan, objective),
    ...(objective.parent && { serves: reference(plan, objective.parent) }),
    ...(period && { period: formatPeriod(period.period), days: { first: period.first, last: period.last } }),
    people: words(answering(plan, objective)),
    word,
    ...(since !== undefined && { since }),
    health: healthState({ word, ...(since !== undefined && { since }) }),
    reasons: reasons.slice(0, MOST_REASONS),
    met: milestones.filter((node) => isReached(stateOf(node))).length,
    milestones: milestones.length,
    ...(chart && { chart }),
  };
}

/** More than these are a story, and the page of the objective tells it. */
const MOST_REASONS = 3;

/** The gravest first; equal ones in the order of the plan. */
export function gravestFirst(standings: readonly Standing[]): Standing[] {
  return standings.toSorted((a, b) => GRAVEST.indexOf(a.word) - GRAVEST.indexOf(b.word));
}

/** Under way on the day: those that a review is about. */
export function isUnderWay({ plan, today }: SiteSource, objective: PlanNode): boolean {
  const days = daysFor(plan, objective);
  return days !== undefined && days.first <= today && today <= days.last && !isDropped(objective);
}

/** What six weeks before the end said, once that day has come. */
export function sixWeeksText({ plan, today }: SiteSource, objective: PlanNode): string | undefined {
  const { day, verdict } = sixWeekVerdictOf(plan, objective, today);
  if (day === undefined || verdict === 'no leading metric') return undefined;
  return SIX_WEEKS[verdict];
}

const SIX_WEEKS = {
  early: 'too early to tell',
  yes: 'it will be reached',
  'in doubt': 'in doubt',
  no: 'it will not be reached',
  'not read': 'nothing had been read',
} as const;

function chartShown(objective: PlanNode): Measure[] {
  const all = yardsticksOf(objective);
  return [...all.filter(({ metric }) => primaryOf(metric)), ...all.filter(({ metric }) => !primaryOf(metric))];
}
