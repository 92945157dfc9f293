/** Protects semantic tokens: what each name, period, amount and state is coloured as, whole, in part, and as a difference. */

import { expect, test } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { at, started } from '../harness/session.ts';

const PLAN = `/* 🚀 */ owner week "Week Okafor"
objective q1 {
  quarter 2026-Q1
  dri week
  budget $2.4M
  status 2026-01-13 at risk "why"
  milestone jan { month 2026-01 met 2026-01-12 }
}
commitment c { dri week advances q1.jan needs legal missed "late" }
`;

/** \`word type modifiers\` of each token. */
function words(client: Client, text: string, data: readonly number[]): string[] {
  const { legend } = client.initialized.capabilities.semanticTokensProvider as {
    legend: { tokenTypes: string[]; tokenModifiers: string[] };
  };
  const lines = text.split(/\r?\n/);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    line += down;
    character = down > 0 ? right : character + right;
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push([lines[line]?.slice(character, character + length), legend.tokenTypes[type], ...modifiers].join(' '));
  }
  return found;
}

async function opened(text: string): Promise<Client> {
  const client = await started({});
  await client.open('a.mos', text);
  return client;
}

const EXPECTED = [
  'week variable declaration',
  'q1 class declaration risk',
  '2026-Q1 period',
  'week dri',
  '$2.4M number',
  '2026-01-13 period',
  'at risk state risk',
  'jan interface declaration done',
  '2026-01 period',
  'met state done',
  '2026-01-12 period',
  'c method declaration missed',
  'week dri',
  'q1 class',
  'jan interface',
  'legal variable',
  'missed state missed',
];

test('names by kind, DRIs, periods, amounts, states; keywords that are names, too', async () => {
  for (const text of [PLAN, PLAN.replaceAll('\n', '\r\n')]) {
    const client = await opened(text);
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', 'a.mos');
    expect(words(client, text, data)).toEqual(EXPECTED);
  }
});

test('a range gives the tokens in it', async () => {
  const client = await opened(PLAN);
  const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/range', 'a.mos', {
    range: { start: at(PLAN, 'dri'), end: at(PLAN, 'status') },
  });
  expect(words(client, PLAN, data)).toEqual(['week dri', '$2.4M number']);
});

test('a difference leads to the same tokens; after an answer that is forgotten all come again', async () => {
  const client = await opened(PLAN);
  const first = await client.request<SemanticTokens>('textDocument/semanticTokens/full', 'a.mos');
  const changed = PLAN.replace('dri week\n', 'dri week, week\n');
  await client.change('a.mos', changed);
  const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', 'a.mos', {
    previousResultId: first.resultId,
  });
  expect(delta.edits).toHaveLength(1);
  expect(delta.edits[0]?.data?.length).toBeLessThan(15);
  const data = [...first.data];
  for (const { start, deleteCount, data: more } of delta.edits) data.splice(start, deleteCount, ...(more ?? []));
  expect(words(client, changed, data)).toEqual([...EXPECTED.slice(0, 4), 'week dri', ...EXPECTED.slice(4)]);
  const again = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', 'a.mos', {
    previousResultId: delta.resultId,
  });
  expect(again.edits).toEqual([]);
  const full = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', 'a.mos', {
    previousResultId: 'long ago',
  });
  expect(full.data).toEqual(data);
});

test('half-typed text keeps its colours around the hole', async () => {
  const text = 'objective q1 { quarter 2026-Q1 dri \n  budget $1M }}\nowner ana {';
  const client = await opened(text);
  const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', 'a.mos');
  expect(words(client, text, data)).toEqual(
    expect.arrayContaining(['q1 class declaration', '2026-Q1 period', 'ana variable declaration']),
  );
});
