/** Protects `mos init`: plans that are clean on the day they are begun, and files that nobody overwrites. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type Finding, formatPlan, readConfig } from '@mos/language';
import { template, templateNames, templates } from '@mos/language/templates';
import { describe, expect, test } from 'vitest';
import { templateLines } from '../../packages/cli/src/templates.ts';
import { datesOf } from '../../packages/language/src/templates/dates.ts';
import { folder, mos } from './mos.ts';

/** First and last days of quarters, a leap day, weeks across months and years, the six-week border on both sides. */
const days = [
  ...['2026-01-01', '2026-01-31', '2026-02-17', '2026-02-18', '2026-03-31'],
  ...['2026-04-01', '2026-05-20', '2026-06-30', '2026-08-31', '2026-09-30'],
  ...['2026-10-01', '2026-11-19', '2026-11-20', '2026-12-31', '2027-01-01', '2028-02-29'],
];

/** Fiscal years that begin in February, July and October, and so end, or begin, in the year that they are named by. */
const calendars = [2, 7, 10].map((fiscalYearStart) => ({ fiscalYearStart, fiscalYearNamedBy: 'end' as const }));

/** Teach what a part of a plan is; what is missing besides is hinted at until there is a whole quarter. */
const BEGINNINGS: readonly string[] = ['blank', 'year'];

function findings(files: Record<string, string>, today: string): Finding[] {
  const { 'mos.json': settings = '', ...plans } = files;
  const config = readConfig(settings, 'mos.json');
  expect(config.faults).toEqual([]);
  const sources = Object.entries(plans).map(([file, text]) => ({ file, text }));
  return compile(sources, config, today).findings;
}

describe.each(templateNames)('%s', (name) => {
  test.each(days)('begun on %s', (today) => {
    isClean(name, template(name, { title: 'Our "plan"', today }), today);
  });

  test.each(calendars)('in a fiscal year that begins in month $fiscalYearStart', (calendar) => {
    for (const today of ['2026-01-01', '2026-02-17', '2026-08-31', '2026-11-05', '2026-12-31', '2028-02-29'])
      isClean(name, template(name, { title: 'Plan', today, calendar }), today);
  });
});

function isClean(name: string, files: Record<string, string>, today: string): void {
  const found = findings(files, today).map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);
  expect(BEGINNINGS.includes(name) ? found.filter((line) => !line.startsWith('info ')) : found, today).toEqual([]);
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith('.mos')) expect(formatPlan(text), `${file} on ${today}`).toEqual({ text });
  }
}

test('the help knows each template, in the order and words of the language', () => {
  expect(templateLines).toEqual(templates.map(({ name, summary }) => [name, summary]));
});

