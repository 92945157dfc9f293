/** Protects the numbers behind a target: baseline, target and direction of every way to say it. */

import { describe, expect, test } from 'vitest';
import { type Amount, isAmountFault, parseAmount } from '../../../packages/language/src/values/amount.ts';
import { type Goal, resolveGoal } from '../../../packages/language/src/values/goal.ts';

describe('one goal', () => {
  test.each<[string, Goal, ReturnType<typeof resolveGoal>]>([
    [
      'from $1.2M to $4M',
      { kind: 'fromTo', from: amount('$1.2M'), to: amount('$4M') },
      { baseline: 1_200_000, target: 4_000_000, direction: 'up', placeholder: false },
    ],
    [
      'from 60 to 12',
      { kind: 'fromTo', from: amount('60'), to: amount('12') },
      { baseline: 60, target: 12, direction: 'down', placeholder: false },
    ],
    [
      'from 12 to 12',
      { kind: 'fromTo', from: amount('12'), to: amount('12') },
      { baseline: 12, target: 12, direction: 'unknown', placeholder: false },
    ],
    ['from 12', { kind: 'fromTo', from: amount('12') }, { baseline: 12, direction: 'unknown', placeholder: false }],
    ['to 60', { kind: 'fromTo', to: amount('60') }, { target: 60, direction: 'unknown', placeholder: false }],
    ['at least 40', { kind: 'atLeast', value: amount('40') }, { target: 40, direction: 'up', placeholder: false }],
    ['at most 0.4%', { kind: 'atMost', value: amount('0.4%') }, { target: 0.4, direction: 'down', placeholder: false }],
    [
      'between 10 and 20',
      { kind: 'between', low: amount('10'), high: amount('20') },
      { low: 10, high: 20, direction: 'within', placeholder: false },
    ],
    ['up 20% of nothing known', { kind: 'up', by: amount('20%') }, { direction: 'up', placeholder: false }],
    [
      'from TBD to 60',
      { kind: 'fromTo', from: amount('TBD'), to: amount('60') },
      { target: 60, direction: 'unknown', placeholder: true },
    ],
    ['at least TBD', { kind: 'atLeast', value: amount('TBD') }, { direction: 'up', placeholder: true }],
    [
      'between TBD and 20',
      { kind: 'between', low: amount('TBD'), high: amount('20') },
      { high: 20, direction: 'within', placeholder: true },
    ],
  ])('%s', (_, goal, resolved) => {
    expect(resolveGoal([goal])).toEqual(resolved);
  });

  test('no goal at all', () => {
    expect(resolveGoal([])).toEqual({ direction: 'unknown', placeholder: false });
  });
});

describe('relative goals start from the baseline', () => {
  test.each([
    ['3,315', 'down', '70%', 994.5],
    ['18%', 'up', '20%', 21.6],
    ['18%', 'up', '5', 23],
    ['18', 'up', '5', 23],
    ['0.1', 'up', '0.2', 0.3],
    ['$1M', 'up', '$50k', 1_050_000],
    ['-100', 'up', '20%', -80],
    ['-100', 'down', '20%', -120],
    ['0', 'up', '20%', 0],
  ] as const)('from %s %s %s is %d', (from, kind, by, target) => {
    const resolved = resolveGoal([
      { kind, by: amount(by) },
      { kind: 'fromTo', from: amount(from) },
    ]);
    expect(resolved.target).toBe(target);
    expect(resolved.direction).toBe(kind);
  });

  test('up TBD has no target yet', () => {
    const goals: Goal[] = [
      { kind: 'fromTo', from: amount('5') },
      { kind: 'up', by: amount('TBD') },
    ];
    expect(resolveGoal(goals)).toEqual({ baseline: 5, direction: 'up', placeholder: true });
  });
});

test('a baseline beside a bound', () => {
  const goals: Goal[] = [
    { kind: 'fromTo', from: amount('12') },
    { kind: 'atLeast', value: amount('40') },
  ];
  expect(resolveGoal(goals)).toEqual({ baseline: 12, target: 40, direction: 'up', placeholder: false });
});

test('of two targets the first counts', () => {
  const goals: Goal[] = [
    { kind: 'fromTo', from: amount('1'), to: amount('10') },
    { kind: 'fromTo', from: amount('2'), to: amount('8') },
  ];
  expect(resolveGoal(goals)).toEqual({ baseline: 1, target: 10, direction: 'up', placeholder: false });
});

function amount(text: string): Amount {
  const read = parseAmount(text);
  if (isAmountFault(read)) throw new Error(`${text}: ${read.fault}`);
  return read;
}
