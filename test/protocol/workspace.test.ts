/** Protects plans as folders hold them: several at once, their settings, and files that come, move and go. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { LoadProgress } from '../../packages/server/src/tell.ts';
import type { Client } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const BEN = 'owner ben "Ben" { role "Director" reports to ana }\nowner ana "Ana" { role "CMO" }\n';
const STRAY = 'week 2026-W08 {\n  commitment stray "Redesign the booth" { dri ben }\n}\n';
const OFF = '{ "rules": { "cascade/orphaned-commitment": "off" } }';

/** `rule` names of the findings that the client shows of a file. */
const rulesOf = (client: Client, file: string) =>
  (client.published.get(client.uri(file))?.diagnostics ?? []).map(({ code }) => String(code));

const has = (client: Client, file: string, rule: string) => rulesOf(client, file).includes(rule);

function write(client: Client, file: string, text: string): void {
  mkdirSync(dirname(join(client.folder, file)), { recursive: true });
  writeFileSync(join(client.folder, file), text);
}

async function told(client: Client, ...files: string[]): Promise<void> {
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: files.map((file) => ({ uri: client.uri(file), type: 2 })),
  });
  await client.settled();
}

describe('plans', () => {
  test('each folder with a mos.json is one, nested ones too, and names stay within it', async () => {
    const client = await started({
      'people.mos': BEN,
      'weeks.mos': STRAY,
      'emea/mos.json': OFF,
      'emea/weeks.mos': STRAY,
      'emea/de/mos.json': '{}',
      'emea/de/plan.mos': BEN + STRAY,
    });
    await client.settled();
    expect(rulesOf(client, 'weeks.mos')).toEqual(['cascade/orphaned-commitment']);
    expect(rulesOf(client, 'emea/weeks.mos')).toEqual(['language/unknown-name']);
    expect(rulesOf(client, 'emea/de/plan.mos')).toEqual(['cascade/orphaned-commitment']);
  });

  test('folders are opened and closed, and take their findings with them', async () => {
    const files = { 'a/weeks.mos': STRAY, 'b/plan.mos': BEN + STRAY };
    const client = await started(files, undefined, undefined, { folders: ['a'] });
    await client.settled();
    expect([...client.published.keys()]).toEqual([client.uri('a/weeks.mos')]);
    const folder = (name: string) => ({ uri: client.uri(name), name });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder('b')], removed: [folder('a')] },
    });
    await client.settled();
    expect(rulesOf(client, 'a/weeks.mos')).toEqual([]);
    expect(rulesOf(client, 'b/plan.mos')).toEqual(['cascade/orphaned-commitment']);
  });

  test('settings above the open folder hold, and the plan is read from there', async () => {
    const files = { 'mos.json': OFF, 'people.mos': BEN, 'q1/weeks.mos': STRAY };
    const client = await started(files, undefined, undefined, { folders: ['q1'] });
    await client.open('q1/weeks.mos', STRAY);
    await client.settled();
    expect(rulesOf(client, 'q1/weeks.mos')).toEqual([]);
  });

  test('a file outside of all folders is a plan with those of its folder that are open', async () => {
    const client = await started({ 'in/a.mos': '', 'out/b.mos': '' }, undefined, undefined, { folders: ['in'] });
    await client.open('out/weeks.mos', STRAY);
    await client.settled();
    expect(has(client, 'out/weeks.mos', 'language/unknown-name')).toBe(true);
    await client.open('out/people.mos', BEN);
    await client.settled();
    expect(has(client, 'out/weeks.mos', 'language/unknown-name')).toBe(false);
  });
});

describe('what the settings leave out', () => {
  const SETTINGS = '{ "include": ["**/*.mos"], "exclude": ["drafts/**"] }';

  test('is not in the plan, even when it is open, but is laid out all the same', async () => {
    const client = await started({ 'mos.json': SETTINGS, 'weeks.mos': STRAY, 'drafts/people.mos': BEN });
    await client.open('drafts/people.mos', `${BEN}owner {`);
    await client.settled();
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(true);
    expect(rulesOf(client, 'drafts/people.mos')).toEqual([]);
    await client.change('drafts/people.mos', 'owner   ana\n');
    const edits = await client.request('textDocument/formatting', 'drafts/people.mos', {
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits).toHaveLength(1);
    // Let in while it is open.
    write(client, 'mos.json', '{}');
    await client.change('drafts/people.mos', BEN);
    await told(client, 'mos.json');
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(false);
  });

  test('what .gitignore names is in the plan only while it is open', async () => {
    const client = await started({
      '.gitignore': 'people.mos\n',
      'mos.json': '{}',
      'weeks.mos': STRAY,
      'people.mos': BEN,
    });
    execFileSync('git', ['init', '-q'], { cwd: client.folder });
    await client.settled();
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(true);
    await client.open('people.mos', BEN);
    await client.settled();
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(false);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('people.mos') },
    });
    await client.settled();
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(true);
    write(client, '.gitignore', '');
    await told(client, '.gitignore');
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(false);
  });
});

