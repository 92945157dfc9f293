/** Protects the promises about the server at random; `npm run soak` goes on from there. */

import { test } from 'vitest';
import { seeded } from '../harness/sentences.ts';
import { editor } from './properties/editor.ts';
import { session } from './properties/memory.ts';
import { storm } from './properties/storm.ts';
import { wire } from './properties/wire.ts';
import { tried } from './property.ts';

/** One seed for all, so that a failure is the same on every machine. */
const SEED = 20_260_112;

test.each([editor, wire, storm])('$name: $promise', { timeout: 1_200_000 }, async (property) => {
  await tried(property, { seed: SEED, from: 0, to: Math.ceil(property.quick / (property.each ?? 1)) });
});

test.runIf(process.platform !== 'win32')('2,000 edits leave no more in memory than the first ones did', async () => {
  await session(seeded(SEED), 2_000, 15 * 1024 * 1024);
});
