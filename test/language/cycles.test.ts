/** Protects the finder of circles: every circle, in the order of its steps, in any size without recursion. */

import { describe, expect, test } from 'vitest';
import { findCycles } from '../../packages/language/src/model/cycles.ts';

function cyclesOf(steps: Record<string, string>, order = Object.keys(steps)): string[] {
  return findCycles(order, (node) => (steps[node] ?? '').split('')).map((cycle) => cycle.join(''));
}

describe('findCycles', () => {
  test('finds none where every way ends', () => {
    expect(cyclesOf({ a: 'bc', b: 'c', c: '' })).toEqual([]);
  });

  test('a node that points to itself is a circle of one', () => {
    expect(cyclesOf({ a: 'ab', b: '' })).toEqual(['a']);
  });

  test('follows the steps, from the first node given', () => {
    expect(cyclesOf({ a: 'c', b: 'a', c: 'b' })).toEqual(['acb']);
    expect(cyclesOf({ a: 'c', b: 'a', c: 'b' }, ['b', 'c', 'a'])).toEqual(['bac']);
  });

  test('leaves out the way that leads into a circle and the way out', () => {
    expect(cyclesOf({ x: 'a', a: 'b', b: 'ay', y: '' })).toEqual(['ab']);
  });

  test('gives separate circles one after the other', () => {
    expect(cyclesOf({ a: 'd', b: 'c', c: 'b', d: 'a' })).toEqual(['ad', 'bc']);
  });

  test('gives the shortest circle through the first of several that share nodes', () => {
    expect(cyclesOf({ a: 'b', b: 'ca', c: 'd', d: 'a' })).toEqual(['ab']);
    expect(cyclesOf({ a: 'b', b: 'c', c: 'ab' })).toEqual(['abc']);
  });

  test('follows nothing outside the nodes given', () => {
    expect(cyclesOf({ a: 'b', b: 'a' }, ['a'])).toEqual([]);
  });

  test('a hundred thousand steps need no recursion', () => {
    const size = 100_000;
    const [cycle] = findCycles(Array(size).keys(), (node) => [(node + 1) % size]);
    expect(cycle).toHaveLength(size);
    expect(cycle?.slice(0, 3)).toEqual([0, 1, 2]);
  });
});