describe('on the disk', () => {
  test('files come and go, those that are left out stay out', async () => {
    const client = await started({ 'mos.json': '{ "exclude": ["old/**"] }', 'weeks.mos': STRAY });
    await client.settled();
    write(client, 'old/people.mos', BEN);
    await told(client, 'old/people.mos');
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(true);
    write(client, 'people.mos', BEN);
    await told(client, 'people.mos');
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(false);
    rmSync(join(client.folder, 'people.mos'));
    await told(client, 'people.mos');
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(true);
  });

  test('a mos.json that appears parts the plan, and one that goes joins it again', async () => {
    const client = await started({ 'people.mos': BEN, 'q1/weeks.mos': STRAY });
    await client.settled();
    expect(rulesOf(client, 'q1/weeks.mos')).toEqual(['cascade/orphaned-commitment']);
    write(client, 'q1/mos.json', OFF);
    await told(client, 'q1/mos.json');
    expect(rulesOf(client, 'q1/weeks.mos')).toEqual(['language/unknown-name']);
    rmSync(join(client.folder, 'q1/mos.json'));
    await told(client, 'q1/mos.json');
    expect(rulesOf(client, 'q1/weeks.mos')).toEqual(['cascade/orphaned-commitment']);
  });

  test('a folder that is renamed in the editor takes its files along', async () => {
    const client = await started({ 'people.mos': BEN, 'q1/weeks.mos': STRAY, 'q1/deep/weeks.mos': STRAY });
    await client.settled();
    renameSync(join(client.folder, 'q1'), join(client.folder, 'q2'));
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: client.uri('q1'), newUri: client.uri('q2') }],
    });
    await client.settled();
    expect(rulesOf(client, 'q1/weeks.mos')).toEqual([]);
    expect(rulesOf(client, 'q1/deep/weeks.mos')).toEqual([]);
    expect(has(client, 'q2/weeks.mos', 'cascade/orphaned-commitment')).toBe(true);
    expect(has(client, 'q2/deep/weeks.mos', 'cascade/orphaned-commitment')).toBe(true);
    rmSync(join(client.folder, 'q2'), { recursive: true });
    await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: client.uri('q2') }] });
    await client.settled();
    expect(rulesOf(client, 'q2/weeks.mos')).toEqual([]);
  });

  test('an open editor wins over the disk', async () => {
    const client = await started({ 'people.mos': BEN, 'weeks.mos': STRAY });
    await client.open('weeks.mos', STRAY);
    await client.open('people.mos', BEN);
    write(client, 'people.mos', '');
    await told(client, 'people.mos');
    expect(has(client, 'weeks.mos', 'language/unknown-name')).toBe(false);
  });

  test('the client is asked to watch plans and settings', async () => {
    const asked: unknown[] = [];
    const client = await started({ 'a.mos': '' }, undefined, {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    } satisfies ClientCapabilities);
    client.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string; registerOptions: { watchers: unknown } }[] }) => {
        asked.push(...registrations.map(({ method, registerOptions }) => [method, registerOptions.watchers]));
        return null;
      },
    );
    await client.settled();
    expect(client.initialized.capabilities.workspace?.fileOperations).toMatchObject({ didRename: {}, didDelete: {} });
    expect(asked).toEqual([
      [
        'workspace/didChangeWatchedFiles',
        // Comings and goings of whatever may be a folder; changes of what is read.
        [
          { globPattern: '**', kind: 5 },
          { globPattern: '**/*.mos', kind: 2 },
          { globPattern: '**/mos.json', kind: 2 },
          { globPattern: '**/.gitignore', kind: 2 },
        ],
      ],
    ]);
  });
});

test('another day takes effect at once', async () => {
  const client = await started({
    'a.mos': `${BEN}// mos-allow cascade/missing-period until 2026-03-31: soon\ncommitment a "A" { dri ben }\n`,
  });
  await client.settled();
  expect(rulesOf(client, 'a.mos')).not.toContain('language/expired-suppression');
  await client.configure({ today: '2026-05-01' });
  await client.settled();
  expect(rulesOf(client, 'a.mos')).toContain('language/expired-suppression');
});

test('reading a large plan is told as n of m files, and ends; a small one is not worth a word', async () => {
  const said: unknown[] = [];
  let now = 0;
  const connection = {
    sendRequest: async () => null,
    sendNotification: async (_method: string, { value }: { value: unknown }) => void said.push(value),
  };
  const progress = new LoadProgress(connection as never, () => now);
  progress.isWanted = true;
  const show = async (at: number, done: number, total: number) => {
    now = at;
    progress.show(done, total);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await show(0, 1, 30);
  await show(200, 29, 30);
  await show(210, 0, 0);
  expect(said).toEqual([]);
  await show(1_000, 1, 301);
  await show(1_400, 120, 301);
  await show(1_450, 130, 301);
  await show(1_600, 200, 301);
  await show(1_700, 0, 0);
  expect(said).toMatchObject([
    { kind: 'begin', message: '120 of 301 files' },
    { kind: 'report', message: '200 of 301 files' },
    { kind: 'end' },
  ]);
});

test('what is told of reading begins, and ends', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`w${index}.mos`, BEN.replace('ben', `b${index}`)]),
  );
  const kinds: string[] = [];
  const client = await started(many, undefined, { window: { workDoneProgress: true } });
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
    if (String(token).startsWith('mos')) kinds.push(value.kind);
  });
  await client.settled();
  // How much there is to tell depends on the machine: on a fast one, nothing.
  expect(kinds.join(' ')).toMatch(/^(?:begin (?:report )*end)?$/);
});
