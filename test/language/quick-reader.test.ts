/** Protects the quick reader: what it takes, it reads as Langium's parser does, and it takes every text that is right. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, defaultConfig, rules } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { readFully } from '../../packages/language/src/syntax/lower.ts';
import { readQuickly } from '../../packages/language/src/syntax/quick.ts';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { readPage } from '../harness/pages.ts';
import { mutated, pick, type Random, seeded, sentence } from '../harness/sentences.ts';

const root = join(import.meta.dirname, '../..');
const examples = corpusNames().flatMap((name) => readCorpus(name).files.map(({ text }) => text));
const pages = rules.flatMap(({ name }) => readPage(name).fences.map(({ source }) => source));
const written = [
  'README.md',
  ...readdirSync(join(root, 'test/language'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `test/language/${file}`),
].flatMap((file) => {
  // Whatever stands in quotes or fences, plan or not.
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/```mos\n([\s\S]*?)```|`([^`]+)`|'([^'\n]+)'/g)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );
});

/** As strings, in which even the order of the fields counts; undefined where the quick reader gives up. */
function bothWays(text: string) {
  const quick = readQuickly('plan.mos', text);
  const full = readFully('plan.mos', text);
  return { quick: quick && JSON.stringify(quick), full: JSON.stringify(full), faults: full.faults.length };
}

describe('the quick reader', () => {
  test.each([
    ['examples', examples, 10],
    ['rule pages', pages, 100],
    ['README and tests', written, 300],
  ])('%s', (_, texts, least) => {
    expect(texts.length).toBeGreaterThan(least);
    for (const text of texts) {
      const { quick, full, faults } = bothWays(text);
      if (quick === undefined) expect(faults, text).toBeGreaterThan(0);
      else expect(quick, text).toBe(full);
    }
  });

  // `MOS_CASES=100000 vitest run test/language/quick-reader.test.ts` tries more.
  test('random texts of the grammar, right and wrong', { timeout: 600_000 }, () => {
    const cases = Number(process.env.MOS_CASES ?? 3000);
    const seed = Number(process.env.MOS_SEED ?? 4);
    const random = seeded(seed);
    const counts = { cases, right: 0, taken: 0 };
    for (let index = 0; index < cases; index++) {
      const text = randomText(random);
      const { quick, full, faults } = bothWays(text);
      if (quick !== undefined && quick !== full) expect(quick, text).toBe(full);
      if (quick !== undefined) counts.taken++;
      if (faults === 0) counts.right++;
      // A number that only looks like one has a rule of its own.
      if (faults === 0 && quick === undefined) expect(rulesIn(text), text).toMatch(/invalid-(amount|period)/);
    }
    if (process.env.MOS_CASES) console.log(counts);
    expect(counts.right).toBeGreaterThan(cases / 4);
  });

  test('what it is not sure of is left to the full reader', () => {
    for (const text of [
      'owner ana "A" {',
      'owner a.b "A"',
      'owner ana "A" { role "\\q" }',
      'objective o { dri }',
      'objective o { dri ana, }',
      'dri ana',
      'owner ana "A" }',
      'owner ana "A" // x\n/* never closed',
      'objective o { week }',
      'week 2026-W03 "W" { }',
      'milestone m { moved to }',
      'metric m { at 5 }',
    ]) {
      expect(readQuickly('', text), text).toBeUndefined();
      expect(readFully('', text).faults, text).not.toEqual([]);
    }
    expect(readQuickly('', `${'owner a { '.repeat(150)}${'}'.repeat(150)}`)).toBeUndefined();
  });
});

function rulesIn(text: string): string {
  return compile([{ file: 'plan.mos', text }], defaultConfig, '2026-02-09')
    .findings.map(({ rule }) => rule)
    .join(' ');
}

function randomText(random: Random): string {
  const way = random();
  if (way < 0.5) return sentence(random);
  const text = way < 0.8 ? sentence(random) : partOf(pick(random, way < 0.9 ? pages : examples), random);
  return mutated(text, random);
}

/** Some lines: a whole example takes long to read, and says no more. */
function partOf(text: string, random: Random): string {
  const lines = text.split('\n');
  const start = Math.floor(random() * lines.length);
  return lines.slice(start, start + 20).join('\n');
}
