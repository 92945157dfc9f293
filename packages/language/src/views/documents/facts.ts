/** What documents say of declarations: who answers for them, how they stand, what they were read at. */

import { daysOf } from '../../model/deadlines.ts';
import { cameTrue, type Health } from '../../model/health.ts';
import type { PlanNode } from '../../model/node.ts';
import { describePace, type Pace } from '../../model/pace.ts';
import type { Plan } from '../../model/plan.ts';
import { daysBetween, describeDay, describePeriod } from '../../values/calendar.ts';
import { isPeriodFault, parsePeriod } from '../../values/period.ts';
import { stateOf } from '../state.ts';
import type { Tone, Word } from './document.ts';
import { listed, reference, state, type Words, words } from './words.ts';

/** The one who answers for it, or in plain words that nobody does. */
export function answering(plan: Plan, node: PlanNode): Words {
  const links = node.linksOf('dri');
  if (links.length === 0) return 'nobody';
  return words(listed(links.map(({ target, reference: { path } }) => (target ? reference(plan, target) : path))));
}

const TONES: Readonly<Record<string, Tone>> = {
  done: 'good',
  met: 'good',
  achieved: 'good',
  'on track': 'good',
  'at risk': 'warning',
  partial: 'warning',
  moved: 'warning',
  'off track': 'bad',
  missed: 'bad',
  blocked: 'bad',
  dropped: 'open',
  unknown: 'open',
};

/** How a promise stands: `done 6 February`, `moved to week 7`, `blocked`, `open`. */
export function standing(node: PlanNode): Word {
  const own = stateOf(node);
  if (!own) return state('open', 'open');
  const tone = TONES[own.word] ?? 'open';
  if (own.word === 'moved' && own.on !== undefined) return state(tone, `moved to ${periodText(own.on)}`);
  return state(tone, own.word);
}

/** `because …` of a state, as its author wrote it. */
export function reasonOf(node: PlanNode): string | undefined {
  return stateOf(node)?.reason;
}

/** `at risk`, `not known since 6 February 2026`. */
export function healthState({ word, since }: Pick<Health, 'word' | 'since'>): Word {
  return state(TONES[word] ?? 'open', word === 'unknown' ? notKnown([since]) : word);
}

/** Of one or several: the last day on which anything was known of any of them. */
export function notKnown(sinces: readonly (string | undefined)[]): string {
  const since = sinces
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  return since === undefined ? 'not known' : `not known since ${describeDay(since)}`;
}

/** Its time is over, and neither a word nor a number tells whether it came. */
export function isOverdue(plan: Plan, milestone: PlanNode, today: string): boolean {
  const last = plan.periodOf(milestone)?.last;
  return !stateOf(milestone) && last !== undefined && last < today && cameTrue(plan, milestone, today) === undefined;
}

/** Whether a milestone came true by the day, in a word. */
export function milestoneState(plan: Plan, milestone: PlanNode, today: string): Word {
  const own = stateOf(milestone);
  if (own && own.word !== 'moved') return standing(milestone);
  const came = cameTrue(plan, milestone, today);
  if (came === true) return state('good', 'its numbers came');
  if (came === false) return state('bad', 'its numbers did not come');
  if (own) return standing(milestone);
  return isOverdue(plan, milestone, today) ? state('warning', 'over, and no word') : state('open', 'open');
}

const GOOD_PACES: ReadonlySet<Pace['verdict']> = new Set(['reached', 'ahead', 'on pace', 'within bounds']);

export function paceState(pace: Pace): Word {
  if (GOOD_PACES.has(pace.verdict)) return state('good', describePace(pace));
  return state(pace.verdict === 'not reached' ? 'open' : 'warning', describePace(pace));
}

/** `week 7 of 2026`, from a literal; the literal itself where it cannot be understood. */
export function periodText(literal: string): string {
  const period = parsePeriod(literal);
  if (isPeriodFault(period)) return literal;
  return period.unit === 'week' ? `week ${period.week}` : describePeriod(period);
}

/** `since 6 February 2026 (3 days)`. */
export function sinceText(plan: Plan, node: PlanNode, today: string): string | undefined {
  const blocked = node.propertiesOf('StateProperty', 'blocked').at(-1);
  const since = daysOf(blocked?.since, plan.config.calendar)?.first;
  if (since === undefined) return undefined;
  const days = daysBetween(since, today);
  return days > 0
    ? `since ${describeDay(since, today)}, ${days} ${days === 1 ? 'day' : 'days'}`
    : `since ${describeDay(since, today)}`;
}
