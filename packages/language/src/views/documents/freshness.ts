/** How old the facts are that a document goes by: nobody should take old news for a state of affairs. */

import { factDay } from '../../model/later.ts';
import type { Plan } from '../../model/plan.ts';
import { FRESH } from '../../model/reading-rhythm.ts';
import { daysBetween, describeDay } from '../../values/calendar.ts';
import type { Block } from './document.ts';
import { callout, count } from './words.ts';

/** Said first in a document that judges by facts, when the last one is older than that; nothing while they are fresh. */
export function freshness(plan: Plan, today: string): Block[] {
  const last = plan.remember(`last fact by ${today}`, () => ({ day: lastFact(plan, today) })).day;
  if (last === undefined)
    return [
      callout(
        'note',
        'Nothing has been noted yet',
        'The plan holds no fact of this day or before: no promise kept, no number read, no meeting held. What follows is the plan alone.',
      ),
    ];
  const age = daysBetween(last, today);
  if (age <= FRESH) return [];
  return [
    callout(
      'act',
      `The last fact is ${count(age, 'day')} old`,
      `It is of ${describeDay(last)}. What follows is what was known then; what happened since is not in the plan. “mos week” lists what waits for a word, and counts the promises that are older than four weeks.`,
    ),
  ];
}

/** The latest day of a fact that is known by `today` (ISO). */
function lastFact(plan: Plan, today: string): string | undefined {
  let latest: string | undefined;
  for (const node of plan.nodes())
    for (const property of node.declaration.properties) {
      const day = property.later ? undefined : factDay(property, plan.config.calendar);
      if (day !== undefined && day <= today && (latest === undefined || day > latest)) latest = day;
    }
  return latest;
}
