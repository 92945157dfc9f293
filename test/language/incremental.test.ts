/** Protects the engine's promise: after any history of edits its findings are those of a plan read from scratch. */

import { compile, Engine, type Finding, type SourceFile } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { edited, pick, random } from '../harness/edits.ts';
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
      engine.update(
        changed.filter(({ file }) => state.get(file) !== undefined),
        gone.filter((file) => !state.has(file)),
      );
      const current = [...state].map(([file, text]) => ({ file, text })).sort(() => next() - 0.5);
      const scratch = compile(current, config, TODAY);
      const incremental = engine.result();
      const [now, fresh] = [incremental.findings.map(flat), scratch.findings.map(flat)];
      const difference = [
        ...now.filter((line) => !fresh.includes(line)).map((line) => `+ ${line}`),
        ...fresh.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
      ];
      expect(difference, `seed ${seed}, step ${step}`).toEqual([]);
      expect(now).toEqual(fresh);
      expect(incremental.suppressed).toBe(scratch.suppressed);
    }
  });
}

function flat(finding: Finding): string {
  return `${finding.file} ${finding.rule}: ${finding.message} ${JSON.stringify(finding)}`;
}

describe('incremental = from scratch', () => {
  sessions('a small plan', smallPlan, undefined, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 200);
  for (const name of corpusNames()) {
    const { files, config } = readCorpus(name);
    sessions(name, files, config, [1], 25);
  }
});
