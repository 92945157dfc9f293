/** The days that a new plan begins with. */

import {
  addDays,
  type Calendar,
  defaultCalendar,
  monthOf,
  monthsOf,
  next,
  quarterOf,
  rangeOf,
  sixWeeksBefore,
  weekOf,
} from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';

export interface PlanDates {
  /** `2026` */
  year: string;
  /** `fy26`: the name of its frame. */
  frame: string;
  /** `2026-Q1` */
  quarter: string;
  /** `q1`: what names of the quarter begin with. */
  short: string;
  /** The months of the quarter that are not over. */
  months: { literal: string /** `jan` */; short: string }[];
  /** The day on which work begins: today, or the first day of the quarter. */
  start: string;
  /** The week of that day and the one after, with the month that their work is for: an index into `months`. */
  weeks: { literal: string; month: number }[];
  /** Six weeks before the quarter ends. */
  sixWeeksBefore: string;
  /** Last day of the quarter. */
  end: string;
  /** `2025-Q4`, the quarter before. */
  before: string;
  /** Years and quarters above are those of this calendar. */
  calendar: Calendar;
}

/** Today's quarter; the next one when fewer than six weeks are left, as leading indicators would come too late to act on. */
export function datesOf(today: string, calendar: Calendar = defaultCalendar): PlanDates {
  const current = quarterOf(today, calendar);
  const quarter = today > sixWeeksBefore(rangeOf(current, calendar).last) ? next(current) : current;
  const { first, last } = rangeOf(quarter, calendar);
  const start = today > first ? today : first;
  const months = monthsOf(quarter, calendar)
    .filter((month) => rangeOf(month).last >= start)
    .map((month) => ({ literal: formatPeriod(month), short: shortMonth(formatPeriod(month)) }));
  const weeks = [start, addDays(start, 7)].map((day) => ({
    literal: formatPeriod(weekOf(day)),
    month: Math.max(
      0,
      months.findIndex(({ literal }) => literal === formatPeriod(monthOf(day))),
    ),
  }));
  const literal = formatPeriod(quarter);
  return {
    year: literal.slice(0, 4),
    frame: `fy${literal.slice(2, 4)}`,
    quarter: literal,
    short: literal.slice(5).toLowerCase(),
    months,
    start,
    weeks,
    sixWeeksBefore: sixWeeksBefore(last),
    end: last,
    before: formatPeriod(quarterOf(addDays(first, -1), calendar)),
    calendar,
  };
}

/** `2026-01` to `jan`. */
export function shortMonth(literal: string): string {
  return SHORT[Number(literal.slice(5)) - 1] ?? '';
}

const SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