describe.each(['roadmap-system', 'roadmap-gap'] as const)('%s', (name) => {
  test.each(days)('has three phases of thirty days, one after the other, from %s', (today) => {
    const text = Object.values(template(name, { title: 'Plan', today })).join('\n');
    const phases = [...text.matchAll(/planned (\S+) to (\S+)/g)].map(([, from = '', to = '']) => ({ from, to }));
    const length = ({ from, to }: { from: string; to: string }) =>
      (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY + 1;
    expect(phases).toHaveLength(3);
    expect(phases[0]?.from).toBe(datesOf(today).start);
    // The first one begins with its week, which may have begun before today.
    expect(length(phases[0] as never)).toBeGreaterThanOrEqual(24);
    expect(phases.slice(1).map(length)).toEqual([30, 30]);
    for (const [at, { from }] of phases.slice(1).entries())
      expect(Date.parse(from) - Date.parse(phases[at]?.to ?? '')).toBe(MILLISECONDS_A_DAY);
    expect(text.match(/^week /gm)?.length).toBe(13);
  });
});

const MILLISECONDS_A_DAY = 86_400_000;

test('the blueprint has its seven documents, a file each', () => {
  const files = Object.keys(template('blueprint', { title: 'Plan', today: '2026-01-14' }));
  expect(files.filter((file) => file.endsWith('.mos')).map((file) => file[0])).toEqual([...'1234567']);
});

test('a fiscal year of one’s own is kept in the settings, and the quarters follow it', async () => {
  const cwd = folder();
  const made = await mos(['init', 'quarter', '--fiscal-year-start', '7', '--today', '2026-07-03'], { cwd });
  expect(made.code).toBe(0);
  expect(readConfig(readFileSync(join(cwd, 'mos.json'), 'utf8'), 'mos.json').calendar.fiscalYearStart).toBe(7);
  expect(readFileSync(join(cwd, 'plan.mos'), 'utf8')).toContain('quarter 2027-Q1');
  expect(await mos(['check', '--today', '2026-07-03'], { cwd })).toMatchObject({ code: 0 });
});

test('blank hints at what comes next', () => {
  const found = findings(template('blank', { title: 'Plan', today: '2026-01-14' }), '2026-01-14');
  expect(found.length).toBeGreaterThan(0);
});

test('full uses every chapter of the language', () => {
  const text = Object.values(template('full', { title: 'Plan', today: '2026-01-14' })).join('\n');
  const kinds =
    'frame bet run objective milestone commitment week program owner team gate metric cadence retro brief decision platform market';
  for (const kind of kinds.split(' ')) expect(text).toMatch(new RegExp(`^\\s*${kind} `, 'm'));
});

test('a plan that is begun is a plan that is clean', async () => {
  const cwd = folder();
  const { code, out } = await mos(['init', 'full', '--name', 'Acme Marketing', '--today', '2026-01-14'], { cwd });
  expect(out).toBe(`Wrote mos.json, strategy.mos, people.mos, q1.mos, rhythm.mos.

  mos check   what is still missing
  mos tree    the plan from the year down to this week
`);
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'mos.json'), 'utf8')).toContain('"name": "Acme Marketing"');
  const check = await mos(['check', '--today', '2026-01-14', '--fail-on', 'info'], { cwd });
  expect(check).toMatchObject({ code: 0, out: 'All good: no findings in 4 files · cascade coverage 100%\n' });
});

test('without a terminal it asks nothing', async () => {
  const cwd = folder();
  const { code, out } = await mos(['init', '--dir', 'new/plans'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('Wrote new/plans/mos.json, new/plans/plan.mos.');
  expect(out).toContain('  mos check new/plans ');
  expect(readdirSync(join(cwd, 'new/plans')).sort()).toEqual(['mos.json', 'plan.mos']);
});

test('it never overwrites', async () => {
  const cwd = folder({ 'plan.mos': '// mine\n' });
  const { code, out, err } = await mos(['init', 'blank'], { cwd });
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'mos: plan.mos is already there, and nothing was written.\nBegin the plan in another folder, as in: mos init quarter --dir plans\n',
  });
  expect(readdirSync(cwd)).toEqual(['plan.mos']);
});

test('a folder that cannot be is said', async () => {
  const { code, err } = await mos(['init', 'blank', '--dir', 'file/plans'], { cwd: folder({ file: '' }) });
  expect(err).toMatch(
    /^mos: file\/plans\/mos\.json could not be written: .*\nName a folder that you may write to with --dir\.\n$/,
  );
  expect(code).toBe(2);
});

test('on a terminal it asks what to begin with, and what it is called', async () => {
  const cwd = folder();
  const preload = join(
    folder({ 'terminal.mjs': 'process.stdin.isTTY = true;\nprocess.stdout.isTTY = true;\n' }),
    'terminal.mjs',
  );
  const env = { NODE_OPTIONS: `--import=${preload}` };
  const { code, out } = await mos(['init'], { cwd, env, input: 'everything\nbl\nOur year\n' });
  expect(out.match(/Begin with which one\? \(quarter\) /g)).toHaveLength(2);
  expect(out).toContain('  blueprint        the seven documents'.trim());
  expect(out).toContain('What is the plan called?');
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'mos.json'), 'utf8')).toContain('"name": "Our year"');
  expect(readFileSync(join(cwd, 'plan.mos'), 'utf8')).toContain('Fill in what stands in quotes');

  const ended = folder();
  expect(await mos(['init'], { cwd: ended, env, input: '' })).toMatchObject({ code: 2 });
  expect(readdirSync(ended)).toEqual([]);
});
