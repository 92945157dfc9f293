/** Protects names: a reference means what a reader of the plan takes it to mean, whatever file it stands in. */

import { compile, defaultConfig, type PlanNode, type SourceFile } from '@mos/language';
import { describe, expect, test } from 'vitest';

/** Where the reference marked `|name` in the files leads: the path and kind of its target, or its status. */
function meaning(...texts: string[]): string {
  let place: { file: string; start: number } | undefined;
  const files = texts.map((text, index): SourceFile => {
    const at = text.indexOf('|');
    if (at >= 0) place = { file: `${index}.mos`, start: at };
    return { file: `${index}.mos`, text: text.replace('|', '') };
  });
  const { plan } = compile(files, defaultConfig, '2026-01-14');
  const links = [...plan.nodes()].flatMap((node: PlanNode) => node.links.map((link) => ({ node, link })));
  const found = links.find(({ node, link }) => node.file === place?.file && link.reference.start === place.start)?.link;
  if (!found) throw new Error('no reference is marked');
  return found.target
    ? `${found.target.kind} ${found.target.path}${found.status === 'mistaken' ? ' by mistake' : ''}`
    : `${found.status} ${found.candidates.map(({ path }) => path).join(', ')}`.trim();
}

describe('a name is looked up', () => {
  test.each([
    [
      'in the enclosing block first',
      ['objective a { milestone jan milestone feb { needs |jan } }\nobjective b { milestone jan }'],
      'milestone a.jan',
    ],
    [
      'then in the whole plan, if it is unique',
      ['commitment c { advances |jan }', 'objective a { milestone jan }'],
      'milestone a.jan',
    ],
    [
      'by its path, where it is not',
      ['commitment c { advances |b.jan }', 'objective a { milestone jan }', 'objective b { milestone jan }'],
      'milestone b.jan',
    ],
    ['whole paths before nested names', ['objective o { dri |ana }', 'owner ana', 'team x { owner ana }'], 'owner ana'],
    [
      'through week blocks as if they were not there',
      ['commitment d { needs |brief }', 'week 2026-W03 { commitment brief }'],
      'commitment brief',
    ],
    ['among the kinds that fit', ['objective o { dri |legal }', 'gate legal', 'owner legal'], 'owner legal'],
    ['and binds by a known mistake', ['commitment c { advances |q1 }', 'objective q1'], 'objective q1 by mistake'],
    ['a team as DRI is one of those', ['objective o { dri |demand }', 'team demand'], 'team demand by mistake'],
    [
      'by path for a team, too',
      ['owner a { team |emea.demand }', 'market emea { team demand "D" }', 'team demand "E"'],
      'team emea.demand',
    ],
  ])('%s', (_name, texts, expected) => {
    expect(meaning(...texts)).toBe(expected);
  });

  test.each([
    ['nothing of that name', ['commitment c { advances |jam }', 'objective a { milestone jan }'], 'unknown'],
    [
      'several',
      ['commitment c { advances |jan }', 'objective a { milestone jan }', 'objective b { milestone jan }'],
      'ambiguous a.jan, b.jan',
    ],
    ['only something that does not belong there', ['objective o { advances |jan }', 'milestone jan'], 'wrong-kind jan'],
    ['names that JavaScript knows, too', ['commitment c { advances |constructor needs __proto__ }'], 'unknown'],
  ])('%s', (_name, texts, expected) => {
    expect(meaning(...texts)).toBe(expected);
  });

  test('__proto__, constructor and toString are names like any other', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'then']) {
      expect(meaning(`objective o { dri |${name} }`, `owner ${name}`)).toBe(`owner ${name}`);
    }
  });
});
