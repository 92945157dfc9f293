/** Protects `mos fmt`: what it writes, what it only says, and what it leaves alone. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, mos } from './mos.ts';

const untidy = 'owner   ana "Ana Duarte" {\n      role "Marketing"   // since May\n}\n';
const tidy = 'owner ana "Ana Duarte" {\n  role "Marketing" // since May\n}\n';
const broken = 'owner "Ana {\n';

test('lays files out, and says how many', async () => {
  const cwd = folder({ 'a.mos': untidy, 'b.mos': tidy });
  expect(await mos(['fmt'], { cwd })).toEqual({ code: 0, out: '', err: '1 file formatted, 1 file left as it is.\n' });
  expect(readFileSync(join(cwd, 'a.mos'), 'utf8')).toBe(tidy);
  expect(await mos(['fmt', '--check'], { cwd })).toEqual({
    code: 0,
    out: '',
    err: '0 files would change, 2 files left as they are.\n',
  });
});

test('--check names the files that would change, --diff shows how; neither writes', async () => {
  const cwd = folder({ 'a.mos': untidy, 'b.mos': tidy });
  expect(await mos(['fmt', '--check'], { cwd })).toEqual({
    code: 1,
    out: 'a.mos\n',
    err: '1 file would change, 1 file left as it is.\n',
  });
  const { code, out } = await mos(['fmt', '--diff'], { cwd });
  expect(out).toContain('-owner   ana "Ana Duarte" {\n');
  expect(out).toContain('+owner ana "Ana Duarte" {\n');
  expect(code).toBe(1);
  expect(readFileSync(join(cwd, 'a.mos'), 'utf8')).toBe(untidy);
});

test('a file that cannot be read right is left as it is and said; the others are laid out', async () => {
  const cwd = folder({ 'a.mos': untidy, 'b.mos': broken });
  const { code, err } = await mos(['fmt'], { cwd });
  expect(err).toMatch(/^✗ b\.mos: it was left as it is: /);
  expect(readFileSync(join(cwd, 'a.mos'), 'utf8')).toBe(tidy);
  expect(readFileSync(join(cwd, 'b.mos'), 'utf8')).toBe(broken);
  expect(code).toBe(2);
});

test('only the files that are named are touched, or even spoken of', async () => {
  const cwd = folder({ 'mos.json': '{}', 'a.mos': untidy, 'b.mos': untidy, 'c.mos': undefined });
  expect(await mos(['fmt', 'a.mos'], { cwd })).toEqual({
    code: 0,
    out: '',
    err: '1 file formatted, 0 files left as they are.\n',
  });
  expect(readFileSync(join(cwd, 'b.mos'), 'utf8')).toBe(untidy);
});

test('--stdin-filename formats standard input', async () => {
  const cwd = folder();
  const run = (input: string, ...args: string[]) => mos(['fmt', '--stdin-filename', 'a.mos', ...args], { cwd, input });
  expect(await run(untidy)).toEqual({ code: 0, out: tidy, err: '' });
  expect(await run(`\uFEFF${untidy}`)).toMatchObject({ out: `\uFEFF${tidy}` });
  expect(await run(untidy, '--check')).toEqual({ code: 1, out: 'a.mos\n', err: '' });
  expect((await run(untidy, '--diff')).out).toContain('+owner ana');
  expect(await run(broken)).toMatchObject({ code: 2, out: '' });
  expect(await mos(['fmt', '--stdin-filename', 'a.mos', 'b.mos'], { cwd })).toMatchObject({ code: 2, out: '' });
});
