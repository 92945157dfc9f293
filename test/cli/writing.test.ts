/** Protects what mos writes to: nothing outside of a plan, nothing that is locked, nothing through a link, and no fact of somebody else. */

import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folder, mos } from './mos.ts';

const today = ['--today', '2026-01-14'];

const PLAN = `owner ana "Ana Duarte"
frame fy26 "Grow" { year 2026 dri ana }
objective first "Forty groups engaged" { advances fy26 quarter 2026-q1 dri ana
  milestone jan "Ten groups engaged" { month 2026-01 dri ana }
}
week 2026-W03 {
${Array.from({ length: 8 }, (_, at) => `  commitment c${at + 1} "Call group ${at + 1}" { dri ana advances jan }`).join('\n')}
}
`;

/** Each writes to the plan: what it is called with, in the folder of it. */
const WRITERS = [
  ['fmt'],
  ['check', '--fix', ...today],
  ['done', 'c1', ...today],
  ['import', 'csv', 'owners.csv', '--table', 'owners'],
];

const OWNERS = 'name,title\nben,Ben Okafor\n';

describe.each(WRITERS.map((args) => ({ args })))('mos $args.0', ({ args }) => {
  test('leaves a file outside of the plan that a link leads to', async () => {
    const cwd = folder({ 'out/other.mos': PLAN, 'plan/owners.csv': OWNERS });
    symlinkSync('../out/other.mos', join(cwd, 'plan/o.mos'));
    const { code, err } = await mos(args, { cwd: join(cwd, 'plan') });
    expect(err).toContain('✗ o.mos: it is a link that leads out of the plan');
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'out/other.mos'), 'utf8')).toBe(PLAN);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['other.mos']);
  });

  test('leaves a file that is read-only', async () => {
    const cwd = folder({ 'plan.mos': PLAN, 'owners.csv': OWNERS });
    chmodSync(join(cwd, 'plan.mos'), 0o444);
    const { code, err } = await mos(args, { cwd });
    expect(err).toContain(
      '✗ plan.mos: it is read-only, so it was left as it is; allow writing and run the command again',
    );
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'plan.mos'), 'utf8')).toBe(PLAN);
    expect(readdirSync(cwd).sort()).toEqual(['owners.csv', 'plan.mos']);
  });
});

test.each([
  [['fmt', 'linked/other.mos']],
  [['check', 'linked/other.mos', '--fix', ...today]],
  [['done', 'c1', '--in', 'linked/other.mos', ...today]],
])('mos %j leaves what a linked folder holds', async (args) => {
  const cwd = folder({ 'out/other.mos': PLAN, plan: undefined });
  symlinkSync('../out', join(cwd, 'plan/linked'));
  const { code, err } = await mos(args, { cwd: join(cwd, 'plan') });
  expect(err).toContain('✗ linked/other.mos: a link leads to it out of the plan, so it was left as it is');
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, 'out/other.mos'), 'utf8')).toBe(PLAN);
});

test('a file of the plan that a link leads to is written, and the link stays', async () => {
  const cwd = folder({ 'real/plan.mos': PLAN });
  symlinkSync('real/plan.mos', join(cwd, 'o.mos'));
  const { code } = await mos(['fmt', 'o.mos'], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'real/plan.mos'), 'utf8')).not.toBe(PLAN);
  expect(lstatSync(join(cwd, 'o.mos')).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(cwd, 'real'))).toEqual(['plan.mos']);
});

test('what was said of columns is kept in no file outside of the plan', async () => {
  const cwd = folder({
    'plan/plan.mos': PLAN,
    'plan/people.csv': 'Who,title\nben,Ben Okafor\n',
    'precious.json': '{}',
  });
  symlinkSync('../precious.json', join(cwd, 'plan/mos-import.json'));
  const { code, err } = await mos(['import', 'csv', 'people.csv', '--table', 'owners', '--map', 'Who=name'], {
    cwd: join(cwd, 'plan'),
  });
  expect(err).toContain('mos-import.json: a link leads to it out of the plan');
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, 'precious.json'), 'utf8')).toBe('{}');
});

