/** Protects what people are shown of a plan: coverage, the tree and the trace, also of plans that no person would write. */

import {
  compile,
  coverageOf,
  defaultConfig,
  type Plan,
  type PlanNode,
  rangeOf,
  type TreeItem,
  type TreeOptions,
  traceOf,
  treeOf,
} from '@mos/language';
import { describe, expect, test } from 'vitest';

function planOf(text: string): { plan: Plan; tree(options?: TreeOptions): ReturnType<typeof treeOf> } {
  const { plan, findings } = compile([{ file: 'a.mos', text }], defaultConfig, '2026-01-30');
  return { plan, tree: (options) => treeOf(plan, findings, options) };
}

function node(plan: Plan, name: string): PlanNode {
  const [found] = plan.names.bearersOf(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** `frame a(bet b(…))`: kinds and names, nested as shown. */
function outline(items: readonly TreeItem[]): string {
  return items
    .map(({ kind, title, children, hidden }) => {
      const inside = [outline(children), hidden > 0 ? `+${hidden}` : ''].filter(Boolean).join(' ');
      return `${kind} ${title}${inside === '' ? '' : `(${inside})`}`;
    })
    .join(', ');
}

const cascade = `
owner ana "Ana"
owner ben "Ben"
frame f {
  year 2026
  dri ana
  bet b {
    objective o2 { quarter 2026-Q2 dri ben }
    objective o1 { quarter 2026-Q1 dri ana
      milestone m2 { month 2026-02 dri ben }
      milestone m1 { month 2026-01 dri ana met 2026-01-30 }
    }
  }
  run r { dri ben }
}
week 2026-W03 {
  commitment c1 { dri ana advances m1 done 2026-01-16 }
  commitment c2 { dri ben advances m1, m2 }
  commitment c3 { dri ben advances m1 dropped "no time" }
  commitment stray { dri ben }
  commitment mail { dri ana run }
}
objective lost { quarter 2026-Q1 milestone lost_m { month 2026-01 } }
`;

describe('coverage', () => {
  test('counts objectives, milestones and commitments that reach a frame; run-the-business work does not count', () => {
    const { plan } = planOf(cascade);
    expect(coverageOf(plan)).toMatchObject({ counted: 10, reaching: 7 });
    expect(coverageOf(plan, () => false)).toMatchObject({ counted: 0, reaching: 0 });
  });

  test('what serves the running business does not count either', () => {
    const { plan } = planOf('objective o { run milestone m { commitment c { } } }');
    expect(coverageOf(plan)).toMatchObject({ counted: 0, reaching: 0 });
  });

  test('a circle reaches nothing', () => {
    const { plan } = planOf('objective a { advances b }\nobjective b { advances a }\nmilestone m { advances a }');
    expect(coverageOf(plan)).toMatchObject({ counted: 3, reaching: 0 });
  });
});

describe('tree', () => {
  test('siblings stand in the order of their periods, each under its first parent', () => {
    const { cascade: top, unconnected, run } = planOf(cascade).tree();
    expect(outline(top)).toBe(
      'frame f(bet b(objective o1(milestone m1(commitment c1, commitment c2, commitment c3), milestone m2), objective o2))',
    );
    expect(outline(unconnected)).toBe('commitment stray, objective lost(milestone lost_m)');
    expect(outline(run)).toBe('run r, commitment mail');
  });

  test('progress counts what came true; what was dropped does not count', () => {
    const [frame] = planOf(cascade).tree().cascade;
    const objective = frame?.children[0]?.children[0];
    expect(objective?.progress).toEqual({ done: 1, total: 2, of: 'milestone' });
    // Those that advance it as their second parent, too.
    expect(objective?.children.map(({ progress }) => progress)).toEqual([
      { done: 1, total: 2, of: 'commitment' },
      { done: 0, total: 1, of: 'commitment' },
    ]);
  });

  test('a person sees what is theirs, and the line above it', () => {
    const { plan, tree } = planOf(cascade);
    const { cascade: top, unconnected, run } = tree({ owner: node(plan, 'ben') });
    expect(outline(top)).toBe(
      'frame f(bet b(objective o1(milestone m1(commitment c2, commitment c3), milestone m2), objective o2))',
    );
    expect([outline(unconnected), outline(run)]).toEqual(['commitment stray', 'run r']);
  });

  test('a quarter shows what falls into it', () => {
    const { tree } = planOf(cascade);
    const within = rangeOf({ unit: 'quarter', year: 2026, quarter: 2 });
    expect(outline(tree({ within }).cascade)).toBe('frame f(bet b(objective o2))');
    expect(outline(tree({ within: rangeOf({ unit: 'quarter', year: 2031, quarter: 1 }) }).cascade)).toBe('');
  });

  test('a depth counts what it leaves out, and its problems', () => {
    const { tree } = planOf(cascade);
    const { cascade: top } = tree({ depth: 3 });
    expect(outline(top)).toBe('frame f(bet b(objective o1(+5), objective o2))');
    const all = (items: readonly TreeItem[]): number =>
      items.reduce((sum, { problems, children }) => sum + problems.error + all(children), 0);
    expect(all(top)).toBe(all(tree().cascade));
  });

  test('a finding inside counts for the declaration that is shown', () => {
    const { cascade: top } = planOf(
      'frame f { year 2026 objective o { quarter 2026-Q1 metric m "M" { from 1 to 1 } } }',
    ).tree();
    expect(top[0]?.children[0]?.problems.error).toBeGreaterThan(0);
  });

  test('a circle is shown once, as not connected', () => {
    const { unconnected } = planOf('objective a { milestone m { } advances b }\nobjective b { advances a }').tree();
    expect(outline(unconnected).match(/objective a/g) ?? []).toHaveLength(1);
    expect(outline(unconnected).match(/objective b/g) ?? []).toHaveLength(1);
  });

  test('names of the machine are ordinary names', () => {
    const { cascade: top } = planOf('frame __proto__ { year 2026 bet constructor { } }').tree();
    expect(outline(top)).toBe('frame __proto__(bet constructor)');
  });

  test('a chain of thousands, and a plan of thousands side by side, come to an end', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => `bet b${at} { advances b${at + 1} }\n`).join('');
    const broad = Array.from({ length: 5000 }, (_, at) => `week 2026-W03 { commitment c${at} { advances m } }\n`).join(
      '',
    );
    const { plan, tree } = planOf(`${chain}milestone m { month 2026-01 }\n${broad}`);
    const { unconnected } = tree();
    expect(unconnected.find(({ name }) => name === 'm')?.children).toHaveLength(5000);
    expect(coverageOf(plan)).toMatchObject({ counted: 5001, reaching: 0 });
    expect(traceOf(plan, 'b0')).toMatchObject({ found: 'line' });
  });
});

