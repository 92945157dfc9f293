/** Protects plans from a machine that fails at the worst moment: a file is old or new, never half, and the next run sets it right. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Client } from '../harness/client.ts';
import { started } from '../harness/session.ts';
import { folder, mos } from './mos.ts';

const TODAY = ['--today', '2026-01-14'];
const OLD =
  'frame   fy26 "Grow" { year 2026 dri ana }\nobjective first "Ten" { advances fy26 quarter 2026-q1 dri ana }\n';
const FILES = { 'a.mos': OLD, 'b.mos': OLD.replaceAll('fy26', 'fy27'), 'people.mos': 'owner ana "Ana"\n' };

/** Node loads it first: after so many steps of writing, the process is killed or the disk is full. A text is half written then. */
const FAILING = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = Number(process.env.FAIL_AT);
const isFull = process.env.FAIL_HOW === 'full';
const ours = new Set();
function fail() {
  if (!isFull) process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
}
function wrap(name, concerns, half) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (!concerns(args)) return real(...args);
    if (left-- === 0) {
      half?.(real, args);
      fail();
    }
    const result = real(...args);
    if (name === 'openSync') ours.add(result);
    return result;
  };
}
wrap('openSync', ([path]) => /\\.tmp$/.test(String(path)));
wrap('writeSync', ([handle]) => ours.has(handle), (real, [handle, bytes]) => real(handle, bytes, 0, bytes.length >> 1));
wrap('fsyncSync', ([handle]) => ours.has(handle));
wrap('closeSync', ([handle]) => ours.delete(handle) && !isFull);
wrap('renameSync', ([from]) => /\\.tmp$/.test(String(from)));
syncBuiltinESMExports();
`;

function failing(step: number, how: 'killed' | 'full'): Record<string, string> {
  const preload = join(folder(), 'failing.mjs');
  writeFileSync(preload, FAILING);
  return { NODE_OPTIONS: `--import=${pathToFileURL(preload)}`, FAIL_AT: String(step), FAIL_HOW: how };
}

const textsIn = (cwd: string) => Object.keys(FILES).map((name) => readFileSync(join(cwd, name), 'utf8'));

describe.each([[['fmt']], [['check', '--fix', ...TODAY]], [['check', '--cache', ...TODAY]]])('mos %j', (args) => {
  test('killed at any step of its writing', async () => {
    const whole = folder(FILES);
    const before = textsIn(whole);
    const wanted = await mos(args, { cwd: whole });
    const after = textsIn(whole);
    let kills = 0;
    for (let step = 0; ; step++) {
      const cwd = folder(FILES);
      const { code } = await mos(args, { cwd, env: failing(step, 'killed') });
      for (const [index, text] of textsIn(cwd).entries()) expect([before[index], after[index]]).toContain(text);
      const again = await mos(args, { cwd });
      expect(textsIn(cwd)).toEqual(after);
      expect(again.code).toBe(wanted.code);
      if (args.includes('--cache')) expect(again.out).toBe(wanted.out);
      if (code !== 128) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThanOrEqual(5);
  });

  test('with a disk that is full from any step on', async () => {
    const whole = folder(FILES);
    const before = textsIn(whole);
    await mos(args, { cwd: whole });
    const after = textsIn(whole);
    for (const step of [0, 1, 2, 3]) {
      const cwd = folder(FILES);
      const { code, err } = await mos(args, { cwd, env: failing(step, 'full') });
      expect(err).toContain('the disk is full');
      if (!args.includes('--cache')) expect(code).toBe(2);
      for (const [index, text] of textsIn(cwd).entries()) expect([before[index], after[index]]).toContain(text);
      expect(
        readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
        'nothing is left behind',
      ).toEqual([]);
    }
  });
});

/** Node loads it first: the file goes in the moment between being listed and being read. */
const VANISHING = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
for (const name of ['statSync', 'readFileSync', 'existsSync']) {
  const real = fs[name];
  fs[name] = (path, ...rest) => {
    if (String(path).endsWith('gone.mos')) fs.rmSync(path, { force: true });
    return real(path, ...rest);
  };
}
syncBuiltinESMExports();
`;

test('a file that goes between being listed and being read takes nothing with it', async () => {
  const files = {
    'gone.mos': 'owner ben "Ben"\n',
    'victim.mos': 'week 2026-W03 {\n  commitment c "Stray" { dri ana }\n}\n',
  };
  const preload = join(folder(), 'vanishing.mjs');
  writeFileSync(preload, VANISHING);
  const { code, out, err } = await mos(['check', '--format', 'concise', ...TODAY], {
    cwd: folder(files),
    env: { NODE_OPTIONS: `--import=${pathToFileURL(preload)}` },
  });
  expect(out).toContain('victim.mos:2:14: error cascade/orphaned-commitment');
  expect(err).toContain('gone.mos');
  expect(code).toBe(2);
  const built = new URL('../../packages/server/dist/server.mjs', import.meta.url);
  const server = ['--import', pathToFileURL(preload).href, built.pathname, '--stdio'];
  const client: Client = await started(files, undefined, undefined, { server });
  await client.settled();
  const codes = client.published.get(client.uri('victim.mos'))?.diagnostics.map((each) => each.code);
  expect(codes).toContain('cascade/orphaned-commitment');
});
