/** Protects the reading of periods: every form, every slip with the word for it, and the way back to the literal. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_YEAR,
  formatPeriod,
  isPeriodFault,
  LAST_YEAR,
  parsePeriod,
} from '../../../packages/language/src/values/period.ts';

const SEED = 20260116;

describe('what is a period', () => {
  test.each([
    ['2026', { unit: 'year', year: 2026 }],
    ['2026-Q1', { unit: 'quarter', year: 2026, quarter: 1 }],
    ['2026-Q4', { unit: 'quarter', year: 2026, quarter: 4 }],
    ['2026-01', { unit: 'month', year: 2026, month: 1 }],
    ['2026-12', { unit: 'month', year: 2026, month: 12 }],
    ['2026-W03', { unit: 'week', year: 2026, week: 3 }],
    ['2026-W53', { unit: 'week', year: 2026, week: 53 }],
    ['2026-01-16', { unit: 'day', date: '2026-01-16' }],
    ['2024-02-29', { unit: 'day', date: '2024-02-29' }],
    ['2000-02-29', { unit: 'day', date: '2000-02-29' }],
    ['1900', { unit: 'year', year: 1900 }],
    ['2199-12-31', { unit: 'day', date: '2199-12-31' }],
  ])('%s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  test('the same literal gives the same object, so that a million lines share a few thousand', () => {
    expect(parsePeriod('2026-W07')).toBe(parsePeriod('2026-W07'));
  });
});

describe('what is not, and what was probably meant', () => {
  test.each([
    ['2026-02-30', 'February 2026 has 28 days', '2026-02-28'],
    ['2024-02-30', 'February 2024 has 29 days', '2024-02-29'],
    ['2100-02-29', 'February 2100 has 28 days', '2100-02-28'],
    ['2026-04-31', 'April 2026 has 30 days', '2026-04-30'],
    ['2026-01-00', 'days count from 01', '2026-01-01'],
    ['2026-13', 'a year has 12 months', '2026-12'],
    ['2026-00', 'months count from 01', '2026-01'],
    ['2026-13-05', 'a year has 12 months', '2026-12-05'],
    ['2026-13-31', 'a year has 12 months', '2026-12-31'],
    ['2026-00-31', 'months count from 01', '2026-01-31'],
    ['2026-W54', '2026 has 53 weeks', '2026-W53'],
    ['2025-W53', '2025 has 52 weeks', '2025-W52'],
    ['2026-W00', 'weeks count from W01', '2026-W01'],
    ['2026-Q5', 'a year has 4 quarters', '2026-Q4'],
    ['2026-Q0', 'quarters count from Q1', '2026-Q1'],
    ['2026-1', 'a month has two digits', '2026-01'],
    ['2026-001', 'a month has two digits', '2026-01'],
    ['2026-1-5', 'a month has two digits', '2026-01-05'],
    ['2026-01-5', 'a day has two digits', '2026-01-05'],
    ['2026-w3', 'a week has a capital W and two digits', '2026-W03'],
    ['2026-W3', 'a week has a capital W and two digits', '2026-W03'],
    ['2026-w03', 'a week has a capital W and two digits', '2026-W03'],
    ['2026-w54', '2026 has 53 weeks', '2026-W53'],
    ['2026-q1', 'a quarter has a capital Q and one digit', '2026-Q1'],
    ['2026-Q01', 'a quarter has a capital Q and one digit', '2026-Q1'],
  ])('%s: %s → %s', (text, fault, nearest) => {
    expect(parsePeriod(text)).toEqual({ fault, nearest });
    expect(isPeriodFault(parsePeriod(nearest))).toBe(false);
  });

  test.each(['1899', '2200', '0026-01-05', '9999-W01'])('%s lies outside the years of a plan', (text) => {
    expect(parsePeriod(text)).toEqual({ fault: 'mos counts the years 1900 to 2199' });
  });

  test.each([
    '',
    'soon',
    '26',
    '20266',
    '2026-',
    '2026-Q',
    '2026-X1',
    '2026-01-16-',
    ' 2026',
    '2026\n',
    '2026-01-16T09:00',
    '٢٠٢٦',
  ])('%j is not understood', (text) => {
    expect(parsePeriod(text)).toEqual({
      fault: expect.stringMatching(/^it is no period; write 2026, .* or 2026-01-16$/),
    });
  });

  test('ten megabytes of digits are answered at once and not kept', () => {
    const huge = '2026-'.padEnd(10_000_000, '1');
    expect(isPeriodFault(parsePeriod(huge))).toBe(true);
    expect(parsePeriod(huge)).not.toBe(parsePeriod(huge));
  });
});

describe('properties', () => {
  const year = fc.integer({ min: FIRST_YEAR, max: LAST_YEAR });
  const two = (value: number): string => String(value).padStart(2, '0');
  const literal = fc.oneof(
    year.map(String),
    fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
    fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
    fc.tuple(year, fc.integer({ min: 1, max: 52 })).map(([y, w]) => `${y}-W${two(w)}`),
    fc
      .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  );

  test(`a literal read and written is the same literal (seed ${SEED})`, () => {
    fc.assert(
      fc.property(literal, (text) => {
        const period = parsePeriod(text);
        expect(isPeriodFault(period) ? period.fault : formatPeriod(period)).toBe(text);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test(`any text is a period that writes itself the same, or a fault whose way out is one (seed ${SEED})`, () => {
    const nearlyPeriods = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-[QqWw]?\d{0,3}(-\d{0,3})?$/));
    fc.assert(
      fc.property(nearlyPeriods, (text) => {
        const period = parsePeriod(text);
        if (!isPeriodFault(period)) expect(formatPeriod(period)).toBe(text);
        else if (period.nearest !== undefined) expect(isPeriodFault(parsePeriod(period.nearest))).toBe(false);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
