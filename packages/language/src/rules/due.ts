/** When the next level may be expected: plans are written level by level, so what lies far ahead is left alone. */

import { addDays, type DateRange } from '../values/calendar.ts';

/** Two weeks: a quarter is planned in the last days of the one before it, and not months ahead. */
const PLANNING_DAYS = 14;

/** It has begun and is not over. */
export function isUnderWay({ first, last }: DateRange, today: string): boolean {
  return first <= today && today <= last;
}

/** It begins within two weeks, is under way or over: what it lacks then is a gap in the plan, and stays one. */
export function isDue({ first }: DateRange, today: string): boolean {
  return addDays(first, -PLANNING_DAYS) <= today;
}
