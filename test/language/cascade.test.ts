/** Protects the rows that the sidebar shows: what each says, where it hangs, and that they stay true while people edit. */

import { Cascade, type CascadeChange, type CascadeRow, defaultConfig, Engine } from '@mos/language';
import { describe, expect, test } from 'vitest';
import { edited, pick, random } from '../harness/edits.ts';
import { smallPlan } from '../harness/small-plan.ts';

const TODAY = '2026-01-20';

function open(files: { file: string; text: string }[]) {
  const engine = new Engine(defaultConfig, TODAY);
  engine.update(files);
  const cascade = new Cascade({
    plan: engine.plan,
    today: TODAY,
    findings: (file) => engine.findingsIn(file, { fixes: false }).findings,
  });
  cascade.update();
  const edit = (file: string, text: string) => cascade.update(engine.update([{ file, text }]));
  return { engine, cascade, edit, rows: () => cascade.all.rows };
}

function rowsOf(text: string): Map<string, CascadeRow> {
  return new Map(
    open([{ file: 'a.mos', text }])
      .rows()
      .map((row) => [row.name ?? row.title, row]),
  );
}

const plan = `team demand "Demand"
owner ana "Ana Duarte" { email "ana@acme.example" alias "Annie" team demand }
owner ben "Ben"
frame f "Win" {
  year 2026
  dri ana
  bet b {
    objective o1 "First" { quarter 2026-Q1 dri ana team demand
      milestone m1 { month 2026-01 dri ana }
      milestone m2 { month 2026-02 dri ana, ben met 2026-01-19 }
    }
  }
  run r { dri ben }
}
week 2026-W03 {
  commitment late { dri ana advances m1 }
  commitment done { dri ana advances m1 done 2026-01-16 }
  commitment went { dri ana advances m1 moved to 2026-W05 "w" }
  commitment stray { advances m9 }
  commitment lost { dri demand }
  commitment mail { dri nobody run }
}
objective other { advances m1 quarter 2026-Q1 }
`;

describe('a row', () => {
  const rows = rowsOf(plan);
  const row = (name: string) => rows.get(name) as CascadeRow;

  test('says what it is, when, how it stands, and how far what is below it has come', () => {
    expect(row('o1')).toMatchObject({ kind: 'objective', title: 'First', period: '2026-Q1', done: 1, total: 2 });
    expect(row('m1')).toMatchObject({ kind: 'milestone', done: 1, total: 3 });
    expect(row('b').period).toBeUndefined();
    expect(row('late')).toMatchObject({ period: '2026-W03' });
  });

  test('is overdue when its days are over and nobody said how it went', () => {
    expect(['late', 'done', 'went', 'm1', 'm2'].map((name) => row(name).state)).toEqual([
      'overdue',
      'done',
      'moved',
      undefined,
      'met',
    ]);
  });

  test('hangs below what it advances, and stands at its place in the text', () => {
    expect(row('late').parent).toBe(row('m1').id);
    expect(row('o1').parent).toBe(row('b').id);
    expect(row('f').parent).toBeUndefined();
    const line = plan.split('\n').findIndex((text) => text.includes('commitment late'));
    expect(row('late')).toMatchObject({ line, column: '  commitment '.length });
  });

  test('at the top, says what it lacks or that it keeps the business running', () => {
    expect(row('stray').lacks).toBe('advances m9, which is nowhere in the plan');
    expect(row('lost').lacks).toBe('advances no milestone');
    expect(row('other').lacks).toBe('advances m1, which is a milestone');
    expect([row('r').run, row('mail').run, row('stray').run]).toEqual([true, true, undefined]);
  });

  test('counts the findings on it, and shows the worst', () => {
    expect(row('stray')).toMatchObject({ worst: 'error' });
    expect(row('stray').problems).toBeGreaterThan(1);
    expect(row('done').worst).toBeUndefined();
  });

  test('names everybody who stands as its DRI, also whom the plan does not know', () => {
    const { people, teams } = open([{ file: 'a.mos', text: plan }]).cascade.all;
    const named = (ids: string[]) => ids.map((id) => people.find((person) => person.id === id));
    expect(named(row('m2').people).map((person) => person?.name)).toEqual(['Ana Duarte', 'Ben']);
    expect(named(row('lost').people)).toMatchObject([{ name: 'Demand', wrong: 'team' }]);
    expect(named(row('mail').people)).toMatchObject([{ name: 'nobody', wrong: 'unknown' }]);
    expect(named(row('f').people)[0]).toMatchObject({ also: ['ana', 'ana@acme.example', 'Annie'] });
    expect(teams.find(({ id }) => id === row('o1').team)?.name).toBe('Demand');
  });
});

