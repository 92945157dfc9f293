/** Protects the plan's calendar: fiscal years, leap days and weeks, weeks across New Year, the order of periods. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type Calendar,
  contains,
  convert,
  daysBetween,
  defaultCalendar,
  describePeriod,
  describeRange,
  monthOf,
  monthsOf,
  nearestWithin,
  next,
  periodOf,
  periodsTouching,
  previous,
  quarterOf,
  rangeOf,
  sixWeeksBefore,
  touches,
  weekOf,
  weeksTouching,
  yearOf,
} from '../../../packages/language/src/values/calendar.ts';
import {
  formatPeriod,
  isPeriodFault,
  type Period,
  type PeriodUnit,
  parsePeriod,
} from '../../../packages/language/src/values/period.ts';

const SEED = 20260116;
const february: Calendar = { fiscalYearStart: 2, fiscalYearNamedBy: 'end' };
const julyStart: Calendar = { fiscalYearStart: 7, fiscalYearNamedBy: 'start' };
const calendars = { calendar: defaultCalendar, february, julyStart };

describe('the days of a period', () => {
  test.each([
    ['calendar', '2026', '2026-01-01', '2026-12-31'],
    ['calendar', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['calendar', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['calendar', '2026-02', '2026-02-01', '2026-02-28'],
    ['calendar', '2024-02', '2024-02-01', '2024-02-29'],
    ['calendar', '2100-02', '2100-02-01', '2100-02-28'],
    ['calendar', '2026-12', '2026-12-01', '2026-12-31'],
    ['calendar', '2026-01-16', '2026-01-16', '2026-01-16'],
    ['february', '2021', '2020-02-01', '2021-01-31'],
    ['february', '2021-Q1', '2020-02-01', '2020-04-30'],
    ['february', '2021-Q4', '2020-11-01', '2021-01-31'],
    ['february', '2021-01', '2021-01-01', '2021-01-31'],
    ['february', '2021-W01', '2021-01-04', '2021-01-10'],
    ['julyStart', '2026', '2026-07-01', '2027-06-30'],
    ['julyStart', '2026-Q3', '2027-01-01', '2027-03-31'],
  ] as const)('%s: %s is %s to %s', (name, literal, first, last) => {
    expect(rangeOf(period(literal), calendars[name])).toEqual({ first, last });
  });

  test('a year that starts in January has the same name by its end and by its start', () => {
    const byStart: Calendar = { fiscalYearStart: 1, fiscalYearNamedBy: 'start' };
    expect(rangeOf(period('2026-Q2'), byStart)).toEqual(rangeOf(period('2026-Q2'), defaultCalendar));
  });

  // Source of the table: ISO 8601, week 1 holds the year's first Thursday.
  test.each([
    ['2015-W53', '2015-12-28', '2016-01-03'],
    ['2016-W01', '2016-01-04', '2016-01-10'],
    ['2018-W01', '2018-01-01', '2018-01-07'],
    ['2019-W01', '2018-12-31', '2019-01-06'],
    ['2020-W01', '2019-12-30', '2020-01-05'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2024-W09', '2024-02-26', '2024-03-03'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W03', '2026-01-12', '2026-01-18'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2032-W53', '2032-12-27', '2033-01-02'],
  ])('week %s is %s to %s', (literal, first, last) => {
    expect(rangeOf(period(literal), defaultCalendar)).toEqual({ first, last });
  });

  test('2015, 2020, 2026 and 2032 are the years of 53 weeks between 2015 and 2035', () => {
    const long = Array.from({ length: 21 }, (_, index) => 2015 + index).filter(
      (year) => !isPeriodFault(parsePeriod(`${year}-W53`)),
    );
    expect(long).toEqual([2015, 2020, 2026, 2032]);
  });
});

describe('the period of a day', () => {
  test.each([
    ['2025-12-29', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
  ])('%s lies in %s', (date, literal) => {
    expect(formatPeriod(weekOf(date))).toBe(literal);
  });

  test.each([
    ['calendar', '2026-03-31', '2026', '2026-Q1'],
    ['calendar', '2026-04-01', '2026', '2026-Q2'],
    ['february', '2020-01-31', '2020', '2020-Q4'],
    ['february', '2020-02-01', '2021', '2021-Q1'],
    ['julyStart', '2026-06-30', '2025', '2025-Q4'],
    ['julyStart', '2026-07-01', '2026', '2026-Q1'],
  ] as const)('%s: %s lies in %s and %s', (name, date, year, quarter) => {
    expect(formatPeriod(yearOf(date, calendars[name]))).toBe(year);
    expect(formatPeriod(quarterOf(date, calendars[name]))).toBe(quarter);
  });

  test('2026-01-16 lies in January', () => {
    expect(monthOf('2026-01-16')).toEqual({ unit: 'month', year: 2026, month: 1 });
  });
});

describe('ranges', () => {
  const january = { first: '2026-01-01', last: '2026-01-31' };

  test.each([
    ['2026-01-01', '2026-01-31', true, true],
    ['2026-01-12', '2026-01-18', true, true],
    ['2025-12-29', '2026-01-04', false, true],
    ['2026-01-26', '2026-02-01', false, true],
    ['2025-01-01', '2026-12-31', false, true],
    ['2026-02-01', '2026-02-01', false, false],
    ['2025-12-31', '2025-12-31', false, false],
  ])('January and %s to %s: contains %s, touches %s', (first, last, within, touching) => {
    expect(contains(january, { first, last })).toBe(within);
    expect(touches(january, { first, last })).toBe(touching);
    expect(touches({ first, last }, january)).toBe(touching);
  });

  test('January 2026 touches weeks 1 to 5', () => {
    expect(literals(weeksTouching(january))).toEqual(['2026-W01', '2026-W02', '2026-W03', '2026-W04', '2026-W05']);
  });

  test('the last week of December can belong to the next year', () => {
    expect(literals(weeksTouching({ first: '2025-12-22', last: '2025-12-31' }))).toEqual(['2025-W52', '2026-W01']);
  });

  test('a range that ends before it starts touches nothing', () => {
    expect(weeksTouching({ first: '2026-01-31', last: '2026-01-01' })).toEqual([]);
  });

  test.each([
    ['calendar', '2026-Q1', ['2026-01', '2026-02', '2026-03']],
    ['february', '2021-Q4', ['2020-11', '2020-12', '2021-01']],
    ['calendar', '2026-W05', ['2026-01', '2026-02']],
    ['calendar', '2026-05', ['2026-05']],
  ] as const)('%s: the months of %s', (name, literal, months) => {
    expect(literals(monthsOf(period(literal), calendars[name]))).toEqual(months);
  });

  test('quarters of a fiscal year', () => {
    expect(literals(periodsTouching('quarter', rangeOf(period('2021'), february), february))).toEqual([
      '2021-Q1',
      '2021-Q2',
      '2021-Q3',
      '2021-Q4',
    ]);
  });
});

describe('counting days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-16', 0, '2026-01-16'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2000-01-01', 146_097, '2400-01-01'],
  ])('%s and %i days is %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later);
    expect(daysBetween(date, later)).toBe(days);
  });

  test('six weeks before the end of the first quarter is 17 February', () => {
    expect(sixWeeksBefore('2026-03-31')).toBe('2026-02-17');
  });

  test('a text that is no date is refused', () => {
    expect(() => addDays('soon', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });
});

describe('before and after', () => {
  test.each([
    ['2026', '2027'],
    ['2026-Q4', '2027-Q1'],
    ['2026-12', '2027-01'],
    ['2025-W52', '2026-W01'],
    ['2026-W52', '2026-W53'],
    ['2026-W53', '2027-W01'],
    ['2026-12-31', '2027-01-01'],
  ])('%s is followed by %s', (literal, following) => {
    expect(formatPeriod(next(period(literal)))).toBe(following);
    expect(formatPeriod(previous(period(following)))).toBe(literal);
  });
});

describe('ways out', () => {
  test.each([
    ['month', '2026-05', '2026-Q1', '2026-03'],
    ['month', '2025-11', '2026-Q1', '2026-01'],
    ['month', '2026-02', '2026-Q1', '2026-02'],
    ['week', '2026-W10', '2026-01', '2026-W05'],
    ['week', '2025-W48', '2026-01', '2026-W01'],
    ['week', '2026-W05', '2026-02', '2026-W05'],
    ['quarter', '2026-Q1', '2025', '2025-Q4'],
    ['day', '2026-02-03', '2026-W05', '2026-02-01'],
    ['month', '2026', '2026-Q2', '2026-04'],
  ] as const)('the %s nearest to %s inside %s is %s', (unit, wanted, inside, expected) => {
    const found = nearestWithin(unit, rangeOf(period(wanted)), rangeOf(period(inside)), defaultCalendar);
    expect(found && formatPeriod(found)).toBe(expected);
  });

  test('nothing lies inside a range that ends before it starts', () => {
    const empty = { first: '2026-02-01', last: '2026-01-01' };
    expect(nearestWithin('month', rangeOf(period('2026-01')), empty, defaultCalendar)).toBeUndefined();
  });

  test.each([
    ['calendar', '2026-01', 'quarter', '2026-Q1'],
    ['calendar', '2026-Q2', 'month', '2026-04'],
    ['calendar', '2026-01-16', 'week', '2026-W03'],
    ['calendar', '2026-W01', 'month', '2025-12'],
    ['calendar', '2026-W03', 'week', '2026-W03'],
    ['february', '2020-02', 'quarter', '2021-Q1'],
    ['february', '2021', 'day', '2020-02-01'],
    ['julyStart', '2026', 'month', '2026-07'],
  ] as const)('%s: %s as a %s is %s', (name, literal, unit, expected) => {
    expect(formatPeriod(convert(period(literal), unit, calendars[name]))).toBe(expected);
  });
});

describe('in words', () => {
  test.each([
    ['2026-01-12', '2026-01-18', '12–18 January 2026'],
    ['2026-01-01', '2026-03-31', '1 January – 31 March 2026'],
    ['2025-12-29', '2026-01-04', '29 December 2025 – 4 January 2026'],
    ['2025-01-01', '2026-01-31', '1 January 2025 – 31 January 2026'],
    ['2026-01-16', '2026-01-16', '16 January 2026'],
  ])('%s to %s', (first, last, words) => {
    expect(describeRange({ first, last })).toBe(words);
  });

  test.each([
    ['calendar', '2026', '2026, 1 January – 31 December'],
    ['calendar', '2026-Q1', 'Q1 2026, 1 January – 31 March'],
    ['calendar', '2026-01', 'January 2026'],
    ['calendar', '2026-W03', 'week 3 of 2026, 12–18 January'],
    ['calendar', '2026-W05', 'week 5 of 2026, 26 January – 1 February'],
    ['calendar', '2026-W01', 'week 1 of 2026, 29 December 2025 – 4 January 2026'],
    ['calendar', '2026-01-16', '16 January 2026'],
    ['february', '2026', 'fiscal year 2026, 1 February 2025 – 31 January 2026'],
    ['february', '2026-Q1', 'Q1 of fiscal year 2026, 1 February – 30 April 2025'],
    ['february', '2026-W03', 'week 3 of 2026, 12–18 January'],
    ['julyStart', '2026-Q1', 'Q1 of fiscal year 2026, 1 July – 30 September 2026'],
  ] as const)('%s: %s', (name, literal, words) => {
    expect(describePeriod(period(literal), calendars[name])).toBe(words);
  });
});

describe('properties', () => {
  const date = fc.integer({ min: -20_000, max: 70_000 }).map((days) => addDays('1970-01-01', days));
  const unit = fc.constantFrom<PeriodUnit>('year', 'quarter', 'month', 'week', 'day');
  const calendar = fc.record<Calendar>({
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    fiscalYearNamedBy: fc.constantFrom('end', 'start'),
  });
  const scene = fc.tuple(date, unit, calendar);
  const settings = { seed: SEED, numRuns: 500 };

  test(`the period of a day holds that day, and is the period of its own first and last day (seed ${SEED})`, () => {
    fc.assert(
      fc.property(scene, ([day, kind, plan]) => {
        const found = periodOf(kind, day, plan);
        const range = rangeOf(found, plan);
        expect(contains(range, { first: day, last: day })).toBe(true);
        expect(periodOf(kind, range.first, plan)).toEqual(found);
        expect(periodOf(kind, range.last, plan)).toEqual(found);
      }),
      settings,
    );
  });

  test(`next and previous undo each other, and no day lies between a period and the next (seed ${SEED})`, () => {
    fc.assert(
      fc.property(scene, ([day, kind, plan]) => {
        const found = periodOf(kind, day, plan);
        expect(next(previous(found))).toEqual(found);
        expect(previous(next(found))).toEqual(found);
        expect(rangeOf(next(found), plan).first).toBe(addDays(rangeOf(found, plan).last, 1));
      }),
      settings,
    );
  });

  test(`the nearest period touches where it should, and none that touches is nearer (seed ${SEED})`, () => {
    fc.assert(
      fc.property(date, date, unit, unit, calendar, (day, elsewhere, kind, outer, plan) => {
        const inside = rangeOf(periodOf(outer, elsewhere, plan), plan);
        const wanted = rangeOf(periodOf(kind, day, plan), plan);
        const found = nearestWithin(kind, wanted, inside, plan);
        if (found === undefined) throw new Error('every range of a period has a nearest one');
        const range = rangeOf(found, plan);
        expect(touches(range, inside)).toBe(true);
        const towards = range.first > wanted.first ? previous(found) : next(found);
        if (range.first !== wanted.first) expect(touches(rangeOf(towards, plan), inside)).toBe(false);
      }),
      settings,
    );
  });

  test('every day of 2015 to 2035 lies in its week, and weeks follow each other every seven days', () => {
    const wrong: string[] = [];
    let expected: Period = weekOf('2015-01-01');
    for (let day = '2015-01-01'; day <= '2035-12-31'; day = addDays(day, 1)) {
      const { first, last } = rangeOf(weekOf(day));
      if (first === day) expected = day === '2015-01-01' ? expected : next(expected);
      const holds = first <= day && day <= last && daysBetween(first, last) === 6;
      if (!holds || formatPeriod(weekOf(day)) !== formatPeriod(expected)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });
});

function period(literal: string): Period {
  const read = parsePeriod(literal);
  if (isPeriodFault(read)) throw new Error(`${literal}: ${read.fault}`);
  return read;
}

function literals(periods: readonly Period[]): string[] {
  return periods.map(formatPeriod);
}
