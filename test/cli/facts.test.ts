/** Protects the facts of a week, noted from the terminal: the right line, the right layout, and no guess about what is meant. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, mos } from './mos.ts';

const PLAN = `// Our quarter.
owner ben "Ben Okafor"
owner cho "Cho Park"
objective q1_pipeline "Source $4M of pipeline" {
  quarter 2026-Q1
  dri ben
  metric engaged "Buying groups engaged" {
    output
    leading
    from 12 to 60
    read weekly
    reading 2026-01-30 27 // after the mail
    reading 2026-02-06 34 // before the fair
  }
  status 2026-01-23 on track "22 groups"

  milestone feb_groups "42 buying groups are engaged" { month 2026-02 dri cho }
}
week 2026-W06 {
  commitment brief "Publish the segment brief" { dri ben advances feb_groups } // with legal
}
week 2026-W07 {
  commitment list "Agree the account list with sales" { dri cho advances feb_groups }
  commitment calls "Call the engaged accounts" {
    dri cho
    advances feb_groups
  }
  commitment "Call the lost accounts" { dri ben advances feb_groups done 2026-02-10 }
}
week 2026-W09 { commitment fair "Call the accounts from the fair" { dri ben advances feb_groups } }
`;

const TODAY = ['--today', '2026-02-11'];

/** What is different afterwards: lines that went and came, as a diff has them. */
async function noted(...args: string[]): Promise<{ code: number; err: string; lines: string[]; after: string }> {
  const cwd = folder({ 'plan.mos': PLAN });
  const { code, out, err } = await mos([...args, ...TODAY], { cwd });
  const lines = out.split('\n').filter((line) => /^[+-](?![+-])/.test(line));
  return { code, err, lines, after: readFileSync(join(cwd, 'plan.mos'), 'utf8') };
}

test('done: in the line where it stands, and in a block on a line of its own; comments stay', async () => {
  expect(await noted('done', 'brief', '--on', '2026-02-06')).toMatchObject({
    code: 0,
    err: '',
    lines: [
      '-  commitment brief "Publish the segment brief" { dri ben advances feb_groups } // with legal',
      '+  commitment brief "Publish the segment brief" { dri ben advances feb_groups done 2026-02-06 } // with legal',
    ],
  });
  expect((await noted('done', 'calls')).lines).toEqual(['+    done 2026-02-11']);
  expect((await noted('done', 'feb_groups')).lines.at(-1)).toContain('dri cho met 2026-02-11 }');
});

test('a part of a title is enough: what is open and belongs to this week is meant', async () => {
  expect((await noted('done', 'call the')).lines).toEqual(['+    done 2026-02-11']);
});

test('where more than one may be meant, nothing is changed', async () => {
  const { code, err, after } = await noted('miss', 'the', 'ill');
  expect(code).toBe(2);
  expect(err).toBe(
    `mos: 2 are called that:
  list  Agree the account list with sales  commitment · week 7 of 2026, 9–15 February · Cho Park · ○ open
  calls  Call the engaged accounts  commitment · week 7 of 2026, 9–15 February · Cho Park · ○ open
Name one of them more closely, by its name or by more of its title.
`,
  );
  expect(after).toBe(PLAN);
});

test('a name that means nothing: the nearest are offered', async () => {
  expect(await noted('done', 'breif')).toMatchObject({
    code: 2,
    err: 'mos: There is no commitment or milestone called breif.\nDid you mean brief?\n',
    after: PLAN,
  });
});

test('missed and moved, with a reason', async () => {
  expect((await noted('miss', 'list', 'Sales was at the fair')).lines.at(-1)).toContain(
    'missed "Sales was at the fair" }',
  );
  expect((await noted('move', 'calls', '2026-W08', 'the list comes "first"')).lines).toEqual([
    '+    moved to 2026-W08 "the list comes \\"first\\""',
  ]);
  expect(await noted('move', 'calls', '2026-W08')).toMatchObject({
    code: 2,
    err: 'mos: People counted on it, so it needs a reason.\nSay why, as in: mos move calls 2026-W08 "the list comes first"\n',
    after: PLAN,
  });
});

test('a week that lies ahead is planned anew, without a word', async () => {
  const { lines } = await noted('move', 'fair', '2026-W10');
  expect(lines).toEqual([
    '-week 2026-W09 { commitment fair "Call the accounts from the fair" { dri ben advances feb_groups } }',
    '+week 2026-W10 { commitment fair "Call the accounts from the fair" { dri ben advances feb_groups } }',
  ]);
  expect(await noted('move', 'fair', '2026-W60')).toMatchObject({
    code: 2,
    err: expect.stringContaining('is no week'),
  });
  expect((await noted('move', 'feb_groups', '2026-W08', 'late')).err).toContain('A milestone moves to a month');
});

