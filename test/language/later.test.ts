/** Protects the replay of earlier days: a fact that is dated after the day is in the text, and nobody knows it yet. */

import { cameTrue, compile, defaultConfig, healthOf, isDropped, numbersOf, readingsOf, stateOf } from '@mos/language';
import { describe, expect, test } from 'vitest';

const PLAN = `owner ben "Ben" { capacity 2 }
gate legal "Legal" { kind legal dri ben }
objective q "Source pipeline" {
  quarter 2026-Q1
  dri ben
  status 2026-01-20 on track "so far"
  status 2026-02-20 at risk "two deals slipped"
  metric engaged "Groups engaged" { output leading from 0 to 90 reading 2026-01-31 20 reading 2026-02-20 60 forecast 2026-02-20 80 }
  milestone jan "January" { month 2026-01 dri ben met 2026-01-30 }
}
program pilot "Pilot" {
  advances q dri ben approved 2026-01-05 planned 2026-01-12 to 2026-01-30 shipped 2026-01-29 spec met budget $10k spent $9k review "good"
}
week 2026-W03 {
  commitment a "A" { dri ben advances jan done 2026-01-16 }
  commitment b "B" { dri ben advances jan blocked by legal since 2026-01-15 "waits" }
  commitment c "C" { dri ben advances jan missed "ill" }
}
commitment e "E" { dri ben advances jan week 2026-W09 moved to 2026-W10 "first the list" }
week 2026-W04 { commitment d "D" { dri ben advances jan done 2026-01-21 } }
bet x "X" { status 2026-03-01 dropped "no money" }
`;

function on(today: string) {
  const { plan, findings } = compile([{ file: 'plan.mos', text: PLAN }], defaultConfig, today);
  const named = (name: string) => {
    const [node] = plan.names.bearersOf(name);
    if (!node) throw new Error(`no ${name}`);
    return node;
  };
  return { plan, findings, named, today };
}

describe('on an earlier day', () => {
  test('a promise is kept and a milestone met from the day of the word on', () => {
    const word = (name: string, today: string) => stateOf(on(today).named(name))?.word;
    expect(word('a', '2026-01-15')).toBeUndefined();
    expect(word('a', '2026-01-16')).toBe('done');
    expect(word('b', '2026-01-14')).toBeUndefined();
    expect(word('b', '2026-01-15')).toBe('blocked');
    const came = (today: string) => {
      const { plan, named } = on(today);
      return cameTrue(plan, named('jan'), today);
    };
    expect(came('2026-01-29')).toBeUndefined();
    expect(came('2026-01-30')).toBe(true);
  });

  test('a word without a date counts once its own time is over, on days that later facts have left behind', () => {
    const word = (name: string, today: string) => stateOf(on(today).named(name))?.word;
    expect(word('c', '2026-01-18')).toBeUndefined();
    expect(word('c', '2026-01-19')).toBe('missed');
    expect(word('e', '2026-02-28')).toBeUndefined();
    expect(word('e', '2026-03-01')).toBe('moved');
  });

  test('today, a word without a date counts whenever it was said', () => {
    const text =
      'week 2026-W05 { commitment c "C" { missed "ill" } commitment d "D" { moved to 2026-W06 "first the list" } }';
    const { plan } = compile([{ file: 'plan.mos', text }], defaultConfig, '2026-01-20');
    expect(plan.nodesOf('commitment').map((node) => stateOf(node)?.word)).toEqual(['missed', 'moved']);
  });

  test('the last status is the last one that had been said', () => {
    const health = (today: string) => {
      const { plan, named } = on(today);
      return healthOf(plan, named('q'), today).word;
    };
    expect(health('2026-01-21')).toBe('on track');
    expect(health('2026-02-21')).toBe('at risk');
    expect(isDropped(on('2026-02-28').named('x'))).toBe(false);
    expect(isDropped(on('2026-03-01').named('x'))).toBe(true);
  });

  test('readings stand from their day on, those of a month from its first', () => {
    const count = (today: string) => readingsOf(on(today).named('engaged'), defaultConfig.calendar).length;
    expect([count('2026-01-30'), count('2026-01-31'), count('2026-02-20')]).toEqual([0, 1, 2]);
  });

  test('a program has not shipped, and nobody knows what it cost or whether it fits', () => {
    const properties = (today: string) => {
      const pilot = on(today).named('pilot');
      return ['approved', 'planned', 'shipped', 'spec', 'budget', 'spent', 'review'].filter((key) => pilot.has(key));
    };
    expect(properties('2026-01-01')).toEqual(['planned', 'budget']);
    expect(properties('2026-01-28')).toEqual(['approved', 'planned', 'budget']);
    expect(properties('2026-01-29')).toEqual(['approved', 'planned', 'shipped', 'spec', 'budget', 'spent', 'review']);
  });

  test('no number counts what is not known yet', () => {
    const kept = (today: string) => {
      const { plan } = on(today);
      return numbersOf(plan, today).figures.find(({ term, label }) => term === 'kept-rate' && label === 'everybody');
    };
    expect(kept('2026-01-19')).toMatchObject({ part: 1, whole: 2, note: '1 blocked' });
    expect(kept('2026-01-26')).toMatchObject({ part: 2, whole: 3 });
  });

  test('rules ask for what nobody has said yet, and not for what will be said', () => {
    const asked = (today: string) =>
      on(today).findings.flatMap(({ rule, message }) => (rule === 'execution/overdue-milestone' ? message : []));
    const late = compile(
      [{ file: 'plan.mos', text: PLAN.replace('met 2026-01-30', 'met 2026-02-20') }],
      defaultConfig,
      '2026-02-16',
    );
    expect(late.findings.map(({ rule }) => rule)).toContain('execution/overdue-milestone');
    expect(asked('2026-02-16')).toEqual([]);
  });
});

test('what the text says of names stays: a reference in a later fact is checked and renamed like any other', () => {
  const { findings, named } = on('2026-01-01');
  expect(findings.filter(({ rule }) => rule === 'language/unknown-name')).toEqual([]);
  expect([...named('legal').users].map(({ name }) => name)).toContain('b');
});
