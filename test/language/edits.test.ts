/** Protects what people ask to be done to a plan: the text afterwards is what a careful person would have written. */

import * as mos from '@mos/language';
import {
  type Change,
  defaultConfig,
  Engine,
  editText,
  type Outcome,
  type PlanNode,
  readConfig,
  setSeverity,
} from '@mos/language';
import { describe, expect, test } from 'vitest';

/** One text, or several under their names. */
function planOf(source: string | Record<string, string>): Engine {
  const engine = new Engine(defaultConfig, '2026-02-09');
  const files = typeof source === 'string' ? { 'plan.mos': source } : source;
  engine.update(Object.entries(files).map(([file, text]) => ({ file, text })));
  return engine;
}

function called(engine: Engine, name: string): PlanNode {
  const node = [...engine.plan.nodes()].find((candidate) => candidate.name === name);
  if (!node) throw new Error(`nothing is called ${name}`);
  return node;
}

/** Files after the change. The plan may not get errors by it that it did not have. */
function done(engine: Engine, outcome: Outcome): Record<string, string> {
  if ('refused' in outcome) throw new Error(outcome.refused);
  const errors = () =>
    engine
      .result()
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ message }) => message);
  const before = errors();
  const change: Change = outcome;
  const files: Record<string, string> = {};
  for (const [file, { text }] of engine.plan.files)
    files[file] = editText(
      text,
      change.edits.filter((edit) => edit.file === file),
    );
  for (const { file, text } of change.created ?? []) files[file] = text;
  for (const file of change.emptied ?? []) {
    expect(files[file]?.trim()).toBe('');
    delete files[file];
  }
  engine.update(
    Object.entries(files).map(([file, text]) => ({ file, text })),
    change.emptied ?? [],
  );
  expect(errors().filter((message) => !before.includes(message))).toEqual([]);
  return files;
}

const only = (files: Record<string, string>) => files['plan.mos'];

describe('facts', () => {
  test('done goes to the end of a line, and to a line of its own in a block of several lines', () => {
    const short = planOf('commitment brief "Brief" { dri ben week 2026-W07 }\n');
    expect(only(done(short, mos.recordDone(short.plan, called(short, 'brief'), '2026-02-09')))).toBe(
      'commitment brief "Brief" { dri ben week 2026-W07 done 2026-02-09 }\n',
    );
    const long = planOf(
      'milestone jan "J" {\n  month 2026-01 // first\n  dri ben\n\n  commitment a "A" { week 2026-W03 }\n}\n',
    );
    expect(only(done(long, mos.recordDone(long.plan, called(long, 'jan'), '2026-01-30')))).toBe(
      'milestone jan "J" {\n  month 2026-01 // first\n  dri ben\n  met 2026-01-30\n\n  commitment a "A" { week 2026-W03 }\n}\n',
    );
  });

  test('a later fact stands behind the earlier one; the same one twice is refused', () => {
    const engine = planOf('commitment brief "Brief" {\n  week 2026-W06\n  blocked by legal\n}\n');
    expect(only(done(engine, mos.recordMissed(engine.plan, called(engine, 'brief'), 'Legal said "no"')))).toBe(
      'commitment brief "Brief" {\n  week 2026-W06\n  blocked by legal\n  missed "Legal said \\"no\\""\n}\n',
    );
    expect(mos.recordMissed(engine.plan, called(engine, 'brief'), 'x')).toEqual({
      refused: '"Brief" is marked missed already',
    });
    const owner = planOf('owner ana "Ana"\n');
    expect(mos.recordDone(owner.plan, called(owner, 'ana'), '2026-02-09')).toHaveProperty('refused');
  });
});

