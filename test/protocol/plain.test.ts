/** Protects clients that can do little: what they are sent they can show, and no link leads nowhere. */

import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList, Hover, SymbolInformation } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { at, started } from '../harness/session.ts';

const PLAN = `owner ben "Ben_Okafor *the first*" { role "Director" }
objective q1 "Source $4M" {
  quarter 2026-Q1
  dri ben
  // mos-allow cascade/orphaned-commitment: agreed at https://example.com/a
  commitment stray "Booth" { dri bem }
}
`;

/** As an editor that said nothing of Markdown, of nested symbols or of pages. */
async function plain(): Promise<Client> {
  const little = { hover: {}, completion: {}, documentSymbol: {} };
  return started({ 'plan.mos': PLAN }, undefined, { textDocument: little }, { options: { pages: false } });
}

test('hover is plain text, with the characters of the plan as they stand', async () => {
  const client = await plain();
  const hover = await client.request<Hover>('textDocument/hover', 'plan.mos', { position: at(PLAN, 'ben', 2) });
  const { kind, value } = hover.contents as { kind: string; value: string };
  expect(kind).toBe('plaintext');
  expect(value).toContain('Ben_Okafor *the first* · owner · ben');
  expect(value).not.toMatch(/\\|\*\*/);
});

test('what explains a choice is plain text', async () => {
  const client = await plain();
  const position = at(PLAN, 'dri ben', 1, 'dri '.length);
  const { items } = await client.request<CompletionList>('textDocument/completion', 'plan.mos', { position });
  const ben = items.find(({ label }) => label === 'ben');
  const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', ben);
  expect(documentation).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('Ben_Okafor *the first*') });
});

test('the outline is a list, each with what it stands in', async () => {
  const client = await plain();
  const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', 'plan.mos');
  expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['Ben_Okafor *the first*', undefined],
    ['Source $4M', undefined],
    ['Booth', 'Source $4M'],
  ]);
});

test('nothing links to the pages of rules, which only some clients open', async () => {
  const client = await plain();
  await client.open('plan.mos', PLAN);
  const found = await client.until('plan.mos', (all) => all.some(({ code }) => code === 'language/unknown-name'));
  expect(found.filter(({ codeDescription }) => codeDescription)).toEqual([]);
  const links = await client.request<{ target: string }[]>('textDocument/documentLink', 'plan.mos');
  expect(links.map(({ target }) => target)).toEqual(['https://example.com/a']);
});
