/** Protects the promise that neither the command line nor the server opens a socket or starts a program, whatever a folder says. */

import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Client } from '../harness/client.ts';
import { builtProgram, folder } from './mos.ts';

const guard = new URL('../harness/shut-in.mjs', import.meta.url).href;
const server = fileURLToPath(new URL('../../packages/server/dist/server.mjs', import.meta.url));

/** Everything in it that could name a program or an address does. */
const FOLDER = {
  'mos.json': JSON.stringify({
    $schema: 'http://127.0.0.1:9/schema.json',
    extends: 'http://127.0.0.1:9/mos.json',
    plugins: ['./evil.mjs'],
    command: 'touch evil',
    include: ['**/*.mos'],
  }),
  '.vscode/settings.json': '{ "mos.server.path": "./evil.sh", "mos.runtime": "./evil.sh" }',
  'package.json':
    '{ "bin": "./evil.mjs", "scripts": { "postinstall": "touch evil" }, "mos": { "plugin": "./evil.mjs" } }',
  'table.csv': 'Title,Week,DRI,Advances\n"=WEBSERVICE(""http://127.0.0.1:9/x"")",2026-W03,ana,\n',
  'evil.mjs': 'import { writeFileSync } from "node:fs"; writeFileSync("evil", "");',
  'plan.mos': [
    'owner ana "Ana http://127.0.0.1:9/x.png" { email "$(touch evil)@a.example" }',
    'week 2026-W03 {',
    '  commitment c "![x](http://127.0.0.1:9/y.png) `touch evil`" { dri ana dri ana asset "http://127.0.0.1:9/z" }',
    '}\n',
  ].join('\n'),
};

/** With `--permission`, Node itself forbids programs, add-ons, threads, and reading or writing beyond what is allowed. */
const PERMISSIONS = ['--permission', '--allow-fs-read=*', '--no-warnings'];

function ran(args: string[], cwd: string): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, err }));
  });
}

test.each([
  [['check']],
  [['check', '--format', 'sarif']],
  [['check', '--fix', '--fix-unsafe']],
  [['fmt']],
  [['tree']],
  [['explain', 'cascade/missing-why']],
  [['rules']],
  [['init', 'new-plan']],
  [['export', 'ics', '--site', 'http://127.0.0.1:9/site']],
  [['export', 'xlsx', '--out', 'plan.xlsx']],
  [['import', 'csv', 'table.csv']],
])('mos %s', async (args) => {
  const cwd = folder(FOLDER);
  const run = await ran(
    ['--import', guard, ...PERMISSIONS, `--allow-fs-write=${cwd}`, await builtProgram(), ...args],
    cwd,
  );
  expect(run.err).not.toContain('REACHED OUT');
  expect(run.err).not.toContain('ERR_ACCESS_DENIED');
  expect([0, 1, 2]).toContain(run.code);
});

test('the guard does what it says', async () => {
  const cwd = folder({
    'a.mjs': 'import { spawn } from "node:child_process"; spawn("true");',
    'b.mjs': 'fetch("http://127.0.0.1:9");',
  });
  for (const name of ['a.mjs', 'b.mjs']) {
    const { code, err } = await ran(['--import', guard, name], cwd);
    expect([code, err]).toEqual([77, expect.stringContaining('REACHED OUT')]);
  }
});

test('the server, through a session that asks for everything', async () => {
  const cwd = folder(FOLDER);
  const client = await Client.start(cwd, undefined, undefined, {
    server: ['--import', guard, ...PERMISSIONS, server, '--stdio'],
  });
  await client.settled();
  const text = FOLDER['plan.mos'];
  await client.open('plan.mos', text);
  const position = { line: 2, character: 14 };
  const range = { start: position, end: position };
  for (const [method, params] of [
    ['hover', { position }],
    ['completion', { position }],
    ['definition', { position }],
    ['references', { position, context: { includeDeclaration: true } }],
    ['documentLink', {}],
    ['codeLens', {}],
    ['semanticTokens/full', {}],
    ['codeAction', { range, context: { diagnostics: [] } }],
    ['formatting', { options: { tabSize: 2, insertSpaces: true } }],
  ] as const)
    await client.request(`textDocument/${method}`, 'plan.mos', params);
  expect(client.published.get(pathToFileURL(`${cwd}/plan.mos`).href)?.diagnostics.length).toBeGreaterThan(0);
  expect(await client.stop()).toBe(0);
});
