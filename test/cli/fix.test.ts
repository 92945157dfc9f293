/** Protects repair from the command line: what is written, how, and what is left as it was. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../packages/cli/src/files/write.ts';
import { folder, mos } from './mos.ts';

const today = ['--today', '2026-01-14'];

/** One safe repair (the small letter), one that is not (what the commitment advances). */
const plan = `owner ana "Ana Duarte" { role "Marketing" }

frame fy26 "Grow" { year 2026 dri ana }
objective first "Forty groups engaged" {
  advances fy26
  quarter 2026-q1   // this quarter
  dri ana
  milestone jan "Ten groups engaged" { month 2026-01 dri ana }
}
week 2026-W03 {
  commitment booth "Redesign the booth" { dri ana }
}
`;
const mended = plan.replace('2026-q1', '2026-Q1');

function read(cwd: string, name = 'plan.mos'): string {
  return readFileSync(join(cwd, name), 'utf8');
}

test('--fix repairs what is safe, and nothing else changes', async () => {
  const cwd = folder({ 'plan.mos': plan, 'other.mos': '// untouched  \n' });
  const { code, out, err } = await mos(['check', '--fix', '--format', 'concise', ...today], { cwd });
  expect(read(cwd)).toBe(mended);
  expect(read(cwd, 'other.mos')).toBe('// untouched  \n');
  expect(out).not.toContain('language/invalid-period');
  expect(out).toContain('cascade/orphaned-commitment');
  expect(err).toBe('1 repair made in 1 file.\n');
  expect(code).toBe(1);
  const again = await mos(['check', '--fix', ...today], { cwd });
  expect(again.err).toBe('Nothing was repaired.\n');
  expect(readdirSync(cwd).sort(), 'nothing is left behind').toEqual(['other.mos', 'plan.mos']);
});

test('--fix-unsafe repairs the others too', async () => {
  const cwd = folder({ 'plan.mos': plan });
  await mos(['check', '--fix-unsafe', ...today], { cwd });
  expect(read(cwd)).toContain('quarter 2026-Q1   // this quarter\n');
  expect(read(cwd)).toContain('commitment booth "Redesign the booth" { dri ana advances jan }\n');
});

test('--diff shows what --fix would do, writes nothing, and exits with 1', async () => {
  const cwd = folder({ 'plan.mos': plan });
  const expected = `--- plan.mos
+++ plan.mos
@@ -3,7 +3,7 @@
 frame fy26 "Grow" { year 2026 dri ana }
 objective first "Forty groups engaged" {
   advances fy26
-  quarter 2026-q1   // this quarter
+  quarter 2026-Q1   // this quarter
   dri ana
   milestone jan "Ten groups engaged" { month 2026-01 dri ana }
 }
`;
  for (const args of [['--diff'], ['--fix', '--diff']]) {
    const { code, out, err } = await mos(['check', ...args, ...today], { cwd });
    expect({ code, out, err }).toEqual({ code: 1, out: expected, err: '1 repair in 1 file; nothing was written.\n' });
  }
  expect(read(cwd)).toBe(plan);
  execFileSync('patch', ['-p0', '-s'], { cwd, input: expected });
  expect(read(cwd), 'the diff is one that patch takes').toBe(mended);
  expect(await mos(['check', '--diff', ...today], { cwd })).toEqual({ code: 0, out: '', err: 'Nothing to repair.\n' });
});

test('only the files that are named are repaired', async () => {
  const cwd = folder({
    'a.mos': plan,
    'b.mos': 'objective second "Ten more" { quarter 2026-q2 dri ana advances fy26 }\n',
  });
  await mos(['check', 'b.mos', '--fix', ...today], { cwd });
  expect(read(cwd, 'a.mos')).toBe(plan);
  expect(read(cwd, 'b.mos')).toContain('2026-Q2');
});

test('mode, byte order mark, line endings and links stay', async () => {
  const cwd = folder({ 'real/plan.mos': `\uFEFF${plan.replaceAll('\n', '\r\n')}` });
  const file = join(cwd, 'real/plan.mos');
  chmodSync(file, 0o640);
  mkdirSync(join(cwd, 'plans'));
  symlinkSync('../real/plan.mos', join(cwd, 'plans/plan.mos'));
  await mos(['check', 'plans/plan.mos', '--fix', ...today], { cwd: join(cwd) });
  expect(readFileSync(file, 'utf8')).toBe(`\uFEFF${mended.replaceAll('\n', '\r\n')}`);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(cwd, 'plans/plan.mos')).isSymbolicLink()).toBe(true);
});

test('a file whose bytes would not come back is left as it is', async () => {
  const bytes = Buffer.concat([Buffer.from(plan), Buffer.from([0x2f, 0x2f, 0x20, 0xe9, 0x0a])]);
  const cwd = folder({ 'plan.mos': bytes });
  const { code, err } = await mos(['check', '--fix', ...today], { cwd });
  expect(readFileSync(join(cwd, 'plan.mos'))).toEqual(bytes);
  expect(err).toContain('plan.mos: line 13 holds characters that are not UTF-8');
  expect(code).toBe(2);
});

test('with standard input, the repaired plan comes out, and the findings stand beside it', async () => {
  const cwd = folder();
  const run = (...args: string[]) =>
    mos(['check', '--stdin-filename', 'plan.mos', ...today, ...args], { cwd, input: `\uFEFF${plan}` });
  const fixed = await run('--fix', '--format', 'concise');
  expect(fixed.out).toBe(`\uFEFF${mended}`);
  expect(fixed.err).toContain('plan.mos:11:14: error cascade/orphaned-commitment');
  expect(fixed.code).toBe(1);
  const shown = await run('--diff');
  expect(shown.out).toContain('+  quarter 2026-Q1   // this quarter');
  expect(readdirSync(cwd)).toEqual([]);
});

test('a file is written whole or not at all', () => {
  const cwd = folder({ 'plan.mos': 'old', 'taken/inside': '' });
  writeWhole(join(cwd, 'plan.mos'), 'new', true);
  expect(read(cwd)).toBe('\uFEFFnew');
  expect(() => writeWhole(join(cwd, 'taken'), 'new')).toThrow();
  expect(() => writeWhole(join(cwd, 'no/such/plan.mos'), 'new')).toThrow();
  expect(readdirSync(cwd).sort(), 'what could not be finished is cleared away').toEqual(['plan.mos', 'taken']);
});

test('a file that cannot be written is said, keeps its text, and its findings stay', async () => {
  const cwd = folder({ 'plan.mos': plan });
  // Writing is made to fail in the last step, whoever runs the tests.
  const preload = join(folder(), 'full.mjs');
  writeFileSync(
    preload,
    `import fs, { renameSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
fs.renameSync = (from, to) => {
  if (!String(to).endsWith('.mos')) return renameSync(from, to);
  throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'rename' });
};
syncBuiltinESMExports();
`,
  );
  const { code, out, err } = await mos(['check', '--fix', '--format', 'concise', ...today], {
    cwd,
    env: { NODE_OPTIONS: `--import=${preload}` },
  });
  expect(err).toBe('✗ plan.mos: it could not be written and is as it was: the disk is full\nNothing was repaired.\n');
  expect(out).toContain('language/invalid-period');
  expect(read(cwd)).toBe(plan);
  expect(readdirSync(cwd)).toEqual(['plan.mos']);
  expect(code).toBe(2);
});
