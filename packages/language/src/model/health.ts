/** How an objective stands: by its own last word, by its milestones, and by where its numbers are against their pace. */

import { formatAmount } from '../values/amount.ts';
import { addDays, daysBetween } from '../values/calendar.ts';
import { daysFor, daysOf } from './deadlines.ts';
import { expectationsOf } from './expectations.ts';
import { measuresOf, quarterOf, readingsOf, timingOf, yardsticksOf } from './metrics.ts';
import type { PlanNode } from './node.ts';
import { type Pace, paceOf } from './pace.ts';
import type { Plan } from './plan.ts';
import { patienceOf } from './reading-rhythm.ts';
import { isDropped, stateOf, statusOf } from './states.ts';

export type HealthWord =
  | 'achieved'
  | 'partial'
  | 'missed'
  | 'dropped'
  | 'on track'
  | 'at risk'
  | 'off track'
  | 'unknown';

export interface Health {
  word: HealthWord;
  /** Clauses that a person can check, the gravest first; why the word is not a better one, or what speaks for it. */
  reasons: string[];
}

/** A status older than this says how it was. Days. */
const STATUS_DAYS = 45;

/** Behind by a tenth of the whole way from baseline to target is worth a word; by a quarter, it is more than a slow start. */
const BEHIND = 0.1;
const FAR_BEHIND = 0.25;

/** One milestone that did not come is a warning, whatever share of all it is. */
const FEW_MILESTONES = 2;

/**
 * A final status is taken as it stands. Else the gravest of these counts: its own status of the last 45 days; a leading metric
 * behind its pace by more than a tenth of the whole way (at risk) or a quarter (off track); a milestone missed, or past without its
 * numbers (at risk), or more than half of two or more that were due (off track); a guardrail out of its bounds (at risk); six weeks
 * before the end without a leading reading (at risk). On track if something speaks for it and nothing against; unknown if there
 * is nothing to go by. Leaves out lagging metrics, which move last, what was dropped, and forecasts.
 */
export function healthOf(plan: Plan, objective: PlanNode, today: string): Health {
  const said = statusOf(objective);
  const word = said?.status?.replace(/\s+/g, ' ');
  if (word === 'achieved' || word === 'partial' || word === 'missed' || word === 'dropped')
    return { word, reasons: said?.reason ? [said.reason.value] : [] };
  if (isDropped(objective)) return { word: 'dropped', reasons: [] };
  const off: string[] = [];
  const risk: string[] = [];
  const good: string[] = [];

  const on = daysOf(said?.on, plan.config.calendar)?.first;
  if (word && on && on <= today && daysBetween(on, today) <= STATUS_DAYS) {
    const list = word === 'off track' ? off : word === 'at risk' ? risk : good;
    list.push(`its DRI said ${word} on ${on}`);
  }
  for (const { metric, pace } of leadingPaces(plan, objective, today)) {
    if (pace.verdict === 'out of bounds') risk.push(`${metric.label} is out of its bounds`);
    else if (isBehind(pace, FAR_BEHIND)) off.push(`${metric.label} is far behind its pace`);
    else if (isBehind(pace, BEHIND)) risk.push(`${metric.label} is behind its pace`);
    else good.push(`${metric.label} is ${pace.verdict === 'behind' ? 'a little behind its pace' : pace.verdict}`);
  }
  const due = milestonesDue(plan, objective, today);
  const failed = due.filter(({ met }) => met === false);
  const came = due.filter(({ met }) => met).length;
  if (failed.length > 0)
    (due.length >= FEW_MILESTONES && failed.length * 2 > due.length ? off : risk).push(
      due.length === 1
        ? 'the milestone that was due did not come'
        : `${failed.length} of ${due.length} milestones that were due did not come`,
    );
  else if (came > 0)
    good.push(
      came === due.length
        ? 'every milestone that was due came'
        : `${came} of ${due.length} milestones that were due came, and nothing tells of the ${due.length - came === 1 ? 'other' : 'others'}`,
    );
  for (const { metric, role, aim } of measuresOf(objective)) {
    const pace = role === 'guardrail' && aim ? paceOf(plan, metric, today, { by: objective, aim }) : undefined;
    if (pace?.verdict !== 'out of bounds') continue;
    risk.push(`${metric.label} is out of its bounds at ${formatAmount(pace.value, pace.like)}`);
  }
  if (sixWeekVerdictOf(plan, objective, today).verdict === 'not read')
    risk.push('six weeks before the end nothing had been read');

  if (off.length > 0) return { word: 'off track', reasons: [...off, ...risk] };
  if (risk.length > 0) return { word: 'at risk', reasons: risk };
  return good.length > 0
    ? { word: 'on track', reasons: good }
    : { word: 'unknown', reasons: ['nothing was read or said yet'] };
}

