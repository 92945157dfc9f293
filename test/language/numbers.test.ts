/** Protects what the facts add up to: each number by its definition, with what it counts and what it leaves out. */

import { readFileSync } from 'node:fs';
import { compile, defaultConfig, numbersOf, terms, termsPage } from '@mos/language';
import { describe, expect, test } from 'vitest';

const CASCADE = `owner ben "Ben Okafor" { capacity 2 }
owner cho "Cho Park"
frame fy26 "Win the mid-market" {
  year 2026
  budget $2M
  bet abm "Account marketing" { budget 60% capacity 50% }
  run "Trade shows" { budget 40% capacity 50% }
}
`;

function numbers(text: string, today: string) {
  const result = compile([{ file: 'plan.mos', text: CASCADE + text }], defaultConfig, today);
  return numbersOf(result.plan, today);
}

/** `label: 66.7% 2/3 (note)`. */
function figures(text: string, today: string, term: string): string[] {
  return numbers(text, today)
    .figures.filter((figure) => figure.term === term)
    .map(({ label, value, part, whole, note }) => {
      const of = part === undefined ? '' : ` ${part}/${whole}`;
      return `${label}: ${Number(value.toFixed(3))}${of}${note ? ` (${note})` : ''}`;
    });
}

test('kept rate: late and moved count against it, dropped and open are left out and said', () => {
  const text = `week 2026-W03 {
  commitment a { dri ben done 2026-01-16 }
  commitment b { dri ben done 2026-01-19 }
  commitment c { dri ben moved to 2026-W04 "late" done 2026-01-20 }
  commitment d { dri cho missed "ill" }
  commitment e { dri cho dropped "not needed" }
  commitment f { dri cho }
}
week 2026-W02 { commitment h { dri cho done 2026-01-07 } commitment i { dri cho blocked by ben } commitment j { dri cho } }
week 2026-W05 { commitment g { dri cho } }
`;
  expect(figures(text, '2026-01-26', 'kept-rate')).toEqual([
    'everybody: 0.4 2/5 (1 dropped, 1 blocked, 2 without a word)',
    '2026-W02: 1 1/1 (1 blocked, 1 without a word)',
    '2026-W03: 0.25 1/4 (1 dropped, 1 without a word)',
    'Ben Okafor: 0.333 1/3',
    'Cho Park: 0.5 1/2 (1 dropped, 1 blocked, 2 without a word)',
  ]);
});

test('programs: execution rate, velocity, time to market, and both accuracies', () => {
  const text = `program a { approved 2025-12-10 planned 2026-01-12 to 2026-01-30 shipped 2026-01-29 spec met budget $20k spent $25k }
program b { approved 2025-12-20 planned 2026-01-12 to 2026-01-30 shipped 2026-02-03 budget $10k spent €10k }
program c { planned 2026-01-12 to 2026-02-06 }
program d { planned 2026-01-12 to 2026-02-06 dropped "no money" }
program e { planned 2026-03-02 to 2026-03-20 }
program f { planned 2026-01-12 to 2026-01-30 shipped 2026-01-30 }
program g { planned 2026-01-12 to 2026-01-30 shipped 2026-01-30 spec missed "no translation" }
`;
  const on = '2026-02-10';
  expect(figures(text, on, 'execution-rate')).toEqual(['programs: 0.4 2/5 (1 dropped, the spec of 1 was not judged)']);
  expect(figures(text, on, 'velocity')).toEqual(['2 programs: 47.5']);
  expect(figures(text, on, 'time-to-market')).toEqual(['4 programs: 19']);
  expect(figures(text, on, 'planning-accuracy-time')).toEqual(['4 programs: 1.25']);
  expect(figures(text, on, 'planning-accuracy-money')).toEqual(['1 program: 0.25']);
});

