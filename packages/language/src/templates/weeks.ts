/** Weeks and months that a dated template goes through, day by day. */

import { addDays, monthOf, weekOf } from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';

/** The week that is `count` weeks after that of a day: `2026-W03`. */
export function weekFrom(day: string, count: number): string {
  return formatPeriod(weekOf(addDays(day, count * DAYS_OF_WEEK)));
}

/** `2026-01` */
export function monthOfDay(day: string): string {
  return formatPeriod(monthOf(day));
}

export const DAYS_OF_WEEK = 7;
