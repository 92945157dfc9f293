/** Protects what comes into a plan from tables: what is understood and where it goes, what is left out and why, and evil files. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf, importable, keysOf, mappingOf, tableFor } from '@mos/language/exchange';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { xlsx } from '../../packages/cli/src/export/xlsx.ts';
import { importTables } from '../../packages/cli/src/formats.ts';
import { readCsv } from '../../packages/cli/src/import/csv.ts';
import { readXlsx } from '../../packages/cli/src/import/xlsx.ts';
import { Problem } from '../../packages/cli/src/problem.ts';
import { folder, mos } from './mos.ts';

const today = ['--today', '2026-01-20'];

const PLAN = `// Who we are.
team demand "Demand Generation" { lead ana }
owner ana "Ana Duarte" { role "CMO" } // the lead
owner ben "Ben Okafor" { role "Demand" team demand reports to ana }

frame fy26 "Win the mid-market" {
  year 2026
  dri ana
  why "It stays longest."
}

objective pipeline "Source $4M" {
  advances fy26
  quarter 2026-Q1
  dri ben
  metric engaged "Groups engaged" { output leading from 12 to 60 }
  metric sourced "Pipeline" {
    outcome lagging
    from $1.2M to $4M
    reading 2026-01-09 $1.3M // slow start
  }
  milestone jan_groups "20 groups are engaged" { month 2026-01 dri ben }
}

// The weeks.
week 2026-W03 {
  commitment brief "Publish the brief" { dri ben advances jan_groups } // first of all
}
week 2026-W05 {
  commitment "Call the ten best accounts" { dri ben advances jan_groups }
}
`;

async function imported(
  table: string | Uint8Array,
  args: string[] = [],
  { plan = PLAN, format = 'csv' }: { plan?: string; format?: string } = {},
) {
  const cwd = folder({ 'plan.mos': plan, 'table.csv': table });
  const run = await mos(['import', format, 'table.csv', ...today, ...args], { cwd });
  return { ...run, cwd, plan: readFileSync(join(cwd, 'plan.mos'), 'utf8') };
}

test('help knows the tables that come in', () => {
  expect(importTables).toEqual(importable);
});

describe('commitments', () => {
  test('new ones stand with their siblings, and comments and layout stay', async () => {
    const { code, out, err, plan } = await imported(
      'Title,Week,DRI,Advances\nWrite the play,2026-W03,Ben Okafor,jan_groups\nSend the play,2026-W04,ben,pipeline.jan_groups\n',
    );
    expect(err).toBe('commitments: 2 added, 0 changed, 0 as they were\n');
    expect(code).toBe(0);
    expect(plan).toBe(
      PLAN.replace(
        '// first of all\n}\n',
        '// first of all\n  commitment "Write the play" { dri ben advances jan_groups }\n}\nweek 2026-W04 {\n  commitment "Send the play" { dri ben advances jan_groups }\n}\n',
      ),
    );
    expect(out).toContain('+  commitment "Write the play" { dri ben advances jan_groups }\n');
  });

  test('cells that say otherwise change what is there; empty ones say nothing', async () => {
    const { err, plan } = await imported(
      'Name,Title,Week,DRI,State,On,Reason,Why\nbrief,Publish the segment brief,2026-W03,,done,2026-01-16,,Sales waits for it\n',
    );
    expect(err).toBe('commitments: 0 added, 1 changed, 0 as they were\n');
    expect(plan).toContain(
      '  commitment brief "Publish the segment brief" { dri ben advances jan_groups why "Sales waits for it" done 2026-01-16 } // first of all\n',
    );
  });

  test('a row that is not understood is left out, with the reason, and the others come in', async () => {
    const { code, err, plan } = await imported(
      [
        'Title,Week,DRI,Advances,State,Reason',
        'One,2026-W03,Bem Okafor,jan_groups,,',
        'Two,2026-W54,ben,jan_groups,,',
        'Three,2026-W03,ben,feb_groups,,',
        'Four,2026-W03,ben,jan_groups,perhaps,',
        'Five,2026-W03,ben,jan_groups,missed,',
        ',2026-W03,ben,jan_groups,,',
        'Seven,2026-W03,ben,jan_groups,,',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(plan).toContain('commitment "Seven"');
    expect(err.trim().split('\n')).toEqual([
      'commitments: 1 added, 0 changed, 0 as they were, 6 left out',
      '  row 2: DRI: there is no person "Bem Okafor" in the plan; did you mean "Ben Okafor"?',
      expect.stringMatching(/^ {2}row 3: Week: "2026-W54" is no week; /),
      expect.stringMatching(/^ {2}row 4: Advances: there is no milestone or objective "feb_groups" in the plan/),
      '  row 5: State: "perhaps" is no state; it is open, done, missed, moved, dropped or blocked',
      expect.stringMatching(/^ {2}row 6: State: .*reason/),
      '  row 7: Title: it has neither a name nor a title',
    ]);
  });

  test('another week moves it: quietly while its own lies ahead, with a reason once it has begun', async () => {
    const { code, err, plan } = await imported(
      'Name,Title,Week,DRI,Advances,Reason\n,Call the ten best accounts,2026-W04,ben,jan_groups,\nbrief,,2026-W05,,,\n',
    );
    expect(err).toContain('commitments: 0 added, 1 changed, 0 as they were, 1 left out\n');
    expect(err).toContain('row 2: "Call the ten best accounts" moves from 2026-W05 to 2026-W04');
    expect(err).toContain('row 3: Week: its week has begun, so it is moved with a reason');
    expect(code).toBe(1);
    expect(plan).toBe(PLAN.replace('week 2026-W05', 'week 2026-W04'));
    const named = await imported('Name,Week,Reason\ncalls,2026-W04,\nbrief,2026-W05,Legal first\n', [], {
      plan: PLAN.replace('commitment "Call', 'commitment calls "Call'),
    });
    expect(named.code).toBe(0);
    expect(named.plan).toContain('week 2026-W04 {\n  commitment calls');
    expect(named.plan).toContain('moved to 2026-W05 "Legal first"');
  });

  test('what is done has a day: today, or the last working day of a week that is over', async () => {
    const { plan } = await imported('Title,Week,Status\nPublish the brief,2026-W03,completed\n');
    expect(plan).toContain('done 2026-01-16 } // first of all');
  });

  test('dates, week numbers and words of other programs', async () => {
    const { plan, code } = await imported(
      'Task;Assignee;Due date;Milestone\nA;Ben Okafor;21.01.2026;jan_groups\nB;ben;W05 2026;jan_groups\n',
    );
    expect(code).toBe(0);
    expect(plan).toContain('week 2026-W04 {\n  commitment "A"');
    expect(plan).toContain('  commitment "B" { dri ben advances jan_groups }\n}\n');
  });
});

test('a plan without weeks gets them at its end, with the line endings, the mark and the tabs that it has', async () => {
  const plan = PLAN.replace(/\n\/\/ The weeks[\s\S]*$/, '')
    .replaceAll('\n', '\r\n')
    .replaceAll('  ', '\t');
  const table = 'Title,Week,DRI,Advances\nB,2026-W05,ben,jan_groups\nA,2026-W04,ben,jan_groups\n';
  const { code, plan: after } = await imported(table, ['--allow-errors'], { plan: `\uFEFF${plan}` });
  expect(code).toBe(0);
  const blocks = ['A', 'B'].map(
    (title, at) => `\r\nweek 2026-W0${4 + at} {\r\n  commitment "${title}" { dri ben advances jan_groups }\r\n}\r\n`,
  );
  expect(after).toBe(`\uFEFF${plan}${blocks.join('')}`);
});

test('milestones stand behind the last one of their objective', async () => {
  const { code, plan } = await imported(
    'Name,Title,Month,DRI,Objective\nfeb_groups,40 groups are engaged,Feb 2026,Ana Duarte,Source $4M\n',
  );
  expect(code).toBe(0);
  expect(plan).toContain(
    '  milestone jan_groups "20 groups are engaged" { month 2026-01 dri ben }\n  milestone feb_groups "40 groups are engaged" { month 2026-02 dri ana }\n}\n',
  );
});

test('people stand with their team, and get a name to be referred to', async () => {
  const { code, plan } = await imported(
    'Full name,Job title,Department,Manager,Capacity\nÉlodie Martin,Campaigns,Demand Generation,Ben Okafor,4\nBen Okafor,"Director, Demand",,,\n',
  );
  expect(code).toBe(0);
  expect(plan).toContain(
    'owner ben "Ben Okafor" { role "Director, Demand" team demand reports to ana }\nowner elodie "Élodie Martin" { role "Campaigns" team demand reports to ben capacity 4 }\n',
  );
});

test('what the plan says of days that are still to come is not said again', async () => {
  const later = PLAN.replace('reading 2026-01-09 $1.3M // slow start', 'reading 2026-02-09 $1.3M').concat(
    'week 2026-W02 {\n  commitment call "Call ten partners" { dri ben advances pipeline.jan_groups done 2026-02-09 }\n}\n',
  );
  const readings = await imported('Metric,On,Value\npipeline.sourced,2026-02-09,$1.3M\n', [], { plan: later });
  expect(readings.err).toContain('readings: 0 added, 0 changed, 1 as they were\n');
  expect(readings.plan).toBe(later);
  const work = await imported('Name,Week,State,On\ncall,2026-W02,done,2026-02-09\n', [], { plan: later });
  expect(work.err).toContain('row 2: State: the plan says what became of it after 2026-01-20');
  expect(work.plan).toBe(later);
});

test('readings go into their metric in the order of their days, and count like those before', async () => {
  const { code, err, plan } = await imported(
    'KPI;Date;Value;Note\nPipeline;2026-01-16;$1,4M;\nPipeline;02.01.2026;$1,25M;before\nengaged;2026-01-16;14;\nengaged;2026-01-09;12;\nPipeline;2026-01-09;$1,3M;\nPipeline;2026-01-19;30%;\n',
  );
  expect(plan).toContain(
    '    from $1.2M to $4M\n    reading 2026-01-02 $1.25M "before"\n    reading 2026-01-09 $1.3M // slow start\n    reading 2026-01-16 $1.4M\n',
  );
  expect(plan).toContain('{ output leading from 12 to 60 reading 2026-01-09 12 reading 2026-01-16 14 }');
  expect(err).toContain('row 7: Value: "Pipeline" is counted like $1.3M, so 30% cannot stand beside it');
  expect(code).toBe(1);
});

test('a first reading is counted like the goal, and none comes from a day that lies ahead', async () => {
  const plan = PLAN.replace(/\n {4}reading .*/, '');
  const {
    code,
    err,
    plan: after,
  } = await imported(
    'Metric;On;Value;Kind\npipeline.sourced;2026-01-16;1.234.567,89 €;\npipeline.sourced;2026-03-16;$2M;\npipeline.sourced;2026-03-16;$2M;forecast\n',
    [],
    { plan },
  );
  expect(err).toContain('row 2: Value: "Pipeline" is counted like $1.2M, so €1,234,567.89 cannot stand beside it');
  expect(err).toContain('row 3: On: 2026-03-16 lies ahead, and a fact has a day that has come');
  expect(after).toContain('forecast 2026-03-16 $2M');
  expect(after).not.toContain('reading');
  expect(code).toBe(1);
});

