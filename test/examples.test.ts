/** Protects the example plans: each gives the findings that are written down beside it, and Acme's plan gives none. */

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compile,
  type Finding,
  formatPlan,
  numbersOf,
  type PlanNode,
  type Result,
  readConfig,
  type SourceFile,
} from '@mos/language';
import { describe, expect, test } from 'vitest';

/** The day on which each plan is looked at. */
const days: Readonly<Record<string, string>> = {
  acme: '2026-02-09',
  broken: '2026-01-19',
  'gitlab-fy21-q1': '2020-02-10',
  'ipfs-community-2019-q1': '2019-04-08',
};

const examples = Object.keys(days);

test('every example has its day here', () => {
  const folders = globSync('*/mos.json', { cwd: folderOf('') }).map((path) => path.split(/[\\/]/)[0]);
  expect(folders.sort()).toEqual([...examples].sort());
});

describe.each(examples)('%s', (example) => {
  test('gives the findings in expected-findings.txt', async () => {
    const { findings } = checked(example);
    await expect(findings.map(shown).join('')).toMatchFileSnapshot(`${folderOf(example)}expected-findings.txt`);
  });

  test.each(readFiles(example).map(({ file, text }) => [file, text]))('%s is formatted', (_file, text) => {
    expect(formatPlan(text)).toMatchObject({ text });
  });
});

describe('acme', () => {
  // Later in the week the facts of Friday are due; until then nothing may be out of date.
  test.each(['2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13'])('is clean on %s', (today) => {
    expect(checked('acme', today).findings.map(shown)).toEqual([]);
  });
});

describe('broken', () => {
  const [plan] = readFiles('broken').filter(({ file }) => file === 'plan.mos');
  const lines = (plan?.text ?? '').split('\n');
  const promises = lines.flatMap((line, index) => {
    const [, killer, rule] = /^\s*\/\/ (K[1-5]): .* → (\S+)$/.exec(line) ?? [];
    return killer && rule ? [[killer, rule, index + 1] as const] : [];
  });

  test('shows all five execution killers', () => {
    expect([...new Set(promises.map(([killer]) => killer))].sort()).toEqual(['K1', 'K2', 'K3', 'K4', 'K5']);
  });

  test('nothing is found that no comment speaks of', () => {
    const rules = checked('broken').findings.map((finding) => finding.rule);
    expect(rules.sort()).toEqual(promises.map(([, rule]) => rule).sort());
  });

  test.each(promises)('%s: %s is found where line %i says so', (killer, rule, line) => {
    const below = lines.findIndex(
      (text, index) => index >= line && text.trim() !== '' && !text.trimStart().startsWith('//'),
    );
    const found = checked('broken').findings.filter(
      (finding) => finding.rule === rule && finding.range.start.line === below + 1,
    );
    expect(found.map((finding) => finding.killer)).toEqual([killer]);
  });
});

test('ipfs-community-2019-q1: the golden numbers of its README come out of the plan', () => {
  const results = checked('ipfs-community-2019-q1').plan.nodesOf('metric').map(scoresOf);
  const kept = results.filter(({ dropped }) => !dropped);
  const reached = results.filter(({ final }) => (final ?? 0) >= 0.7);
  const gaps = results.flatMap(({ projected, final }) =>
    projected === undefined || final === undefined ? [] : [Math.abs(projected - final)],
  );
  expect(results).toHaveLength(12);
  expect(kept).toHaveLength(9);
  expect(results.filter(({ final }) => final === undefined)).toHaveLength(1);
  expect(reached).toHaveLength(5);
  expect(gaps).toHaveLength(11);
  expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(0.173, 3);
});

test('ipfs-community-2019-q1: mos reports them, each named for what it means', () => {
  const { figures } = numbersOf(checked('ipfs-community-2019-q1').plan, '2019-04-08');
  const shownOf = (term: string) =>
    figures.filter((figure) => figure.term === term).map(({ label, part, whole, note }) => [label, part, whole, note]);
  expect(shownOf('attainment')).toEqual([
    ['of all metrics', 5, 12, undefined],
    ['of those not dropped', 5, 9, '3 dropped'],
  ]);
  const error = figures.find(({ term }) => term === 'forecast-error');
  expect(error?.label).toBe('11 metrics');
  expect(error?.value).toBeCloseTo(1.9 / 11, 10);
});

function folderOf(example: string): string {
  return fileURLToPath(new URL(`../examples/${example}${example && '/'}`, import.meta.url));
}

function readFiles(example: string): SourceFile[] {
  return globSync('**/*.mos', { cwd: folderOf(example) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${folderOf(example)}${file}`, 'utf8') }));
}

function checked(example: string, today = days[example] as string): Result {
  const config = readConfig(readFileSync(`${folderOf(example)}mos.json`, 'utf8'), 'mos.json');
  expect(config.faults).toEqual([]);
  return compile(readFiles(example), config, today);
}

function shown({ file, range, rule, message }: Finding): string {
  return `${file}:${range.start.line} ${rule}  ${message}\n`;
}

/** The quarter ended on 2019-03-31: a reading after it is the final score. */
function scoresOf(metric: PlanNode): { projected: number | undefined; final: number | undefined; dropped: boolean } {
  const value = (key: string, after: string) => {
    const property = metric
      .propertiesOf('ReadingProperty', key)
      .filter(({ on }) => (on?.literal ?? '') > after)
      .at(-1);
    return property?.value === undefined ? undefined : Number(property.value.literal);
  };
  return {
    projected: value('forecast', '2019'),
    final: value('reading', '2019-03-31'),
    dropped: metric.has('dropped'),
  };
}
