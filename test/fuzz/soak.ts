/** The long run of the fuzzers: `npm run soak` starts it, and the help below says how it is steered. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadFullReader } from '@mos/language';
import { properties } from './all.ts';
import { type Property, REPLAYS, tried } from './property.ts';

/** Milliseconds between two words about how far it is. */
const WORD_EVERY = 10_000;

const HELP = `npm run soak [-- options]

Tries every promise at random, many more times than npm test does, and stops at the first that breaks.

  --only NAME    this promise alone: ${properties.map(({ name }) => name).join(', ')}
  --seed N       other cases (by default those of seed 1)
  --share PART   a part of the long run, such as 0.1
  --resume       go on where the last run with this seed was stopped
  --case N       this case alone, as the report of a failure says
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    share: { type: 'string', default: '1' },
    resume: { type: 'boolean', default: false },
    case: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const chosen = properties.filter(({ name }) => values.only === undefined || values.only === name);
if (values.help || chosen.length === 0) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

await loadFullReader();
let broken = 0;
for (const property of chosen) broken += (await ran(property)) ? 0 : 1;
console.log(broken === 0 ? 'every promise held' : `${broken} of ${chosen.length} promises were broken`);
process.exitCode = broken === 0 ? 0 : 1;

async function ran(property: Property): Promise<boolean> {
  const { name, promise, long, each = 1 } = property;
  const total = Math.ceil((long * Number(values.share)) / each);
  const single = values.case === undefined ? undefined : Number(values.case);
  const from = single ?? (values.resume ? Math.min(done(name), total) : 0);
  const to = single === undefined ? total : single + 1;
  console.log(`\n${name}: ${promise}\n  seed ${seed}, cases ${from} to ${to}${each > 1 ? `, ${each} in each` : ''}`);
  const began = performance.now();
  let said = began;
  try {
    await tried(property, { seed, from, to, onward });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  if (single === undefined) remember(name, to);
  console.log(`  held ${(to - from) * each} times in ${Math.round((performance.now() - began) / 1000)} s`);
  return true;

  function onward(count: number): void {
    if (performance.now() - said < WORD_EVERY) return;
    said = performance.now();
    remember(name, count);
    console.log(`  ${count} of ${to}`);
  }
}

function progressFile(name: string): string {
  mkdirSync(REPLAYS, { recursive: true });
  return join(REPLAYS, `progress-${name}-${seed}.txt`);
}

function done(name: string): number {
  try {
    return Number(readFileSync(progressFile(name), 'utf8'));
  } catch {
    return 0;
  }
}

function remember(name: string, count: number): void {
  writeFileSync(progressFile(name), `${count}\n`);
}