test('a number that changes is said, from what to what', async () => {
  const { err, plan } = await imported('Metric,On,Value\npipeline.sourced,2026-01-09,$1.5M\n');
  expect(err).toContain('row 2: "Pipeline" of 2026-01-09 changes from $1.3M to $1.5M');
  expect(plan).toContain('reading 2026-01-09 $1.5M');
});

test('nothing is done on a day that lies ahead', async () => {
  const { code, err, plan } = await imported('Name,Week,State,On\nbrief,2026-W03,done,2026-03-16\n');
  expect(err).toContain('On: 2026-03-16 lies ahead, and a fact has a day that has come');
  expect(plan).toBe(PLAN);
  expect(code).toBe(1);
});

test('a week without a year is the nearest one, and where it is empty the due date says it', async () => {
  const { code, err, plan } = await imported(
    'Task;Who;KW;Due date;Status\nOne;ben;5;;offen\nTwo;ben;KW 6;;\nThree;ben;W07;31/12/2026;\nFour;ben;;15 Feb 2026;\nFive;ben;;25/02/2026;\nSix;ben;52;;\n',
    ['--allow-errors'],
  );
  for (const [week, title] of [
    ['2026-W05', 'One'],
    ['2026-W06', 'Two'],
    ['2026-W07', 'Three'],
    ['2026-W07', 'Four'],
    ['2026-W09', 'Five'],
    ['2025-W52', 'Six'],
  ])
    expect(plan.split(`week ${week} {`)[1]?.split(/^\}/m)[0]).toContain(`commitment "${title}" { dri ben`);
  expect(err).toContain('commitments: 6 added, 0 changed, 0 as they were\n');
  expect(code).toBe(0);
});

