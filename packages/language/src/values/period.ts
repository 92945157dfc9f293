/** A span of the plan's time as people write it: year, quarter, month, ISO week or day. */

import { daysInMonth, MONTH_NAMES, monthIndex, weeksInYear } from './date.ts';
import { memoised } from './memo.ts';

/** Year and quarter are the plan's fiscal ones; months, ISO weeks and days are the calendar's. */
export type Period =
  | { readonly unit: 'year'; readonly year: number }
  | { readonly unit: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly unit: 'month'; readonly year: number; readonly month: number }
  | { readonly unit: 'week'; readonly year: number; readonly week: number }
  | { readonly unit: 'day'; readonly date: string };

export type PeriodUnit = Period['unit'];

/** Why a literal is no period. */
export interface PeriodFault {
  /** A clause for people that follows the literal and a colon: `2026-02-30: February 2026 has 28 days`. */
  readonly fault: string;
  /** The literal that was probably meant. */
  readonly nearest?: string;
}

/** Plans are about living companies; a year outside these bounds is a slip of the keyboard. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const FORMS = 'it is no period; write 2026, 2026-Q1, 2026-01, 2026-W03 or 2026-01-16';

/** Reads a literal. The same literal gives the same object each time. */
export const parsePeriod: (text: string) => Period | PeriodFault = memoised(read);

export function isPeriodFault(period: Period | PeriodFault): period is PeriodFault {
  return 'fault' in period;
}

/** The literal that `parsePeriod` reads back to the same period. */
export function formatPeriod(period: Period): string {
  switch (period.unit) {
    case 'year':
      return four(period.year);
    case 'quarter':
      return `${four(period.year)}-Q${period.quarter}`;
    case 'month':
      return `${four(period.year)}-${two(period.month)}`;
    case 'week':
      return `${four(period.year)}-W${two(period.week)}`;
    case 'day':
      return period.date;
  }
}

/** More than is right: digits too few or many, small letters, numbers too large. What is wrong is said afterwards. */
const SHAPE = /^(\d{4})(?:-(?:[Qq](\d{1,4})|[Ww](\d{1,4})|(\d{1,4})(?:-(\d{1,4}))?))?$/;

function read(text: string): Period | PeriodFault {
  const match = SHAPE.exec(text);
  if (match === null) return { fault: FORMS };
  const [, yearText, quarter, week, month, day] = match;
  const year = Number(yearText);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { fault: `mos counts the years ${FIRST_YEAR} to ${LAST_YEAR}` };
  if (quarter !== undefined) return readQuarter(text, year, Number(quarter));
  if (week !== undefined) return readWeek(text, year, Number(week));
  if (month === undefined) return { unit: 'year', year };
  if (day === undefined) return readMonth(text, year, Number(month));
  return readDay(text, year, month, Number(day));
}

function readQuarter(text: string, year: number, quarter: number): Period | PeriodFault {
  const period: Period = { unit: 'quarter', year, quarter: clamp(quarter, 4) };
  const tooFar = quarter === 0 ? 'quarters count from Q1' : 'a year has 4 quarters';
  return judge(text, period, quarter, period.quarter, tooFar, 'a quarter has a capital Q and one digit');
}

function readWeek(text: string, year: number, week: number): Period | PeriodFault {
  const weeks = weeksInYear(year);
  const period: Period = { unit: 'week', year, week: clamp(week, weeks) };
  const tooFar = week === 0 ? 'weeks count from W01' : `${year} has ${weeks} weeks`;
  return judge(text, period, week, period.week, tooFar, 'a week has a capital W and two digits');
}

function readMonth(text: string, year: number, month: number): Period | PeriodFault {
  const period: Period = { unit: 'month', year, month: clamp(month, 12) };
  return judge(text, period, month, period.month, monthFault(month), 'a month has two digits');
}

function readDay(text: string, year: number, monthText: string, day: number): Period | PeriodFault {
  const wantedMonth = Number(monthText);
  const month = clamp(wantedMonth, 12);
  const days = daysInMonth(monthIndex(year, month));
  const actualDay = clamp(day, days);
  const period: Period = { unit: 'day', date: `${four(year)}-${two(month)}-${two(actualDay)}` };
  if (month !== wantedMonth) return { fault: monthFault(wantedMonth), nearest: period.date };
  const tooFar = day === 0 ? 'days count from 01' : `${MONTH_NAMES[month - 1]} ${year} has ${days} days`;
  const form = monthText.length === 2 ? 'a day has two digits' : 'a month has two digits';
  return judge(text, period, day, actualDay, tooFar, form);
}

/** A number that had to be moved is the worse fault; a literal that reads back differently has a fault of form. */
function judge(
  text: string,
  period: Period,
  wanted: number,
  actual: number,
  tooFar: string,
  form: string,
): Period | PeriodFault {
  const literal = formatPeriod(period);
  if (wanted !== actual) return { fault: tooFar, nearest: literal };
  return literal === text ? period : { fault: form, nearest: literal };
}

function monthFault(month: number): string {
  return month === 0 ? 'months count from 01' : 'a year has 12 months';
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(value, 1), highest);
}

function four(year: number): string {
  return String(year).padStart(4, '0');
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
