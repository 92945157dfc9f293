/** Protects the offers for periods and amounts that people write before they know the form: right, or none at all. */

import { expect, test } from 'vitest';
import { looseAmount, loosePeriod } from '../../../packages/language/src/values/loose.ts';

test.each([
  ['Q1 2027', '2027-Q1'],
  ['Q1-2027', '2027-Q1'],
  ['2027Q1', '2027-Q1'],
  ['2027 Q1', '2027-Q1'],
  ['2027–Q1', '2027-Q1'],
  ['FY27-Q1', '2027-Q1'],
  ['FY2027', '2027'],
  ['"2027-Q1"', '2027-Q1'],
  ['January 2027', '2027-01'],
  ['Sept 2026', '2026-09'],
  ['2027 Jan', '2027-01'],
  ['01/2027', '2027-01'],
  ['week 3 2026', '2026-W03'],
  ['KW3 2026', '2026-W03'],
  ['16.01.2026', '2026-01-16'],
  ['31.02.2026', undefined],
  ['01/02/2026', undefined],
  ['soon', undefined],
  ['', undefined],
])('period %j → %j', (text, expected) => {
  expect(loosePeriod(text)).toBe(expected);
});

test.each([
  ['50 k', '50k'],
  ['50 %', '50%'],
  ['900k USD', '$900k'],
  ['EUR 900k', '€900k'],
  ['1.2 million', '1.2M'],
  ['900.000 €', '€900,000'],
  ['1.200.000', '1,200,000'],
  ['$ 50', '$50'],
  ['50.000', '50.000'],
  ['many', undefined],
  ['5 apples', undefined],
])('amount %j → %j', (text, expected) => {
  // A literal that could be read in two ways is for the amount itself to refuse.
  const found = looseAmount(text);
  expect(text === '50.000' ? found === undefined || found === expected : found === expected, String(found)).toBe(true);
});
