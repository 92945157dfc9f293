/** Protects type hierarchy: the cascade upwards and downwards, across files, from any place in a declaration. */

import { expect, test } from 'vitest';
import type { TypeHierarchyItem } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { at, started } from '../harness/session.ts';

const FILES = {
  'frame.mos': 'frame fy26 "Win" { year 2026 bet abm "ABM" }\nowner ben "Ben" { role "Lead" }\n',
  'plan.mos':
    '// 🚀\r\nobjective q1 "Forty groups" {\r\n  advances fy26.abm, fy26\r\n  quarter 2026-Q1\r\n  dri ben\r\n  milestone jan "Ten groups" { month 2026-01 }\r\n}\r\n',
  'weeks.mos':
    'week 2026-W03 {\n  commitment brief "Publish" { dri ben advances jan }\n  commitment "Call" { advances jan }\n}\n',
};

async function prepared(client: Client, file: keyof typeof FILES, part: string): Promise<TypeHierarchyItem[] | null> {
  return client.request('textDocument/prepareTypeHierarchy', file, { position: at(FILES[file], part) });
}

const step = (client: Client, direction: 'supertypes' | 'subtypes', item: TypeHierarchyItem) =>
  client.connection.sendRequest<TypeHierarchyItem[] | null>(`typeHierarchy/${direction}`, { item });

test('up from a week to the frame, and down again', async () => {
  const client = await started(FILES);
  const [brief] = (await prepared(client, 'weeks.mos', 'brief')) ?? [];
  expect(brief).toMatchObject({ name: 'Publish', detail: 'commitment · Ben · 2026-W03', uri: client.uri('weeks.mos') });
  const [jan] = (await step(client, 'supertypes', brief as TypeHierarchyItem)) ?? [];
  expect(jan).toMatchObject({
    name: 'Ten groups',
    uri: client.uri('plan.mos'),
    selectionRange: { start: { line: 5, character: 12 }, end: { line: 5, character: 15 } },
  });
  const [q1] = (await step(client, 'supertypes', jan as TypeHierarchyItem)) ?? [];
  const above = await step(client, 'supertypes', q1 as TypeHierarchyItem);
  expect(above?.map(({ name }) => name)).toEqual(['ABM', 'Win']);
  const below = await step(client, 'subtypes', jan as TypeHierarchyItem);
  expect(below?.map(({ name }) => name)).toEqual(['Publish', 'Call']);
});

test('from a reference its meaning, from within a block the declaration around, nothing from a person', async () => {
  const client = await started(FILES);
  expect((await prepared(client, 'weeks.mos', 'jan }'))?.[0]?.name).toBe('Ten groups');
  expect((await prepared(client, 'plan.mos', '2026-Q1'))?.[0]?.name).toBe('Forty groups');
  expect(await prepared(client, 'frame.mos', 'ben')).toBeNull();
});

test('a declaration that is gone by now has no neighbours', async () => {
  const client = await started(FILES);
  const [brief] = (await prepared(client, 'weeks.mos', 'brief')) ?? [];
  await client.open('weeks.mos', 'week 2026-W03 {}\n');
  expect(await step(client, 'supertypes', brief as TypeHierarchyItem)).toBeNull();
});