test('balance, load and coverage', () => {
  const text = `objective q1 "Source pipeline" { advances abm quarter 2026-Q1 }
milestone jan "25 groups" { advances q1 month 2026-01 }
milestone lost "Nobody knows why" { month 2026-01 }
week 2026-W03 {
  commitment a { dri ben advances jan }
  commitment b { dri ben advances jan }
  commitment c { dri ben advances lost }
  commitment d { dri cho run }
  commitment e { dri cho advances jan dropped "no" }
}
`;
  const on = '2026-01-14';
  expect(figures(text, on, 'strategy-share')).toEqual([
    'budget of Win the mid-market: 0.6 (run holds 40%)',
    'capacity of Win the mid-market: 0.5 (run holds 50%)',
  ]);
  expect(figures(text, on, 'strategy-work-share')).toEqual(['commitments: 0.5 2/4 (1 run, 1 serve nothing)']);
  expect(figures(text, on, 'load')).toEqual(['Ben Okafor: 1.5 3/2']);
  expect(figures(text, on, 'coverage')).toEqual(['objectives: 1 1/1', 'milestones: 0.5 1/2', 'commitments: 0.75 3/4']);
});

test('attainment counts when the time is over; a forecast is measured by the way to go', () => {
  const text = `objective q1 "Source pipeline" {
  quarter 2026-Q1
  metric a { from 0 to 100 reading 2026-04-02 70 }
  metric b { from 200 to 100 forecast 2026-03-01 110 reading 2026-04-02 150 }
  metric c { from 0 to 10 dropped "no" }
}
`;
  expect(figures(text, '2026-03-20', 'attainment')).toEqual([]);
  expect(figures(text, '2026-04-10', 'attainment')).toEqual([
    'of all metrics: 0.333 1/3 (1 without a reading)',
    'of those not dropped: 0.5 1/2 (1 dropped)',
  ]);
  expect(figures(text, '2026-04-10', 'forecast-error')).toEqual(['1 metric: 0.4']);
});

