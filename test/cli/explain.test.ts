/** Protects `mos explain` and `mos rules`: pages that read well in a terminal, and a list that misses no rule. */

import { rulePages, rules } from '@mos/language';
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { firstSentence, renderPage } from '../../packages/cli/src/terminal/page.ts';
import { mos } from './mos.ts';

const plain = createColors(false);

test('a page is told by headings, paragraphs and examples with their marks', async () => {
  const { code, out } = await mos(['explain', 'accountability/missing-dri']);
  const lines = out.split('\n');
  expect(lines[0]).toBe('accountability/missing-dri');
  expect(lines[1]).toBe('error · reveals an execution killer: accountability without authority');
  expect(lines).toContain('Why it matters');
  expect(out, 'marks stand under what they mean').toMatch(/\n {4}.*\n {4} *\^+ error: .*no DRI/);
  expect(out).not.toMatch(/```|^#|^\/\/ \^/m);
  expect(code).toBe(0);
});

test.each(['cascade/missing-why', 'missing-why', 'mos://rules/cascade/missing-why'])(
  '%s is understood',
  async (name) => {
    const { out } = await mos(['explain', name]);
    expect(out).toMatch(/^cascade\/missing-why\n/);
  },
);

test('--format markdown gives the page as it stands', async () => {
  const { out } = await mos(['explain', 'missing-why', '--format', 'markdown']);
  expect(out).toBe((await rulePages())['cascade/missing-why']);
});

test('every page fits an ordinary terminal, save for its examples', async () => {
  for (const [name, page] of Object.entries(await rulePages())) {
    const wide = renderPage(page, { width: 72, colors: plain })
      .split('\n')
      .filter((line) => !line.startsWith('    ') && stringWidth(line) > 72);
    expect(wide, name).toEqual([]);
    expect(firstSentence(page), name).toMatch(/^[A-Z].*[.:]$/);
  }
});

describe('a page', () => {
  const page = `# group/fault

A first sentence with \`code\`, a [link](https://example.com) and *stress*. A second one.

## Heading

- one item that is long enough to be wrapped somewhere near here
- two

1. first

\`\`\`mos
// file: people.mos
// today: 2026-02-01
owner ana "Ana"
//    ^^^ error ana is no team
  dri ben
  // <- warning two
\`\`\`
`;

  test('without colours', () => {
    expect(renderPage(page, { width: 40, colors: plain })).toBe(`group/fault

A first sentence with \`code\`, a link and
stress. A second one.

Heading

  • one item that is long enough to be
    wrapped somewhere near here
  • two
  1. first

    ── people.mos ──
    (as of 2026-02-01)
    owner ana "Ana"
          ^^^ error: ana is no team
      dri ben
         <- warning: two
`);
  });

  test('with colours, the layout is the same', () => {
    const colored = renderPage(page, { width: 40, colors: createColors(true) });
    expect(colored).toContain('\u001B[1mHeading');
    expect(stringWidth(colored.split('\n')[2] as string)).toBeLessThanOrEqual(40);
  });

  test('has a first sentence', () => {
    expect(firstSentence(page)).toBe('A first sentence with code, a link and stress.');
  });
});

test('mos rules lists every rule once, with its group, severity and sentence', async () => {
  const { code, out } = await mos(['rules']);
  expect(code).toBe(0);
  for (const { name, severity } of rules) {
    const [, fault] = name.split('/');
    expect(
      out.split('\n').filter((line) => line.startsWith(`  ${fault} `) && line.includes(severity)),
      name,
    ).toHaveLength(1);
  }
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
});

test('what a fix begins for its author to finish is a way out, too', async () => {
  const list = JSON.parse((await mos(['rules', '--format', 'json'])).out) as { name: string; fix: boolean }[];
  const fix = (wanted: string) => list.find(({ name }) => name === wanted)?.fix;
  for (const begun of ['missing-why', 'missing-diagnosis', 'missing-policy', 'bet-count'])
    expect(fix(`cascade/${begun}`), begun).toBe(true);
  expect(fix('cascade/task-as-milestone'), 'by hand alone').toBe(false);
});

test('mos rules --format json', async () => {
  const { out } = await mos(['rules', '--format', 'json']);
  const list = JSON.parse(out);
  expect(list.map(({ name }: { name: string }) => name)).toEqual(rules.map(({ name }) => name as string).toSorted());
  expect(list).toContainEqual({
    name: 'cascade/orphaned-commitment',
    severity: 'error',
    killer: 'K5',
    fix: true,
    summary: 'A commitment that advances no milestone and is not marked as run-the-business work.',
    docs: 'mos://rules/cascade/orphaned-commitment',
  });
  expect(list.find(({ name }: { name: string }) => name === 'metrics/metric-count').fix).toBe(false);
});
