/** Protects the engine's promise: after any history of edits its findings are those of a plan read from scratch. */

import { compile, Engine, type Finding, type SourceFile } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { edited, pick, random } from '../harness/edits.ts';

const TODAY = '2026-02-09';

/** Small enough that random edits often meet each other; it uses every chapter of the language. */
const SMALL: SourceFile[] = [
  {
    file: 'a.mos',
    text: 'team demand "Demand" { lead ben }\nowner ana "Ana" { reports to ben }\nowner ben "Ben" { team demand reports to ana }\ngate legal "Legal" { kind legal dri ana within 3 days }\nmetric win "Win rate" { outcome lagging source "CRM" }',
  },
  {
    file: 'b.mos',
    text: 'frame f "Win" {\n  year 2026\n  dri ana\n  bet x "X" { why "a" budget 60% }\n  bet y "Y" { why "b" budget 10% }\n  run "Old" { budget 30% }\n}\ncadence weekly "Weekly" { every week chair ana reviews commitments decides "x" }',
  },
  {
    file: 'c.mos',
    text: 'objective o "Source $4M" {\n  advances f.x\n  quarter 2026-Q1\n  dri ben\n  why "w"\n  target win from 1% to 2%\n  metric mql "MQLs" { output leading from 1 to 2 read weekly }\n  milestone jan "Ten groups" { month 2026-01 dri ana }\n  milestone feb "Twenty groups" { month 2026-02 dri ben }\n}\nobjective p "Launch it" { advances o quarter 2026-Q2 dri demand }',
  },
  {
    file: 'd.mos',
    text: 'week 2026-W03 {\n  commitment k "Brief" { dri ben advances jan needs legal }\n  // mos-allow cascade/orphaned-commitment: agreed\n  commitment l "Stray" { dri ana }\n  commitment m "Skip" { dri ben advances o needs k }\n}\ndecision s "Shift" { on 2026-01-19 dri ana why "w" affects f.x, o }',
  },
];

function sessions(
  name: string,
  files: SourceFile[],
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
  sessions('a small plan', SMALL, undefined, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 400);
  for (const name of corpusNames()) {
    const { files, config } = readCorpus(name);
    sessions(name, files, config, [1], 25);
  }
});
