/** Protects findings on their way to the editor: pushed or pulled, never both, and never those of a text that is gone. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const PEOPLE = 'owner ben "Ben 🚀 Okafor" { role "Director" reports to ana }\nowner ana "Ana Silva" { role "CMO" }\n';
const WEEKS = 'week 2026-W08 {\n  commitment stray "Redesign the booth" { dri ben }\n}\n';
const CLEAN = 'owner zoe "Zoe" { role "Counsel" reports to ana }\n';
const FILES = { 'people.mos': PEOPLE, 'weeks.mos': WEEKS, 'clean.mos': CLEAN };

const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: false } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** Counts the server's words that findings of other files changed. */
function refreshes(client: Client): { next(): Promise<void>; count: number } {
  const waiting: (() => void)[] = [];
  const state = {
    count: 0,
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
  client.connection.onRequest('workspace/diagnostic/refresh', () => {
    state.count += 1;
    for (const resolve of waiting.splice(0)) resolve();
    return null;
  });
  return state;
}

const pull = (client: Client, file: string, previousResultId?: string) =>
  client.request<DocumentDiagnosticReport>('textDocument/diagnostic', file, {
    identifier: 'mos',
    ...(previousResultId && { previousResultId }),
  });

const codes = (report: { items?: { code?: unknown }[] }) => report.items?.map(({ code }) => code);

const pullAll = (
  client: Client,
  previousResultIds: { uri: string; value: string }[] = [],
  partialResultToken?: string,
) =>
  client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    identifier: 'mos',
    previousResultIds,
    ...(partialResultToken && { partialResultToken }),
  });

describe('a client gets findings in one way', () => {
  const pushedTo = async (abilities: ClientCapabilities, options: object) => {
    const client = await started(FILES, undefined, abilities, { options });
    client.connection.onRequest('workspace/diagnostic/refresh', () => null);
    await client.open('weeks.mos', WEEKS);
    await client.settled();
    return {
      pushed: client.published.size > 0,
      pulled: client.initialized.capabilities.diagnosticProvider !== undefined,
    };
  };

  test('pulled where it can ask and be told to ask again, pushed where not, and as it wishes', async () => {
    expect(await pushedTo({}, {})).toEqual({ pushed: true, pulled: false });
    expect(await pushedTo(PULLS, {})).toEqual({ pushed: false, pulled: true });
    expect(await pushedTo({ textDocument: { diagnostic: {} } }, {})).toEqual({ pushed: true, pulled: false });
    expect(await pushedTo(PULLS, { diagnostics: 'push' })).toEqual({ pushed: true, pulled: false });
    expect(await pushedTo({}, { diagnostics: 'pull' })).toEqual({ pushed: false, pulled: true });
  });
});

describe('pulled', () => {
  test('of a file: in full, unchanged while nothing changed, and anew when only another file did', async () => {
    const client = await started(FILES, undefined, PULLS);
    const refreshed = refreshes(client);
    await client.open('weeks.mos', WEEKS);
    await client.open('people.mos', PEOPLE);
    await client.settled();
    const first = await pull(client, 'weeks.mos');
    if (first.kind !== 'full') throw new Error('not in full');
    expect(codes(first)).toContain('cascade/orphaned-commitment');
    expect(await pull(client, 'weeks.mos', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

    const next = refreshed.next();
    await client.change('people.mos', PEOPLE.replace('owner ben', 'owner benjamin'));
    await next;
    const second = await pull(client, 'weeks.mos', first.resultId);
    expect(second.kind).toBe('full');
    expect(codes(second as { items: { code?: unknown }[] })).toContain('language/unknown-name');
  });

  test('a change that concerns nobody else asks nobody to look again', async () => {
    const client = await started(FILES, undefined, PULLS);
    const refreshed = refreshes(client);
    await client.open('weeks.mos', WEEKS);
    await client.settled();
    const before = refreshed.count;
    await client.change('weeks.mos', `${WEEKS}\n`);
    await client.settled();
    await pull(client, 'weeks.mos');
    expect(refreshed.count).toBe(before);
  });

  test('of the whole plan: closed files too, only what is news, and what has gone', async () => {
    const client = await started(FILES, undefined, PULLS);
    refreshes(client);
    const { items } = await pullAll(client);
    const weeks = items.find(({ uri }) => uri === client.uri('weeks.mos'));
    expect(weeks).toMatchObject({ kind: 'full', version: null });
    expect(items.map(({ uri }) => uri)).not.toContain(client.uri('clean.mos'));

    const known = items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    expect((await pullAll(client, known)).items.map(({ kind }) => kind)).toEqual(items.map(() => 'unchanged'));

    rmSync(join(client.folder, 'weeks.mos'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('weeks.mos'), type: 3 }],
    });
    const after = (await pullAll(client, known)).items.find(({ uri }) => uri === client.uri('weeks.mos'));
    expect(after).toMatchObject({ kind: 'full', items: [] });
  });

  test('in parts, for a client that takes parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`w${index}.mos`, WEEKS]));
    const client = await started({ ...many, 'people.mos': PEOPLE }, undefined, PULLS);
    refreshes(client);
    const parts: WorkspaceDocumentDiagnosticReport[][] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
        if (token === 'parts') parts.push(value.items);
      },
    );
    const last = await pullAll(client, [], 'parts');
    expect(parts.length).toBeGreaterThan(1);
    const uris = [...parts.flat(), ...last.items].map(({ uri }) => uri);
    expect(new Set(uris).size).toBe(uris.length);
    expect(uris.filter((uri) => /w\d+\.mos$/.test(uri))).toHaveLength(250);
  });
});

