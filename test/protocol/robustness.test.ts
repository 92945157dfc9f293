/** Protects the server from what people and their disks may throw at it: it answers, and other files keep their findings. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver-protocol';
import { LONGEST } from '../../packages/server/src/suspects.ts';
import { LONGEST_AT_ONCE } from '../../packages/server/src/words.ts';
import { Client, SERVER } from '../harness/client.ts';
import { started } from '../harness/session.ts';

const VICTIM = 'week 2026-W08 {\n  commitment stray "Redesign the booth" { dri ben }\n}\n';
const WANTED = ['cascade/orphaned-commitment', 'language/unknown-name'];

const codesOf = (client: Client, file: string) =>
  (client.published.get(client.uri(file))?.diagnostics ?? []).map(({ code }) => String(code)).sort();

const HOSTILE: [string, string][] = [
  ['300 nested blocks', `${'objective o {\n'.repeat(300)}${'}\n'.repeat(300)}`],
  ['100,000 open braces', '{'.repeat(100_000)],
  ['400 blocks that are never closed', 'objective o {\n'.repeat(400)],
  ['a text of 8 MB', `owner a "${'x'.repeat(8_000_000)}"\n`],
  ['50,000 escapes in a text that is never closed', `owner a "${'x\\'.repeat(50_000)}`],
  ['a million bad escapes', `owner a "${'\\q'.repeat(1_000_000)}"\n`],
  ['10,000 lines of rubbish', '§ ) ] owner { } "\n'.repeat(10_000)],
  ['NUL, lone surrogates and marks that turn the direction', 'owner \u0000 \uD800 "\u202Eevil" {\n'],
];

describe.each(HOSTILE)('%s', (_name, text) => {
  test('at start, typed and formatted: the server answers, and its neighbour has its findings', async () => {
    const client = await started({ 'evil.mos': text, 'victim.mos': VICTIM, 'zzz.mos': 'owner ana "Ana"\n' });
    await client.settled();
    // What cannot be read may declare names, so only the one finding is certain.
    expect(codesOf(client, 'victim.mos')).toContain('cascade/orphaned-commitment');
    expect(JSON.stringify(client.published.get(client.uri('evil.mos')))?.length ?? 0).toBeLessThan(1_000_000);
    await client.open('evil.mos', text);
    await client.open('victim.mos', VICTIM);
    const longer = `${text}\nowner zoe "Zoe"`;
    await client.change('evil.mos', longer);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
    const laidOut = client.request('textDocument/formatting', 'evil.mos', {
      options: { tabSize: 2, insertSpaces: true },
    });
    const isRefused = longer.length > LONGEST_AT_ONCE && longer.length <= LONGEST;
    if (isRefused) await expect(laidOut).rejects.toThrow('"mos fmt --write" lays it out');
    else await laidOut;
    await client.request('textDocument/onTypeFormatting', 'evil.mos', {
      options: { tabSize: 2, insertSpaces: true },
      ch: '}',
      position: range.end,
    });
    await client.request('textDocument/codeAction', 'evil.mos', { range, context: { diagnostics: [] } });
    const before = performance.now();
    const hover = await client.request<{ contents: unknown }>('textDocument/hover', 'victim.mos', {
      position: { line: 1, character: 14 },
    });
    expect(hover.contents).toBeTruthy();
    expect(performance.now() - before).toBeLessThan(2000);
    await client.change('evil.mos', '');
    await client.settled();
    expect(codesOf(client, 'victim.mos')).toEqual(WANTED);
  });
});

test('odd things on the disk are said once in the log and once in a message, and all other files have their findings', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mos-'));
  try {
    writeFileSync(join(folder, 'victim.mos'), VICTIM);
    mkdirSync(join(folder, 'folder.mos'));
    mkdirSync(join(folder, 'loop'));
    symlinkSync('..', join(folder, 'loop', 'back'));
    symlinkSync('nowhere.mos', join(folder, 'dangling.mos'));
    execFileSync('mkfifo', [join(folder, 'pipe.mos')]);
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from('.mos')]),
      'owner x "X"\n',
    );
    writeFileSync(join(folder, 'latin.mos'), Buffer.from('owner zoe "Zo\xeb"\n', 'latin1'));
    writeFileSync(join(folder, 'locked.mos'), 'owner kim "Kim"\n');
    chmodSync(join(folder, 'locked.mos'), 0);
    const client = await Client.start(folder);
    const logged: string[] = [];
    const shown: string[] = [];
    client.connection.onNotification('window/logMessage', ({ message }: { message: string }): void => {
      logged.push(message);
    });
    const message = new Promise<void>((resolve) => {
      client.connection.onNotification('window/showMessage', ({ message: text }: { message: string }): void => {
        shown.push(text);
        resolve();
      });
    });
    await client.settled();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('latin.mos'), type: 2 }],
    });
    await client.settled();
    await message;
    expect(codesOf(client, 'victim.mos')).toContain('cascade/orphaned-commitment');
    for (const name of ['folder.mos', 'dangling.mos', 'pipe.mos', 'latin.mos'])
      expect(logged.filter((line) => line.includes(name))).toHaveLength(1);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('The log names');
    expect(await client.stop()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('settings from a stranger are a finding at most', async () => {
  const settings = `{ "__proto__": { "polluted": 1 }, "include": ["${'{a,b}'.repeat(30)}"], "rules": ${'['.repeat(50_000)}`;
  const client = await started({ 'mos.json': settings, 'victim.mos': VICTIM });
  await client.settled();
  expect(codesOf(client, 'mos.json')).toContain('language/invalid-config');
  expect(codesOf(client, 'victim.mos')).toEqual(WANTED);
});

test('a storm of edits and requests, half of them called off: each is answered once, and the last text counts', async () => {
  const client = await started({ 'people.mos': 'owner ben "Ben"\n' });
  await client.open('victim.mos', VICTIM);
  const outcomes = { answered: 0, cancelled: 0, stale: 0 };
  const asked: Promise<void>[] = [];
  const ask = (method: string, params: object, token: CancellationToken | undefined) =>
    client.connection
      .sendRequest(method, { textDocument: { uri: client.uri('victim.mos') }, ...params }, ...(token ? [token] : []))
      .then(
        () => {
          outcomes.answered += 1;
        },
        (error: { code: number }) => {
          if (error.code === -32800) outcomes.cancelled += 1;
          else if (error.code === -32801) outcomes.stale += 1;
          else throw error;
        },
      );
  const position = { line: 1, character: 14 };
  for (let count = 0; count < 300; count++) {
    await client.change('victim.mos', `${'// line\n'.repeat(count % 7)}${VICTIM}`);
    for (const [method, params] of [
      ['textDocument/hover', { position }],
      ['textDocument/documentSymbol', {}],
      ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
      ['textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics: [] } }],
    ] as const) {
      const source = count % 2 === 0 ? new CancellationTokenSource() : undefined;
      asked.push(ask(method, params, source?.token));
      source?.cancel();
    }
  }
  await Promise.all(asked);
  expect(outcomes.answered + outcomes.cancelled + outcomes.stale).toBe(1200);
  expect(outcomes.cancelled).toBeGreaterThan(0);
  await client.change('victim.mos', VICTIM);
  await client.settled();
  expect(client.published.get(client.uri('victim.mos'))?.diagnostics[0]?.range.start.line).toBe(1);
});

test('while a large plan is read, a request that needs one file alone is answered at once', async () => {
  const file = (index: number) =>
    Array.from({ length: 40 }, (_, count) => `commitment c${index}_${count} "C" { week 2026-W08 dri ben }\n`).join('');
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`w${index}.mos`, file(index)]));
  const client = await started({ ...many, 'people.mos': 'owner ben "Ben"\n', 'victim.mos': VICTIM });
  await client.open('victim.mos', `${VICTIM}owner   zoe\n`);
  let isRead = false;
  const read = client.settled().then(() => {
    isRead = true;
  });
  const edits = await client.request('textDocument/formatting', 'victim.mos', {
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits).toHaveLength(1);
  expect(isRead).toBe(false);
  await read;
  expect(codesOf(client, 'victim.mos')).toContain('cascade/orphaned-commitment');
});

test('on a line with thousands of faults, ways out of the worst few are tried and offered, not of all', async () => {
  const line = 'owner a "x\\'.repeat(4000);
  const client = await started({ 'line.mos': line, 'victim.mos': VICTIM });
  await client.open('line.mos', line);
  await client.settled();
  const start = { line: 0, character: 0 };
  const range = { start, end: { line: 0, character: line.length } };
  const actions = await client.request<{ diagnostics?: { range: object }[] }[]>('textDocument/codeAction', 'line.mos', {
    range,
    context: { diagnostics: [] },
  });
  const answered = new Set(
    actions.flatMap(({ diagnostics = [] }) => diagnostics.map((each) => JSON.stringify(each.range))),
  );
  expect(answered.size).toBeGreaterThan(0);
  expect(answered.size).toBeLessThanOrEqual(20);
});

test('while a large plan is read, whoever points at something in the first file that is open hears what is known so far', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 1500 }, (_, at) => [`${at}.mos`, `owner o${at} "O" { role "R" }\n`]),
  );
  const text = 'owner zoe "Zoe Laurent" { role "Counsel" }\n';
  // Without a compiler it takes long enough to be asked meanwhile.
  const client = await started({ ...many, 'a.mos': text }, undefined, undefined, { server: ['--jitless', ...SERVER] });
  await client.open('a.mos', text);
  let isRead = false;
  const read = client.settled().then(() => {
    isRead = true;
  });
  const hover = await client.request('textDocument/hover', 'a.mos', { position: { line: 0, character: 7 } });
  expect(JSON.stringify(hover)).toContain('Zoe Laurent');
  expect(isRead).toBe(false);
  await read;
});