describe('another week', () => {
  const move = (engine: Engine, name: string) => {
    const node = called(engine, name);
    const week = mos.weekAfter(engine.plan, node, '2026-02-09');
    if (!week) throw new Error('no week');
    return mos.moveToWeek(engine.plan, node, week, 'Ana was ill', '2026-02-09');
  };

  test('is recorded with its reason once the week has begun', () => {
    const engine = planOf('week 2026-W07 {\n  commitment a "A" { dri ben }\n}\n');
    expect(only(done(engine, move(engine, 'a')))).toBe(
      'week 2026-W07 {\n  commitment a "A" { dri ben moved to 2026-W08 "Ana was ill" }\n}\n',
    );
  });

  test('is the one after that which it was moved to, and recorded again', () => {
    const engine = planOf('week 2026-W06 {\n  commitment a "A" { dri ben moved to 2026-W07 "Legal asks" }\n}\n');
    expect(only(done(engine, move(engine, 'a')))).toContain(
      'moved to 2026-W07 "Legal asks" moved to 2026-W08 "Ana was ill"',
    );
    // Also where the own week lies ahead: the fact that stands there would still say when it is due.
    const ahead = planOf('week 2026-W08 {\n  commitment a "A" { dri ben moved to 2026-W09 "Legal asks" }\n}\n');
    expect(only(done(ahead, move(ahead, 'a')))).toContain('moved to 2026-W10 "Ana was ill"');
  });

  test('is never one that is over', () => {
    const engine = planOf('commitment a "A" { week 2025-W50 }\n');
    expect(only(done(engine, move(engine, 'a')))).toContain('moved to 2026-W07');
  });

  test('takes the place of the own week', () => {
    const engine = planOf('commitment a "A" { dri ben week 2026-W53 }\n');
    expect(only(done(engine, move(engine, 'a')))).toBe('commitment a "A" { dri ben week 2027-W01 }\n');
  });

  test('moves it into that week, comments with it, or into a new block in the order of weeks', () => {
    const text =
      'week 2026-W08 {\n  // first\n  commitment a "A" { dri ben } // soon\n\n  commitment b "B"\n}\n\nweek 2026-W09 {\n  commitment c "C"\n}\n';
    const engine = planOf(text);
    expect(only(done(engine, move(engine, 'a')))).toBe(
      'week 2026-W08 {\n  commitment b "B"\n}\n\nweek 2026-W09 {\n  commitment c "C"\n  // first\n  commitment a "A" { dri ben } // soon\n}\n',
    );
    const fresh = planOf(
      'week 2026-W08 {\n  commitment a "A"\n  commitment b "B"\n}\n\nweek 2026-W10 {\n  commitment c "C"\n}\n',
    );
    expect(only(done(fresh, move(fresh, 'b')))).toBe(
      'week 2026-W08 {\n  commitment a "A"\n}\n\nweek 2026-W09 {\n  commitment b "B"\n}\n\nweek 2026-W10 {\n  commitment c "C"\n}\n',
    );
  });

  test('the only one takes its block along', () => {
    const engine = planOf('week 2026-W08 {\r\n  commitment a "A"\r\n}\r\n');
    expect(only(done(engine, move(engine, 'a')))).toBe('week 2026-W09 {\r\n  commitment a "A"\r\n}\r\n');
    const two = planOf('week 2026-W08 {\n  commitment a "A"\n}\n\nweek 2026-W09 {\n  commitment b "B"\n}\n');
    expect(only(done(two, move(two, 'a')))).toBe('week 2026-W09 {\n  commitment b "B"\n  commitment a "A"\n}\n');
  });
});

describe('the next milestone', () => {
  test('follows the last one, with its month and the DRI of the objective', () => {
    const engine = planOf(
      'owner ben "Ben"\nobjective q1_pipeline "P" {\n  quarter 2026-Q1\n  dri ben\n  milestone jan "J" { month 2026-01 }\n}\n',
    );
    expect(only(done(engine, mos.addNextMilestone(engine.plan, called(engine, 'q1_pipeline'))))).toBe(
      'owner ben "Ben"\nobjective q1_pipeline "P" {\n  quarter 2026-Q1\n  dri ben\n  milestone jan "J" { month 2026-01 }\n  milestone feb_pipeline "What is true by the end of February 2026" {\n    month 2026-02\n    dri ben\n  }\n}\n',
    );
  });

  test('is refused when every month has one', () => {
    const months = ['01', '02', '03'].map((month) => `  milestone m${month} "M" { month 2026-${month} }\n`).join('');
    const engine = planOf(`objective o "O" {\n  quarter 2026-Q1\n${months}}\n`);
    expect(mos.addNextMilestone(engine.plan, called(engine, 'o'))).toEqual({
      refused: 'each month of the quarter has a milestone',
    });
  });
});

