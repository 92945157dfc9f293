/** Protects the engine's promise: after any history of edits its findings are those of a plan read from scratch. */

import { type Config, compile, Engine, type Finding, rules, type SourceFile } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { edited, pick, random } from '../harness/edits.ts';
import { readPage } from '../harness/pages.ts';
import { readExample } from '../harness/plan.ts';
import { smallPlan } from '../harness/small-plan.ts';

const TODAY = '2026-02-09';

function sessions(
  name: string,
  files: readonly SourceFile[],
  config = readCorpus('acme').config,
  seeds = [1, 2, 3],
  steps = 150,
): void {
  test.each(seeds)(`${name}: ${steps} edits from seed %i`, (seed) => {
    const next = random(seed);
    const state = new Map(files.map(({ file, text }) => [file, text]));
    const engine = new Engine(config, TODAY);
    engine.update(files);
    for (let step = 0; step < steps; step++) {
      const changed: SourceFile[] = [];
      const gone: string[] = [];
      for (let count = next() < 0.2 ? 2 : 1; count > 0; count--) {
        const { file, text: original } = pick(files, next);
        const chance = next();
        if (chance < 0.06) {
          state.delete(file);
          gone.push(file);
        } else {
          const text =
            chance < 0.2 || !state.has(file)
              ? original
              : edited(
                  state.get(file) as string,
                  files.map((other) => other.text),
                  next,
                );
          state.set(file, text);
          changed.push({ file, text });
        }
      }
      const present = changed.filter(({ file }) => state.get(file) !== undefined);
      const absent = gone.filter((file) => !state.has(file));
      if (next() < 0.5) engine.update(present, absent);
      else {
        // As in an editor: one file ahead of the others, and what follows is taken in before everything is judged.
        exhaust(engine.taken(present, absent, [pick(files, next).file]));
        const judged = engine.judged();
        for (let steps = Math.floor(next() * 4); steps > 0 && !judged.next().done; ) steps--;
        if (next() < 0.5) continue;
        exhaust(engine.judged());
      }
      const current = [...state].map(([file, text]) => ({ file, text })).sort(() => next() - 0.5);
      expectSame(engine, current, config, TODAY, `seed ${seed}, step ${step}`);
    }
  });
}

function exhaust(steps: Iterator<unknown>): void {
  while (!steps.next().done);
}

function expectSame(engine: Engine, files: readonly SourceFile[], config: Config, today: string, when: string): void {
  const scratch = compile(files, config, today);
  const incremental = engine.result();
  const [now, fresh] = [incremental.findings.map(flat), scratch.findings.map(flat)];
  const difference = [
    ...now.filter((line) => !fresh.includes(line)).map((line) => `+ ${line}`),
    ...fresh.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
  ];
  expect(difference, when).toEqual([]);
  expect(now).toEqual(fresh);
  expect(incremental.suppressed).toBe(scratch.suppressed);
}

function flat(finding: Finding): string {
  return `${finding.file} ${finding.rule}: ${finding.message} ${JSON.stringify(finding)}`;
}

describe('incremental = from scratch', () => {
  sessions('a small plan', smallPlan, undefined, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 100);
  for (const name of corpusNames()) {
    const { files, config } = readCorpus(name);
    sessions(name, files, config, [1], 25);
  }

  // Each page has what its rule looks at, near misses included.
  test.each(rules.map(({ name }) => name))('plans of the page %s', (rule) => {
    const next = random(1);
    for (const { source, line } of readPage(rule).fences) {
      const { files, config, today } = readExample(source);
      const texts = new Map(files.map(({ file, text }) => [file, text]));
      const engine = new Engine(config, today);
      engine.update(files);
      for (const change of changesOf(files, next)) {
        texts.set(change.file, change.text);
        engine.update([change]);
        const current = [...texts].map(([file, text]) => ({ file, text }));
        expectSame(engine, current, config, today, `line ${line}, then ${change.file} is\n${change.text}`);
      }
    }
  });
});

/** Every owner, team, gate and market called something else, one after the other and back; then a few edits at random. */
function* changesOf(files: readonly SourceFile[], next: () => number): Generator<SourceFile> {
  for (const { file, text } of files) {
    for (const { index, 0: found } of text.matchAll(/^\s*(?:owner|team|gate|market) [\w-]+ "/gm)) {
      const at = index + found.length;
      yield { file, text: `${text.slice(0, at)}Otherwise ${text.slice(at)}` };
      yield { file, text };
    }
  }
  const texts = files.map(({ text }) => text);
  for (let count = 0; count < 4; count++) {
    const { file, text } = pick(files, next);
    yield { file, text: edited(text, texts, next) };
  }
}
