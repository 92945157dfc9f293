/** Protects formatting in the editor: the layout of `mos fmt`, in small edits, for the part that is meant. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatPlan } from '@mos/language';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { corpusNames, examplesFolder, readCorpus } from '../harness/corpus.ts';
import { at, edited, started } from '../harness/session.ts';

const options = { tabSize: 2, insertSpaces: true };

const UNTIDY = `objective q1 "Groups"   {
  quarter   2026-Q1
      dri ben
}
// 🚀 Rockets
objective q2 "More"   {
  quarter   2026-Q2
}
`;

async function whole(client: Client, file: string): Promise<TextEdit[]> {
  return client.request('textDocument/formatting', file, { options });
}

const typed = (client: Client, text: string, ch: string, position: { line: number; character: number }) =>
  client
    .request<TextEdit[]>('textDocument/onTypeFormatting', 'a.mos', { options, ch, position })
    .then((edits) => edited(text, edits));

test.each(corpusNames())('the files of %s as the formatter lays them out', async (name) => {
  const client = await started({});
  for (const { file } of readCorpus(name).files) {
    // Untidied: other indentation, more blanks, other line ends.
    const text = readFileSync(join(examplesFolder, name, file), 'utf8')
      .replace(/^ +/gm, '\t')
      .replace(/ \{$/gm, '    {')
      .replace(/\n/g, '\r\n');
    await client.open(file, text);
    const formatted = formatPlan(text);
    expect(edited(text, await whole(client, file))).toBe('refused' in formatted ? text : formatted.text);
  }
});

describe('a part', () => {
  test('is laid out as whole lines, and nothing else', async () => {
    const client = await started({});
    await client.open('a.mos', UNTIDY);
    const range = { start: at(UNTIDY, '2026-Q1'), end: at(UNTIDY, 'dri') };
    const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', 'a.mos', { range, options });
    expect(edited(UNTIDY, edits)).toBe(UNTIDY.replace('  quarter   2026-Q1\n      dri', '  quarter 2026-Q1\n  dri'));
  });

  test('of a file with faults elsewhere is laid out where it has none', async () => {
    const text = `${UNTIDY}owner {{{\n`;
    const client = await started({});
    await client.open('a.mos', text);
    expect(await whole(client, 'a.mos')).toEqual([]);
    const range = { start: at(text, 'q1'), end: at(text, '}') };
    const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', 'a.mos', { range, options });
    expect(edited(text, edits)).toBe(
      text.replace('"Groups"   {\n  quarter   2026-Q1\n      dri ben', '"Groups" {\n  quarter 2026-Q1\n  dri ben'),
    );
  });
});

describe('while one types', () => {
  test('a closing brace lays its block out', async () => {
    const client = await started({});
    await client.open('a.mos', UNTIDY);
    expect(await typed(client, UNTIDY, '}', at(UNTIDY, '}', 1, 1))).toBe(
      UNTIDY.replace('"Groups"   {\n  quarter   2026-Q1\n      dri ben', '"Groups" {\n  quarter 2026-Q1\n  dri ben'),
    );
  });

  test('a closing brace finds its indentation in text that cannot be read yet', async () => {
    const text = 'objective q1 {\n  milestone jan "J {\n    month 2026-01\n    }\n';
    const client = await started({});
    await client.open('a.mos', text);
    expect(await typed(client, text, '}', at(text, '}', 1, 1))).toBe(text.replace('    }', '}'));
  });

  test('a new line is indented as deep as its block, the line before it laid out, the cursor stays', async () => {
    const text = 'objective q1 "G" {\n  quarter   2026-Q1\n\n';
    const client = await started({});
    await client.open('a.mos', text);
    expect(await typed(client, text, '\n', { line: 2, character: 0 })).toBe(
      'objective q1 "G" {\n  quarter   2026-Q1\n  \n',
    );
    const closed = 'objective q1 "G" {\r\n  quarter   2026-Q1\r\n\r\n}\r\n';
    await client.change('a.mos', closed);
    expect(await typed(client, closed, '\n', { line: 2, character: 0 })).toBe(
      'objective q1 "G" {\r\n  quarter 2026-Q1\r\n  \r\n}\r\n',
    );
  });

  test('the lines of a text and of a comment are the author’s', async () => {
    const text = 'brief b {\n  text """\n\n  """\n}\n/*\n\n*/\n';
    const client = await started({});
    await client.open('a.mos', text);
    expect(await typed(client, text, '\n', { line: 2, character: 0 })).toBe(text);
    expect(await typed(client, text, '\n', { line: 6, character: 0 })).toBe(text);
  });
});

test('an answer for a text that has changed meanwhile is refused, and one that is called off is not given', async () => {
  const client = await started({});
  await client.open('a.mos', UNTIDY);
  const late = whole(client, 'a.mos');
  await client.change('a.mos', `${UNTIDY}\n`);
  // Whichever came first, the edits fit the text that they were made for.
  const outcome = await late.then(
    (edits) => edited(UNTIDY, edits),
    (error: { code: number }) => error.code,
  );
  const formatted = formatPlan(UNTIDY);
  expect([-32801, 'text' in formatted && formatted.text]).toContain(outcome);
});
