/** How an objective stands: by its own last word, by its milestones, and by where its numbers are against their pace. */

import { formatAmount } from '../values/amount.ts';
import { addDays, daysBetween, describeDay } from '../values/calendar.ts';
import { daysFor, daysOf } from './deadlines.ts';
import { expectationsOf } from './expectations.ts';
import { measuresOf, quarterOf, readingsOf, timingOf, yardsticksOf } from './metrics.ts';
import type { PlanNode } from './node.ts';
import { type Pace, paceOf } from './pace.ts';
import type { Plan } from './plan.ts';
import { FRESH, patienceOf } from './reading-rhythm.ts';
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
  /** ISO date; where the word is unknown, the last day on which something was. */
  since?: string;
}

/** A status older than this says how it was. Days. */
const STATUS_DAYS = 45;

/** What came in one month speaks for an objective until the next one is over and was looked at. Days. */
const MILESTONE_DAYS = 45;

/** Behind by a tenth of the whole way from baseline to target is worth a word; by a quarter, it is more than a slow start. */
const BEHIND = 0.1;
const FAR_BEHIND = 0.25;

/** One milestone that did not come is a warning, whatever share of all it is. */
const FEW_MILESTONES = 2;

/**
 * A final status is taken as it stands. Else the gravest of these counts: its own status of the last 45 days; a leading metric
 * behind its pace by more than a tenth of the whole way (at risk) or a quarter (off track); a milestone missed, or past without its
 * numbers (at risk), or more than half of two or more that were due (off track); a guardrail out of its bounds (at risk); six weeks
 * before the end without a leading reading (at risk). On track if something fresh speaks for it and nothing against: a reading
 * within the patience of its rhythm (that of the documents without one) before today or the end, its DRI's word of as many days,
 * or milestones that all came, the last one lately. Bad news stands until somebody takes it back, good news grows old: then, or
 * where there is nothing to go by, unknown. Leaves out lagging metrics, which move last, what was dropped, and forecasts.
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
  // What spoke for it once; its last words, too old to count; the days of all of it.
  const old: string[] = [];
  const once: string[] = [];
  const heard: string[] = [];
  let isFresh = false;
  const last = daysFor(plan, objective)?.last;
  const asOf = last !== undefined && last < today ? last : today;

  const on = daysOf(said?.on, plan.config.calendar)?.first;
  if (word && on && on <= today) {
    heard.push(on);
    const list = word === 'off track' ? off : word === 'at risk' ? risk : good;
    (daysBetween(on, today) <= STATUS_DAYS ? list : once).push(`its DRI said ${word} on ${describeDay(on, today)}`);
    if (list === good && daysBetween(on, today) <= FRESH) isFresh = true;
  }
  for (const { metric, pace } of leadingPaces(plan, objective, today)) {
    const { date } = pace.reading;
    const isOld = daysBetween(date, asOf) > (patienceOf(metric) ?? FRESH);
    const [is, when] = isOld ? ['was', `, when last read on ${describeDay(date, today)}`] : ['is', ''];
    heard.push(date);
    if (pace.verdict === 'out of bounds') risk.push(`${metric.label} ${is} out of its bounds${when}`);
    else if (isBehind(pace, FAR_BEHIND)) off.push(`${metric.label} ${is} far behind its pace${when}`);
    else if (isBehind(pace, BEHIND)) risk.push(`${metric.label} ${is} behind its pace${when}`);
    else {
      const stands = pace.verdict === 'behind' ? 'a little behind its pace' : pace.verdict;
      (isOld ? old : good).push(`${metric.label} ${is} ${stands}${when}`);
      if (!isOld) isFresh = true;
    }
  }
  const { due, came, failed, silent, lastDue } = milestonesDue(plan, objective, today);
  if (failed > 0)
    (due >= FEW_MILESTONES && failed * 2 > due ? off : risk).push(
      due === 1
        ? 'the milestone that was due did not come'
        : `${failed} of ${due} milestones that were due did not come`,
    );
  else if (came > 0 && came === due) {
    good.push('every milestone that was due came');
    if (lastDue && daysBetween(lastDue, asOf) <= MILESTONE_DAYS) isFresh = true;
  }
  if (came > 0 && lastDue) heard.push(lastDue);
  const unsaid =
    silent === 0
      ? []
      : [
          due === 1
            ? 'nobody said whether the milestone that was due came'
            : `nobody said whether ${silent === due ? `the ${due}` : `${silent} of ${due}`} milestones that were due came`,
        ];
  for (const { metric, role, aim } of measuresOf(objective)) {
    const pace = role === 'guardrail' && aim ? paceOf(plan, metric, today, { by: objective, aim }) : undefined;
    if (pace?.verdict !== 'out of bounds') continue;
    risk.push(`${metric.label} is out of its bounds at ${formatAmount(pace.value, pace.like)}`);
  }
  if (sixWeekVerdictOf(plan, objective, today).verdict === 'not read')
    risk.push('six weeks before the end nothing had been read');

  if (off.length > 0) return { word: 'off track', reasons: [...off, ...risk, ...unsaid] };
  if (risk.length > 0) return { word: 'at risk', reasons: [...risk, ...unsaid] };
  if (isFresh) return { word: 'on track', reasons: [...unsaid, ...good, ...old] };
  const since = heard.sort().at(-1);
  if (since === undefined) return { word: 'unknown', reasons: ['nothing was read or said yet', ...unsaid] };
  return { word: 'unknown', reasons: [...unsaid, ...old, ...good, ...once], since };
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
  const known = sixWeekPacesOf(plan, objective);
  if (known.length === 0) return { day, verdict: 'not read' };
  const behind = known.filter(({ pace }) => pace.verdict === 'behind' || pace.verdict === 'out of bounds');
  return { day, verdict: behind.length === 0 ? 'yes' : behind.length === known.length ? 'no' : 'in doubt' };
}

/** What its leading metrics had said by the day that leaves six weeks; none where its period is no quarter. */
export function sixWeekPacesOf(plan: Plan, objective: PlanNode): { metric: PlanNode; pace: Pace }[] {
  const quarter = quarterOf(plan, objective);
  if (!quarter) return [];
  return leadingPaces(plan, objective, quarter.sixWeeksBefore).filter(({ pace }) => pace.reading.date >= quarter.first);
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

interface MilestonesDue {
  due: number;
  came: number;
  failed: number;
  /** Of these nobody said anything, and no number shows it. */
  silent: number;
  /** ISO date; the last day of the last one that came. */
  lastDue?: string;
}

function milestonesDue(plan: Plan, objective: PlanNode, today: string): MilestonesDue {
  const due = objective.childrenOf('milestone').flatMap((milestone) => {
    const last = daysFor(plan, milestone)?.last;
    if (last === undefined || last >= today || isDropped(milestone)) return [];
    return [{ last, met: cameTrue(plan, milestone, today) }];
  });
  const came = due.filter(({ met }) => met === true);
  const failed = due.filter(({ met }) => met === false).length;
  const lastDue = came
    .map(({ last }) => last)
    .sort()
    .at(-1);
  return {
    due: due.length,
    came: came.length,
    failed,
    silent: due.length - came.length - failed,
    ...(lastDue !== undefined && { lastDue }),
  };
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
