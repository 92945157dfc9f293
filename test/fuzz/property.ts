/** What the fuzzers share: a promise that is tried case by case, each case the same for the same seed, and a file for the one that breaks it. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Random, seeded } from '../harness/sentences.ts';

export interface Property {
  name: string;
  /** What has to hold, as a sentence. */
  promise: string;
  /** Cases with every change of mos, and in a long run. */
  quick: number;
  long: number;
  /** What is counted where a case is more than one of it: the edits of a session. 1 by default. */
  each?: number;
  /** Throws `Broken`, or whatever mos throws, which breaks every promise. */
  run(random: Random): void | Promise<void>;
}

/** A promise that was broken, and the files that broke it. */
export class Broken extends Error {
  readonly files: Readonly<Record<string, string>>;
  constructor(message: string, files: Readonly<Record<string, string>>) {
    super(message);
    this.files = files;
  }
}

export interface Range {
  seed: number;
  from: number;
  to: number;
  /** Hears the number of cases done, now and then. */
  onward?: (done: number) => void;
}

/** Replay files, beside what else runs of tests leave. What is mended moves into the corpus or a test. */
export const REPLAYS = fileURLToPath(new URL('../../.vscode-test/fuzz', import.meta.url));

/** Tries the cases `from` up to `to`; the first that breaks is written down and thrown. */
export async function tried(property: Property, { seed, from, to, onward }: Range): Promise<void> {
  for (let index = from; index < to; index++) {
    try {
      await property.run(caseOf(seed, index));
    } catch (error) {
      throw new Error(story(property, seed, index, error), { cause: error });
    }
    if (index % PACE === PACE - 1) onward?.(index + 1);
  }
}

/** Cases between two words about how far it is. */
const PACE = 50;

function caseOf(seed: number, index: number): Random {
  return seeded((Math.imul(seed, 0x9e3779b1) + index) | 0);
}

function story({ name, promise }: Property, seed: number, index: number, error: unknown): string {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const files = error instanceof Broken ? error.files : {};
  mkdirSync(REPLAYS, { recursive: true });
  const file = join(REPLAYS, `${name}-${seed}-${index}.json`);
  writeFileSync(file, `${JSON.stringify({ property: name, promise, seed, case: index, reason, files }, null, 2)}\n`);
  return `broken: ${promise}
again: npm run soak -- --only ${name} --seed ${seed} --case ${index}
files: ${file}
${reason}`;
}
