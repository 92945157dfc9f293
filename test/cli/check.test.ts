/** Protects the options of `mos check`: what is judged, and in which form it is said. */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputNames } from '../../packages/cli/src/formats.ts';
import { outputs } from '../../packages/cli/src/output/outputs.ts';
import { folder, mos } from './mos.ts';

const people = 'owner ana "Ana Duarte" { role "Marketing" }\n';
const week = `week 2026-W03 {
  commitment booth "Redesign the booth" { dri ana }
}
`;
const today = ['--today', '2026-01-14'];

/** Without colours, one line a finding, without the summary. */
async function findings(args: readonly string[], cwd: string): Promise<string[]> {
  const { out } = await mos(['check', '--format', 'concise', '--quiet', ...today, ...args], { cwd });
  return out.split('\n').filter(Boolean);
}

test('the list of formats is that of the outputs', () => {
  expect([...outputNames]).toEqual(outputs.map(({ name }) => name));
});

test.each(outputNames)('--format %s writes the finding', async (format) => {
  const { code, out } = await mos(['check', '--format', format, ...today], {
    cwd: folder({ 'plan.mos': people + week }),
  });
  expect(out).toMatch(/orphaned-commitment|advances no milestone/);
  expect(out.endsWith('\n')).toBe(true);
  expect(out, 'no colours in a pipe').not.toContain('\u001B');
  expect(code).toBe(1);
});

test('--format json is the documented report', async () => {
  const { out } = await mos(['check', '--format', 'json', ...today], { cwd: folder({ 'plan.mos': people + week }) });
  const report = JSON.parse(out);
  expect(report.findings).toMatchObject([
    {
      rule: 'cascade/orphaned-commitment',
      severity: 'error',
      file: 'plan.mos',
      range: { start: { line: 3, column: 14 }, end: { line: 3, column: 19 } },
      docs: 'mos://rules/cascade/orphaned-commitment',
    },
  ]);
  expect(report.summary).toMatchObject({
    errors: 1,
    warnings: 0,
    infos: 0,
    files: 1,
    fixable: 0,
    fixableUnsafe: 0,
    coverage: 0,
    suppressed: 0,
  });
});

test('--format sarif describes each rule by its page', async () => {
  const { out } = await mos(['check', '--format', 'sarif', ...today], { cwd: folder({ 'plan.mos': people + week }) });
  const [rule] = JSON.parse(out).runs[0].tool.driver.rules;
  expect(rule.shortDescription.text).toMatch(/^A commitment that advances no milestone/);
});

test('--output writes the findings into a file, and the summary beside it', async () => {
  const cwd = folder({ 'plan.mos': people + week });
  const { code, out, err } = await mos(['check', '--format', 'json', '--output', 'report.json', ...today], { cwd });
  expect({ code, out, err }).toEqual({
    code: 1,
    out: '',
    err: '1 error in 1 file · cascade coverage 0% (no objectives, no milestones yet) · written to report.json\n',
  });
  expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).findings).toHaveLength(1);
});

test('--quiet leaves out the summary', async () => {
  const { out } = await mos(['check', '--quiet', ...today], { cwd: folder({ 'plan.mos': people }) });
  expect(out).toBe('');
});

test('--statistics counts by rule', async () => {
  const cwd = folder({ 'plan.mos': people + week + week.replace('W03', 'W04').replace('booth', 'stand') });
  const { code, out } = await mos(['check', '--statistics', ...today], { cwd });
  expect(out.split('\n')[0]).toBe('2  error    cascade/orphaned-commitment');
  expect(code).toBe(1);
  const json = await mos(['check', '--statistics', '--format', 'json', ...today], { cwd });
  expect(JSON.parse(json.out).statistics).toEqual([
    { rule: 'cascade/orphaned-commitment', severity: 'error', count: 2, fixable: 0, fixableUnsafe: 0 },
  ]);
});

test('--rule changes the severity of a rule, by its full or its short name', async () => {
  const cwd = folder({ 'plan.mos': people + week });
  expect(await findings(['--rule', 'cascade/orphaned-commitment=info'], cwd)).toEqual([
    expect.stringContaining(': info '),
  ]);
  expect(await findings(['--rule', 'orphaned-commitment=off', '--rule', 'missing-why=off'], cwd)).toEqual([]);
});

