/** Protects "did you mean": the right name first, nothing far-fetched, the same answer in any order, no long wait. */

import { describe, expect, test } from 'vitest';
import { nearest } from '../../../packages/language/src/values/nearest.ts';

const NAMES = ['ana', 'ben', 'cho', 'jan_groups', 'january_launch', 'q1_pipeline', 'q2_pipeline', 'fy26.abm', 'Été'];

describe('near names', () => {
  test.each([
    ['jan_group', ['jan_groups']],
    ['jan_gruops', ['jan_groups']],
    ['bne', ['ben']],
    ['Ben', ['ben']],
    ['ÉTÉ', ['Été']],
    ['jan', ['jan_groups', 'january_launch']],
    ['q1_pipelin', ['q1_pipeline', 'q2_pipeline']],
    ['q3_pipeline', ['q1_pipeline', 'q2_pipeline']],
    ['fy26.amb', ['fy26.abm']],
    ['zoe', []],
    ['x', []],
    ['', []],
  ])('%s', (word, expected) => {
    expect(nearest(word, NAMES)).toEqual(expected);
  });

  test('not the word itself, and each name once', () => {
    expect(nearest('ben', ['ben', 'benn', 'benn'])).toEqual(['benn']);
  });

  test('one letter is not a slip of another', () => {
    expect(nearest('x', ['y', 'X'])).toEqual(['X']);
  });

  test('nothing for pasted text', () => {
    expect(nearest('a'.repeat(10_000), ['a'.repeat(9_999)])).toEqual([]);
  });

  test('no more than asked for', () => {
    expect(nearest('jan', NAMES, 1)).toEqual(['jan_groups']);
    expect(nearest('jan', NAMES, 0)).toEqual([]);
  });

  test('ties stand in the order of their characters, whatever order they come in', () => {
    expect(nearest('bat', ['hat', 'cat', 'rat', 'mat'])).toEqual(['cat', 'hat', 'mat']);
    expect(nearest('bat', ['mat', 'rat', 'cat', 'hat'])).toEqual(['cat', 'hat', 'mat']);
  });

  test('names that belong to objects in JavaScript are ordinary', () => {
    expect(nearest('__proto_', ['__proto__', 'constructor', 'then'])).toEqual(['__proto__']);
  });
});

// Quadratic work would take hours here, and run into the time that every test has.
test('250,000 names are gone through once', () => {
  const names = Array.from({ length: 250_000 }, (_, index) => `commitment_${index}`);
  expect(nearest('comitment_77', names)[0]).toBe('commitment_77');
});