test('a first reading is counted like the goal', async () => {
  const first = PLAN.replace(/\n {4}reading .*/g, '').replace('from 12 to 60', 'from 18% to 33%');
  const cwd = folder({ 'plan.mos': first });
  const wrong = await mos(['reading', 'engaged', '22', ...TODAY], { cwd });
  expect(wrong).toMatchObject({
    code: 2,
    out: '',
    err: 'mos: "Buying groups engaged" is counted like 18%, so 22 cannot stand beside it; for a share, write 22%.\nNothing was changed.\n',
  });
  expect(readFileSync(join(cwd, 'plan.mos'), 'utf8')).toBe(first);
  expect(await mos(['reading', 'engaged', '22%', ...TODAY], { cwd })).toMatchObject({ code: 0, err: '' });
});

test('a reading takes its place among the days', async () => {
  expect((await noted('reading', 'engaged', '41')).lines).toEqual(['+    reading 2026-02-11 41']);
  const earlier = await noted('reading', 'engaged', '31', '--on', '2026-02-02');
  expect(earlier.after).toContain(
    'reading 2026-01-30 27 // after the mail\n    reading 2026-02-02 31\n    reading 2026-02-06 34 // before the fair',
  );
  expect(await noted('reading', 'engaged', 'many')).toMatchObject({ code: 2, after: PLAN });
  expect((await noted('reading', 'engaged', '40%')).err).toContain('counted like 34, so 40% cannot stand beside it');
  expect((await noted('reading', 'engaged', '34', '--on', '2026-02-06')).err).toContain(
    'has a reading of 2026-02-06, 34',
  );
});

test('a status with what could be done', async () => {
  expect((await noted('status', 'q1_pipeline', 'at', 'risk', 'the second play is late')).lines).toEqual([
    '+  status 2026-02-11 at risk "the second play is late"',
  ]);
  const rich = await noted(
    ...[
      'status',
      'q1_pipeline',
      'off track',
      'no deal',
      '--confidence',
      '30',
      '--option',
      'a',
      '--option',
      'b',
      '--recovery',
      'c',
    ],
  );
  expect(rich.lines).toEqual([
    '+  status 2026-02-11 off track "no deal" {',
    '+    confidence 30%',
    '+    option "a"',
    '+    option "b"',
    '+    recovery "c"',
    '+  }',
  ]);
  expect((await noted('status', 'q1_pipeline', 'fine')).err).toContain('"fine" does not begin with a status.');
});

test('--dry-run writes nothing, a day that lies ahead is no fact, and what is done is not done twice', async () => {
  expect(await noted('done', 'calls', '--dry-run')).toMatchObject({
    code: 0,
    lines: ['+    done 2026-02-11'],
    after: PLAN,
  });
  expect((await noted('done', 'calls', '--on', '2026-02-12')).err).toContain('2026-02-12 lies ahead.');
  expect((await noted('done', 'lost accounts')).err).toContain('is marked done already.');
});

test('the plan of another folder', async () => {
  const cwd = folder({ 'plans/plan.mos': PLAN });
  const { code } = await mos(['done', 'calls', '--in', 'plans', ...TODAY], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'plans/plan.mos'), 'utf8')).toContain('done 2026-02-11\n');
});

test('week: what it asks of everybody, or of one', async () => {
  const cwd = folder({ 'plan.mos': PLAN });
  const all = await mos(['week', ...TODAY], { cwd });
  expect(all).toMatchObject({ code: 0, err: '' });
  expect(all.out).toBe(`Week 7 of 2026, 9–15 February

Ben Okafor
  ✓ done  Call the lost accounts
  without a word from the weeks before
  ○ open  brief  Publish the segment brief
  to read
  engaged  Buying groups engaged

Cho Park
  ○ open  list  Agree the account list with sales
  ○ open  calls  Call the engaged accounts
`);
  const one = await mos(['week', '--owner', 'cho', '--week', '2026-W09', ...TODAY], { cwd });
  expect(one.out).toContain('1 milestone to say something about\n  ○ open  feb_groups  42 buying groups are engaged');
  const mine = await mos(['week', '--format', 'json', ...TODAY], { cwd, env: { MOS_OWNER: 'cho' } });
  expect(JSON.parse(mine.out).plans[0]).toMatchObject({ first: '2026-02-09', people: [{ owner: 'Cho Park' }] });
  expect((await mos(['week', '--owner', 'choo', ...TODAY], { cwd })).err).toContain('Did you mean cho');
});

test('week: what is older than four weeks is counted, and milestones and what waits stay on the list', async () => {
  const plan = PLAN.replace('// with legal', '').replace(
    'week 2026-W07 {',
    'week 2026-W05 { commitment fee "Agree the fee" { dri ben advances feb_groups blocked since 2026-01-28 "counsel is away" } }\nweek 2026-W07 {',
  );
  const { out } = await mos(['week', '--owner', 'ben', '--today', '2026-04-15'], { cwd: folder({ 'plan.mos': plan }) });
  expect(out).toContain('  without a word from the weeks before\n  2 older\n');
  expect(out).toContain('  waiting for something\n  ■ blocked  fee  Agree the fee  counsel is away\n');
  const cho = await mos(['week', '--owner', 'cho', '--today', '2026-04-15'], { cwd: folder({ 'plan.mos': plan }) });
  expect(cho.out).toContain('1 milestone to say something about\n  ○ open  feb_groups');
});

