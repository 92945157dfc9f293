/** Protects what leaves a plan: calendars, tables, workbooks, diagrams and JSON that other programs read, and that run nothing. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentKinds } from '@mos/language/documents';
import { AGENDAS, tableNames } from '@mos/language/exchange';
import Ajv from 'ajv';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import { csv, harmless, meant } from '../../packages/cli/src/export/csv.ts';
import { xlsx } from '../../packages/cli/src/export/xlsx.ts';
import { exportTables } from '../../packages/cli/src/formats.ts';
import { folder, mos } from './mos.ts';

const ACME = 'examples/acme';
const EXAMPLES = [ACME, 'examples/broken', 'examples/gitlab-fy21-q1', 'examples/ipfs-community-2019-q1'];
const today = ['--today', '2026-02-09'];

/** Titles by which somebody might try to reach through a program that shows them. */
const HOSTILE = [
  `=HYPERLINK("http://x.example","y")`,
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  '<script>alert(1)</script>',
  'a"] --> b; click n1 call alert(1) %%{init:{}}%%',
  'BEGIN:VEVENT;x,y\\n\nEND:VCALENDAR',
  '\u202Edesrever \u0007bell',
  '_x0041_ 😀 日本語 '.repeat(20),
];

function hostilePlan(): string {
  const spelt = (text: string) =>
    `"${text
      .replace(/["\\]/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replaceAll('\t', '\\t')
      .replace(/[\p{Cc}\u202e]/gu, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)}"`;
  return [
    `owner ana ${spelt(HOSTILE[0] as string)} { role ${spelt('=1+1')} }`,
    `frame fy26 ${spelt(HOSTILE[6] as string)} { year 2026 dri ana }`,
    `cadence weekly ${spelt(HOSTILE[7] as string)} { every week on Monday at 09:30 for 45 minutes chair ana decides ${spelt(HOSTILE[8] as string)} }`,
    'objective o "O" { advances fy26 quarter 2026-Q1 dri ana',
    ...HOSTILE.map(
      (title, at) => `  milestone m${at} ${spelt(title)} { month 2026-01 dri ana missed ${spelt(title)} }`,
    ),
    '}',
  ].join('\n');
}

test('help knows each table, in the order of the language', () => {
  expect(exportTables).toEqual(tableNames);
});

test('the agendas that a calendar names are documents that mos makes', () => {
  const names = documentKinds.map(({ name }) => name);
  for (const agenda of Object.values(AGENDAS)) expect(names).toContain(agenda);
});

