/** Protects what everything downstream reads of metrics: whose they are, which goal counts, and when they are read. */

import { compile, defaultConfig, type PlanNode } from '@mos/language';
import { describe, expect, test } from 'vitest';
import {
  baselineReading,
  firstReadingByRhythm,
  firstReadingDue,
  kindOf,
  measuresOf,
  quarterOf,
  resolvedGoalOf,
  timingOf,
  yardsticksOf,
} from '../../../packages/language/src/model/metrics.ts';

const TODAY = '2026-01-14';
const { calendar } = defaultConfig;

function planOf(text: string) {
  const { plan } = compile([{ file: 'plan.mos', text }], defaultConfig, TODAY);
  const named = (name: string) => [...plan.names.bearersOf(name)][0] as PlanNode;
  return { plan, named };
}

const OBJECTIVE = `
objective q1 "Source pipeline" {
  quarter 2026-Q1
  guardrail discount at most 13%
  target win_rate to 24%
  metric engaged "Buying groups engaged" { output leading from 12 to 60 }
  metric clicks "Clicks" { output leading dropped "says nothing" }
  metric complaints "Complaints" { outcome lagging at most 3 }
  guardrail complaints at most 2
}
metric win_rate "Win rate" { outcome lagging from 18% to 20% }
metric discount "Discount" { outcome lagging }
`;

describe('the measures of an objective', () => {
  test('are its own and those that it names, in the order of the text', () => {
    const measures = measuresOf(planOf(OBJECTIVE).named('q1'));
    expect(measures.map(({ metric, role }) => `${metric.name} ${role}`)).toEqual([
      'discount guardrail',
      'win_rate target',
      'engaged own',
      'clicks own',
      'complaints guardrail',
    ]);
  });

  test('tell whether it was reached, but for guardrails and what was dropped', () => {
    const yardsticks = yardsticksOf(planOf(OBJECTIVE).named('q1'));
    expect(yardsticks.map(({ metric }) => metric.name)).toEqual(['win_rate', 'engaged']);
  });

  test("take the baseline from the metric and the target from the objective, which outranks the metric's own", () => {
    const { named } = planOf(OBJECTIVE);
    const target = yardsticksOf(named('q1'))[0];
    expect(resolvedGoalOf(named('win_rate'), target?.aim)).toMatchObject({ baseline: 18, target: 24, direction: 'up' });
    expect(resolvedGoalOf(named('win_rate'))).toMatchObject({ baseline: 18, target: 20 });
  });
});

describe('kind and timing', () => {
  test('carry their place', () => {
    const text = 'metric a "A" { outcome leading }';
    const a = planOf(text).named('a');
    const [kind, timing] = [kindOf(a), timingOf(a)];
    expect(text.slice(kind?.start, kind?.end)).toBe('outcome');
    expect(text.slice(timing?.start, timing?.end)).toBe('leading');
  });

  test('are unknown where nothing or two things are said', () => {
    const { named } = planOf('metric none "A" { leading lagging }\nmetric two "B" { outcome output leading leading }');
    expect([kindOf(named('none')), timingOf(named('none')), kindOf(named('two'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(timingOf(named('two'))?.value).toBe('leading');
  });
});

describe('the first reading of a quarter', () => {
  const due = (read: string) => {
    const { plan, named } = planOf(`objective q { quarter 2026-Q1 metric m { leading ${read} } }`);
    const quarter = quarterOf(plan, named('q'));
    if (!quarter) throw new Error('the objective has a quarter');
    return [firstReadingDue(named('m'), quarter, calendar), firstReadingByRhythm(named('m'), quarter, calendar)];
  };

  test.each([
    ['read daily', '2026-01-01', '2026-01-01'],
    ['read weekly', '2026-01-07', '2026-01-07'],
    ['read monthly', '2026-01-31', '2026-01-31'],
    ['read quarterly', '2026-03-31', '2026-03-31'],
    ['read yearly', undefined, undefined],
    ['read weekly by 2026-02-17', '2026-02-17', '2026-01-07'],
    ['read by 2026-02', '2026-02-28', undefined],
    ['', undefined, undefined],
  ])('"%s" is due on %s, by its rhythm on %s', (read, date, byRhythm) => {
    expect(due(read)).toEqual([date, byRhythm]);
  });

  test('has no meaning for a period that is no quarter', () => {
    const { plan, named } = planOf('objective q { month 2026-01 }\nobjective r { quarter 2026-Q1 }');
    expect(quarterOf(plan, named('q'))).toBeUndefined();
    expect(quarterOf(plan, named('r'))?.sixWeeksBefore).toBe('2026-02-17');
  });
});

test('a baseline comes from the last reading before the day, else from the first there is', () => {
  const m = planOf(`metric m "M" {
    reading 2026-01-12 20
    reading 2025-12-31 18
    reading 2025-11-30 TBD
    forecast 2025-12-31 99
  }`).named('m');
  expect(baselineReading(m, calendar, '2026-01-01')?.value.literal).toBe('18');
  expect(baselineReading(m, calendar, '2025-10-01')?.value.literal).toBe('18');
  expect(baselineReading(m, calendar)?.value.literal).toBe('20');
});