export interface SixWeekVerdict {
  /** ISO date; undefined unless the objective's period is a quarter. */
  day?: string;
  /** `early`: the day has not come. `not read`: it has, and no leading metric had a reading in the quarter. */
  verdict: 'yes' | 'in doubt' | 'no' | 'not read' | 'early' | 'no leading metric';
}

/**
 * Will it be reached? By the readings of its leading metrics up to six weeks before the quarter ends: yes if each is on its pace
 * or ahead, no if each is behind, in doubt between. E. R. Miller, "The Marketing Execution Gap". Leaves out later readings.
 */
export function sixWeekVerdictOf(plan: Plan, objective: PlanNode, today: string): SixWeekVerdict {
  const quarter = quarterOf(plan, objective);
  if (!quarter || !yardsticksOf(objective).some(({ metric }) => timingOf(metric)?.value === 'leading'))
    return { verdict: 'no leading metric' };
  const day = quarter.sixWeeksBefore;
  if (today < day) return { day, verdict: 'early' };
  const known = leadingPaces(plan, objective, day).filter(({ pace }) => pace.reading.date >= quarter.first);
  if (known.length === 0) return { day, verdict: 'not read' };
  const behind = known.filter(({ pace }) => pace.verdict === 'behind' || pace.verdict === 'out of bounds');
  return { day, verdict: behind.length === 0 ? 'yes' : behind.length === known.length ? 'no' : 'in doubt' };
}

/**
 * Whether a milestone came: `met` and `missed` as they were said; without a word, by its `expect`s once its month is over: true
 * where readings show each of them, false where a reading that was fresh when its month ended shows that one did not come, undefined where nothing shows anything.
 */
export function cameTrue(plan: Plan, milestone: PlanNode, today: string): boolean | undefined {
  const state = stateOf(milestone);
  if (state?.key === 'met') return true;
  if (state?.key === 'missed') return false;
  const due = daysFor(plan, milestone);
  if (!due || today <= due.last) return undefined;
  const expected = expectationsOf(plan, milestone, due.last).map(({ reached, reading, metric }) =>
    // What was short of it long before the month ended says nothing about how it ended.
    reached === false && reading && reading.date < addDays(due.last, -(patienceOf(metric) ?? A_MONTH))
      ? undefined
      : reached,
  );
  if (expected.includes(false)) return false;
  return expected.length > 0 && expected.every(Boolean) ? true : undefined;
}

/** Without a rhythm, a reading tells about the month that it was taken in. Days. */
const A_MONTH = 31;

function milestonesDue(plan: Plan, objective: PlanNode, today: string): { met: boolean | undefined }[] {
  return objective
    .childrenOf('milestone')
    .filter((milestone) => !isDropped(milestone) && (daysFor(plan, milestone)?.last ?? today) < today)
    .map((milestone) => ({ met: cameTrue(plan, milestone, today) }));
}

function leadingPaces(plan: Plan, objective: PlanNode, day: string): { metric: PlanNode; pace: Pace }[] {
  return yardsticksOf(objective).flatMap(({ metric, aim }) => {
    if (timingOf(metric)?.value !== 'leading' || readingsOf(metric, plan.config.calendar).length === 0) return [];
    const pace = paceOf(plan, metric, day, aim && { by: objective, aim });
    return pace ? [{ metric, pace }] : [];
  });
}

function isBehind({ lead, baseline, target }: Pace, share: number): boolean {
  if (lead === undefined || baseline === undefined || target === undefined) return false;
  return lead < -share * Math.abs(target - baseline);
}