describe('several at one file', () => {
  test('each fact that is noted with success is there', async () => {
    const cwd = folder({ 'plan.mos': PLAN });
    const names = Array.from({ length: 8 }, (_, at) => `c${at + 1}`);
    const runs = await Promise.all(names.map((name) => mos(['done', name, ...today], { cwd })));
    const after = readFileSync(join(cwd, 'plan.mos'), 'utf8');
    const noted = names.filter((name) => new RegExp(`commitment ${name} .* done 2026-01-14`).test(after));
    expect(noted).toEqual(names.filter((_, at) => runs[at]?.code === 0));
    expect(noted.length).toBeGreaterThan(0);
    for (const { code, err } of runs.filter((run) => run.code !== 0))
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('it changed while mos was at work') });
    expect(readdirSync(cwd)).toEqual(['plan.mos']);
  });

  test.each([
    ['a process that died', `${deadProcess()} ${hostname()} 6a8e2c5e-0000-4000-8000-000000000000`],
    ['another one that is long gone', ''],
  ])('the lock of %s is taken over', async (_, text) => {
    const cwd = folder({ 'plan.mos': PLAN, '.plan.mos.lock': text });
    if (text === '') utimesSync(join(cwd, '.plan.mos.lock'), 0, 0);
    const runs = await Promise.all(['c1', 'c2', 'c3'].map((name) => mos(['done', name, ...today], { cwd })));
    const facts = readFileSync(join(cwd, 'plan.mos'), 'utf8').match(/done 2026-01-14/g) ?? [];
    expect(facts.length).toBeGreaterThan(0);
    expect(facts).toHaveLength(runs.filter(({ code }) => code === 0).length);
    expect(readdirSync(cwd)).toEqual(['plan.mos']);
  });
});

/** Each writes a file that is called as its last argument is. */
const OUTPUTS = [
  ['check', '--format', 'json', '--output', 'out.json'],
  ['report', 'execution', '--out', 'out.md'],
  ['export', 'json', '--out', 'out.json'],
  ['export', 'csv', '--table', 'owners', '--out', 'out.csv'],
];

describe.each(OUTPUTS.map((args) => ({ args, name: args.at(-1) ?? '' })))('mos $args.0 $args.1', ({ args, name }) => {
  test.each([
    ['precious.txt', 'to a file'],
    ['../elsewhere.txt', 'out of the plan'],
    ['gone.txt', 'to nothing'],
  ])('writes through no link: %s', async (target) => {
    const files = { 'plan/plan.mos': PLAN, 'plan/precious.txt': 'precious', 'elsewhere.txt': 'precious' };
    const cwd = folder(files);
    symlinkSync(target, join(cwd, 'plan', name));
    const { code, err } = await mos([...args, ...today], { cwd: join(cwd, 'plan') });
    expect(err).toContain(`${name} is a link, and nothing is written through one.\nName the file itself.`);
    expect(code).toBe(2);
    for (const [file, text] of Object.entries(files)) expect(readFileSync(join(cwd, file), 'utf8')).toBe(text);
    expect(lstatSync(join(cwd, 'plan', name)).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(cwd, 'plan')).sort()).toEqual([name, 'plan.mos', 'precious.txt'].sort());
  });

  test.runIf(process.platform === 'linux')('writes to outputs, pipes and devices as they are', async () => {
    const cwd = folder({ 'plan.mos': PLAN });
    const into = (file: string) => mos([...args.slice(0, -1), file, ...today], { cwd });
    const plain = await into(name);
    const expected = readFileSync(join(cwd, name), 'utf8');
    const shown = await into('/dev/stdout');
    expect(shown).toMatchObject({ code: plain.code, out: expected });
    expect((await into('/dev/null')).code).toBe(plain.code);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [, read] = await Promise.all([into(pipe), promisify(execFile)('cat', [pipe])]);
    expect(read.stdout).toBe(expected);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });
});

test('tables are written through no link', async () => {
  const cwd = folder({ 'plan.mos': PLAN, 'precious.txt': 'precious', tables: undefined });
  symlinkSync('../precious.txt', join(cwd, 'tables/owners.csv'));
  const { code, err } = await mos(['export', 'csv', '--out', 'tables'], { cwd });
  expect(err).toContain('tables/owners.csv is a link');
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, 'precious.txt'), 'utf8')).toBe('precious');
});

test('a table that somebody reads as it comes steers nothing, and one that a program reads is as it is', async () => {
  const cwd = folder({ 'plan.mos': 'owner ana "Ana\u202E Duarte\u0007" {}\n' });
  const args = ['export', 'csv', '--table', 'owners'];
  const raw = await mos(args, { cwd });
  expect(raw.out).toContain('Ana\u202E Duarte\u0007');
  const { out } = await mos(args, { cwd, env: { CI: 'true' } });
  expect(out).toBe(raw.out.replace('\u202E', '<U+202E>').replace('\u0007', '<U+0007>'));
  await mos([...args, '--out', 'owners.csv'], { cwd, env: { CI: 'true' } });
  expect(readFileSync(join(cwd, 'owners.csv'), 'utf8')).toBe(`\uFEFF${raw.out}`);
});

/** The number of a process that there was. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}
