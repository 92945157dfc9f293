/** Protects the promises about plans of several files at random; `npm run soak` goes on from there. */

import { test } from 'vitest';
import { fixes } from './properties/fixes.ts';
import { order, sessions } from './properties/history.ts';
import { tried } from './property.ts';

/** One seed for all, so that a failure is the same on every machine. */
const SEED = 20_260_112;

test.each([order, sessions, fixes])('$name: $promise', { timeout: 1_200_000 }, async (property) => {
  await tried(property, { seed: SEED, from: 0, to: Math.ceil(property.quick / (property.each ?? 1)) });
});
