/** Protects the reading of numbers: exact values, faults with commas and scales, and writing them alike. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Amount,
  formatAmount,
  formatDifference,
  isAmountFault,
  isPlaceholder,
  parseAmount,
} from '../../../packages/language/src/values/amount.ts';

const SEED = 20260116;

describe('what is an amount', () => {
  test.each([
    ['0', 0],
    ['5', 5],
    ['1200', 1200],
    ['1,200', 1200],
    ['1,234,567', 1_234_567],
    ['18.5', 18.5],
    ['1,200.50', 1200.5],
    ['-5', -5],
    ['+3', 3],
    ['40k', 40_000],
    ['40K', 40_000],
    ['2.3M', 2_300_000],
    ['2.3m', 2_300_000],
    ['3B', 3_000_000_000],
    ['1.1b', 1_100_000_000],
    ['9,007,199,254,740,991', 9_007_199_254_740_991],
  ])('%s is the number %d', (text, value) => {
    expect(parseAmount(text)).toEqual({ value, unit: 'number', text });
  });

  test.each([
    ['45%', 45],
    ['-5%', -5],
    ['0.4%', 0.4],
  ])('%s is %d percent', (text, value) => {
    expect(parseAmount(text)).toEqual({ value, unit: 'percent', text });
  });

  test.each([
    ['$1.2M', 1_200_000, '$'],
    ['€40k', 40_000, '€'],
    ['£3B', 3_000_000_000, '£'],
    ['¥1,200', 1200, '¥'],
    ['-$50k', -50_000, '$'],
  ])('%s is %d of money in %s', (text, value, currency) => {
    expect(parseAmount(text)).toEqual({ value, unit: 'money', currency, text });
  });

  test('minus nothing is nothing', () => {
    expect(known('-0')).toEqual({ value: 0, unit: 'number', text: '-0' });
  });

  test('TBD is a place kept free', () => {
    const amount = parseAmount('TBD');
    expect(amount).toEqual({ placeholder: true, text: 'TBD' });
    expect(!isAmountFault(amount) && isPlaceholder(amount)).toBe(true);
    expect(isPlaceholder(known('5'))).toBe(false);
  });
});

describe('what is not', () => {
  const commas = 'a comma parts groups of three digits, as in 1,200; decimals follow a point';
  const unknown = 'amounts are written like 1,200, 18.5, 45% or $1.2M';

  test.each([
    ['1,2,00', commas],
    ['1,5', commas],
    ['1234,567', commas],
    ['1,200,', commas],
    ['1,,200', commas],
    ['.5', 'a digit stands before the point, as in 0.5'],
    ['$', 'the number is missing'],
    ['%', 'the number is missing'],
    ['$45%', 'it is either money or a percentage, not both'],
    ['45k%', 'a percentage takes no k, M or B'],
    ['tbd', 'TBD is written in capitals'],
    ['9,007,199,254,740,992', 'it is larger than mos can count'],
    ['', 'the number is missing'],
    ['many', unknown],
    ['5.', unknown],
    ['1.200.000', unknown],
    ['40 k', unknown],
    ['40kk', unknown],
    ['$-5', unknown],
    ['5$', unknown],
    ['1e9', unknown],
    ['Infinity', unknown],
    ['0x10', unknown],
    ['5\n', unknown],
  ])('%s: %s', (text, fault) => {
    expect(parseAmount(text)).toEqual({ fault });
  });
});

test.each(['', '$', '-'])('400 digits after "%s" are said to be too many, not counted as endless', (before) => {
  expect(parseAmount(`${before}${'9'.repeat(400)}`)).toEqual({ fault: 'it is larger than mos can count' });
});

describe('writing a value like another', () => {
  test.each([
    [1_200_000, '$1.2M', '$1.2M'],
    [1_200_000, '$1.20M', '$1.20M'],
    [1_350_000, '$1.2M', '$1.35M'],
    [4_000_000, '$1.2M', '$4M'],
    [900_000, '$1.2M', '$900k'],
    [1_500_000, '40K', '1.5M'],
    [50_000, '40K', '50K'],
    [999_996, '$1.2M', '$1M'],
    [999_990, '$1.2M', '$999.99k'],
    [500, '$1.2M', '$500'],
    [0, '$1.2M', '$0'],
    [-50_000, '€40k', '-€50k'],
    [2_500_000_000, '£3B', '£2.5B'],
    [994.5, '3,315', '994.5'],
    [12_000, '3,315', '12,000'],
    [12_000, '3315', '12000'],
    [12_000, '500', '12,000'],
    [21.6, '18%', '21.6%'],
    [0.1 + 0.2, '1', '0.3'],
    [0.004, '1%', '0.004%'],
    [1 / 3, '1', '0.333'],
    [2 / 3, '0.1234', '0.6667'],
    [5, '+3', '+5'],
    [-5, '+3', '-5'],
    [1_234_567, 'TBD', '1,234,567'],
    [-0.5, 'TBD', '-0.5'],
  ])('%d like %s is %s', (value, like, text) => {
    expect(formatAmount(value, known(like))).toBe(text);
  });

  test(`what is written reads back to the value, as far as the digits shown go (seed ${SEED})`, () => {
    const like = fc.constantFrom('$1.2M', '40k', '3,315', '5', '45%', '£3B', '-$5', 'TBD').map(known);
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(value, like, (number, model) => {
        const back = known(formatAmount(number, model));
        if (isPlaceholder(back)) throw new Error('a number was written as TBD');
        expect(Math.abs(back.value - number)).toBeLessThanOrEqual(Math.abs(number) * 0.005 + 1e-9);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

function known(text: string): Amount {
  const amount = parseAmount(text);
  if (isAmountFault(amount)) throw new Error(`${text}: ${amount.fault}`);
  return amount;
}

test.each([
  [5, '29%', '5 points'],
  [1, '20%', '1 point'],
  [1.5, '93.6%', '1.5 points'],
  [300_000, '$2.9M', '$300k'],
  [4, '20', '4'],
])('what lies between two amounts, %s like %s, is %s', (value, like, text) => {
  const model = parseAmount(like);
  if (isAmountFault(model)) throw new Error(like);
  expect(formatDifference(value, model)).toBe(text);
});
