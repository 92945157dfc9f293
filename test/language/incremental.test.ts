/** Protects the engine's promise: after any history of edits its findings are those of a plan read from scratch. */

import { type Config, compile, defaultConfig, Engine, type Finding, rules, type SourceFile } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { summarize } from '../../packages/language/src/syntax/reader.ts';
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

  // The server shows what it is told of, and asks for nothing else.
  test.each([1, 2, 3, 4])('what is told of is all that is different: 120 keystrokes from seed %i', (seed) => {
    const next = random(seed);
    const texts = new Map(smallPlan.map(({ file, text }) => [file, text]));
    const engine = new Engine(defaultConfig, TODAY);
    engine.update(smallPlan);
    const shown = new Map<string, Finding[]>();
    const show = (files: Iterable<string>) => {
      for (const file of files) shown.set(file, engine.findingsIn(file, { fixes: false }).findings);
    };
    show(texts.keys());
    for (let step = 0; step < 120; step++) {
      const { file, text: original } = pick(smallPlan, next);
      const text = next() < 0.2 ? original : edited(texts.get(file) as string, [...texts.values()], next);
      texts.set(file, text);
      exhaust(engine.taken([{ file, text }], [], [file]));
      show([file]);
      if (!engine.isJudged) {
        const judged = engine.judged();
        let told = judged.next();
        while (!told.done) told = judged.next();
        show(told.value);
      }
      const wanted = compile(
        [...texts].map(([name, content]) => ({ file: name, text: content })),
        defaultConfig,
        TODAY,
      );
      // Ways out are worked out when somebody asks for them.
      const plain = (list: Finding[]) => list.map((finding) => flat({ ...finding, fixes: [] })).sort();
      const found = plain([...shown.values()].flat());
      expect(found, `seed ${seed}, step ${step}`).toEqual(plain(wanted.findings));
    }
  });

  // What is found in one file may lead to places in others: these must not stay where they were when a line is put before them.
  test.each(rules.map(({ name }) => name))(
    'plans of the page %s in as many files as they have declarations',
    (rule) => {
      for (const { source, line } of readPage(rule).fences) {
        const { files, config, today } = readExample(source);
        const parts = files.flatMap(inParts);
        const texts = new Map(parts.map(({ file, text }) => [file, text]));
        const engine = new Engine(config, today);
        engine.update(parts);
        for (const { file, text } of parts) {
          texts.set(file, `// more\n${text}`);
          engine.update([{ file, text: `// more\n${text}` }]);
          const current = [...texts].map(([name, content]) => ({ file: name, text: content }));
          expectSame(engine, current, config, today, `line ${line}, then a line before ${file}`);
        }
        // And a finding may call somebody by a title who stands in none of its places.
        for (const { file, text } of parts) {
          const changed = text.replace(/"[^"\n]*"/, '"Called otherwise"');
          texts.set(file, changed);
          engine.update([{ file, text: changed }]);
          const current = [...texts].map(([name, content]) => ({ file: name, text: content }));
          expectSame(engine, current, config, today, `line ${line}, then another title in ${file}`);
        }
      }
    },
  );

  test('a way out that edits more places than are shown knows where each of them is now', () => {
    const files = Array.from({ length: 9 }, (_, at) => ({ file: `${at}.mos`, text: `team t${at} "T" { lead bem }\n` }));
    const people = { file: 'people.mos', text: 'owner ben "Ben"\n' };
    const engine = new Engine(defaultConfig, TODAY);
    engine.update([people, ...files]);
    for (const [at, { file, text }] of files.entries()) {
      files[at] = { file, text: `// more\n${text}` };
      engine.update([files[at] as SourceFile]);
      expectSame(engine, [people, ...files], defaultConfig, TODAY, `after a line before ${file}`);
    }
  });

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

/** Each outermost declaration in a file of its own, with what stands before it. */
function inParts({ file, text }: SourceFile): SourceFile[] {
  const ends = summarize(file, text)
    .declarations.filter(({ outer }) => outer < 0)
    .map(({ end }) => end);
  return [0, ...ends].map((start, index) => ({
    file: `${index}-${file}`,
    text: text.slice(start, ends[index] ?? text.length),
  }));
}

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