test('--fail-on and --max-warnings say what makes it fail', async () => {
  const cwd = folder({ 'plan.mos': people + week });
  const codes = async (...args: string[]) => (await mos(['check', ...today, ...args], { cwd })).code;
  const asWarning = ['--rule', 'orphaned-commitment=warning'];
  expect(await codes(...asWarning)).toBe(0);
  expect(await codes(...asWarning, '--fail-on', 'warning')).toBe(1);
  expect(await codes(...asWarning, '--max-warnings', '1')).toBe(0);
  expect(await codes(...asWarning, '--max-warnings', '0')).toBe(1);
  expect(await codes('--rule', 'orphaned-commitment=info', '--fail-on', 'warning')).toBe(0);
  expect(await codes('--rule', 'orphaned-commitment=info', '--fail-on', 'info')).toBe(1);
});

test('--today decides what has begun', async () => {
  const plan = `${people}frame fy26 "Grow" {
  year 2026
  dri ana
  target signups from 10 to TBD
}
metric signups "Sign-ups" { output lagging source "CRM" }
`;
  const cwd = folder({ 'plan.mos': plan });
  const severityOn = async (day: string) => {
    const { out } = await mos(['check', '--format', 'concise', '--today', day], { cwd });
    return /: (\w+) metrics\/placeholder-target/.exec(out)?.[1];
  };
  expect(await severityOn('2025-12-31')).toBe('info');
  expect(await severityOn('2026-01-01')).toBe('error');
});

test('a file is judged within its whole plan, and only its findings are shown', async () => {
  const cwd = folder({
    'mos.json': '{}',
    'people.mos': people,
    'q1/a.mos': week,
    'q1/b.mos': week.replace('W03', 'W04').replace('booth', 'stand'),
  });
  const found = await findings(['q1/a.mos'], cwd);
  expect(found).toEqual([expect.stringMatching(/^q1\/a\.mos:2:14: error cascade\/orphaned-commitment/)]);
  expect(await findings(['a.mos'], join(cwd, 'q1'))).toHaveLength(1);
  expect(await findings(['q1'], cwd)).toHaveLength(2);
  expect(await findings(['q1/*.mos', 'q1/a.mos', '.'], cwd), 'each finding once').toHaveLength(2);
});

test('without settings the working folder is the plan', async () => {
  const cwd = folder({ 'people.mos': people, 'q1/a.mos': week });
  expect((await findings(['q1/a.mos'], cwd)).join()).not.toContain('unknown-name');
  const elsewhere = await findings([join(cwd, 'q1/a.mos')], folder());
  expect(elsewhere.join(), 'outside of the working folder, the folder of the file is').toContain(
    'language/unknown-name',
  );
});

test('each mos.json has a plan of its own', async () => {
  const cwd = folder({
    'one/mos.json': '{ "rules": { "cascade/orphaned-commitment": "warning" } }',
    'one/plan.mos': people + week,
    'two/mos.json': '{}',
    'two/plan.mos': week,
    'people.mos': people,
  });
  const { out } = await mos(['check', '--format', 'concise', ...today], { cwd });
  expect(out).toContain('one/plan.mos:3:14: warning cascade/orphaned-commitment');
  expect(out).toContain('two/plan.mos:2:14: error cascade/orphaned-commitment');
  expect(out, 'ana is declared in other plans').toMatch(/two\/plan\.mos:2:\d+: error language\/unknown-name/);
  expect(out).toContain('in 3 files');
});

test('include and exclude choose the files of a plan', async () => {
  const cwd = folder({
    'mos.json': '{ "include": ["plans/**"], "exclude": ["plans/old/**"] }',
    'plans/people.mos': people,
    'plans/notes.md': 'not a plan',
    'plans/old/w.mos': week,
    'drafts/w.mos': week,
  });
  expect((await mos(['check', '--show-files'], { cwd })).out).toBe('plans/people.mos\n');
  const excluded = await mos(['check', 'plans/old/w.mos'], { cwd });
  expect(excluded).toMatchObject({ code: 2, out: '' });
  expect(excluded.err).toContain('plans/old/w.mos is left out by the settings in mos.json.');
  const both = await mos(['check', 'plans/old/w.mos', 'plans/people.mos'], { cwd });
  expect(both).toMatchObject({ code: 0, err: 'plans/old/w.mos is left out by the settings in mos.json.\n' });
});

