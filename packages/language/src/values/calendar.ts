/** Which days a period covers, which period a day lies in, and what comes next, in the plan's own fiscal year. */

import {
  addDays,
  dayIn,
  dayNumber,
  firstDayOfMonth,
  isoWeekOf,
  lastDayOfMonth,
  MONTH_NAMES,
  mondayOfWeek,
  monthIn,
  monthIndex,
  monthIndexOf,
  weeksInYear,
  yearIn,
} from './date.ts';
import { memoised } from './memo.ts';
import { formatPeriod, type Period, type PeriodUnit } from './period.ts';

export { addDays, daysBetween } from './date.ts';

/** Where the plan's year begins, and which calendar year lends it its name. */
export interface Calendar {
  /** First month of the fiscal year, 1–12. */
  readonly fiscalYearStart: number;
  /** A fiscal year across two calendar years is called by the one in which it ends or the one in which it starts. */
  readonly fiscalYearNamedBy: 'end' | 'start';
}

/** ISO dates, both of them part of the range. */
export interface DateRange {
  readonly first: string;
  readonly last: string;
}

export const defaultCalendar: Calendar = { fiscalYearStart: 1, fiscalYearNamedBy: 'end' };

/**
 * 42 days. E. R. Miller, "The Marketing Execution Gap", asks of every quarter for the single number that tells, six
 * weeks before the quarter ends, whether it will be reached.
 */
export const SIX_WEEKS_IN_DAYS = 42;

/** The latest day on which a leading indicator still leaves six weeks to act. */
export function sixWeeksBefore(date: string): string {
  return addDays(date, -SIX_WEEKS_IN_DAYS);
}

/** The days that a period covers. */
export function rangeOf(period: Period, calendar: Calendar = defaultCalendar): DateRange {
  switch (period.unit) {
    case 'year':
      return monthsRange(firstMonthOfYear(period.year, calendar), 12);
    case 'quarter':
      return monthsRange(firstMonthOfYear(period.year, calendar) + (period.quarter - 1) * 3, 3);
    case 'month':
      return monthsRange(monthIndex(period.year, period.month), 1);
    case 'week':
      return weekRange(dayNumber(mondayOfWeek(period.year, period.week)));
    case 'day':
      return { first: period.date, last: period.date };
  }
}

/** The period of a unit in which a day lies. */
export function periodOf(unit: PeriodUnit, date: string, calendar: Calendar = defaultCalendar): Period {
  switch (unit) {
    case 'year':
      return yearOf(date, calendar);
    case 'quarter':
      return quarterOf(date, calendar);
    case 'month':
      return monthOf(date);
    case 'week':
      return weekOf(date);
    case 'day':
      return { unit, date };
  }
}

/** The fiscal year in which a day lies. */
export function yearOf(date: string, calendar: Calendar = defaultCalendar): Period {
  return { unit: 'year', year: Math.floor(monthsSinceYearZero(date, calendar) / 12) };
}

/** The fiscal quarter in which a day lies. */
export function quarterOf(date: string, calendar: Calendar = defaultCalendar): Period {
  const months = monthsSinceYearZero(date, calendar);
  return { unit: 'quarter', year: Math.floor(months / 12), quarter: Math.floor((months % 12) / 3) + 1 };
}

export function monthOf(date: string): Period {
  return { unit: 'month', year: yearIn(date), month: monthIn(date) };
}

/** The ISO week; its year is the week's own: 2027-01-01 lies in 2026-W53. */
export function weekOf(date: string): Period {
  const { year, week } = isoWeekOf(date);
  return { unit: 'week', year, week };
}