describe('pushed', () => {
  test('carry the version of the text that they are about', async () => {
    const client = await started(FILES);
    await client.open('weeks.mos', WEEKS);
    for (let count = 0; count < 50; count++) await client.change('weeks.mos', `${'\n'.repeat(count)}${WEEKS}`);
    await client.settled();
    const last = client.published.get(client.uri('weeks.mos'));
    expect(last?.version).toBe(51);
    expect(last?.diagnostics.find(({ code }) => code === 'cascade/orphaned-commitment')?.range.start.line).toBe(50);
  });

  test('say what can go, and where the other party stands, with emoji and CRLF before it', async () => {
    const text = '/* 🚀 */ owner ben "A"\r\nowner ben "B"\r\n// mos-allow cascade/missing-why: no\r\nowner cho "C"\r\n';
    const client = await started({});
    await client.open('a.mos', text);
    await client.settled();
    const found = client.published.get(client.uri('a.mos'))?.diagnostics ?? [];
    const unused = found.find(({ code }) => code === 'language/unused-suppression');
    expect(unused).toMatchObject({ tags: [1], range: { start: { line: 2, character: 0 } } });
    const twice = found.find(({ code }) => code === 'language/duplicate-name');
    expect(twice).toMatchObject({
      codeDescription: { href: 'mos://rules/language/duplicate-name' },
      range: { start: { line: 1, character: 6 } },
    });
    expect(twice?.relatedInformation?.[0]?.location).toEqual({
      uri: client.uri('a.mos'),
      range: { start: { line: 0, character: 15 }, end: { line: 0, character: 18 } },
    });
  });

  test('a closed editor gives the disk the last word, and a file that never was loses its findings', async () => {
    const client = await started(FILES);
    await client.open('weeks.mos', '');
    await client.open('ghost.mos', WEEKS);
    await client.settled();
    expect(client.published.get(client.uri('weeks.mos'))?.diagnostics).toEqual([]);
    for (const file of ['weeks.mos', 'ghost.mos']) {
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri(file) } });
    }
    await client.settled();
    expect(codes({ items: client.published.get(client.uri('weeks.mos'))?.diagnostics ?? [] })).toContain(
      'cascade/orphaned-commitment',
    );
    expect(client.published.get(client.uri('ghost.mos'))?.diagnostics).toEqual([]);
  });
});

test('what one file can tell is said while its plan is still being read, and all of it stays true', async () => {
  const file = (index: number) =>
    Array.from({ length: 40 }, (_, count) => `commitment c${index}_${count} "C" { week 2026-W08 }\n`).join('');
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`w${index}.mos`, file(index)]));
  const text = `${WEEKS}owner {\n`;
  const client = await started({ ...many, 'people.mos': PEOPLE });
  writeFileSync(join(client.folder, 'weeks.mos'), text);
  await client.open('weeks.mos', text);
  const early = await client.until('weeks.mos', (found) => found.length > 0);
  expect(codes({ items: early })).toEqual(['language/syntax-error']);
  const all = await client.until('weeks.mos', (found) => found.length > early.length);
  expect(all).toEqual(expect.arrayContaining(early));
});