describe('health of an objective', () => {
  const health = (inside: string, today: string) =>
    numbers(`objective q1 "Source pipeline" {\n  quarter 2026-Q1\n${inside}\n}`, today).objectives.map(
      ({ health: { word, reasons }, sixWeeks }) => [word, ...reasons, sixWeeks.verdict],
    )[0];
  const leading = (reading: string) => `metric m "Groups engaged" { output leading from 0 to 90 ${reading} }`;

  test('nothing to go by', () => {
    expect(health('', '2026-02-10')).toEqual(['unknown', 'nothing was read or said yet', 'no leading metric']);
  });

  test('by its leading metric', () => {
    expect(health(leading('reading 2026-02-14 45'), '2026-02-14')).toEqual([
      'on track',
      '"Groups engaged" is on pace',
      'early',
    ]);
    expect(health(leading('reading 2026-02-14 33'), '2026-02-14')).toEqual([
      'at risk',
      '"Groups engaged" is behind its pace',
      'early',
    ]);
    expect(health(leading('reading 2026-02-14 10'), '2026-02-18')).toEqual([
      'off track',
      '"Groups engaged" is far behind its pace',
      'no',
    ]);
    expect(health(leading('reading 2026-02-14 45'), '2026-02-18')).toEqual([
      'on track',
      '"Groups engaged" is on pace',
      'yes',
    ]);
    expect(health(leading('reading 2026-03-14 70'), '2026-03-20')?.at(-1)).toBe('not read');
  });

  test('by its milestones: one that did not come is a warning, most of them are more', () => {
    const jan = (word: string) => `milestone jan "25 groups" { month 2026-01 ${word} }`;
    const feb = (word: string) => `milestone feb "50 groups" { month 2026-02 ${word} }`;
    expect(health(jan('missed "late"'), '2026-02-14')?.slice(0, 2)).toEqual([
      'at risk',
      'the milestone that was due did not come',
    ]);
    expect(health(`${jan('missed "late"')} ${feb('missed "late"')}`, '2026-03-14')?.[0]).toBe('off track');
    expect(health(`${jan('met 2026-01-30')} ${feb('missed "late"')}`, '2026-03-14')?.[0]).toBe('at risk');
    expect(health(`${jan('met 2026-01-30')} ${feb('')}`, '2026-03-14')).toContain(
      'nobody said whether 1 of 2 milestones that were due came',
    );
    expect(health(`${jan('met 2026-01-30')} ${feb('met 2026-02-27')}`, '2026-03-14')).toContain(
      'every milestone that was due came',
    );
    expect(health(jan('met 2026-01-30'), '2026-02-14')?.[0]).toBe('on track');
    const expecting = `${leading('reading 2026-01-30 40')} milestone jan "40 groups" { month 2026-01 expect m at least 41 }`;
    expect(health(expecting, '2026-02-03')?.[0]).toBe('at risk');
  });

  test('a milestone of which nobody said anything came no more than it was missed', () => {
    const jan = 'milestone jan "25 groups" { month 2026-01 met 2026-01-30 }';
    const feb = 'milestone feb "50 groups" { month 2026-02 }';
    const read = leading('reading 2026-02-14 45 reading 2026-03-09 68');
    expect(health(`${read} ${jan} ${feb}`, '2026-03-09')?.slice(0, 3)).toEqual([
      'on track',
      'nobody said whether 1 of 2 milestones that were due came',
      '"Groups engaged" is on pace',
    ]);
    expect(health(`${leading('reading 2026-02-14 45')} ${feb}`, '2026-03-09')?.slice(0, 2)).toEqual([
      'unknown',
      'nobody said whether the milestone that was due came',
    ]);
    expect(health(`${jan} milestone f "50 groups" { month 2026-02 missed "late" } ${feb}`, '2026-03-09')).toEqual([
      'at risk',
      '1 of 3 milestones that were due did not come',
      'nobody said whether 1 of 3 milestones that were due came',
      'no leading metric',
    ]);
  });

  test('good news grows old by the rhythm of its metric, bad news stands', () => {
    const since = (inside: string, today: string) =>
      numbers(`objective q1 "Source pipeline" {\n  quarter 2026-Q1\n${inside}\n}`, today).objectives[0]?.health;
    const weekly = leading('read weekly reading 2026-02-06 37');
    expect(since(weekly, '2026-02-20')?.word).toBe('on track');
    expect(since(weekly, '2026-02-21')).toEqual({
      word: 'unknown',
      reasons: ['"Groups engaged" was on pace, when last read on 6 February'],
      since: '2026-02-06',
    });
    expect(since(leading('read monthly reading 2026-02-06 37'), '2026-03-20')?.word).toBe('on track');
    expect(since(leading('reading 2026-02-06 37'), '2026-02-21')?.since).toBe('2026-02-06');
    expect(since(leading('reading 2026-02-06 25'), '2026-03-30')).toEqual({
      word: 'at risk',
      reasons: ['"Groups engaged" was behind its pace, when last read on 6 February'],
    });
    expect(since('status 2026-02-06 on track', '2026-02-20')?.word).toBe('on track');
    expect(since('status 2026-02-06 on track', '2026-02-21')?.since).toBe('2026-02-06');
  });

  test('by its own word: a final one stands, an old one does not count', () => {
    expect(health('status 2026-03-30 partial "$3.7M"', '2026-03-31')).toEqual([
      'partial',
      '$3.7M',
      'no leading metric',
    ]);
    expect(health('status 2026-02-10 off track', '2026-02-14')?.slice(0, 2)).toEqual([
      'off track',
      'its DRI said off track on 10 February',
    ]);
    expect(health('status 2026-01-02 off track', '2026-03-01')?.[0]).toBe('unknown');
  });
});

test('every number has a definition, and the page shows all of them', () => {
  const used = new Set(numbers('commitment a { week 2026-W03 dri ben }', '2026-01-14').figures.map(({ term }) => term));
  const names = terms.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const term of used) expect(names).toContain(term);
  // `mos explain numbers --format markdown > packages/language/numbers.md` writes it anew.
  expect(readFileSync(new URL('../../packages/language/numbers.md', import.meta.url), 'utf8')).toBe(termsPage());
});