/** Every day of `inner` lies in `outer`. */
export function contains(outer: DateRange, inner: DateRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** At least one day lies in both. */
export function touches(a: DateRange, b: DateRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** The periods of a unit that share a day with the range, in order; none for a range that ends before it starts. */
export function periodsTouching(unit: PeriodUnit, range: DateRange, calendar: Calendar = defaultCalendar): Period[] {
  const periods: Period[] = [];
  if (range.first > range.last) return periods;
  let period = periodOf(unit, range.first, calendar);
  while (rangeOf(period, calendar).first <= range.last) {
    periods.push(period);
    period = next(period);
  }
  return periods;
}

export function weeksTouching(range: DateRange): Period[] {
  return periodsTouching('week', range);
}

/** The calendar months that a period touches: three for a quarter, twelve for a year. */
export function monthsOf(period: Period, calendar: Calendar = defaultCalendar): Period[] {
  return periodsTouching('month', rangeOf(period, calendar));
}

/** The following period of the same unit. No calendar is needed: Q1 follows Q4 in every fiscal year. */
export function next(period: Period): Period {
  switch (period.unit) {
    case 'year':
      return { unit: 'year', year: period.year + 1 };
    case 'quarter':
      return period.quarter < 4
        ? { unit: 'quarter', year: period.year, quarter: period.quarter + 1 }
        : { unit: 'quarter', year: period.year + 1, quarter: 1 };
    case 'month':
      return period.month < 12
        ? { unit: 'month', year: period.year, month: period.month + 1 }
        : { unit: 'month', year: period.year + 1, month: 1 };
    case 'week':
      return period.week < weeksInYear(period.year)
        ? { unit: 'week', year: period.year, week: period.week + 1 }
        : { unit: 'week', year: period.year + 1, week: 1 };
    case 'day':
      return { unit: 'day', date: addDays(period.date, 1) };
  }
}

/** The preceding period of the same unit. */
export function previous(period: Period): Period {
  switch (period.unit) {
    case 'year':
      return { unit: 'year', year: period.year - 1 };
    case 'quarter':
      return period.quarter > 1
        ? { unit: 'quarter', year: period.year, quarter: period.quarter - 1 }
        : { unit: 'quarter', year: period.year - 1, quarter: 4 };
    case 'month':
      return period.month > 1
        ? { unit: 'month', year: period.year, month: period.month - 1 }
        : { unit: 'month', year: period.year - 1, month: 12 };
    case 'week':
      return period.week > 1
        ? { unit: 'week', year: period.year, week: period.week - 1 }
        : { unit: 'week', year: period.year - 1, week: weeksInYear(period.year - 1) };
    case 'day':
      return { unit: 'day', date: addDays(period.date, -1) };
  }
}

/**
 * The period of `unit` that touches `inside` and lies nearest to `wanted`: the first one where `wanted` comes before,
 * the last one where it comes after. A week need only touch, as the cascade allows. Undefined for an empty `inside`.
 */
export function nearestWithin(
  unit: PeriodUnit,
  wanted: DateRange,
  inside: DateRange,
  calendar: Calendar = defaultCalendar,
): Period | undefined {
  if (inside.first > inside.last) return undefined;
  if (wanted.first < inside.first) return periodOf(unit, inside.first, calendar);
  if (wanted.first > inside.last) return periodOf(unit, inside.last, calendar);
  return periodOf(unit, wanted.first, calendar);
}

/** The period of another unit that contains the first day of this one: `2026-01` becomes `2026-Q1` or `2026-W01`. */
export function convert(period: Period, toUnit: PeriodUnit, calendar: Calendar = defaultCalendar): Period {
  return toUnit === period.unit ? period : periodOf(toUnit, rangeOf(period, calendar).first, calendar);
}

/** English on every machine: `12–18 January 2026`, `1 January – 31 March 2026`, `16 January 2026`. */
export function describeRange({ first, last }: DateRange): string {
  if (first === last) return dayAndMonth(first, true);
  if (yearIn(first) !== yearIn(last)) return `${dayAndMonth(first, true)} – ${dayAndMonth(last, true)}`;
  if (monthIn(first) !== monthIn(last)) return `${dayAndMonth(first, false)} – ${dayAndMonth(last, true)}`;
  return `${dayIn(first)}–${dayAndMonth(last, true)}`;
}

/** `9 February 2026`, from an ISO date; without the year where that is the one of `near`. */
export function describeDay(date: string, near?: string): string {
  return dayAndMonth(date, near === undefined || yearIn(date) !== yearIn(near));
}

/** The period by name, with its dates where they are not plain: `week 3 of 2026, 12–18 January`. */
export function describePeriod(period: Period, calendar: Calendar = defaultCalendar): string {
  if (period.unit === 'day') return dayAndMonth(period.date, true);
  if (period.unit === 'month') return `${MONTH_NAMES[period.month - 1]} ${period.year}`;
  return `${nameOf(period, isFiscal(period, calendar))}, ${describeDates(period, calendar)}`;
}

/** The days of a period behind its literal, the year only where the literal does not tell: `12–18 January`. */
export function describeDates(period: Period, calendar: Calendar = defaultCalendar): string {
  const range = rangeOf(period, calendar);
  const dates = describeRange(range);
  const { first, last } = range;
  const year = period.unit === 'day' ? yearIn(period.date) : period.year;
  const yearIsSaid = !isFiscal(period, calendar) && yearIn(first) === year && yearIn(last) === year;
  return yearIsSaid ? dates.slice(0, -' 2026'.length) : dates;
}

/** Years and quarters that are not the calendar's. */
function isFiscal({ unit }: Period, calendar: Calendar): boolean {
  return (unit === 'year' || unit === 'quarter') && calendar.fiscalYearStart !== 1;
}

function nameOf(period: Period, fiscal: boolean): string {
  if (period.unit === 'week') return `week ${period.week} of ${period.year}`;
  if (period.unit === 'quarter') {
    return fiscal ? `Q${period.quarter} of fiscal year ${period.year}` : `Q${period.quarter} ${period.year}`;
  }
  return fiscal ? `fiscal year ${formatPeriod(period)}` : formatPeriod(period);
}

function dayAndMonth(date: string, withYear: boolean): string {
  const text = `${dayIn(date)} ${MONTH_NAMES[monthIn(date) - 1]}`;
  return withYear ? `${text} ${yearIn(date)}` : text;
}

/** Where the fiscal year `year` begins, as a count of months. */
function firstMonthOfYear(year: number, { fiscalYearStart, fiscalYearNamedBy }: Calendar): number {
  const startsTheYearBefore = fiscalYearStart > 1 && fiscalYearNamedBy === 'end';
  return monthIndex(startsTheYearBefore ? year - 1 : year, fiscalYearStart);
}

/** Twelve of these are one fiscal year, so years and quarters fall out by division. */
function monthsSinceYearZero(date: string, calendar: Calendar): number {
  return monthIndexOf(date) - firstMonthOfYear(0, calendar);
}

function monthsRange(firstMonth: number, months: number): DateRange {
  return rangeOfMonths(firstMonth * 16 + months);
}

/** Keyed by first month × 16 + number of months (1, 3 or 12), so that one table serves every calendar. */
const rangeOfMonths = memoised((key: number): DateRange => {
  const firstMonth = Math.floor(key / 16);
  return { first: firstDayOfMonth(firstMonth), last: lastDayOfMonth(firstMonth + (key % 16) - 1) };
});

/** Keyed by the day number of the Monday. */
const weekRange = memoised((monday: number): DateRange => {
  const first = addDays('1970-01-01', monday);
  return { first, last: addDays(first, 6) };
});
