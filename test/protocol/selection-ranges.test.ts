/** Protects selection ranges: each step outwards is a part that a reader sees, and holds the one before. */

import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { at, started } from '../harness/session.ts';

/** The texts from the innermost selection outwards. */
async function steps(text: string, part: string, within = 0): Promise<string[]> {
  const client = await started({});
  await client.open('a.mos', text);
  const [range] = await client.request<SelectionRange[]>('textDocument/selectionRange', 'a.mos', {
    positions: [at(text, part, 1, within)],
  });
  const document = TextDocument.create('', '', 0, text);
  const texts: string[] = [];
  for (let step: SelectionRange | undefined = range; step; step = step.parent) texts.push(document.getText(step.range));
  return texts;
}

const PLAN =
  '/** 🚀 The plan. */\r\nobjective o "Ten groups" {\r\n  advances f.abm, g\r\n  why "First. Then more."\r\n}\r\n';

test('from a segment of a reference to the file', async () => {
  expect(await steps(PLAN, 'abm')).toEqual([
    'abm',
    'f.abm',
    'f.abm, g',
    'advances f.abm, g',
    'advances f.abm, g\r\n  why "First. Then more."',
    '{\r\n  advances f.abm, g\r\n  why "First. Then more."\r\n}',
    PLAN.slice(PLAN.indexOf('objective'), -2),
    PLAN.slice(0, -2),
    PLAN,
  ]);
});

test('in a text: word, sentence, content, quotes', async () => {
  expect((await steps(PLAN, 'Then')).slice(0, 5)).toEqual([
    'Then',
    'Then more.',
    'First. Then more.',
    '"First. Then more."',
    'why "First. Then more."',
  ]);
});

test('in a comment, on a title, and where nothing can be read', async () => {
  expect((await steps(PLAN, 'plan', 2)).slice(0, 4)).toEqual([
    'plan',
    '🚀 The plan.',
    '/** 🚀 The plan. */',
    PLAN.slice(0, -2),
  ]);
  expect((await steps(PLAN, 'groups')).slice(0, 4)).toEqual([
    'groups',
    'Ten groups',
    '"Ten groups"',
    'objective o "Ten groups"',
  ]);
  const halfTyped = await steps('objective o {\n  dri ', 'dri', 3);
  expect([halfTyped[0], halfTyped.at(-1)]).toEqual(['dri', 'objective o {\n  dri ']);
});
