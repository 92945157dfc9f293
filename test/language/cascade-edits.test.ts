/** Protects what people do to a plan from the sidebar: the text afterwards is what a careful person would have written. */

import {
  addChild,
  assignDri,
  attach,
  defaultConfig,
  Engine,
  editText,
  type Outcome,
  type PlanNode,
} from '@mos/language';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-01-20';

function planOf(source: string | Record<string, string>) {
  const engine = new Engine(defaultConfig, TODAY);
  const files = typeof source === 'string' ? { 'plan.mos': source } : source;
  engine.update(Object.entries(files).map(([file, text]) => ({ file, text })));
  const { plan } = engine;
  const called = (name: string): PlanNode => {
    const found = [...plan.nodes()].find((node) => node.name === name);
    if (!found) throw new Error(`nothing is called ${name}`);
    return found;
  };
  /** The file that is changed, as it is afterwards; the reason where it is refused. */
  const written = (outcome: Outcome): string => {
    if ('refused' in outcome) return outcome.refused;
    const [file = ''] = outcome.edits.map((edit) => edit.file);
    return editText(
      plan.text(file),
      outcome.edits.filter((edit) => edit.file === file),
    );
  };
  return { plan, called, written };
}

describe('adding a child', () => {
  test('a commitment goes into the week block of its week, beside the others', () => {
    const { plan, called, written } = planOf({
      'a.mos': 'objective o { quarter 2026-Q1\n  milestone m "M" { month 2026-01 dri ben }\n}\nowner ben "Ben"\n',
      'w.mos': 'week 2026-W04 {\n  commitment c { dri ben advances m }\n}\n',
    });
    const outcome = addChild(plan, called('m'), TODAY);
    expect(written(outcome)).toBe(
      'week 2026-W04 {\n  commitment c { dri ben advances m }\n  commitment "What is done by the end of week 4" { dri ben advances m }\n}\n',
    );
    expect(outcome).toMatchObject({ heading: '"What is done by the end of week 4"' });
  });

  test('a commitment for a week without a block gets one, in the order of weeks', () => {
    const { plan, called, written } = planOf(
      'milestone m { month 2026-01 }\nweek 2026-W03 {\n  commitment c { advances m }\n}\nweek 2026-W05 {\n  commitment d { advances m }\n}\n',
    );
    expect(written(addChild(plan, called('m'), TODAY))).toContain(
      '}\n\nweek 2026-W04 {\n  commitment "What is done by the end of week 4" { advances m }\n}\nweek 2026-W05',
    );
  });

  test('a commitment stands in its milestone where the others do', () => {
    const { plan, called, written } = planOf('milestone m {\n  month 2026-01\n  commitment c { week 2026-W03 }\n}\n');
    expect(written(addChild(plan, called('m'), TODAY))).toContain('  commitment "What is done by the end of week 4" {');
  });

  test('a milestone is for the next month that has none', () => {
    const { plan, called, written } = planOf(
      'objective o {\n  quarter 2026-Q1\n  milestone jan { month 2026-01 }\n}\n',
    );
    const outcome = addChild(plan, called('o'), TODAY);
    expect(written(outcome)).toContain('month 2026-02');
    expect(outcome).toMatchObject({ heading: '"What is true by the end of February 2026"' });
  });

  test('an objective stands with the others of its quarter, and says which bet it serves', () => {
    const { plan, called, written } = planOf({
      'f.mos': 'frame f {\n  year 2026\n  bet b "B" { }\n}\n',
      'q1.mos': 'objective one { advances b quarter 2026-Q1 }\n',
    });
    expect(written(addChild(plan, called('b'), TODAY))).toMatch(
      /^objective one .*\n\nobjective q1_b "What is different by the end of 2026-Q1" \{\n {2}advances b\n {2}quarter 2026-Q1\n\}\n$/,
    );
  });

  test('a bet follows the last one', () => {
    const { plan, called, written } = planOf('frame f {\n  year 2026\n  bet b "B" { }\n  run r\n}\n');
    expect(written(addChild(plan, called('f'), TODAY))).toMatch(/bet b "B" \{ \}\n {2}bet "What gets/);
  });

  test('is refused where nothing stands below, or where nothing more fits', () => {
    const { plan, called } = planOf('commitment c { }\nobjective o { milestone m { } }\n');
    expect(addChild(plan, called('c'), TODAY)).toEqual({ refused: 'nothing stands below c' });
    expect(addChild(plan, called('o'), TODAY)).toHaveProperty('refused');
  });
});

describe('another DRI', () => {
  const people = 'owner ana "Ana"\nowner ben "Ben"\nowner "Nameless"\n';

  test('takes the place of whoever stood there', () => {
    const { plan, called, written } = planOf(`${people}milestone m { month 2026-01 dri ana, ben }\n`);
    expect(written(assignDri(plan, called('m'), called('ben')))).toContain('month 2026-01 dri ben }');
  });

  test('is written where a careful author writes it', () => {
    const { plan, called, written } = planOf(`${people}milestone m {\n  month 2026-01\n  why "w"\n}\n`);
    expect(written(assignDri(plan, called('m'), called('ana')))).toContain('month 2026-01\n  dri ana\n  why');
  });

  test('is refused for the same person again, and for somebody without a name', () => {
    const { plan, called } = planOf(`${people}milestone m { dri ana }\n`);
    expect(assignDri(plan, called('m'), called('ana'))).toEqual({ refused: 'Ana is the DRI already' });
    const nameless = plan.nodesOf('owner').find(({ name }) => name === undefined) as PlanNode;
    expect(assignDri(plan, called('m'), nameless)).toHaveProperty('refused');
  });
});

describe('another parent', () => {
  const objectives =
    'objective o {\n  quarter 2026-Q1\n  milestone jan { month 2026-01\n    commitment in { week 2026-W03 }\n  }\n  milestone feb "Feb" { month 2026-02 }\n}\nobjective p { quarter 2026-Q1 }\nobjective late { quarter 2026-Q3 }\n';

  test('is what it says to advance instead', () => {
    const { plan, called, written } = planOf(`${objectives}week 2026-W05 {\n  commitment c { advances jan }\n}\n`);
    expect(written(attach(plan, called('c'), called('feb')))).toContain('commitment c { advances feb }');
  });

  test('is what an orphan says to advance, also in place of a name that means nothing', () => {
    const { plan, called, written } = planOf(
      `${objectives}commitment c { week 2026-W05 }\ncommitment d { advances gone }\n`,
    );
    expect(written(attach(plan, called('c'), called('feb')))).toContain('commitment c { week 2026-W05 advances feb }');
    expect(written(attach(plan, called('d'), called('feb')))).toContain('commitment d { advances feb }');
  });

  test('takes in what stood inside of the one before, with all that is in it', () => {
    const { plan, called, written } = planOf(objectives);
    const text = written(attach(plan, called('jan'), called('p')));
    expect(text).toMatch(/objective p \{[^}]*milestone jan \{ month 2026-01\n\s+commitment in/);
    expect(text.match(/milestone jan/g)).toHaveLength(1);
  });

  test.each([
    ['feb', 'feb', 'in', 'its week, week 3, lies outside of February 2026'],
    ['another kind', 'p', 'in', 'a commitment advances a milestone, and p is an objective'],
    ['another quarter', 'late', 'jan', 'its month, January 2026, lies outside of 2026-Q3'],
    ['the one it has', 'o', 'jan', 'it advances o already'],
  ])('is refused with the reason: %s', (_what, parent, node, reason) => {
    const { plan, called } = planOf(objectives);
    expect(attach(plan, called(node), called(parent))).toEqual({ refused: reason });
  });
});