test('the edited week of a promise without a name moves it, and makes no second one', async () => {
  const moved = await imported('Title,Week,DRI\nCall the ten best accounts,2026-W04,ben\n');
  expect(moved.err).toContain('commitments: 0 added, 1 changed');
  expect(moved.err).toContain('row 2: "Call the ten best accounts" moves from 2026-W05 to 2026-W04');
  expect(moved.plan.split('Call the ten best accounts')).toHaveLength(2);
  expect(moved.plan).toContain('week 2026-W04 {\n  commitment "Call the ten best accounts"');
  const both = await imported(
    'Title,Week,DRI\nCall the ten best accounts,2026-W05,ben\nCall the ten best accounts,2026-W04,ben\n',
  );
  expect(both.err).toContain('commitments: 1 added, 0 changed, 1 as they were\n');
  expect(both.err).not.toContain('moves from');
  const begun = PLAN.replace('week 2026-W05', 'week 2026-W04');
  const second = await imported('Title,Week,DRI\nCall the ten best accounts,2026-W05,ben\n', [], { plan: begun });
  expect(second.err).toContain('row 2: it is new in 2026-W05, and "Call the ten best accounts" stands in 2026-W04 too');
});

describe('columns', () => {
  test('are guessed by what people call them', () => {
    expect(mappingOf('commitments', ['Task', 'Who', 'KW', 'Goal', 'Statuss', 'Mood']).keys).toEqual([
      'title',
      'dri',
      'week',
      'advances',
      'state',
      undefined,
    ]);
    expect(mappingOf('owners', ['Name', 'Position', 'E-Mail', 'Reports To']).keys).toEqual([
      'title',
      'role',
      'email',
      'reports',
    ]);
    expect(tableFor(['Task', 'Due week'])).toBe('commitments');
    expect(tableFor(['KPI', 'Date', 'Actual'])).toBe('readings');
    expect(tableFor(['Colour', 'Size'])).toBeUndefined();
    expect(mappingOf('owners', ['__proto__', 'constructor', 'toString']).keys).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(importable)('every header of %s is understood as its own column', (table) => {
    const headers = columnsOf[table].map(({ header }) => header);
    expect(mappingOf(table, headers).keys.filter(Boolean).toSorted()).toEqual(keysOf(table).toSorted());
    expect(mappingOf(table, headers).unknown).toEqual([]);
  });

  test('what a person says counts, and is remembered beside the plan', async () => {
    const table = 'Was,Wer,Woche,Ziel,Laune\nAnrufen,ben,2026-W05,jan_groups,gut\n';
    const unclear = await imported(table);
    expect(unclear).toMatchObject({ code: 2, out: '', plan: PLAN });
    expect(unclear.err).toContain(
      'It is not clear what the table holds; its columns are Was, Wer, Woche, Ziel, Laune.',
    );
    const maps = ['Was=title', 'Wer=DRI', 'Woche=week', 'Ziel=advances', 'Laune=-'].flatMap((map) => ['--map', map]);
    const { code, err, cwd, plan } = await imported(table, ['--table', 'commitments', ...maps]);
    expect({ code, err }).toEqual({ code: 0, err: 'commitments: 1 added, 0 changed, 0 as they were\n' });
    expect(plan).toContain('commitment "Anrufen" { dri ben advances jan_groups }');
    expect(JSON.parse(readFileSync(join(cwd, 'mos-import.json'), 'utf8'))).toEqual({
      commitments: { Was: 'title', Wer: 'dri', Woche: 'week', Ziel: 'advances', Laune: '-' },
    });
    writeFileSync(join(cwd, 'next.csv'), table.replace('Anrufen', 'Schreiben'));
    const next = await mos(['import', 'csv', 'next.csv', ...today], { cwd });
    expect(next).toMatchObject({ code: 0, err: 'commitments: 1 added, 0 changed, 0 as they were\n' });
  });

  test('a memory that somebody broke is said, and nothing is guessed from it', async () => {
    for (const text of ['{', '[]', '{ "tasks": {} }', '{ "commitments": { "Wer": "__proto__" } }']) {
      const cwd = folder({ 'plan.mos': PLAN, 't.csv': 'Title,Week\nA,2026-W05\n', 'mos-import.json': text });
      const { code, err } = await mos(['import', 'csv', 't.csv', ...today], { cwd });
      expect(err).toContain('mos-import.json is not as mos wrote it');
      expect(code).toBe(2);
    }
  });
});

test('--dry-run shows and writes nothing, not even what was said of columns', async () => {
  const { code, out, err, cwd, plan } = await imported('Was,Week,DRI,Advances\nA,2026-W05,ben,jan_groups\n', [
    '--dry-run',
    '--map',
    'Was=title',
  ]);
  expect(out).toContain('+  commitment "A" { dri ben advances jan_groups }');
  expect(err).toContain('Nothing was written (--dry-run).');
  expect({ code, plan }).toEqual({ code: 0, plan: PLAN });
  expect(existsSync(join(cwd, 'mos-import.json'))).toBe(false);
});

test('a plan does not get errors that it did not have, unless they are wanted', async () => {
  const table = 'Title,Week,DRI\nRedesign the booth,2026-W05,ben\n';
  const { code, err, plan } = await imported(table);
  expect(err).toContain(
    'Nothing was written: the plan would have new errors.\n  "Redesign the booth" advances no milestone (cascade/orphaned-commitment)\n',
  );
  expect({ code, plan }).toEqual({ code: 1, plan: PLAN });
  const wanted = await imported(table, ['--allow-errors']);
  expect(wanted.code).toBe(0);
  expect(wanted.plan).toContain('commitment "Redesign the booth" { dri ben }');
});

test('a workbook that mos made, edited, comes back sheet by sheet', async () => {
  const cwd = folder({ 'plan.mos': PLAN });
  expect(await mos(['export', 'xlsx', '--out', 'plan.xlsx', ...today], { cwd })).toMatchObject({ code: 0 });
  const same = await mos(['import', 'xlsx', 'plan.xlsx', ...today], { cwd });
  expect(same.out).toBe('');
  expect(same.code).toBe(0);
  expect(same.err).toContain(
    'commitments: 0 added, 0 changed, 2 as they were\nreadings: 0 added, 0 changed, 1 as they were\n',
  );
  const sheet = (title: string, headers: string[], row: Record<string, string>) => ({
    name: 'owners' as const,
    title,
    columns: headers.map((key) => ({ key, header: key, type: 'text' as const, width: 10 })),
    rows: [row],
  });
  const edited = await xlsx([
    sheet('Commitments', ['Title', 'Week', 'DRI', 'Advances'], {
      Title: 'Meet cho',
      Week: '2026-W05',
      DRI: 'cho',
      Advances: 'jan_groups',
    }),
    sheet('Owners', ['Name', 'Full name', 'Role'], { Name: 'cho', 'Full name': 'Cho Lin', Role: 'Accounts' }),
  ]);
  writeFileSync(join(cwd, 'edited.xlsx'), edited);
  const slip = await mos(['import', 'xlsx', 'edited.xlsx', '--map', 'Tittle=title', ...today], { cwd });
  expect({ code: slip.code, out: slip.out }).toEqual({ code: 2, out: '' });
  expect(slip.err).toContain('No sheet has the column that --map Tittle=title speaks of.\n');
  // People come before their work, wherever their sheet stands.
  const { code, err } = await mos(['import', 'xlsx', 'edited.xlsx', ...today], { cwd });
  expect(err).toBe('owners: 1 added, 0 changed, 0 as they were\ncommitments: 1 added, 0 changed, 0 as they were\n');
  expect(code).toBe(0);
});

describe('evil tables', () => {
  const problem = async (read: () => unknown): Promise<string> => {
    try {
      await read();
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      return (error as Problem).message;
    }
    return 'it was read';
  };
  const csvOf = (text: string | Uint8Array) => readCsv(typeof text === 'string' ? Buffer.from(text) : text, 't.csv');
  const book = (sheet: string, more: Record<string, Uint8Array> = {}) =>
    zipSync({ ...parts(sheet), ...more }, { level: 1 });
  const rowOf = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

  test('marks, alphabets and separators', () => {
    const rows = (bytes: Uint8Array) => readCsv(bytes, 't.csv').sheets[0]?.rows[0]?.cells[0];
    expect(rows(Buffer.from('\uFEFFTitle,Week\nÉté,1\n'))).toBe('Été');
    expect(rows(Buffer.from('Title;Week\r\nÉté;1\r\n', 'latin1'))).toBe('Été');
    expect(csvOf(Buffer.from('Title;Week\nÉté;1\n', 'latin1')).notes[0]).toContain('was read as Windows-1252');
    expect(rows(Buffer.from('\uFEFFTitle\tWeek\nÉté\t1\n', 'utf16le'))).toBe('Été');
    expect(rows(Buffer.from('sep=|\r\nTitle|Week\r\nÉté|1\r\n'))).toBe('Été');
    expect(csvOf('sep=;\nTitle;Week\na;1\n').sheets[0]?.rows[0]?.number).toBe(3);
    expect(csvOf('\n\n"Ti;tle",Week\n"a\nb",1\n').sheets[0]).toMatchObject({
      headers: ['Ti;tle', 'Week'],
      rows: [{ number: 4 }],
    });
  });

  test.each([
    ['commas, where some number can be read so alone', '1.234,5;3.125;1,5', true],
    ['commas, where nothing tells', '3.125;3.125;3.125', true],
    ['points, where some number can be read so alone', '107.5%;3.125;0.173', false],
    ['points beside days and titles', '16.01.2026;Hold 1,5 reviews;$1.2M', false],
  ])('decimals of a table of semicolons: %s', (_what, row, decimalComma) => {
    const { sheets, notes } = csvOf(`A;B;C\n${row}\n`);
    expect(sheets[0]?.decimalComma).toBe(decimalComma);
    expect(notes).toEqual(decimalComma ? [expect.stringContaining('1.234 as 1,234')] : []);
  });

  test('what is no CSV', async () => {
    expect(await problem(() => csvOf('Title,Week\n"never closed,1\n'))).toContain(
      'Row 2 of t.csv has a quote that is not closed',
    );
    expect(await problem(() => csvOf(''))).toBe('There is nothing in t.csv.');
    expect(await problem(() => csvOf(' , \n,\n'))).toBe('There is nothing in t.csv.');
    expect(await problem(() => csvOf(Buffer.from([1, 0, 2, 0, 3])))).toBe('t.csv holds bytes that no text has.');
    expect(await problem(() => csvOf(book(rowOf(''))))).toBe('t.csv is a workbook and no CSV.');
  });

  test('a million rows, and a million columns', async () => {
    expect(await problem(() => csvOf(`Title,Week\n${'a,1\n'.repeat(1_000_000)}`))).toBe(
      't.csv has more than 100,000 rows.',
    );
    expect(await problem(() => csvOf(`Title,Week${',x'.repeat(100_000)}\na,1\n`))).toBe(
      'The table has more than 500 columns.',
    );
  });

  test('what is no workbook', async () => {
    const read = (bytes: Uint8Array) => problem(() => readXlsx(bytes, 't.xlsx'));
    expect(await read(Buffer.from('Title,Week\n'))).toBe('t.xlsx is no Excel workbook.');
    expect(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe(
      't.xlsx is an old .xls file, or one with a password.',
    );
    expect(await read(Buffer.from('PK\u0003\u0004 and then nothing of the kind'))).toContain(
      't.xlsx is no workbook that can be read',
    );
    expect(await read(zipSync({ 'a.xml': strToU8('<a/>') }))).toContain('t.xlsx is no workbook that can be read');
    expect(await read(book('<sheetData><row r="1"><c r="A1" t="s"><v>99</v>'))).toContain(
      't.xlsx is no workbook that can be read',
    );
  });

  test('a bomb is not unpacked, whatever it says about itself', async () => {
    const zeros = new Uint8Array(70 * 1024 * 1024);
    const bomb = book(rowOf(''), { 'xl/worksheets/sheet2.xml': zeros });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problem(() => readXlsx(bomb, 't.xlsx'))).toContain(
      't.xlsx unpacks to more than a table of a plan can be',
    );
    // Its directory may claim that it is small: the sizes stand at fixed places of its records.
    const liar = Buffer.from(bomb);
    const record = liar.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    liar.writeUInt32LE(10, record + 24);
    expect(await problem(() => readXlsx(liar, 't.xlsx'))).toContain(
      't.xlsx unpacks to more than a table of a plan can be',
    );
  });

  test('a cell at the far end of a sheet does not make a million rows', async () => {
    for (const cells of ['<c r="A1048576"><v>1</v></c>', '<c r="XFD1"><v>1</v></c>'])
      expect(await problem(() => readXlsx(book(rowOf(cells)), 't.xlsx'))).toMatch(
        /has more than (100,000 rows|500 columns)\.$/,
      );
    expect(
      await problem(() => readXlsx(book('<sheetData><row r="1048576"><c><v>1</v></c></row></sheetData>'), 't.xlsx')),
    ).toContain('rows');
  });

  test('formulas are not run: what they came to is read, and said', async () => {
    const { sheets, notes } = await readXlsx(
      book(rowOf('<c r="A1" t="str"><f>HYPERLINK("http://x.example")</f><v>Title</v></c>')),
      't.xlsx',
    );
    expect(sheets[0]?.headers).toEqual(['Title']);
    expect(notes).toEqual([
      't.xlsx holds 1 formula; what Excel computed last was read, and no formula comes into the plan.',
    ]);
  });

  test('texts of a table are texts of the plan, and nothing else', async () => {
    const evil = '"} owner eve ""Eve"" { }\n// mos-allow-file cascade/orphaned-commitment: mine"';
    const { code, plan } = await imported(`Title,Week,DRI,Advances,Why\n${evil},2026-W05,ben,jan_groups,${evil}\n`);
    expect(code).toBe(0);
    expect(plan).toContain('\\n// mos-allow-file');
    expect(plan.split('\n').filter((line) => /^\s*(owner eve|\/\/ mos-allow)/.test(line))).toEqual([]);
  });

  test('earlier facts cannot carry anything else in', async () => {
    const { code, err, plan } = await imported(
      'Title,Week,DRI,Advances,State,On,Earlier facts\nA,2026-W05,ben,jan_groups,done,2026-01-20,"missed ""x"" } owner eve {"\n',
    );
    expect(err).toContain('Earlier facts: its earlier facts are not written as in a plan');
    expect({ code, plan }).toEqual({ code: 1, plan: PLAN });
  });
});

test.each([
  ['a table that is not there', ['csv', 'none.csv'], 'none.csv could not be read: there is nothing there.'],
  ['a folder', ['csv', 'empty'], 'empty is no file.'],
  ['a format that there is not', ['json', 't.csv'], 'There is no format "json"; there are csv, xlsx.'],
  [
    'a column that is not there',
    ['csv', 't.csv', '--map', 'Tite=title'],
    'There is no column Tite.\nDid you mean Title?',
  ],
  [
    'a property that there is not',
    ['csv', 't.csv', '--map', 'Title=colour'],
    'commitments have nothing called colour.',
  ],
  ['half of a mapping', ['csv', 't.csv', '--map', 'Title'], '--map Title names no column and what it is.'],
  [
    'a table without weeks',
    ['csv', 'no-week.csv', '--table', 'commitments'],
    'No column of the table says the week of commitments.',
  ],
])('2: %s', async (_what, args, message) => {
  const cwd = folder({
    'plan.mos': PLAN,
    't.csv': 'Title,Week\nA,2026-W05\n',
    'no-week.csv': 'Title\nA\n',
    empty: undefined,
  });
  const { code, out, err } = await mos(['import', ...args, ...today], { cwd });
  expect(err).toContain(message);
  expect(err.trim().split('\n').length, 'what is wrong, and what to do').toBeGreaterThan(1);
  expect({ code, out, plan: readFileSync(join(cwd, 'plan.mos'), 'utf8') }).toEqual({ code: 2, out: '', plan: PLAN });
});

/** The least that a workbook is: one sheet. */
function parts(sheet: string): Record<string, Uint8Array> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return Object.fromEntries(
    Object.entries({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rels}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    }).map(([name, text]) => [name, strToU8(text)]),
  );
}
