/** Protects what the README promises of the example plans, as the terminal shows it. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folder, mos } from './mos.ts';

const broken = ['examples/broken', '--today', '2026-01-19'];

test('a year of a whole organisation is clean', async () => {
  const { code, out, err } = await mos(['check', 'examples/acme', '--today', '2026-02-09']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^All good: no findings in \d+ files · cascade coverage 100%\n$/);
});

test('the broken plan shows each execution killer, with its reason and its way out', async () => {
  const { code, out } = await mos(['check', ...broken]);
  const { findings } = JSON.parse((await mos(['check', ...broken, '--format', 'json'])).out);
  expect(new Set(findings.map(({ killer }: { killer?: string }) => killer))).toEqual(
    new Set(['K1', 'K2', 'K3', 'K4', 'K5']),
  );
  for (const { file, range, rule, severity, message, why, fix } of findings) {
    expect(out).toContain(`${file}:${range.start.line}:${range.start.column} ${severity} ${rule}\n  ${message}\n`);
    expect(out).toContain(`  why  ${why}\n`);
    if (fix) expect(out).toContain(`  fix  ${fix.title}`);
  }
  expect(code).toBe(1);
});

test('a safe repair of the broken plan changes the lines that it names, and no others', async () => {
  const cwd = folder();
  cpSync(fileURLToPath(new URL('../../examples/broken', import.meta.url)), join(cwd, 'broken'), { recursive: true });
  const { out: diff } = await mos(['check', 'broken', '--today', '2026-01-19', '--diff'], { cwd });
  const { err } = await mos(['check', 'broken', '--today', '2026-01-19', '--fix'], { cwd });
  const added = diff.split('\n').filter((line) => /^\+(?!\+\+)/.test(line));
  expect(added.length).toBeGreaterThan(0);
  expect(err).toMatch(/^\d+ repairs? made in 1 file\.\n$/);
  expect((await mos(['check', 'broken', '--today', '2026-01-19', '--diff'], { cwd })).out).toBe('');
});

test.each([
  [
    'tree',
    ['tree', 'examples/acme', '--quarter', '2026-Q1', '--depth', '3'],
    /^frame {2}Win the mid-market service operators/,
  ],
  ['trace', ['trace', 'segment_brief', 'examples/acme'], /The line holds: this reaches the annual frame\.\n$/],
  ['trace of a person', ['trace', 'Ben Okafor', 'examples/acme'], /^Ben Okafor, .*\nholds 1 bet, /],
])('%s of a whole organisation', async (_name, args, expected) => {
  const { code, out, err } = await mos([...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(expected);
});
