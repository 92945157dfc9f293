/** Protects the promises about texts at random, as far as there is time with every change; `npm run soak` goes on from there. */

import { expect, test } from 'vitest';
import { layout } from './properties/layout.ts';
import { reading } from './properties/reading.ts';
import { silence } from './properties/silence.ts';
import { tried } from './property.ts';
import { broken, evil } from './texts.ts';

/** One seed for all, so that a failure is the same on every machine. */
const SEED = 20_260_112;

test.each([reading, layout, silence])('$name: $promise', { timeout: 1_200_000 }, async (property) => {
  await tried(property, { seed: SEED, from: 0, to: property.quick });
});

test('there are texts to begin with', () => {
  expect(evil.length).toBeGreaterThan(10);
  expect(broken.length).toBeGreaterThan(4);
});