describe('trace', () => {
  const { plan } = planOf(`${cascade}
owner sam "Sam Sung" { alias "Sammy" }
program p "Pilot" { advances o1 dri sam metric inside "Seats taken" { output } }
metric alone "Brand searches" { outcome }
objective aiming "Be known" { advances b target alone from 1 to 2 }
decision d "Stop the fair" { dri sam affects o1 }
`);
  const line = (query: string) => {
    const answer = traceOf(plan, query);
    if (answer.found !== 'line') throw new Error(answer.found);
    return [...answer.trace.steps.map(({ title }) => title), answer.trace.end].join(' → ');
  };

  test('goes up by the first parent, and names the others', () => {
    expect(line('c2')).toBe('c2 → m1 → o1 → b → f → frame');
    const answer = traceOf(plan, 'c2');
    expect(answer.found === 'line' && answer.trace.steps[0]?.also).toEqual(['m2']);
  });

  test('metrics and programs serve what they stand in, or what aims at them', () => {
    expect(line('inside')).toBe('Seats taken → Pilot → o1 → b → f → frame');
    expect(line('alone')).toBe('Brand searches → Be known → b → f → frame');
    expect(line('d')).toBe('Stop the fair → nothing');
  });

  test('says where a line ends', () => {
    expect(line('stray')).toBe('stray → nothing');
    expect(line('mail')).toBe('mail → run');
    expect(line('lost_m')).toBe('lost_m → lost → nothing');
    expect(line('r')).toBe('r → f → frame');
  });

  test('people are found by name, title, alias or a part of it', () => {
    for (const query of ['sam', 'Sam Sung', 'sammy', 'sung']) {
      const answer = traceOf(plan, query);
      expect(answer, query).toMatchObject({
        found: 'owner',
        holdings: { groups: [{ kind: 'program' }, { kind: 'decision' }] },
      });
    }
  });

  test('an exact name comes before a part of a title', () => {
    expect(line('p')).toMatch(/^Pilot/);
    expect(traceOf(plan, 'o1')).toMatchObject({ found: 'line' });
    expect(traceOf(plan, 'm')).toMatchObject({ found: 'several' });
  });

  test('what does not exist has near names', () => {
    expect(traceOf(plan, 'samm')).toEqual({ found: 'nothing', nearest: ['Sammy', 'sam'] });
    expect(traceOf(plan, 'pliot')).toEqual({ found: 'nothing', nearest: ['Pilot'] });
    expect(traceOf(plan, '')).toEqual({ found: 'nothing', nearest: [] });
    expect(traceOf(plan, '__proto__')).toMatchObject({ found: 'nothing' });
  });
});
