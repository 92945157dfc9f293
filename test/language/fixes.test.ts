/** Protects the repair of plans: what is safe is done, what would make things worse is not, and nothing else changes. */

import { applyFixes, compile, defaultConfig, Engine, editText, type FixOptions, type Rule, rules } from '@mos/language';
import { describe, expect, test } from 'vitest';

const today = '2026-01-14';

/** Applies the fixes of the given rules to files, and gives their texts afterwards. */
function repaired(files: Record<string, string>, own: readonly Rule[], options: FixOptions = {}) {
  const engine = new Engine(defaultConfig, today, own);
  engine.update(Object.entries(files).map(([file, text]) => ({ file, text })));
  const outcome = applyFixes(engine, options);
  const after = Object.fromEntries(Object.keys(files).map((file) => [file, engine.plan.text(file)]));
  return { ...outcome, after, engine };
}

/** A rule that replaces one word by another wherever a declaration holds it. */
function rewrite(from: string, to: string, { safe = true, severity = 'warning' as const, name = from } = {}): Rule {
  return {
    name: `language/${name.replace(/\W/g, '')}`,
    severity,
    why: 'tests need findings',
    kinds: 'all',
    evenDamaged: true,
    judge(node, { plan, report }) {
      const text = plan.text(node.file);
      const start = text.indexOf(from, node.declaration.start);
      if (start < 0 || start >= node.declaration.end) return;
      const edits = [{ file: node.file, start, end: start + from.length, text: to }];
      report({ node, message: `${from} stands here`, fixes: () => [{ title: `write ${to}`, safe, edits }] });
    },
  };
}

describe('choosing', () => {
  test('applies safe fixes only, unless asked for more', () => {
    const files = { 'a.mos': 'owner ana "one two"\n' };
    const both = [rewrite('one', '1'), rewrite('two', '2', { safe: false })];
    expect(repaired(files, both)).toMatchObject({ repaired: 1, after: { 'a.mos': 'owner ana "1 two"\n' } });
    expect(repaired(files, both, { unsafe: true })).toMatchObject({
      repaired: 2,
      after: { 'a.mos': 'owner ana "1 2"\n' },
    });
  });

  test('repairs the findings of the reported files, and writes the editable ones', () => {
    const files = { 'a.mos': 'owner ana "one"\n', 'b.mos': 'owner bo "one"\n' };
    const rule = [rewrite('one', '1')];
    expect([...repaired(files, rule, { reported: (file) => file === 'a.mos' }).changed.keys()]).toEqual(['a.mos']);
    expect([...repaired(files, rule, { editable: (file) => file === 'b.mos' }).changed.keys()]).toEqual(['b.mos']);
  });

  test('leaves a plan without findings alone', () => {
    expect(repaired({ 'a.mos': 'owner ana "Ana"\n' }, [rewrite('one', '1')])).toMatchObject({
      repaired: 0,
      changed: new Map(),
      refused: [],
    });
  });

  test('ignores a fix that edits what is not there', () => {
    const beyond: Rule = {
      name: 'language/beyond',
      severity: 'warning',
      why: 'tests need findings',
      kinds: ['owner'],
      judge: (node, { report }) => {
        const edit = { file: node.file, start: 5, end: 9000, text: '' };
        report({ node, message: 'beyond', fixes: () => [{ title: 'cut', safe: true, edits: [edit] }] });
      },
    };
    expect(repaired({ 'a.mos': 'owner ana "Ana"\n' }, [beyond])).toMatchObject({ repaired: 0, changed: new Map() });
  });
});

