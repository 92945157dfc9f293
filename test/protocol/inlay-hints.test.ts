/** Protects inlay hints: dates, full names and pace at their places, each switched off by its setting at once. */

import { expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const PLAN = `owner ben "Ben 🚀 Okafor" { role "Director" }
objective q1 {
  quarter 2026-Q1
  dri ben
  metric engaged "Groups" { from 12 to 60 reading 2026-01-30 27 reading 2026-02-06 34 reading 2026-03-06 50 }
  metric sourced "Pipeline" { from $2.6M to $4M reading 2026-01-31 $2.9M }
  guardrail unsubscribed at most 0.4%
  target wins at least 3
  milestone jan { month 2026-01 expect engaged at least 25 }
}
metric unsubscribed { reading 2026-01-31 0.24% }
metric wins { reading 2026-01-31 1 reading 2026-02-28 TBD }
week 2026-W07 { commitment c { dri ben moved to 2026-W08 } }
`;

/** The text with each hint in brackets at its place. */
async function hinted(client: Client, text: string, lines?: [number, number]): Promise<string> {
  const [from, to] = lines ?? [0, 1000];
  const hints = await client.request<InlayHint[]>('textDocument/inlayHint', 'a.mos', {
    range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
  });
  const shown = text.split(/\r?\n/);
  for (const { position, label } of hints.toReversed()) {
    const line = shown[position.line] ?? '';
    const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    shown[position.line] = `${line.slice(0, position.character)}[${words}]${line.slice(position.character)}`;
  }
  return shown.filter((line) => line.includes('[')).join('\n');
}

const ALL = `  quarter 2026-Q1[1 January – 31 March]
  dri ben[Ben 🚀 Okafor]
  metric engaged "Groups" { from 12 to 60 reading 2026-01-30 27 reading 2026-02-06 34[on pace] reading 2026-03-06 50 }
  metric sourced "Pipeline" { from $2.6M to $4M reading 2026-01-31 $2.9M[$200k behind pace ($3.1M by then)] }
  guardrail unsubscribed at most 0.4%[0.24% now, within bounds]
  target wins at least 3[1 now, not reached yet]
  milestone jan { month 2026-01 expect engaged at least 25[34 now, reached] }
week 2026-W07[9–15 February] { commitment c { dri ben[Ben 🚀 Okafor] moved to 2026-W08[16–22 February] } }`;

test('dates of weeks and quarters, names behind DRIs, metrics against the straight line to their target', async () => {
  const client = await started({});
  for (const text of [PLAN, PLAN.replaceAll('\n', '\r\n')]) {
    await client.open('a.mos', text);
    expect(await hinted(client, text)).toBe(ALL);
    expect(await hinted(client, text, [2, 3])).toBe(ALL.split('\n')[0]);
  }
});

test('each kind is switched off by its setting, which holds at once', async () => {
  const client = await started({});
  await client.open('a.mos', PLAN);
  for (const [off, gone] of [
    ['dates', '9–15 February'],
    ['names', 'Okafor]'],
    ['pace', 'pace'],
  ] as const) {
    expect(await hinted(client, PLAN)).toContain(gone);
    await client.configure({ today: '2026-02-09', inlayHints: { [off]: false } });
    await client.settled();
    expect(await hinted(client, PLAN)).not.toContain(gone);
    await client.configure({ today: '2026-02-09', inlayHints: { [off]: 'nonsense' } });
    await client.settled();
  }
});

test.each([null, 7, 'x', [], { inlayHints: null }, { inlayHints: 7, codeLens: [] }])(
  'settings of a strange shape, %j, are those by default',
  async (settings) => {
    const client = await started({}, { today: '2026-02-09' });
    await client.open('a.mos', PLAN);
    await client.configure(settings as object);
    await client.settled();
    expect(await hinted(client, PLAN)).toContain('9–15 February');
    expect(await client.request<unknown[]>('textDocument/codeLens', 'a.mos')).not.toEqual([]);
  },
);

test('a name leads to its declaration in another file, which may change', async () => {
  const client = await started({ 'people.mos': '\nowner ben "Ben Okafor" { role "Director" }\n' });
  const ask = async () => {
    await client.settled();
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', 'a.mos', {
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    return hints[0]?.label;
  };
  await client.open('a.mos', 'objective o { dri ben }');
  expect(await ask()).toEqual([
    {
      value: 'Ben Okafor',
      tooltip: 'Director',
      location: {
        uri: client.uri('people.mos'),
        range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
      },
    },
  ]);
  await client.open('people.mos', 'owner ben "Benjamin"\n');
  expect(await ask()).toMatchObject([{ value: 'Benjamin' }]);
});

test('the dates of a fiscal year are those of the company', async () => {
  const client = await started({ 'mos.json': '{ "fiscalYearStart": 7 }' });
  const text = 'frame f { year 2026 }\nobjective o { quarter 2026-Q1 }\n';
  await client.open('a.mos', text);
  expect(await hinted(client, text)).toBe(
    'frame f { year 2026[1 July 2025 – 30 June 2026] }\nobjective o { quarter 2026-Q1[1 July – 30 September 2025] }',
  );
});
