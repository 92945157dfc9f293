/** Protects the example plans from what people may ask to be done to them: no new error, and the layout that the formatter would give. */

import {
  addChild,
  addNextMilestone,
  assignDri,
  attach,
  type Change,
  Engine,
  editText,
  extractCommitments,
  extractMilestone,
  formatPlan,
  inline,
  moveToWeek,
  type Outcome,
  type Plan,
  type PlanNode,
  recordDone,
  recordMissed,
  recordReading,
  recordStatus,
  sortByPeriod,
  weekAfter,
} from '@mos/language';
import { describe, expect, test } from 'vitest';
import { corpusNames, readCorpus } from '../harness/corpus.ts';

const TODAY = '2026-02-09';

const REQUESTS: [string, (plan: Plan, node: PlanNode) => Outcome | undefined][] = [
  ['done', (plan, node) => recordDone(plan, node, TODAY)],
  ['missed', (plan, node) => recordMissed(plan, node, 'Ana was ill')],
  [
    'another week',
    (plan, node) => {
      const week = node.kind === 'commitment' ? weekAfter(plan, node, '2019-01-01') : undefined;
      return week && moveToWeek(plan, node, week, 'Ana was ill', '2019-01-01');
    },
  ],
  ['the next milestone', addNextMilestone],
  ['a file of its own', extractMilestone],
  ['a file for its commitments', extractCommitments],
  ['back into its place', inline],
  ['a child', (plan, node) => addChild(plan, node, TODAY)],
  [
    'another person',
    (plan, node) => {
      const owner = plan.nodesOf('owner').find((other) => other !== node.dri);
      return owner && assignDri(plan, node, owner);
    },
  ],
  [
    'another parent',
    (plan, node) => {
      const outcomes = plan.nodesOf('objective', 'milestone').map((parent) => attach(plan, node, parent));
      return outcomes.find((outcome) => !('refused' in outcome));
    },
  ],
  [
    'a reading',
    (plan, node) => {
      if (node.kind !== 'metric') return undefined;
      const last = node.propertiesOf('ReadingProperty', 'reading').at(-1)?.value?.literal;
      return recordReading(plan, node, last ?? '10', TODAY);
    },
  ],
  [
    'a status',
    (plan, node) =>
      recordStatus(plan, node, { word: 'at risk', on: TODAY, why: 'Legal is late', options: ['wait', 'go without'] }),
  ],
  ['the order of periods', (plan, node) => sortByPeriod(plan, node.file)],
];

const KINDS = new Set(['objective', 'milestone', 'commitment', 'owner', 'frame', 'metric']);

describe.each(corpusNames())('%s', (name) => {
  test.each(REQUESTS)(
    '%s',
    (_what, request) => {
      const { config, files } = readCorpus(name);
      const engine = new Engine(config, TODAY);
      engine.update(files);
      const before = errorsOf(engine);
      // A sample of the larger plans; every kind of declaration is in it.
      const all = [...engine.plan.nodes()].filter(({ kind }) => KINDS.has(kind));
      const keys = all
        .filter((_, index) => index % Math.ceil(all.length / 40) === 0)
        .map(({ file, key }) => ({ file, key }));
      for (const { file, key } of keys) {
        const node = engine.plan.files.get(file)?.nodes.get(key);
        const outcome = node && request(engine.plan, node);
        if (!node || !outcome || 'refused' in outcome) continue;
        const label = node.label;
        const { changed, gone } = applied(engine.plan, outcome);
        for (const { file: where, text } of changed) {
          const formatted = formatPlan(text);
          expect('text' in formatted ? formatted.text : formatted, `${label} in ${where}`).toBe(text);
        }
        engine.update(changed, gone);
        expect(
          errorsOf(engine).filter((error) => !before.includes(error)),
          label,
        ).toEqual([]);
        engine.update(
          files,
          changed
            .map((change) => change.file)
            .filter((changedFile) => !files.some((known) => known.file === changedFile)),
        );
      }
      expect(errorsOf(engine)).toEqual(before);
    },
    60_000,
  );
});

function applied(plan: Plan, { edits, created = [], emptied = [] }: Change) {
  const touched = [...new Set(edits.map(({ file }) => file))].filter((file) => !emptied.includes(file));
  return {
    changed: [
      ...touched.map((file) => ({
        file,
        text: editText(
          plan.text(file),
          edits.filter((edit) => edit.file === file),
        ),
      })),
      ...created,
    ],
    gone: emptied,
  };
}

/** What cannot be read, or has lost its meaning; what a plan lacks after a change is for people to see. */
function errorsOf(engine: Engine): string[] {
  return engine
    .result()
    .findings.filter(({ severity, rule }) => severity === 'error' && MEANING.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)
    .sort();
}

const MEANING = /^language\/|^cascade\/(cascade-cycle|contradictory-parent)$/;