test('settings that leave out everything leave nothing to be clean', async () => {
  const cwd = folder({ 'mos.json': '{ "include": ["none/**"] }', 'plan.mos': people });
  const { code, out, err } = await mos(['check'], { cwd });
  expect(err).toContain('The settings leave out every plan file here.');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('a settings file that is named is checked alone', async () => {
  const cwd = folder({ 'mos.json': '{ "profile": "huge" }', 'plan.mos': people + week });
  const { code, out } = await mos(['check', 'mos.json', '--format', 'concise', ...today], { cwd });
  expect(out).toMatch(/^mos\.json:1:14: error language\/invalid-config .*\n1 error in 0 files\n$/);
  expect(code).toBe(2);
  expect(await mos(['check', 'mos.json'], { cwd: folder({ 'mos.json': '{}', 'plan.mos': people }) })).toMatchObject({
    code: 0,
  });
});

test('a pattern that takes for ever is not tried', async () => {
  const cwd = folder({ 'mos.json': `{ "include": ["${'{a,b}'.repeat(40)}.mos"] }`, 'plan.mos': people });
  const { code, out, err } = await mos(['check', ...today], { cwd });
  expect(err).toContain('is too intricate; all plan files of the folder are read instead');
  expect({ code, out }).toEqual({ code: 2, out: 'No findings in what could be read, which is not all\n' });
});

test('ignored files and node_modules are left out, unless an ignored one is named', async () => {
  const cwd = folder({
    '.gitignore': 'drafts/\n',
    'plan.mos': people,
    'drafts/w.mos': week,
    'node_modules/pkg/w.mos': week,
  });
  expect((await mos(['check', '--show-files'], { cwd })).out).toBe('plan.mos\n');
  expect(await findings(['drafts/w.mos'], cwd)).toEqual([expect.stringContaining('drafts/w.mos:2:14: error')]);
});

test('--config gives settings for all files, --show-config prints what holds', async () => {
  const cwd = folder({
    'mos.json': '{}',
    'ci/strict.json': '{ "profile": "okr", "rules": { "cascade/orphaned-commitment": "info" } }',
    'plan.mos': people + week,
  });
  expect(await findings(['--config', 'ci/strict.json'], cwd)).toEqual([expect.stringContaining(': info ')]);
  const { code, out } = await mos(['check', '--show-config', '--config', 'ci/strict.json'], { cwd });
  const [settings] = JSON.parse(out);
  expect(settings).toMatchObject({
    settings: 'ci/strict.json',
    profile: 'okr',
    fiscalYearStart: 1,
    include: ['**/*.mos'],
  });
  expect(settings.rules).toMatchObject({ 'cascade/orphaned-commitment': 'info', 'cascade/missing-diagnosis': 'info' });
  expect(code).toBe(0);
});

test('--stdin-filename checks standard input in its place in the plan', async () => {
  const cwd = folder({ 'mos.json': '{}', 'people.mos': people, 'q1/a.mos': '// to be written' });
  const { code, out } = await mos(['check', '--stdin-filename', 'q1/a.mos', '--format', 'concise', ...today], {
    cwd,
    input: week,
  });
  expect(out).toContain('q1/a.mos:2:14: error cascade/orphaned-commitment');
  expect(out).not.toContain('unknown-name');
  expect(code).toBe(1);
  const fresh = await mos(['check', '--stdin-filename', 'q2/b.mos', ...today], { cwd, input: people });
  expect(fresh.out, 'the name stands in people.mos already').toContain('q2/b.mos:1:7 error language/duplicate-name');
});

test('a suppressed finding is counted', async () => {
  const cwd = folder({
    'plan.mos':
      people +
      week.replace('  commitment', '  // mos-allow cascade/orphaned-commitment: agreed on Monday\n  commitment'),
  });
  const { code, out } = await mos(['check', ...today], { cwd });
  expect({ code, out }).toEqual({
    code: 0,
    out: 'All good: no findings in 1 file · 1 suppressed · cascade coverage 0% (no objectives, no milestones yet)\n',
  });
});

test('FORCE_COLOR colours a pipe; --no-color and NO_COLOR do not', async () => {
  const cwd = folder({ 'plan.mos': people + week });
  const colored = async (args: string[], env: Record<string, string>) =>
    (await mos(['check', ...today, ...args], { cwd, env })).out.includes('\u001B[');
  expect(await colored([], { FORCE_COLOR: '1' })).toBe(true);
  expect(await colored([], { FORCE_COLOR: '0' })).toBe(false);
  expect(await colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  expect(await colored([], { NO_COLOR: '1' })).toBe(false);
});

test('a stranger’s plan cannot steer the terminal or a CI log', async () => {
  const cwd = folder({
    'plan.mos': `${people}week 2026-W03 {\n  commitment "\u001B[2J\u009B1m ::error:: ##[group]" { dri ana }\n}\n`,
  });
  for (const args of [['check'], ['check', '--format', 'github'], ['tree']]) {
    const { out } = await mos([...args, ...today], { cwd });
    for (const control of ['\u001B', '\u009B']) expect(out).not.toContain(control);
    expect(out).toContain('<U+001B>');
  }
});

test('every command explains itself, with examples', async () => {
  const general = await mos(['--help']);
  expect(general).toMatchObject({ code: 0, err: '' });
  for (const command of ['check', 'fmt', 'explain', 'rules', 'init', 'tree', 'trace', 'lsp', 'completions']) {
    expect(general.out).toContain(`  ${command} `);
    const { code, out } = await mos([command, '--help']);
    expect(out).toMatch(new RegExp(`Examples:\n  mos ${command}`));
    expect(code).toBe(0);
  }
});

test('--version says which mos this is', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../packages/cli/package.json', import.meta.url), 'utf8'));
  expect(await mos(['--version'])).toEqual({ code: 0, out: `mos ${version}\n`, err: '' });
});

test('nothing is written by a check', async () => {
  const cwd = folder({ 'plan.mos': people + week });
  await mos(['check', ...today], { cwd });
  expect(readFileSync(join(cwd, 'plan.mos'), 'utf8')).toBe(people + week);
  expect(existsSync(join(cwd, 'mos.json'))).toBe(false);
});

test('--cache says the same as long as nothing changes, and looks again when something does', async () => {
  const cwd = folder({ 'mos.json': '{}', 'plan.mos': people + week });
  const kept = join(cwd, '.mos-cache');
  const check = async (...args: string[]) => mos(['check', '--format', 'json', ...today, ...args], { cwd });
  const plain = await check();
  expect(await check('--cache')).toEqual(plain);
  const [entry = ''] = readdirSync(kept).filter((name) => name.endsWith('.json'));
  // What is kept is really what is said: with another message in its place, that one comes back.
  const changed = (from: string, to: string) => {
    const { key, outcome } = JSON.parse(readFileSync(join(kept, entry), 'utf8'));
    const other = outcome.replaceAll(from, to);
    const sum = createHash('sha256').update(`${other.length}:`).update(other).digest('hex');
    writeFileSync(join(kept, entry), JSON.stringify({ key, sum, outcome: other }));
  };
  changed('advances no milestone', 'was remembered');
  expect((await check('--cache')).out).toContain('was remembered');
  expect((await check()).out).not.toContain('was remembered');
  for (const args of [['--today', '2026-01-15'], ['--rule', 'cascade/orphaned-commitment=info'], ['plan.mos']]) {
    expect((await check('--cache', ...args)).out, args.join(' ')).not.toContain('was remembered');
  }
  writeFileSync(join(cwd, 'mos.json'), '{ "name": "Another" }');
  expect((await check('--cache')).out).not.toContain('was remembered');
  changed('advances no milestone', 'was remembered');
  writeFileSync(join(cwd, 'other.mos'), 'owner ben "Ben Ito" { role "Sales" }\n');
  expect((await check('--cache')).out).not.toContain('was remembered');
});

test('--cache overlooks what is broken or from another mos, and a folder that moved keeps what it knows', async () => {
  const cwd = folder({ 'mos.json': '{}', 'plan.mos': people + week });
  const check = async (at: string) => mos(['check', '--format', 'concise', ...today, '--cache'], { cwd: at });
  const first = await check(cwd);
  expect(readFileSync(join(cwd, '.mos-cache/.gitignore'), 'utf8')).toBe('*\n');
  const [entry = ''] = readdirSync(join(cwd, '.mos-cache')).filter((name) => name.endsWith('.json'));
  const file = join(cwd, '.mos-cache', entry);
  const good = readFileSync(file, 'utf8');
  for (const text of ['', 'null', '{"key":1}', good.slice(0, -9), good.replace('advances', 'enhances')]) {
    writeFileSync(file, text);
    expect(await check(cwd)).toEqual(first);
    expect(readFileSync(file, 'utf8')).toBe(good);
  }
  const moved = folder();
  cpSync(cwd, join(moved, 'plans'), { recursive: true });
  const { key, outcome } = JSON.parse(good);
  expect(outcome).not.toContain(cwd);
  expect(await check(join(moved, 'plans'))).toEqual(first);
  expect(JSON.parse(readFileSync(join(moved, 'plans/.mos-cache', entry), 'utf8')).key).toBe(key);
});
