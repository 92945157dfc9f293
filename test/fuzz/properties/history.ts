/** Findings depend on the plan alone: neither on the edits that led to it, nor on the order in which its files are read. */

import { compile, Engine, type Finding, readConfig } from '@mos/language';
import type { Random } from '../../harness/sentences.ts';
import { Broken, type Property } from '../property.ts';
import { type Folder, Hands, shuffled, someFolder, sources } from './plans.ts';

const TODAY = '2026-02-09';
const config = readConfig('{"fiscalYearStart":2}', 'mos.json');
/** Edits of one session. */
const STEPS = 25;

export const sessions: Property = {
  name: 'sessions',
  promise:
    'after any edits of several files, with undo, deletion, renaming and another branch, findings are those from scratch',
  quick: 1_500,
  long: 100_000,
  each: STEPS,
  run(random: Random) {
    const hands = new Hands(random);
    const engine = new Engine(config, TODAY);
    engine.update(sources(hands.folder));
    const known: Folder = new Map(hands.folder);
    for (let step = 0; step < STEPS; step++) {
      hands.act();
      const gone = [...known.keys()].filter((file) => !hands.folder.has(file));
      const changed = sources(hands.folder).filter(({ file, text }) => known.get(file) !== text);
      const before = Object.fromEntries(known);
      engine.update(shuffled(changed, random), gone);
      for (const file of gone) known.delete(file);
      for (const { file, text } of changed) known.set(file, text);
      const scratch = compile(shuffled(sources(known), random), config, TODAY).findings;
      expectSame(engine.result().findings, scratch, { ...prefixed('before ', before), ...Object.fromEntries(known) });
    }
  },
};

export const order: Property = {
  name: 'order',
  promise: 'the order in which files are read changes no finding',
  quick: 500,
  long: 20_000,
  run(random: Random) {
    const folder = someFolder(random);
    const once = compile(shuffled(sources(folder), random), config, TODAY).findings;
    const again = compile(shuffled(sources(folder), random), config, TODAY).findings;
    expectSame(once, again, Object.fromEntries(folder));
  },
};

function expectSame(some: readonly Finding[], others: readonly Finding[], files: Record<string, string>): void {
  const [left, right] = [some, others].map((list) => list.map((finding) => JSON.stringify(finding)));
  if (String(left) === String(right)) return;
  const missing = (list: string[] = [], rest: string[] = []) => list.filter((line) => !rest.includes(line));
  const difference = [
    ...missing(left, right).map((line) => `+ ${line}`),
    ...missing(right, left).map((line) => `- ${line}`),
  ];
  throw new Broken(difference.join('\n') || 'the same findings in another order', files);
}

function prefixed(prefix: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [prefix + file, text]));
}
