/** Protects the language server as editors meet it: findings across files, navigation, formatting, fixes. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentSymbol, Hover, Location, TextEdit } from 'vscode-languageserver-protocol';
import { Client } from '../harness/client.ts';
import { corpusNames, examplesFolder } from '../harness/corpus.ts';

const PEOPLE = 'owner ben "Ben 🚀 Okafor" { role "Director" reports to ana }\nowner ana "Ana Silva" { role "CMO" }\n';
const PLAN =
  'objective q1 "Forty groups engaged" {\n  quarter 2026-Q1\n  dri ben\n  milestone jan "Ten groups engaged" { month 2026-01 dri ben }\n}\n';
const WEEKS =
  'week 2026-W03 {\n  commitment brief "🎯 Publish" { dri ben advances jan }\n  commitment stray "Redesign the booth" { dri ben }\n}\n';

const folders: string[] = [];
const clients: Client[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function started(files: Record<string, string>): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'mos-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const client = await Client.start(folder);
  clients.push(client);
  return client;
}

const rulesIn = (diagnostics: { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('findings', () => {
  test('are published for open and closed files, and follow a change in another file', async () => {
    const client = await started({ 'people.mos': PEOPLE, 'plan.mos': PLAN, 'weeks.mos': WEEKS });
    await client.until('weeks.mos', (found) => rulesIn(found).includes('cascade/orphaned-commitment'));
    await client.open('people.mos', PEOPLE);
    await client.change('people.mos', PEOPLE.replace('owner ben', 'owner benjamin'));
    await client.until('plan.mos', (found) => rulesIn(found).includes('language/unknown-name'));
    await client.change('people.mos', PEOPLE);
    await client.until('plan.mos', (found) => !rulesIn(found).includes('language/unknown-name'));
  });

  test('carry the rule, its page, its reason and related places', async () => {
    const client = await started({ 'weeks.mos': WEEKS });
    const found = await client.until('weeks.mos', (diagnostics) => diagnostics.length > 0);
    const orphan = found.find(({ code }) => code === 'cascade/orphaned-commitment');
    expect(orphan).toMatchObject({
      source: 'mos',
      codeDescription: { href: 'mos://rules/cascade/orphaned-commitment' },
      range: { start: { line: 2, character: 13 }, end: { line: 2, character: 18 } },
    });
  });

  test('a file that goes takes its findings with it', async () => {
    const client = await started({ 'weeks.mos': WEEKS });
    await client.until('weeks.mos', (found) => found.length > 0);
    rmSync(join(client.folder, 'weeks.mos'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('weeks.mos'), type: 3 }],
    });
    await client.until('weeks.mos', (found) => found.length === 0);
  });

  test('mistakes in mos.json are found at their place, and its settings hold at once', async () => {
    const client = await started({ 'mos.json': '{ "nme": "x" }', 'weeks.mos': WEEKS });
    await client.until('mos.json', (found) => rulesIn(found).includes('language/invalid-config'));
    await client.open('mos.json', '{ "rules": { "cascade/orphaned-commitment": "off" } }');
    await client.until('mos.json', (found) => found.length === 0);
    await client.until('weeks.mos', (found) => !rulesIn(found).includes('cascade/orphaned-commitment'));
  });
});

describe('what stands where', () => {
  async function plan(): Promise<Client> {
    const client = await started({ 'people.mos': PEOPLE, 'plan.mos': PLAN, 'weeks.mos': WEEKS });
    await client.open('weeks.mos', WEEKS);
    await client.until('weeks.mos', (found) => found.length > 0);
    return client;
  }
  const jan = { position: { line: 1, character: WEEKS.split('\n')[1]?.indexOf('jan') ?? 0 } };

  test('definition, declaration (up), implementation (down), references', async () => {
    const client = await plan();
    const [definition] = await client.request<Location[]>('textDocument/definition', 'weeks.mos', jan);
    expect(definition).toEqual({
      uri: client.uri('plan.mos'),
      range: { start: { line: 3, character: 12 }, end: { line: 3, character: 15 } },
    });
    const [up] = await client.request<Location[]>('textDocument/declaration', 'weeks.mos', jan);
    expect(up).toMatchObject({ uri: client.uri('plan.mos'), range: { start: { line: 0, character: 10 } } });
    const [down] = await client.request<Location[]>('textDocument/implementation', 'weeks.mos', jan);
    expect(down).toMatchObject({ uri: client.uri('weeks.mos'), range: { start: { line: 1, character: 13 } } });
    const ben = await client.request<Location[]>('textDocument/references', 'weeks.mos', {
      position: { line: 2, character: 47 },
      context: { includeDeclaration: true },
    });
    expect(ben.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`)).toEqual([
      'people.mos:0',
      'plan.mos:2',
      'plan.mos:3',
      'weeks.mos:1',
      'weeks.mos:2',
    ]);
  });

  test('hover tells what it is, whose it is, and what it serves; texts of the plan are inert', async () => {
    const client = await plan();
    const hover = await client.request<Hover>('textDocument/hover', 'weeks.mos', jan);
    const text = (hover.contents as { value: string }).value;
    expect(text).toContain('**Ten groups engaged** · milestone');
    expect(text).toContain('January 2026');
    expect(text).toContain('DRI Ben 🚀 Okafor');
    expect(text).toContain('Ten groups engaged → Forty groups engaged');
  });

  test('the outline is nested, with DRI and period', async () => {
    const client = await plan();
    const [week] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', 'weeks.mos');
    expect(week).toMatchObject({
      name: 'week 2026-W03',
      children: [{ name: '🎯 Publish', detail: 'Ben 🚀 Okafor · 2026-W03' }, { name: 'Redesign the booth' }],
    });
  });
});

test('formatting is the formatter of the command line, as small edits', async () => {
  const client = await started({});
  await client.open('a.mos', 'owner ana "Ana" {\n role   "CMO"\n}\n');
  const edits = await client.request<TextEdit[]>('textDocument/formatting', 'a.mos', {
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits).toEqual([
    { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } }, newText: ' ' },
    { range: { start: { line: 1, character: 6 }, end: { line: 1, character: 8 } }, newText: '' },
  ]);
});

test('fixes come as versioned edits, and all safe ones at once', async () => {
  const client = await started({});
  const text = 'objective o "O" {\n  month 2026-01\n  dri ana, ben\n}\nowner ana "Ana"\nowner ben "Ben"\n';
  await client.open('a.mos', text);
  await client.until('a.mos', (found) => rulesIn(found).includes('cascade/wrong-period'));
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', 'a.mos', {
    range: { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } },
    context: { diagnostics: [] },
  });
  const convert = actions.find(
    ({ kind, diagnostics }) => kind === 'quickfix' && diagnostics?.[0]?.code === 'cascade/wrong-period',
  );
  expect(convert?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: client.uri('a.mos'), version: 1 } }]);
  expect(JSON.stringify(convert)).toContain('quarter 2026-Q1');
});

interface CliFinding {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  why: string;
  file: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
  docs: string;
  related: { message: string }[];
}

/** Everything that both say, in one line. */
function flatFromCli(folder: string) {
  return ({ rule, severity, message, why, file, range: { start, end }, docs, related }: CliFinding) =>
    JSON.stringify([
      relative(folder, resolve(file)),
      start.line,
      start.column,
      end.line,
      end.column,
      severity,
      rule,
      `${message}\n${why}`,
      docs,
      related.map((part) => part.message),
    ]);
}