const NESTED = `owner ben "Ben"
objective q1 "O" {
  quarter 2026-Q1
  dri ben
  metric engaged "Buying groups engaged" { outcome from 1 to 9 }

  // The first one.
  milestone jan "Ten groups" {
    month 2026-01
    dri ben
    expect engaged at least 4
    commitment brief "Brief" { week 2026-W03 dri ben }
  }

  milestone feb "Twenty groups" { month 2026-02 dri ben }
}
commitment later "Later" { week 2026-W04 dri ben advances q1.jan }
`;

describe('a file of its own', () => {
  test('for a milestone: what its place said stands in words, and references find it', () => {
    const engine = planOf({ 'q1/plan.mos': NESTED });
    const files = done(engine, mos.extractMilestone(engine.plan, called(engine, 'jan')));
    expect(files['q1/jan.mos']).toBe(
      '// The first one.\nmilestone jan "Ten groups" {\n  advances q1\n  month 2026-01\n  dri ben\n  expect engaged at least 4\n  commitment brief "Brief" { week 2026-W03 dri ben }\n}\n',
    );
    expect(files['q1/plan.mos']).toBe(`owner ben "Ben"
objective q1 "O" {
  quarter 2026-Q1
  dri ben
  metric engaged "Buying groups engaged" { outcome from 1 to 9 }

  milestone feb "Twenty groups" { month 2026-02 dri ben }
}
commitment later "Later" { week 2026-W04 dri ben advances jan }
`);
    expect(called(engine, 'later').parents).toEqual([called(engine, 'jan')]);
    expect(called(engine, 'jan').parents).toEqual([called(engine, 'q1')]);
    expect(called(engine, 'jan').targets('expect')).toEqual([called(engine, 'engaged')]);
  });

  test('and back again', () => {
    const engine = planOf({ 'q1/plan.mos': NESTED });
    done(engine, mos.extractMilestone(engine.plan, called(engine, 'jan')));
    const files = done(engine, mos.inline(engine.plan, called(engine, 'jan')));
    expect(Object.keys(files)).toEqual(['q1/plan.mos']);
    expect(called(engine, 'jan').outer).toBe(called(engine, 'q1'));
    expect(files['q1/plan.mos']).toContain(
      '  // The first one.\n  milestone jan "Ten groups" {\n    month 2026-01\n    dri ben\n    expect engaged at least 4\n',
    );
  });

  test('for the commitments of a milestone, those of a week block among them', () => {
    const engine = planOf(
      'objective q1 "O" {\n  quarter 2026-Q1\n  milestone jan "J" {\n    month 2026-01\n    week 2026-W03 {\n      commitment a "A"\n    }\n    commitment b "B" { week 2026-W04 }\n  }\n}\n',
    );
    const files = done(engine, mos.extractCommitments(engine.plan, called(engine, 'jan')));
    expect(files).toEqual({
      'plan.mos': 'objective q1 "O" {\n  quarter 2026-Q1\n  milestone jan "J" {\n    month 2026-01\n  }\n}\n',
      'jan_weeks.mos':
        'week 2026-W03 {\n  commitment a "A" { advances jan }\n}\n\ncommitment b "B" { week 2026-W04 advances jan }\n',
    });
  });

  test('a name that another one has, or none, is told', () => {
    const engine = planOf(
      'objective a "A" { milestone jan "J" { month 2026-01 } }\nobjective b "B" { milestone jan "J" }\nobjective "C" { milestone c "C" }\n',
    );
    const [first] = engine.plan.nodesOf('milestone');
    expect(mos.extractMilestone(engine.plan, first as PlanNode)).toEqual({
      refused: 'another milestone is called jan; outside of "A" the two could not be told apart',
    });
    expect(mos.extractMilestone(engine.plan, called(engine, 'c'))).toEqual({
      refused: '"C" has no name yet, so nothing outside could advance it; name it first',
    });
  });

  test('a commitment of a week block keeps its week when it moves into its milestone', () => {
    const engine = planOf(
      'objective q1 "O" {\n  quarter 2026-Q1\n  milestone jan "J" { month 2026-01 }\n}\nweek 2026-W03 {\n  commitment a "A" { dri ben advances jan }\n  commitment b "B"\n}\n',
    );
    expect(only(done(engine, mos.inline(engine.plan, called(engine, 'a'))))).toBe(
      'objective q1 "O" {\n  quarter 2026-Q1\n  milestone jan "J" {\n    month 2026-01\n    commitment a "A" { dri ben week 2026-W03 }\n  }\n}\nweek 2026-W03 {\n  commitment b "B"\n}\n',
    );
  });
});

