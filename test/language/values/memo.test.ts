/** Protects the bound on what is remembered: right answers on both sides of it, and no hoard of long texts. */

import { expect, test } from 'vitest';
import { memoised } from '../../../packages/language/src/values/memo.ts';

test('a key is computed once, until the table is full and starts anew', () => {
  const computed: number[] = [];
  const double = memoised((key: number) => {
    computed.push(key);
    return key * 2;
  }, 2);
  expect([1, 1, 2, 2, 3, 1].map(double)).toEqual([2, 2, 4, 4, 6, 2]);
  expect(computed).toEqual([1, 2, 3, 1]);
});

test('a long text is computed each time', () => {
  const wrap = memoised((text: string) => ({ text }));
  const long = 'x'.repeat(13);
  expect(wrap('2026-01-16')).toBe(wrap('2026-01-16'));
  expect(wrap(long)).not.toBe(wrap(long));
  expect(wrap(long)).toEqual({ text: long });
});
