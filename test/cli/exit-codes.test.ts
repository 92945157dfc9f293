/** Protects the exit codes of mos, and that every way out says what to do next. */

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, folder, mos, plainEnvironment } from './mos.ts';

const clean = 'owner ana "Ana Duarte" { role "Marketing" }\n';
const faulty = `${clean}week 2026-W03 {
  commitment booth "Redesign the booth" { dri ana }
}
`;
const today = ['--today', '2026-01-14'];

test('0: a clean plan', async () => {
  const { code, out, err } = await mos(['check', ...today], { cwd: folder({ 'plan.mos': clean }) });
  expect({ code, out, err }).toEqual({ code: 0, out: 'All good: no findings in 1 file\n', err: '' });
});

test('1: a plan with an error', async () => {
  const { code, out } = await mos(['check', ...today], { cwd: folder({ 'plan.mos': faulty }) });
  expect(out).toContain(
    'plan.mos:3:14 error cascade/orphaned-commitment\n  "Redesign the booth" advances no milestone\n',
  );
  expect(code).toBe(1);
});

test.each([
  ['a path that does not exist', ['check', 'nowhere'], 'There is no file or folder nowhere.'],
  ['a path like one that exists', ['check', 'pln.mos'], 'Did you mean plan.mos?'],
  ['a path below a file', ['check', 'plan.mos/x'], 'There is no file or folder plan.mos/x.'],
  ['a pattern that nothing matches', ['check', 'q*/**/*.mos'], 'No plan file matches q*/**/*.mos.'],
  ['a folder without plans', ['check', 'empty'], 'There are no plan files in empty.'],
  ['a file that is no plan', ['check', 'notes.txt'], 'notes.txt is no plan file; plan files end in .mos.'],
  ['an empty path', ['check', ''], 'One of the paths is empty.'],
  ['an unknown option', ['check', '--formt', 'json'], 'There is no option --formt.\nDid you mean --format?'],
  ['an unknown command', ['chek'], 'There is no command chek.\nDid you mean check?'],
  ['an unknown format', ['check', '--format', 'jsn'], '--format does not take "jsn"; it takes text, concise, json,'],
  ['an option without its value', ['check', '--output'], '--output needs a file after it.'],
  ['a missing argument', ['explain'], 'The rule is missing.'],
  ['too many arguments', ['rules', 'extra'], 'That is more than rules takes'],
  ['a missing settings file', ['check', '--config', 'mos.jso'], 'There is no settings file mos.jso.'],
  [
    'a day that does not exist',
    ['check', '--today', '2026-02-30'],
    '"2026-02-30" is no date: February 2026 has 28 days.',
  ],
  ['a day that is none', ['check', '--today', 'monday'], '"monday" is no date.'],
  ['an unknown severity', ['check', '--fail-on', 'fatal'], '--fail-on does not take "fatal"'],
  [
    'a count that is none',
    ['check', '--max-warnings', 'few'],
    '--max-warnings takes a whole number from 0, not "few".',
  ],
  ['an unknown rule', ['check', '--rule', 'missing-wy=off'], 'Did you mean cascade/missing-why'],
  ['a rule without a severity', ['check', '--rule', 'missing-why'], 'names no severity'],
  ['a rule with a wrong severity', ['check', '--rule', 'missing-why=loud'], '"loud" is no severity.'],
  ['an output that would replace a plan', ['check', '--output', 'plan.mos'], 'plan.mos is the name of a plan'],
  ['an output that would replace settings', ['check', '--output', './mos-import.json'], 'the name of the settings of'],
  [
    'an output in no folder',
    ['check', '--output', 'no/such/report.json'],
    'could not be written to no/such/report.json',
  ],
  [
    'statistics in a format for findings',
    ['check', '--statistics', '--format', 'sarif'],
    '--statistics cannot be written as sarif.',
  ],
  ['watching and repairing', ['check', '--watch', '--fix'], '--watch goes with neither repairs nor standard input'],
  [
    'paths beside standard input',
    ['check', '--stdin-filename', 'a.mos', 'plan.mos'],
    'reads one plan from standard input',
  ],
  ['an unknown rule to explain', ['explain', 'cascade/missing-wy'], 'There is no rule cascade/missing-wy.'],
  ['a group to explain', ['explain', 'rhythm'], 'That is a group; its rules are rhythm/'],
  ['an unknown quarter', ['tree', '--quarter', '2026-Q5'], 'Did you mean --quarter 2026-Q4?'],
  ['an unknown owner', ['tree', '--owner', 'anna'], 'Nobody in this plan is called anna.\nDid you mean ana?'],
  ['a depth of nothing', ['tree', '--depth', '0'], '--depth takes a whole number from 1, not "0".'],
  ['an unknown name to trace', ['trace', 'anna'], 'Nothing in this plan is called "anna".\nDid you mean ana?'],
  ['an unknown template', ['init', 'huge'], 'There is no template "huge"; there are quarter, blank, year, blueprint,'],
  ['a month that is none', ['init', '--fiscal-year-start', '13'], 'takes a month from 1 to 12, not "13"'],
  ['an unknown shell', ['completions', 'tcsh'], 'There is no shell "tcsh"; there are bash, zsh, fish.'],
  ['no command', [], 'Usage: mos'],
])('2: %s', async (_what, args, message) => {
  const cwd = folder({ 'plan.mos': clean, 'notes.txt': 'Lunch at noon', empty: undefined });
  const { code, out, err } = await mos(args, { cwd });
  expect(err).toContain(message);
  expect(err.trim().split('\n').length, 'what is wrong, and what to do').toBeGreaterThan(1);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('2: what cannot be read is said, and the others are checked', async () => {
  const cwd = folder({
    'plan.mos': faulty,
    'folder.mos': undefined,
    'latin.mos': Buffer.from([0x2f, 0x2f, 0x20, 0xe9, 0x0a]),
  });
  symlinkSync('loop.mos', join(cwd, 'loop.mos'));
  symlinkSync('gone.mos', join(cwd, 'dangling.mos'));
  mkdirSync(join(cwd, 'deep'));
  symlinkSync('..', join(cwd, 'deep', 'up'));
  writeFileSync(join(cwd, 'wide.mos'), Buffer.from('\uFEFFowner bo', 'utf16le'));
  const { code, out, err } = await mos(['check', '--format', 'concise', ...today], { cwd });
  expect(err.trim().split('\n')).toEqual([
    '✗ dangling.mos: it could not be read: there is nothing there',
    '✗ folder.mos: it is a folder with the name of a plan file; rename it',
    '✗ latin.mos: line 1 holds characters that are not UTF-8; save the file as UTF-8',
    '✗ loop.mos: it could not be read: it is a link that leads back to itself',
    '✗ wide.mos: it is saved as UTF-16; save it as UTF-8, so that every program reads it alike',
  ]);
  expect(out).toContain('plan.mos:3:14: error cascade/orphaned-commitment');
  expect(code).toBe(2);
});

test('2: a pipe with the name of a plan is not waited for', async () => {
  const cwd = folder({ 'plan.mos': clean });
  execFileSync('mkfifo', [join(cwd, 'pipe.mos')]);
  const { code, out, err } = await mos(['check', ...today], { cwd });
  expect({ code, err }).toEqual({ code: 2, err: '✗ pipe.mos: it is a pipe, not a file\n' });
  expect(out).toBe('No findings in what could be read, which is not all\n');
});

test('2: names that a file may hold that cannot be read are not said to be missing', async () => {
  const cwd = folder({ 'people.mos': undefined, 'plan.mos': faulty.replace(clean, '') });
  const { code, out } = await mos(['check', '--format', 'concise', ...today], { cwd });
  expect(out).not.toContain('unknown-name');
  expect(out).toContain('cascade/orphaned-commitment');
  expect(code).toBe(2);
});

test('2: settings with faults are findings, and never a clean exit', async () => {
  const cwd = folder({ 'mos.json': '{ "profile": "huge" }', 'plan.mos': clean });
  const { code, out, err } = await mos(['check', '--format', 'concise', ...today], { cwd });
  expect(out).toContain('mos.json:1:14: error language/invalid-config');
  expect(err).toContain('mos.json has 1 fault;');
  expect(code).toBe(2);
});

test('3: a fault of mos says what to report, and what became of the files', async () => {
  const cwd = folder({ 'plan.mos': clean });
  const preload = join(cwd, 'break.mjs');
  writeFileSync(preload, 'process.stdout.write = () => { throw new TypeError("the pen broke"); };\n');
  const env = { NODE_OPTIONS: `--import=${preload}` };
  const { code, err } = await mos(['check', ...today], { cwd, env });
  expect(err).toMatch(/^mos came upon a fault of its own\..*\nNothing was written\.\n/);
  expect(err).toMatch(/\n {2}mos \d+\.\d+\.\d+ · Node\.js \d+\.\d+\.\d+ · \w+ \w+\n {2}mos check --today 2026-01-14\n/);
  expect(err).toContain('\n  TypeError: the pen broke\n');
  expect(err).not.toContain('    at ');
  expect(code).toBe(3);
  const wordy = await mos(['check', '--verbose', ...today], { cwd, env });
  expect(wordy.err).toContain('    at ');
  expect(wordy.code).toBe(3);
});

test('a reader that leaves early ends it without a word, and with the exit code', async () => {
  const commitments = Array.from(
    { length: 3000 },
    (_, at) => `  commitment c${at} "Piece of work ${at}" { dri ana }\n`,
  );
  const cwd = folder({ 'plan.mos': `${clean}week 2026-W03 {\n${commitments.join('')}}\n` });
  const child = spawn(process.execPath, [await builtProgram(), 'check', ...today], { cwd, env: plainEnvironment() });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, err }).toEqual({ code: 1, err: '' });
});