describe('rounds', () => {
  test('fixes that touch the same text take turns', () => {
    const { repaired: count, after } = repaired({ 'a.mos': 'owner ana "one two"\n' }, [
      rewrite('one two', 'two'),
      rewrite('two', '2'),
    ]);
    expect({ count, after }).toEqual({ count: 2, after: { 'a.mos': 'owner ana "2"\n' } });
  });

  test('what a repair brings up is repaired too', () => {
    const chain = [rewrite('one', 'two'), rewrite('two', 'three'), rewrite('three', 'four')];
    expect(repaired({ 'a.mos': 'owner ana "one"\n' }, chain).after['a.mos']).toBe('owner ana "four"\n');
  });

  test('two fixes that undo each other come to an end', () => {
    const { after } = repaired({ 'a.mos': 'owner ana "one"\n' }, [rewrite('one', 'two'), rewrite('two', 'one')]);
    expect(['owner ana "one"\n', 'owner ana "two"\n']).toContain(after['a.mos']);
  });

  test('a fix that never comes to rest is stopped', () => {
    const { repaired: count } = repaired({ 'a.mos': 'owner ana "one"\n' }, [rewrite('one', 'one one')], { rounds: 5 });
    expect(count).toBe(5);
  });

  test('a fix that changes nothing is refused instead of repeated', () => {
    const { repaired: count, refused } = repaired({ 'a.mos': 'owner ana "one"\n' }, [
      rewrite('one', 'one', { name: 'same' }),
    ]);
    expect({ count, refused: refused.length }).toEqual({ count: 0, refused: 1 });
  });
});

describe('never a worse plan', () => {
  const bad = rewrite('"one"', '"one', { name: 'unclosing' });
  const syntax = rules.find(({ name }) => name === 'language/syntax-error') as Rule;

  test('a fix that leaves something unreadable is taken back, and its neighbours are applied', () => {
    const files = { 'a.mos': 'owner ana "one"\nowner bo "two"\nowner cho "three"\nowner dev "two"\n' };
    const {
      after,
      refused,
      repaired: count,
    } = repaired(files, [bad, rewrite('two', '2'), rewrite('three', '3'), syntax]);
    expect(after['a.mos']).toBe('owner ana "one"\nowner bo "2"\nowner cho "3"\nowner dev "2"\n');
    expect(count).toBe(3);
    expect(refused.map(({ fix }) => fix.title)).toEqual(['write "one']);
  });

  test('a fix that raises the number of errors is taken back', () => {
    const brings = rewrite('one', 'two', { severity: 'warning' });
    const error = { ...rewrite('two', 'two', { name: 'error', safe: false }), severity: 'error' as const };
    const { changed, refused } = repaired({ 'a.mos': 'owner ana "one"\n' }, [brings, error]);
    expect({ changed, refused: refused.length }).toEqual({ changed: new Map(), refused: 1 });
  });

  test('the engine holds the new texts afterwards, as if it had read nothing else', () => {
    const files = { 'a.mos': 'owner ana "one"\nowner bo "two"\n' };
    const own = [rewrite('one', '1'), rewrite('two', '2')];
    const { engine, after } = repaired(files, own);
    const fresh = new Engine(defaultConfig, today, own);
    fresh.update([{ file: 'a.mos', text: after['a.mos'] as string }]);
    expect(engine.result().findings).toEqual(fresh.result().findings);
  });

  test('the real rules: safe repairs leave no safe repair behind, and no new error', () => {
    const text = `// mos-allow cascade/missing-why: nothing is missing here
owner ana "Ana"
frame fy26 "Grow" {
  year 2026
  year 2026
  dri ana
}
objective q1 "Forty groups engaged" {
  advances fy26
  quarter 2026-q1
  dri ana
}
`;
    const before = compile([{ file: 'a.mos', text }], defaultConfig, today);
    const { changed, engine } = repaired({ 'a.mos': text }, rules);
    const after = engine.result();
    expect(changed.get('a.mos')).not.toContain('mos-allow');
    expect(changed.get('a.mos')).toContain('quarter 2026-Q1');
    expect(changed.get('a.mos')?.match(/year 2026/g)).toHaveLength(1);
    expect(after.findings.filter(({ fixes }) => fixes[0]?.safe)).toEqual([]);
    const errors = (findings: typeof before.findings) => findings.filter(({ severity }) => severity === 'error').length;
    expect(errors(after.findings)).toBeLessThan(errors(before.findings));
  });

  test('many fixes in one file are applied a few hundred a round', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `owner o${at} "one"\n`);
    const { repaired: count, after } = repaired({ 'a.mos': lines.join('') }, [rewrite('one', '1')], { rounds: 7 });
    expect(count).toBe(2000);
    expect(after['a.mos']).not.toContain('one');
  });
});

