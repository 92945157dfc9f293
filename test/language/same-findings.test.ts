/** Protects every finding and way out, on all examples and a thousand mutated plans, while the engine beneath is made faster. */

import { createHash, type Hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { compile, readConfig, type SourceFile } from '@mos/language';
import { expect, test } from 'vitest';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { edited, pick, random } from '../harness/edits.ts';
import { smallPlan } from '../harness/small-plan.ts';

/**
 * By rule: how many findings it has in all these plans together, and a hash of all they say. A rule that is not listed is not
 * compared. Where findings are meant to change, `RECORD=1 vitest run test/language/same-findings.test.ts` writes the file anew.
 */
const RECORDED = new URL('same-findings.json', import.meta.url);

const TODAY = '2026-02-09';
const MUTATED = 1_000;
/** Of the mutated plans every such one is an example instead of the small plan. */
const EXAMPLE_EVERY = 20;

test('findings and ways out are as they were recorded', () => {
  const { files, suppressed } = taken();
  const now = Object.fromEntries(
    [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { count, hash }]) => [rule, [count, digest(hash)]]),
  );
  if (process.env.RECORD) writeFileSync(RECORDED, `${JSON.stringify({ suppressed, ...now }, null, 1)}\n`);
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<string, unknown>;
  expect(Object.keys(recorded).length).toBeGreaterThan(50);
  const compared = Object.fromEntries(Object.entries({ suppressed, ...now }).filter(([rule]) => rule in recorded));
  expect(compared).toEqual(recorded);
});

function taken(): { files: Map<string, { count: number; hash: Hash }>; suppressed: number } {
  const files = new Map<string, { count: number; hash: Hash }>();
  let suppressed = 0;
  for (const { sources, config, at } of plans()) {
    const result = compile(sources, config, TODAY);
    suppressed += result.suppressed;
    for (const finding of result.findings) {
      const entry = files.get(finding.rule) ?? { count: 0, hash: createHash('sha256') };
      files.set(finding.rule, entry);
      entry.count += 1;
      entry.hash.update(`${at} ${JSON.stringify(finding)}\n`);
    }
  }
  return { files, suppressed };
}

function* plans() {
  const corpora = corpusNames().map(readCorpus);
  for (const { name, files, config } of corpora) yield { at: name, sources: files, config };
  const settings = readConfig('{"fiscalYearStart":2}', 'mos.json');
  for (let seed = 1; seed <= MUTATED; seed++) {
    const next = random(seed);
    const whole = seed % EXAMPLE_EVERY === 0 ? pick(corpora, next) : { files: smallPlan, config: settings };
    yield { at: seed, sources: mutated(whole.files, next), config: whole.config };
  }
}

/** Now and then one is gone. */
function mutated(files: readonly SourceFile[], next: () => number): SourceFile[] {
  const texts = files.map(({ text }) => text);
  const changed = new Map(files.map(({ file, text }) => [file, text]));
  for (let count = 1 + Math.floor(next() * 8); count > 0; count--) {
    const { file } = pick(files, next);
    if (changed.size > 1 && next() < 0.04) changed.delete(file);
    else if (changed.has(file)) changed.set(file, edited(changed.get(file) as string, texts, next));
  }
  return [...changed].map(([file, text]) => ({ file, text }));
}

function digest(hash: Hash): string {
  return hash.digest('hex').slice(0, 16);
}