test('a reading of the day is corrected by --replace, and not without it', async () => {
  const wrong = ['reading', 'engaged', '43', '--on', '2026-02-06'];
  expect((await noted(...wrong)).err).toContain('has a reading of 2026-02-06, 34; --replace puts 43 in its place.');
  const { code, lines } = await noted(...wrong, '--replace');
  expect(code).toBe(0);
  expect(lines).toEqual([
    '-    reading 2026-02-06 34 // before the fair',
    '+    reading 2026-02-06 43 // before the fair',
  ]);
});

test('a week before the plan begins says when it does', async () => {
  const plan = 'owner ben "Ben"\nweek 2026-W09 { commitment "Call" { dri ben } }\n';
  const { out } = await mos(['week', ...TODAY], { cwd: folder({ 'plan.mos': plan }) });
  expect(out).toContain('Nothing is asked of anybody yet: the first promises are of week 9 of 2026, 23 February');
});

test('nothing moves into the past', async () => {
  expect(await noted('move', 'calls', '2026-W06', 'late')).toMatchObject({
    code: 2,
    err: 'mos: 2026-W06 is over.\nNothing moves into the past; name the week in which it will happen.\n',
    after: PLAN,
  });
});

test('week on a terminal: one promise after the other, written at the end', async () => {
  const cwd = folder({ 'plan.mos': PLAN });
  const fake = folder({ 'terminal.mjs': 'process.stdin.isTTY = true;\nprocess.stdout.isTTY = true;\n' });
  const env = { NODE_OPTIONS: `--import=${join(fake, 'terminal.mjs')}` };
  const { code, out } = await mos(['week', '--owner', 'cho', '--no-color', ...TODAY], {
    cwd,
    env,
    input: 'what\nv\n2026-W06\nsoon\nKW 9\n\n2026-W10\nSales is at the fair\nKept\n',
  });
  expect(code).toBe(0);
  for (const said of [
    'k: it was kept.',
    'to which week? (2026-W08)',
    '2026-W06 is over; choose 2026-W07 or a later week.',
    '"soon" is no week; write it as 2026-W08.',
    'People counted on it, so it needs a reason.',
    '"2026-W10" is a week, and no reason.',
    '2 of 2 promises noted.',
  ])
    expect(out).toContain(said);
  const after = readFileSync(join(cwd, 'plan.mos'), 'utf8');
  expect(after).toContain('moved to 2026-W09 "Sales is at the fair"');
  expect(after).toContain('    done 2026-02-11\n');
  expect(out.match(/^\+(?!\+)/gm)?.length).toBeGreaterThan(1);
});

test('a week of ten people is closed in less than a minute of typing', async () => {
  const people = 'ana ben cho dev elif fred gia hana igor jana'.split(' ');
  const plan = [
    'milestone feb "42 buying groups are engaged" { month 2026-02 }',
    ...people.map((name) => `owner ${name} "${name.charAt(0).toUpperCase()}${name.slice(1)}"`),
    'week 2026-W06 {',
    ...people.flatMap((name) => [
      `  commitment "What ${name} promised first" { dri ${name} advances feb }`,
      `  commitment "What ${name} promised second" { dri ${name} advances feb }`,
    ]),
    '}',
    '',
  ].join('\n');
  const cwd = folder({ 'plan.mos': plan });
  const fake = folder({ 'terminal.mjs': 'process.stdin.isTTY = true;\nprocess.stdout.isTTY = true;\n' });
  // Sixteen kept, two missed, one moved, one skipped.
  const input = `${'k\n'.repeat(8)}m\nLegal was late\n${'k\n'.repeat(6)}v\n\nSales is at the fair\nm\nill\n${'k\n'.repeat(2)}s\n`;
  // Three characters a second, as people type who look at the person that speaks.
  expect('mos week --ask'.length + input.length).toBeLessThan(3 * 60);
  const { code, out } = await mos(['week', '--ask', '--no-color', ...TODAY], {
    cwd,
    env: { NODE_OPTIONS: `--import=${join(fake, 'terminal.mjs')}` },
    input,
  });
  expect(code).toBe(0);
  expect(out).toContain('Elif: What elif promised first');
  const after = readFileSync(join(cwd, 'plan.mos'), 'utf8');
  // Kept in its own week, and so by its Friday.
  expect(after.match(/done 2026-02-06/g)).toHaveLength(16);
  expect(after).toContain('missed "Legal was late"');
  expect(after).toContain('moved to 2026-W07 "Sales is at the fair"');
  const left = await mos(['week', '--list', ...TODAY], { cwd });
  expect(left.out).toContain('without a word from the weeks before\n  ○ open  What jana promised second');
});
