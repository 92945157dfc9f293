/** Protects plans from changes that would leave less of them readable: they are not offered. */

import { defaultConfig, Engine, keepsReadable } from '@mos/language';
import { expect, test } from 'vitest';

function engineOf(text: string): Engine {
  const engine = new Engine(defaultConfig, '2026-01-14');
  engine.update([{ file: 'plan.mos', text }]);
  return engine;
}

test('a change is refused when it takes a name, parts a declaration or leaves a text open, and only then', () => {
  const text = 'week 2026-W03 {\n  commitment film "Cut the film" { dri kim }\n}\n';
  const { plan } = engineOf(text);
  const edit = (part: string, words: string) => [
    { file: 'plan.mos', start: text.indexOf(part), end: text.indexOf(part) + part.length, text: words },
  ];
  expect(keepsReadable(plan, edit('kim', 'ana'))).toBe(true);
  expect(keepsReadable(plan, edit('kim', ''))).toBe(false);
  expect(keepsReadable(plan, edit('film"', 'film'))).toBe(false);
  expect(keepsReadable(plan, edit('}\n', '\n'))).toBe(false);
  expect(keepsReadable(plan, [...edit('kim', 'ana'), { file: 'new.mos', start: 0, end: 0, text: '{' }])).toBe(true);
});

test('a person without a name in the plan is not offered as the DRI', () => {
  const engine = engineOf(
    'team studio "Studio"\nowner "Kim Novak" { team studio }\nowner lee "Lee" { team studio }\nweek 2026-W03 {\n  commitment film "Cut it" { dri studio }\n}\n',
  );
  const finding = engine.result().findings.find(({ rule }) => rule === 'accountability/team-as-dri');
  expect(finding?.fixes.map(({ title }) => title)).toEqual(['make Lee the DRI']);
});