describe('a change', () => {
  test('of the year of a frame reaches the bets, which run for it', () => {
    const { edit } = open([
      { file: 'a.mos', text: 'frame f { year 2026 }\n' },
      { file: 'b.mos', text: 'bet b { advances f }\n' },
    ]);
    const { rows } = edit('a.mos', 'frame f { year 2025 }\n');
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['f', 'overdue'],
      ['b', 'overdue'],
    ]);
  });

  test('leaves nothing in the tables that no row speaks of', () => {
    const { edit, cascade } = open([{ file: 'a.mos', text: plan }]);
    expect(cascade.all.people.map(({ name }) => name)).toContain('nobody');
    const change = edit('a.mos', plan.replace('dri nobody', 'dri ben').replace('2026-W03', '2026-W04'));
    expect(change.people?.map(({ name }) => name)).not.toContain('nobody');
    expect(change.periods?.map(({ literal }) => literal)).toContain('2026-W04');
    expect(change.periods?.map(({ literal }) => literal)).not.toContain('2026-W03');
  });

  test('may come in the middle of a look: the next look tells what is right', () => {
    const { engine, cascade } = open([{ file: 'a.mos', text: plan }]);
    const told = new Map(cascade.all.rows.map((row) => [row.id, row]));
    const take = ({ rows, gone }: CascadeChange) => {
      for (const id of gone) told.delete(id);
      for (const row of rows) told.set(row.id, row);
    };
    const touched = engine.update([{ file: 'a.mos', text: plan.replaceAll('ana', 'anna') }]);
    const steps = cascade.updating(touched);
    steps.next();
    steps.next();
    const text = plan.replace('milestone m1', 'milestone m7').replace('commitment stray', 'commitment found');
    const later = engine.update([{ file: 'a.mos', text }]);
    for (let step = steps.next(); ; step = steps.next()) {
      if (!step.done) continue;
      take(step.value);
      break;
    }
    take(cascade.update(later));
    const anew = open([{ file: 'a.mos', text }]);
    expect(readable(told.values(), cascade.all)).toEqual(readable(anew.rows(), anew.cascade.all));
  });

  test('tells only of the rows that are different', () => {
    const { edit, rows } = open([{ file: 'a.mos', text: plan }]);
    const { rows: changed, gone } = edit(
      'a.mos',
      plan.replace('commitment late {', 'commitment late { done 2026-01-15'),
    );
    // It is done, one finding of its own is gone, and its milestone counts one more.
    expect(changed.map(({ name }) => name).toSorted()).toEqual(['late', 'm1']);
    expect(gone).toEqual([]);
    expect(rows().find(({ name }) => name === 'm1')).toMatchObject({ done: 2 });
  });

  test('tells of what is gone before what has come in its place', () => {
    const { edit, rows } = open([{ file: 'a.mos', text: plan }]);
    const before = rows().find(({ name }) => name === 'm2');
    const { rows: changed, gone } = edit('a.mos', plan.replace('milestone m2', 'milestone m3'));
    expect(gone).toEqual([before?.id]);
    expect(changed.map(({ name }) => name)).toContain('m3');
  });

  test('of a name elsewhere moves what refers to it', () => {
    const files = [
      { file: 'a.mos', text: 'objective o { milestone m { } }' },
      { file: 'b.mos', text: 'commitment c { advances m }' },
    ];
    const { edit } = open(files);
    const { rows } = edit('a.mos', 'objective o { milestone n { } }');
    expect(rows.find(({ name }) => name === 'c')).toMatchObject({ lacks: 'advances m, which is nowhere in the plan' });
  });

  test('whatever is edited, the rows are those of a plan that was read anew', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const next = random(seed);
      const texts = new Map(smallPlan.map(({ file, text }) => [file, text]));
      const { edit, cascade } = open([...smallPlan]);
      const told = new Map(cascade.all.rows.map((row) => [row.id, row]));
      let tables: Partial<CascadeChange> = cascade.all;
      for (let count = 0; count < 20; count++) {
        const file = pick([...texts.keys()], next);
        texts.set(file, edited(texts.get(file) ?? '', [...texts.values()], next));
        const change = edit(file, texts.get(file) ?? '');
        for (const id of change.gone) told.delete(id);
        for (const row of change.rows) told.set(row.id, row);
        tables = { ...tables, ...change };
      }
      const anew = open([...texts].map(([file, text]) => ({ file, text })));
      expect(readable(told.values(), tables), `seed ${seed}`).toEqual(readable(anew.rows(), anew.cascade.all));
    }
  });
});

/** Numbers of files and the order of tables depend on the history of edits; what they mean does not. */
function readable(
  rows: Iterable<CascadeRow>,
  { files = [], people = [], teams = [], periods = [] }: Partial<CascadeChange>,
): object {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).toSorted();
  return {
    rows: sorted([...rows].map((row) => Object.entries({ ...row, file: files[row.file] }).toSorted())),
    tables: [people, teams, periods].map(sorted),
  };
}
