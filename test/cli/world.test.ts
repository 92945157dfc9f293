/** Protects the same findings everywhere: in every time zone and language, on odd days, with full disks and two at one folder. */

import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Client } from '../harness/client.ts';
import { builtProgram, folder, mos } from './mos.ts';

const PLAN = {
  'people.mos': 'owner ben "Ben Ökafor"\nowner ana "Ana"\n',
  'plan.mos':
    'frame fy26 "Ä" { year 2026 dri ana budget $1,200.50 }\nobjective i "İstanbul" { advances fy26 quarter 2026-Q1 dri ben }\nweek 2026-W01 {\n  commitment stray "Stray" { dri ben done 2025-12-31 }\n}\n',
};

test('findings are the same in every time zone and language', async () => {
  const cwd = folder(PLAN);
  const outputs = await Promise.all(
    [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      { TZ: 'Pacific/Pago_Pago', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
    ].map((env) => mos(['check', '--format', 'json', '--today', '2026-01-01'], { cwd, env })),
  );
  const [first, ...others] = outputs.map(({ out }) => out);
  expect(first).toContain('"findings"');
  expect(first).not.toContain('"findings": []');
  for (const other of others) expect(other).toBe(first);
});

test.each(['2026-01-01', '2026-12-31', '2027-01-01', '2028-02-29', '2026-03-29'])(
  '%s is a day to judge by',
  async (today) => {
    const { code, err } = await mos(['check', '--today', today], { cwd: folder(PLAN) });
    expect([0, 1]).toContain(code);
    expect(err).not.toContain('fault of its own');
  },
);

test('a day that the calendar does not have is refused', async () => {
  const { code, err } = await mos(['check', '--today', '2026-02-29'], { cwd: folder(PLAN) });
  expect(code).toBe(2);
  expect(err).toContain('2026-02-29');
});

test('one line of a million characters is read, and no output is as long', async () => {
  const line = `owner ana "${'x'.repeat(1_000_000)}" { role 5 }`;
  const { code, out } = await mos(['check'], { cwd: folder({ 'plan.mos': line }) });
  expect(code).toBe(1);
  expect(out).toContain('syntax-error');
  expect(out.length).toBeLessThan(20_000);
});

test.runIf(process.platform === 'linux')('output to a full disk is no success', async () => {
  const { status, stderr } = spawnSync(process.execPath, [await builtProgram(), 'check'], {
    cwd: folder({ 'plan.mos': PLAN['people.mos'] }),
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('could not be written');
});

test('two servers on one folder find the same, and neither writes into it', async () => {
  const cwd = folder(PLAN);
  const clients = await Promise.all([Client.start(cwd), Client.start(cwd)]);
  for (const client of clients) await client.settled();
  const [first, second] = clients.map(({ published }) => JSON.stringify([...published].sort()));
  expect(first).toContain('cascade/orphaned-commitment');
  expect(second).toBe(first);
  for (const client of clients) expect(await client.stop()).toBe(0);
});