describe('ics', () => {
  async function calendarOf(args: string[], cwd?: string): Promise<{ text: string; events: ICAL.Event[] }> {
    const { code, out } = await mos(['export', 'ics', ...args, ...today], cwd === undefined ? {} : { cwd });
    expect(code).toBe(0);
    const calendar = new ICAL.Component(ICAL.parse(out));
    return { text: out, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
  }

  test.each(EXAMPLES)('%s is a calendar, with lines as the standard has them', async (plan) => {
    const { text, events } = await calendarOf([plan]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const ids = events.map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { component } of events) {
      expect(component.getFirstPropertyValue('dtstamp'), 'each says when it was written').toBeTruthy();
    }
  });

  test('meetings recur on their days and at their hour, until the end of the plan', async () => {
    const { events } = await calendarOf([ACME]);
    const weekly = events.find(({ summary }) => summary === 'Monday commitments') as ICAL.Event;
    expect(weekly.duration.toString()).toBe('PT45M');
    expect(weekly.description).toMatch(/^Agenda: mos report weekly-review\nChair: Will Chen\n/);
    expect(days(weekly, 3)).toEqual(['2026-01-05T09:30:00', '2026-01-12T09:30:00', '2026-01-19T09:30:00']);
    expect(days(weekly, 100).at(-1)).toBe('2026-12-28T09:30:00');
    const monthly = events.find(({ summary }) => summary === 'Monthly business review') as ICAL.Event;
    expect(days(monthly, 3)).toEqual(['2026-01-07T10:00:00', '2026-02-04T10:00:00', '2026-03-04T10:00:00']);
    const quarterly = events.find(({ summary }) => summary === 'Quarterly planning') as ICAL.Event;
    expect(days(quarterly, 5)).toEqual(['2026-03-11', '2026-06-11', '2026-09-11', '2026-12-11']);
  });

  /** The first ones, as a calendar program expands them. */
  function days(event: ICAL.Event, most: number): string[] {
    const iterator = event.iterator();
    const found: string[] = [];
    for (let next = iterator.next(); next && found.length < most; next = iterator.next()) found.push(next.toString());
    return found;
  }

  test.each([
    [
      'every 2 weeks on Wednesday at 14:00 for 90 minutes held 2026-01-14',
      ['2026-01-14T14:00:00', '2026-01-28T14:00:00'],
    ],
    ['every month on last Thursday', ['2026-01-29', '2026-02-26']],
    ['every month on day 31', ['2026-01-28', '2026-02-28']],
    ['every quarter for 6 hours', ['2026-01-01', '2026-04-01']],
    ['every year on first Monday', ['2026-01-05']],
    ['every 3 days', ['2026-01-01', '2026-01-04']],
  ])('%s', async (every, first) => {
    const cwd = folder({ 'plan.mos': `frame f "F" { year 2026 }\ncadence c "C" { ${every} }\n` });
    const { events } = await calendarOf([], cwd);
    expect(days(events[0] as ICAL.Event, first.length)).toEqual(first);
    expect(days(events[0] as ICAL.Event, 1)[0], 'the first one is the start, as the standard asks').toBe(
      events[0]?.startDate.toString(),
    );
  });

  test('without a frame they end after a year, on a day that there is', async () => {
    const cwd = folder({ 'plan.mos': 'cadence c "C" { every week }\n' });
    const { out } = await mos(['export', 'ics', '--today', '2028-02-29'], { cwd });
    expect(out).toContain('UNTIL=20290228\r\n');
  });

  test('milestones and six-week readings are whole days', async () => {
    const { events } = await calendarOf([ACME]);
    const milestone = events.find(({ summary }) => summary.startsWith('Milestone: 25 buying groups')) as ICAL.Event;
    expect([milestone.startDate.toString(), milestone.endDate.toString(), milestone.startDate.isDate]).toEqual([
      '2026-01-31',
      '2026-02-01',
      true,
    ]);
    const reading = events.find(({ summary }) => summary === 'Read: Buying groups engaged') as ICAL.Event;
    expect(reading.startDate.toString()).toBe('2026-02-17');
    expect(reading.description).toContain('Source: Account dashboard\\, tab 2'.replace('\\', ''));
  });

  test('identities stay when a title changes, and the day of export does', async () => {
    const plan = (title: string) => `frame f "F" { year 2026 }\ncadence c "${title}" { every week }\n`;
    const ids = await Promise.all(
      ['One', 'Two'].map(async (title) => {
        const cwd = folder({ 'plan.mos': plan(title), 'mos.json': '{ "name": "Plan" }' });
        return (await calendarOf([], cwd)).events.map(({ uid }) => uid);
      }),
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  test('a published site makes links of agendas; other addresses are refused', async () => {
    const { text, events } = await calendarOf([ACME, '--site', 'https://plans.example.com/acme/']);
    expect(events[0]?.component.getFirstPropertyValue('url')).toBe(
      'https://plans.example.com/acme/documents/weekly-review.html',
    );
    expect(text).not.toContain('acme//');
    const refused = await mos(['export', 'ics', ACME, '--site', 'javascript:alert(1)']);
    expect(refused).toMatchObject({ code: 2, out: '' });
  });

  test('one person gets the own milestones and the meetings to be at', async () => {
    const { events } = await calendarOf([ACME, '--owner', 'nils']);
    const titles = events.map(({ summary }) => summary);
    expect(titles).toContain('Monday commitments');
    expect(titles).not.toContain('Monthly business review');
    expect(titles).toContain('Milestone: 12 customers have agreed to take reference calls');
    expect(titles.some((title) => title.includes('buying groups'))).toBe(false);
  });

  test('texts of a stranger stay texts', async () => {
    const { events } = await calendarOf([], folder({ 'plan.mos': hostilePlan() }));
    expect(events).toHaveLength(HOSTILE.length + 1);
    expect(events.map(({ summary }) => summary).join()).toContain('<U+202E>desrever <U+0007>bell');
  });
});

describe('csv', () => {
  test('what a spreadsheet would run gets an apostrophe, and loses it again', () => {
    for (const text of [...HOSTILE, "'=1", "''=1", "'twas", "'", '', '=', '＝1', 'plain']) {
      expect(harmless(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(meant(harmless(text))).toBe(text);
    }
    expect(meant("'twas")).toBe("'twas");
  });

  test('hostile cells come out whole, and none begins like a formula', async () => {
    const cwd = folder({ 'plan.mos': hostilePlan() });
    const { out } = await mos(['export', 'csv', '--table', 'milestones'], { cwd });
    const { data } = Papa.parse<string[]>(out.trimEnd(), { newline: '\r\n', delimiter: ',' });
    const at = data[0]?.indexOf('Title') as number;
    expect(data.slice(1).map((row) => meant(row[at] as string))).toEqual(HOSTILE);
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('all tables go into a folder, for Excel with a mark', async () => {
    const cwd = folder();
    const { code, err } = await mos(['export', 'csv', join(process.cwd(), ACME), '--out', 'new/tables'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '7 tables written to new/tables\n' });
    expect(readdirSync(join(cwd, 'new/tables')).sort()).toEqual(exportTables.map((name) => `${name}.csv`).toSorted());
    for (const table of exportTables) {
      const text = readFileSync(join(cwd, `new/tables/${table}.csv`), 'utf8');
      expect(text[0]).toBe('\uFEFF');
      const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: '\r\n', delimiter: ',' });
      expect(errors, table).toEqual([]);
      expect(data.length, table).toBeGreaterThan(3);
      for (const row of data) expect(row).toHaveLength(data[0]?.length as number);
    }
  });
});

describe('xlsx', () => {
  test('a workbook with a sheet for each table, days as days and numbers as numbers', async () => {
    const cwd = folder();
    const { code } = await mos(['export', 'xlsx', join(process.cwd(), ACME), '--out', 'plan.xlsx', ...today], { cwd });
    expect(code).toBe(0);
    const bytes = readFileSync(join(cwd, 'plan.xlsx'));
    const sheets = await readWorkbook(new Blob([bytes]));
    expect(sheets.map(({ sheet }) => sheet.toLowerCase())).toEqual([...exportTables]);
    const readings = sheets.find(({ sheet }) => sheet === 'Readings')?.data ?? [];
    const [headers, first] = readings;
    expect(headers?.slice(0, 5)).toEqual(['Metric', 'Metric title', 'On', 'Value', 'Number']);
    expect(first?.[2]).toEqual(new Date('2025-12-31T00:00:00Z'));
    expect(first?.[4]).toBe(11_000_000);
  });

  test('the same plan gives the same bytes, and texts stay texts', async () => {
    const table = {
      name: 'owners' as const,
      title: 'Owners',
      columns: [{ key: 'title', header: 'T', type: 'text' as const, width: 10 }],
      rows: HOSTILE.map((title) => ({ title })),
    };
    const [one, other] = await Promise.all([xlsx([table]), xlsx([table])]);
    expect(Buffer.compare(one, other)).toBe(0);
    const [sheet] = await readWorkbook(new Blob([one as Uint8Array<ArrayBuffer>]), { trim: false });
    expect(sheet?.data.slice(1).map(([cell]) => cell)).toEqual(HOSTILE);
    expect(csv(table).split('\r\n')).toHaveLength(HOSTILE.length + 2);
  });
});

describe('json', () => {
  const ajv = new Ajv({ allErrors: true });
  const validate = (schema: string) =>
    ajv.compile(JSON.parse(readFileSync(`packages/cli/schemas/${schema}.schema.json`, 'utf8')));
  const validators = {
    'export json': validate('export'),
    'numbers --format json': validate('numbers'),
    'week --format json': validate('week'),
  };

  for (const [command, check] of Object.entries(validators)) {
    test.each(EXAMPLES)(`mos ${command} of %s is as its schema says`, async (plan) => {
      const { code, out } = await mos([...command.split(' '), plan, ...today]);
      expect(code).toBe(0);
      check(JSON.parse(out));
      expect(check.errors).toBeNull();
    });
  }

  test('every identity that is referred to is there, and each once', async () => {
    const { declarations } = JSON.parse((await mos(['export', 'json', ACME, ...today])).out);
    const ids = new Set(declarations.map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(declarations.length);
    for (const { outer, parents, dri } of declarations)
      for (const id of [...(outer === null ? [] : [outer]), ...parents, ...dri]) expect(ids.has(id), id).toBe(true);
  });

  test('hostile texts cannot steer a terminal', async () => {
    const cwd = folder({ 'plan.mos': hostilePlan() });
    const { out } = await mos(['export', 'json'], { cwd });
    expect(out).not.toMatch(/[\p{Bidi_Control}\x7f]/u);
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    validators['export json'](JSON.parse(out));
    expect(validators['export json'].errors).toBeNull();
  });
});

describe('mermaid', () => {
  /** The few shapes of line that are written; a text holds nothing that means something to Mermaid. */
  const LINES = [
    /^flowchart TD$/,
    /^ {2,4}n\d+\["(?:[\p{L}\p{M}\p{N} .,:!?'’…–—()/$€£-]|#\d+;|<br\/>)+"\]$/u,
    /^ {2,4}n\d+ --> n\d+$/,
    /^ {2}subgraph (?:unconnected|running)\["[A-Za-z ]+"\]$/,
    /^ {2}end$/,
    /^ {2}classDef [a-z]+ stroke:#[0-9a-f]{6},stroke-width:2px$/,
    /^ {2}class (?:n\d+,?)+ [a-z]+$/,
  ];

  test.each(EXAMPLES)('%s is a flowchart', async (plan) => {
    const { code, out } = await mos(['export', 'mermaid', plan, '--depth', '9', ...today]);
    expect(code).toBe(0);
    for (const line of out.trimEnd().split('\n'))
      expect(
        LINES.some((shape) => shape.test(line)),
        line,
      ).toBe(true);
  });

  test('titles are texts, whatever they say', async () => {
    const { out } = await mos(['export', 'mermaid'], { cwd: folder({ 'plan.mos': hostilePlan() }) });
    for (const line of out.trimEnd().split('\n'))
      expect(
        LINES.some((shape) => shape.test(line)),
        line,
      ).toBe(true);
    expect(out).toContain('#60;script#62;alert(1)#60;/script#62;');
  });

  test('a quarter of one team is small enough to look at', async () => {
    const { out } = await mos(['export', 'mermaid', ACME, '--quarter', '2026-Q1', '--team', 'demand', ...today]);
    expect(out).toContain('Source $4M of mid-market pipeline');
    expect(out).not.toContain('Partners open');
  });
});

test.each([
  ['a format that there is not', ['pdf'], 'There is no format "pdf"; there are ics, csv, xlsx, json, mermaid.'],
  ['tables in one file', ['csv', '--out', 'all.csv'], 'A CSV file holds one table'],
  ['a table that there is not', ['csv', '--table', 'tasks'], '--table does not take "tasks"'],
  ['a person that there is not', ['ics', '--owner', 'anna'], 'Nobody in this plan is called anna.'],
  ['two periods', ['json', '--week', '2026-W07', '--quarter', '2026-Q1'], 'ask for two periods'],
  ['a folder that there is not', ['ics', '--out', 'no/such/plan.ics'], 'There is no folder no/such.'],
  ['the name of a plan', ['json', '--out', 'plan.mos'], 'plan.mos is the name of a plan.'],
  ['another ending', ['xlsx', '--out', 'plan.pdf'], 'Name it with its own ending, as in --out plan.xlsx.'],
  ['a folder in place of a file', ['xlsx', '--out', 'empty'], 'empty is a folder.'],
  ['a place that cannot be written to', ['json', '--out', '/proc/plan.json'], 'could not be written'],
])('2: %s', async (_what, args, message) => {
  const cwd = folder({ 'plan.mos': 'owner ana "Ana Duarte" {}\n', empty: undefined });
  const { code, out, err } = await mos(['export', ...args], { cwd });
  expect(err).toContain(message);
  expect(err.trim().split('\n').length, 'what is wrong, and what to do').toBeGreaterThan(1);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(existsSync(join(cwd, 'all.csv'))).toBe(false);
});

test('2: two plans are not poured into one file', async () => {
  const cwd = folder({ 'a/mos.json': '{}', 'a/p.mos': 'owner a {}', 'b/mos.json': '{}', 'b/p.mos': 'owner b {}' });
  const { code, err } = await mos(['export', 'ics'], { cwd });
  expect(err).toBe('mos: There are 2 plans here: a, b.\nName the folder of one of them.\n');
  expect(code).toBe(2);
});
