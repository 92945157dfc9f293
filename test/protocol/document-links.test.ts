/** Protects document links: web addresses in texts and comments, rule names in suppressions, and nothing that could do harm. */

import { expect, test } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { started } from '../harness/session.ts';

async function links(text: string): Promise<string[]> {
  const client = await started({});
  await client.open('a.mos', text);
  const found = await client.request<DocumentLink[]>('textDocument/documentLink', 'a.mos');
  const document = TextDocument.create('', '', 0, text);
  return found.map(({ range, target }) => `${document.getText(range)} → ${target}`);
}

test('addresses in texts and comments, without the end of the sentence', async () => {
  expect(
    await links(
      '// 🚀 see https://acme.example/plan?q=1, then (https://acme.example/a_(b)).\r\nmetric m "M" {\r\n  source """\r\n    [report](http://crm.example/7).\r\n    """\r\n}\r\n',
    ),
  ).toEqual([
    'https://acme.example/plan?q=1 → https://acme.example/plan?q=1',
    'https://acme.example/a_(b) → https://acme.example/a_(b)',
    'http://crm.example/7 → http://crm.example/7',
  ]);
});

test('rules in suppressions lead to their page; unknown ones nowhere', async () => {
  const text =
    '// mos-allow cascade/orphaned-commitment: agreed\ncommitment c "C"\n// mos-allow cascade/nonsense: x\ncommitment d "D"\n';
  expect(await links(text)).toEqual(['cascade/orphaned-commitment → mos://rules/cascade/orphaned-commitment']);
});

test('no scripts, files or commands, and a hostile text costs no time', async () => {
  expect(
    await links(
      '// javascript:alert(1) file:///etc/passwd command:x vscode://a https:// https://[\nowner a "data:text/html,x"\n',
    ),
  ).toEqual([]);
  expect(await links(`// https://a.example/${')'.repeat(90_000)}\n`)).toHaveLength(1);
});
