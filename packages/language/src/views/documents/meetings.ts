/** The meetings of a plan, as a document introduces them. */

import { daysOf } from '../../model/deadlines.ts';
import { rightsGivenBy } from '../../model/decisions.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { type Rhythm, reviewedLevels, rhythmOf } from '../../model/rhythm.ts';
import { describeDay } from '../../values/calendar.ts';
import type { Block } from './document.ts';
import { callout, listed, paragraph, reference, type Words } from './words.ts';

/** The meeting of this rhythm that looks at most of these levels; the first of several. */
export function meetingOf(plan: Plan, rhythm: Rhythm, levels: readonly string[]): PlanNode | undefined {
  const fit = (cadence: PlanNode) => reviewedLevels(cadence).filter((level) => levels.includes(level)).length;
  return plan
    .nodesOf('cadence')
    .filter((cadence) => rhythmOf(cadence) === rhythm)
    .toSorted((a, b) => fit(b) - fit(a))[0];
}

/** When and with whom, and what may be decided there; without such a meeting, that there is none and how to begin one. */
export function meetingBlock(plan: Plan, meeting: PlanNode | undefined, rhythm: Rhythm, today: string): Block {
  if (!meeting)
    return callout(
      'act',
      `No ${rhythm} meeting`,
      `The plan names no ${rhythm} review, so nobody is sure to look at this. Add one: “mos explain missing-rhythm” shows how.`,
    );
  const decides = rightsGivenBy(meeting).map(({ value }) => `“${value}”`);
  const chair = meeting.targets('chair').map((owner) => reference(plan, owner));
  const guests = meeting.targets('attend').map((each) => reference(plan, each));
  const held = heldDays(plan, meeting).findLast((date) => date <= today);
  const sentences: Words[] = [
    [reference(plan, meeting), `: ${everyText(meeting)}. `],
    chair.length > 0 ? [listed(chair), ' leads it. '] : 'Nobody is named to lead it. ',
    guests.length > 0 ? ['With ', listed(guests), '. '] : undefined,
    decides.length > 0
      ? ['It may decide: ', listed(decides), '. ']
      : 'The plan does not say what may be decided there. ',
    held === undefined ? 'No meeting has been noted as held yet.' : `Last held on ${describeDay(held)}.`,
  ];
  return paragraph(sentences);
}

/** ISO dates on which it is known to have been held, the oldest first. */
export function heldDays(plan: Plan, meeting: PlanNode): string[] {
  return meeting
    .propertiesOf('PeriodProperty', 'held')
    .flatMap(({ period }) => daysOf(period, plan.config.calendar)?.first ?? [])
    .sort();
}

/** `every week on Monday at 09:30 for 45 minutes`. */
export function everyText(meeting: PlanNode): string {
  const [every] = meeting.propertiesOf('EveryProperty');
  if (!every?.unit) return 'at no fixed time';
  const parts = [
    every.count ? `every ${every.count.literal} ${every.unit}` : `every ${every.unit}`,
    every.weekday ? `on ${every.place ? `the ${every.place} ` : ''}${every.weekday}` : undefined,
    every.day ? `on day ${every.day.literal}` : undefined,
    every.at ? `at ${every.at.literal}` : undefined,
    every.duration ? `for ${every.duration.literal} ${every.durationUnit ?? 'minutes'}` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}