describe('repairs never cost a word', () => {
  const engineOf = (files: Record<string, string>) => {
    const engine = new Engine(defaultConfig, '2026-01-14');
    engine.update(Object.entries(files).map(([file, text]) => ({ file, text })));
    return engine;
  };

  test.each([
    ['a text that runs over two lines', 'frame f "F" {\n  year 2026\n  policy "Fewer channels,\n  more proof."\n}\n'],
    [
      'an unknown word for a metric',
      'objective o "O" {\n  quarter 2026-Q1\n  kpi demos "Demos" { output leading from 10 to 40 }\n}\n',
    ],
    [
      'a misspelt milestone beside the same DRI',
      'owner tom "Tom"\nobjective o "O" {\n  quarter 2026-Q1\n  dri tom\n  milestne jan "J" {\n    month 2026-01\n    dri tom\n  }\n}\n',
    ],
    [
      'a title whose quote is missing',
      'objective o "Get on 40 shortlists {\n  quarter 2026-Q1\n  milestone jan "J" { month 2026-01 }\n}\n',
    ],
  ])('%s: what cannot be read is left as it is, and nothing is invented around it', (_name, text) => {
    expect(applyFixes(engineOf({ 'plan.mos': text }), { unsafe: true }).changed).toEqual(new Map());
  });

  test('a copy of a file is not mended by emptying the original', () => {
    const text = 'owner ana "Ana"\nowner ben "Ben"\n';
    expect(applyFixes(engineOf({ 'plan copy.mos': text, 'plan.mos': text }), { unsafe: true }).changed).toEqual(
      new Map(),
    );
  });

  test('one of two DRIs becomes a contributor', () => {
    const text = 'owner tom "Tom"\nowner isa "Isa"\nobjective o "O" {\n  quarter 2026-Q1\n  dri tom, isa\n}\n';
    const { changed } = applyFixes(engineOf({ 'plan.mos': text }), { unsafe: true });
    expect(changed.get('plan.mos')).toContain('  dri tom\n  with isa\n');
  });
});

describe('what only a person can fill in', () => {
  const plan = (quarter: string) => `owner ben "Ben Okafor"
objective q "Source pipeline" {
  quarter ${quarter}
  dri ben
  metric engaged "Buying groups engaged" { output leading from 12 to 60 source "CRM" read weekly by ${quarter.slice(0, 4)}-02-10 }
}
`;

  test('in a running quarter, an open number is offered, and neither counted nor tried', () => {
    const outcome = repaired({ 'plan.mos': plan('2026-Q1') }, rules, { unsafe: true });
    expect(outcome.refused).toEqual([]);
    expect(outcome.after['plan.mos']).not.toContain('TBD');
    const open = outcome.engine.result().findings.find(({ rule }) => rule === 'metrics/missing-outcome');
    expect(open?.fixes[0]).toMatchObject({ title: 'add an outcome', manual: true });
  });

  test('in a quarter that lies ahead, it is written', () => {
    const outcome = repaired({ 'plan.mos': plan('2027-Q1') }, rules, { unsafe: true });
    expect(outcome.after['plan.mos']).toContain('from TBD to TBD');
  });
});

describe('circles', () => {
  test.each([
    'commitment a "Claims" { needs b, b }',
    'commitment a "Claims" { needs b, c, b }',
    'commitment a "Claims" { needs b needs c, b }',
    'commitment a "Claims" {\n  needs b\n  needs b\n}',
  ])('what is named twice is taken out twice: %s', (first) => {
    const others = 'commitment b "Page" { needs a }\ncommitment c "Pilot"\n';
    const text = `${first}\n${others}`;
    const cycle = (source: string) =>
      compile([{ file: 'a.mos', text: source }], defaultConfig, today).findings.find(
        ({ rule }) => rule === 'resources/dependency-cycle',
      );
    const [fix] = (cycle(text)?.fixes ?? []).filter(({ edits }) => edits.every(({ start }) => start < first.length));
    const after = editText(text, fix?.edits ?? []);
    expect(after).toContain(others);
    expect(after).not.toMatch(/needs.*b/);
    expect(cycle(after)).toBeUndefined();
  });
});
