/** Protects workspace symbols: declarations by a few letters of title, name or owner, the best first, never too many. */

import { expect, test } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver-protocol';
import { started } from '../harness/session.ts';

const FILES = {
  'people.mos': 'owner ben "Ben Okafor"\nowner ana "Ana Silva"\n',
  'q1/plan.mos':
    'objective q1_pipeline "Source $4M of pipeline" {\n  quarter 2026-Q1\n  dri ben\n  milestone jan_groups "🎯 Ten groups engaged" { month 2026-01 dri ana }\n}\n',
  'weeks.mos': 'week 2026-W03 { commitment "Publish the brief" { dri ben advances jan_groups } }\n',
};

async function names(files: Record<string, string>, query: string): Promise<string[]> {
  const client = await started(files);
  const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
  return found.map(({ name, containerName }) => `${name} (${containerName})`);
}

test('by title, from letters that begin its words', async () => {
  expect(await names(FILES, 'tge')).toEqual(['🎯 Ten groups engaged (milestone · Ana Silva · 2026-01)']);
  expect(await names(FILES, 'PUBLISH')).toEqual(['Publish the brief (commitment · Ben Okafor · 2026-W03)']);
});

test('by name, which the label then shows, as editors filter by it', async () => {
  expect((await names(FILES, 'q1_pipe'))[0]).toBe(
    'Source $4M of pipeline · q1_pipeline (objective · Ben Okafor · 2026-Q1)',
  );
});

test('by owner: the person first, then what the person holds', async () => {
  expect(await names(FILES, 'okafor')).toEqual([
    'Ben Okafor (owner)',
    'Source $4M of pipeline · Ben Okafor (objective · Ben Okafor · 2026-Q1)',
    'Publish the brief · Ben Okafor (commitment · Ben Okafor · 2026-W03)',
  ]);
});

test('nothing for letters that are nowhere', async () => {
  expect(await names(FILES, 'zzq')).toEqual([]);
});

test('points at the name, and stops at 200', async () => {
  const many = Array.from({ length: 500 }, (_, index) => `owner person_${index} "Person ${index}"`).join('\n');
  const client = await started({ ...FILES, 'many.mos': many });
  const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'person' });
  expect(found).toHaveLength(200);
  const [exact] = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'person_321' });
  expect(exact?.location).toEqual({
    uri: client.uri('many.mos'),
    range: { start: { line: 321, character: 6 }, end: { line: 321, character: 16 } },
  });
  const all = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
  expect(all).toHaveLength(200);
});