describe('the order of periods', () => {
  test('neighbours of a kind change places with their comments, inside and outside; the rest stays', () => {
    const engine = planOf(
      'owner ana "Ana"\n\n// late\nweek 2026-W09 {\n  commitment c "C"\n}\n\nweek 2026-W07 {\n  commitment a "A"\n} // early\nobjective o "O" {\n  quarter 2026-Q1\n  milestone feb "F" { month 2026-02 }\n  milestone jan "J" { month 2026-01 }\n  // end\n}\n',
    );
    expect(only(done(engine, mos.sortByPeriod(engine.plan, 'plan.mos')))).toBe(
      'owner ana "Ana"\n\nweek 2026-W07 {\n  commitment a "A"\n} // early\n\n// late\nweek 2026-W09 {\n  commitment c "C"\n}\nobjective o "O" {\n  quarter 2026-Q1\n  milestone jan "J" { month 2026-01 }\n  milestone feb "F" { month 2026-02 }\n  // end\n}\n',
    );
    expect(mos.sortByPeriod(engine.plan, 'plan.mos')).toMatchObject({ edits: [] });
  });
});

describe('a suppression', () => {
  test('stands above the declaration and below its documentation, and silences the finding', () => {
    const engine = planOf('week 2026-W07 {\n  /** Why not. */\n  commitment stray "Stray" { dri ben }\n}\n');
    const finding = engine.result().findings.find(({ rule }) => rule === 'cascade/orphaned-commitment');
    if (!finding) throw new Error('no finding');
    const node = engine.subjectOf(finding);
    expect(node?.name).toBe('stray');
    const outcome = mos.allow(engine.plan, node as PlanNode, {
      rule: finding.rule,
      reason: ' it is\na favour ',
      until: '2026-03-31',
    });
    expect(only(done(engine, outcome))).toBe(
      'week 2026-W07 {\n  /** Why not. */\n  // mos-allow cascade/orphaned-commitment until 2026-03-31: it is a favour\n  commitment stray "Stray" { dri ben }\n}\n',
    );
    const rules = engine.result().findings.map(({ rule }) => rule);
    expect(rules).not.toContain('cascade/orphaned-commitment');
    expect(rules.filter((rule) => rule.includes('suppression'))).toEqual([]);
  });
});

describe('a severity in mos.json', () => {
  const set = (text: string | undefined) => {
    const outcome = setSeverity(text, 'cascade/bet-count', 'warning');
    if ('refused' in outcome) return outcome.refused;
    expect(
      editText(
        text ?? '',
        outcome.edits.map((edit) => ({ ...edit, file: '' })),
      ),
    ).toBe(outcome.text);
    expect(readConfig(outcome.text, 'mos.json').rules.get('cascade/bet-count')?.severity).toBe('warning');
    expect(readConfig(outcome.text, 'mos.json').faults).toEqual([]);
    return outcome.text;
  };

  test('makes the file, adds to it, and changes what is there; comments and options stay', () => {
    expect(set(undefined)).toBe('{\n  "rules": {\n    "cascade/bet-count": "warning"\n  }\n}\n');
    expect(set('{\n  // ours\n  "name": "Acme" // short\n}\n')).toBe(
      '{\n  // ours\n  "name": "Acme", // short\n  "rules": {\n    "cascade/bet-count": "warning"\n  }\n}\n',
    );
    expect(set('{ "rules": { "cascade/bet-count": "off", /* why */ "cascade/missing-why": "error" } }')).toBe(
      '{ "rules": { "cascade/bet-count": "warning", /* why */ "cascade/missing-why": "error" } }',
    );
    expect(set('{\n\t"rules": {\n\t\t"cascade/missing-why": "error", // strict\n\t},\n}\n')).toBe(
      '{\n\t"rules": {\n\t\t"cascade/missing-why": "error", // strict\n\t\t"cascade/bet-count": "warning",\n\t},\n}\n',
    );
    expect(
      set('{\r\n  "rules": {\r\n    "cascade/bet-count": {\r\n      "severity": "off" // four\r\n    }\r\n  }\r\n}'),
    ).toContain('      "severity": "warning" // four\r\n');
    expect(set('{ "rules": ')).toBe('mos.json has places that cannot be read; mend those first');
  });
});