function flatFromServer(root: string, uri: string) {
  return ({ range: { start, end }, severity, code, message, codeDescription, relatedInformation }: Diagnostic) =>
    JSON.stringify([
      decodeURIComponent(uri.slice(root.length)),
      start.line + 1,
      start.character + 1,
      end.line + 1,
      end.character + 1,
      ['', 'error', 'warning', 'info'][severity ?? 0],
      code,
      message,
      codeDescription?.href,
      (relatedInformation ?? []).map((part) => part.message),
    ]);
}

describe('one engine: the server and the command line find the same', () => {
  test.each(corpusNames())('%s', async (name) => {
    const folder = join(examplesFolder, name);
    const client = await Client.start(folder, { today: '2026-02-09' });
    clients.push(client);
    const cli = fileURLToPath(new URL('../../packages/cli/dist/mos.mjs', import.meta.url));
    const options = [folder, '--today', '2026-02-09', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, [cli, 'check', ...options], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const expected = (JSON.parse(stdout) as { findings: CliFinding[] }).findings.map(flatFromCli(folder));
    await client.settled();
    const found = [...client.published].flatMap(([uri, { diagnostics }]) =>
      diagnostics.map(flatFromServer(client.uri(''), uri)),
    );
    expect(found.sort()).toEqual(expected.sort());
  });
});
