/** Protects the promise of rename: an accepted one leaves every reference of the plan with the declaration that it had. */

import { compile, editText, type Plan, type PlanNode, renameOf, type SourceFile } from '@mos/language';
import { expect, test } from 'vitest';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { pick, random } from '../harness/edits.ts';

const TODAY = '2026-02-09';

/** Names that begin or continue something, or that nothing can be called. */
const WORDS = [
  'week',
  'dri',
  'team',
  'needs',
  'decision',
  'TBD',
  'on',
  'x',
  'éclair',
  '2x',
  'a.b',
  'a b',
  '{',
  '//',
  '"',
  '',
];

/** Each reference as `file, declaration, position → file, declaration`, by place in the order of declarations. */
function graphOf(plan: Plan): string[] {
  return [...plan.nodes()].flatMap((node) =>
    node.links.map(
      ({ target, candidates, status }, position) =>
        `${node.file}#${node.index}.${position} → ${[target, ...candidates].map((meant) => (meant ? `${meant.file}#${meant.index}` : '-'))} ${status}`,
    ),
  );
}

/** Two bear one name: giving it up settles references that could mean either. */
const isSettled = (plan: Plan, node: PlanNode) => plan.names.bearersOf(node.name ?? '').size > 1;

const NESTED: SourceFile[] = [
  {
    file: 'a.mos',
    text: 'objective a { milestone x { commitment k } milestone y }\nobjective b { milestone z { commitment k } }',
  },
  {
    file: 'b.mos',
    text: 'commitment l { advances a.x needs a . x . k, z.k }\ncommitment m { advances y needs b.z.k, l }\nowner ana { reports to ana }',
  },
];

test.each([...corpusNames(), 'nested'])('%s: 60 renames', (name) => {
  const { files, config } = name === 'nested' ? { files: NESTED, config: readCorpus('acme').config } : readCorpus(name);
  const next = random(7);
  const { plan } = compile(files, config, TODAY);
  const before = graphOf(plan);
  const named = [...plan.nodes()].filter((node) => node.name !== undefined);
  let accepted = 0;
  for (let count = 0; count < 60; count++) {
    const node = pick(named, next);
    const wanted = next() < 0.5 ? pick(WORDS, next) : (pick(named, next).name as string);
    const outcome = renameOf(plan, node, wanted);
    if ('refused' in outcome) {
      expect(outcome.refused.length).toBeGreaterThan(10);
      continue;
    }
    accepted += 1;
    const after = compile(
      files.map(({ file, text }) => ({
        file,
        text: editText(
          text,
          outcome.edits.filter((edit) => edit.file === file),
        ),
      })),
      config,
      TODAY,
    ).plan;
    const renamed = after.files.get(node.file)?.nodes;
    expect([...(renamed?.values() ?? [])][node.index]?.name, `${node.path} → ${wanted}`).toBe(wanted.trim());
    if (!isSettled(plan, node)) expect(graphOf(after), `${node.path} → ${wanted}`).toEqual(before);
  }
  expect(accepted).toBeGreaterThan(10);
});
