/** Protects that tables lose nothing: what is imported comes out again, through CSV and workbooks, and what comes out changes nothing. */

import { Engine, readConfig } from '@mos/language';
import {
  columnsOf,
  type Importable,
  type IncomingRow,
  importable,
  importInto,
  mappingOf,
  tableFor,
  tableOf,
} from '@mos/language/exchange';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../packages/cli/src/export/csv.ts';
import { xlsx } from '../../packages/cli/src/export/xlsx.ts';
import { readCsv } from '../../packages/cli/src/import/csv.ts';
import type { IncomingSheet } from '../../packages/cli/src/import/sheet.ts';
import { readXlsx } from '../../packages/cli/src/import/xlsx.ts';
import { corpusNames, readCorpus } from '../harness/corpus.ts';

const today = '2026-02-09';

const BASE = `team demand "Demand, and more" { lead ana }
market emea "EMEA" { lead ana }
gate legal "Legal" { kind legal dri ana within 3 days }
owner ana "Ana Duarte" { role "CMO" }
owner ben "Ben \\"B\\" Okafor" { role "Demand" team demand }

frame fy26 "F" { year 2026 dri ana bet abm "B" { } }

objective o1 "O1" {
  advances fy26.abm
  quarter 2026-Q1
  metric engaged "Groups engaged" { output leading from 1 to 9 }
  metric sourced "Pipeline" {
    outcome lagging
    from $1M to $2M
  }
  milestone jan "January" { month 2026-01 dri ana }
  milestone feb "February" {
    month 2026-02
  }
}
`;

type Row = Record<string, string>;

function engineOf(files: Record<string, string>): Engine {
  const engine = new Engine(readConfig('{}', 'mos.json'), today);
  engine.update(Object.entries(files).map(([file, text]) => ({ file, text })));
  return engine;
}

function incoming(table: Importable, rows: readonly Row[]) {
  return { table, rows: rows.map((cells, at): IncomingRow => ({ number: at + 2, cells })) };
}

/** Whatever people, and people who mean harm, may type: no halves of characters, which UTF-8 cannot carry. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
    fc
      .array(
        fc.constantFrom(
          'toString',
          '__proto__',
          '=',
          '+',
          '-',
          '@',
          "'",
          '"',
          ',',
          ';',
          '\n',
          '\t',
          '\r',
          ' ',
          '\\',
          '_x0041_',
          '{',
          '}',
          '//',
          '😀',
          'é',
          '\u0001',
          '\u202e',
          'a',
          '1',
          '1,5',
          '|',
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts) => parts.join('')),
  )
  .filter((value) => value.trim() !== '');
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/);
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined, freq: 2 });
const day = fc.constantFrom('2026-01-05', '2026-01-30', '2026-02-06');
const amount = fc.constantFrom('1', '2', '12');
const money = fc.constantFrom('$50k', '€1.2M', '1,200', '45%');

const fact = fc.oneof(
  fc.constant({}),
  fc.record({ state: fc.constant('done'), on: day, reason: maybe(text) }),
  fc.record({ state: fc.constantFrom('missed', 'dropped'), reason: text, on: maybe(day) }),
  fc.record({ state: fc.constant('moved'), moved_to: fc.constantFrom('2026-W07', '2026-W09'), reason: text }),
  fc.record({
    state: fc.constant('blocked'),
    blocked_by: fc.constantFrom('legal', 'legal, ana'),
    on: day,
    reason: text,
  }),
);

const work = {
  dri: maybe(fc.constantFrom('ana', 'ben')),
  with: maybe(fc.constantFrom('ana', 'ben', 'ana, ben')),
  needs: maybe(fc.constantFrom('legal', 'legal, ben')),
  decision: maybe(text.filter((value) => !/[",;\r\n]|^\s|\s$/.test(value))),
  priority: maybe(amount),
  team: maybe(fc.constant('demand')),
  market: maybe(fc.constant('emea')),
  budget: maybe(money),
  why: maybe(text),
  earlier: maybe(fc.constantFrom('moved to 2026-W05 "first"', 'blocked by legal since 2026-01-02 "wait"')),
};

/** Without what is undefined; earlier facts need a last one. */
function row(...parts: object[]): Row {
  const cells = Object.assign({}, ...parts) as Record<string, string | undefined>;
  if (cells.state === undefined) delete cells.earlier;
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as Row;
}

const rowsOf: Record<Importable, fc.Arbitrary<Row[]>> = {
  commitments: fc
    .array(
      fc
        .tuple(
          fc.record({
            name: maybe(name),
            title: text,
            week: fc.constantFrom('2026-W04', '2026-W06', '2026-W09'),
            run: maybe(fc.constant('yes')),
          }),
          fc.record({ advances: maybe(fc.constantFrom('o1.jan', 'o1.feb', 'o1.feb, o1.jan')) }),
          fc.record(work),
          fact,
        )
        .map((parts) => row(...parts)),
      { maxLength: 8 },
    )
    .map(uniqueNames),
  milestones: fc
    .array(
      fc
        .tuple(
          fc.record({
            name: maybe(name),
            title: text,
            month: fc.constantFrom('2026-01', '2026-02'),
            advances: fc.constant('o1'),
          }),
          fc.record(work),
          fact,
        )
        .map((parts) => {
          const cells = row(...parts);
          if (cells.name !== undefined) cells.name = `o1.m_${cells.name}`;
          if (cells.state === 'done') cells.state = 'met';
          if (cells.moved_to !== undefined) cells.moved_to = '2026-03';
          return cells;
        }),
      { maxLength: 6 },
    )
    .map(uniqueNames),
  owners: fc
    .array(
      fc
        .record({
          name: name.map((value) => `p_${value}`),
          title: maybe(text),
          role: maybe(text),
          team: maybe(fc.constant('demand')),
          email: maybe(text),
          reports: maybe(fc.constantFrom('ana', 'ben')),
          capacity: maybe(amount),
          until: maybe(day),
          alias: maybe(fc.constantFrom('Benny, bokafor', '"a, b", c')),
          market: maybe(fc.constant('emea')),
          decides: maybe(fc.constantFrom('mix', 'mix, "spend, up to $5k"')),
          escalates: maybe(fc.constantFrom('ana', 'ana, ben')),
        })
        .map((cells) => row(cells)),
      { maxLength: 6 },
    )
    .map(uniqueNames),
  readings: fc.uniqueArray(
    fc
      .record({
        metric: fc.constantFrom('o1.engaged', 'o1.sourced'),
        on: fc.constantFrom('2026-01-05', '2026-01-12', '2026-01', '2026-02-01'),
        number: amount,
        kind: fc.constantFrom('reading', 'forecast'),
        note: maybe(text),
      })
      .map(({ number, ...cells }) => row(cells, { value: cells.metric === 'o1.sourced' ? `$${number}` : number })),
    { maxLength: 8, selector: ({ metric, on, kind }) => `${metric} ${on} ${kind}` },
  ),
};

function uniqueNames(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((cells) => cells.name === undefined || (!seen.has(cells.name) && seen.add(cells.name)));
}

/** Whatever order and columns are said again. */
function sorted(table: Importable, rows: readonly Readonly<Row>[]): string[] {
  const keys = columnsOf[table].filter(({ derived }) => !derived).map(({ key }) => key);
  return rows.map((cells) => JSON.stringify(keys.map((key) => cells[key] ?? ''))).sort();
}

const before = (table: Importable) => sorted(table, tableOf(engineOf({ 'plan.mos': BASE }).plan, table).rows);

function cellsOf({ headers, rows }: IncomingSheet, table: Importable): Row[] {
  const { keys, unknown } = mappingOf(table, headers);
  expect(unknown).toEqual([]);
  return rows.map(({ cells }) =>
    Object.fromEntries(
      keys.flatMap((key, at) => (key === undefined || (cells[at] ?? '') === '' ? [] : [[key, cells[at] ?? '']])),
    ),
  );
}

/** The same cases with every run; MOS_CASES and MOS_SEED try others. */
const runs = { numRuns: Number(process.env.MOS_CASES ?? 60), seed: Number(process.env.MOS_SEED ?? 7) };

describe.each(importable)('%s', (table) => {
  test('what is imported is in the plan, comes out again, and then changes nothing', () => {
    fc.assert(
      fc.property(rowsOf[table], (rows) => {
        const engine = engineOf({ 'plan.mos': BASE });
        const result = importInto(engine, incoming(table, rows), today);
        expect(result.left).toEqual([]);
        expect(result.added + result.changed + result.same).toBe(rows.length);
        const out = tableOf(engine.plan, table);
        expect(sorted(table, out.rows)).toEqual([...before(table), ...sorted(table, rows)].sort());
        const unread = engine.result(() => false).findings.filter(({ rule }) => rule === 'language/syntax-error');
        expect(unread).toEqual([]);

        const [sheet] = readCsv(Buffer.from(csv(out)), 'x.csv').sheets;
        const cells = sheet ? cellsOf(sheet, table) : [];
        expect(sorted(table, cells)).toEqual(sorted(table, out.rows));
        const text = engine.plan.text('plan.mos');
        const again = importInto(engine, incoming(table, cells), today);
        expect(again).toMatchObject({ added: 0, changed: 0, left: [] });
        expect(engine.plan.text('plan.mos')).toBe(text);
      }),
      runs,
    );
  });

  test('workbooks carry the same as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf[table], async (rows) => {
        const engine = engineOf({ 'plan.mos': BASE });
        importInto(engine, incoming(table, rows), today);
        const out = tableOf(engine.plan, table);
        const { sheets } = await readXlsx(await xlsx([out]), 'x.xlsx');
        expect(sheets.flatMap((sheet) => sorted(table, cellsOf(sheet, table)))).toEqual(sorted(table, out.rows));
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 10) },
    );
  });

  test('its own headers are understood', () => {
    expect(tableFor(columnsOf[table].map(({ header }) => header))).toBe(table);
  });
});

test.each(corpusNames())('what comes out of %s changes nothing when it comes in', (name) => {
  const { config, files } = readCorpus(name);
  const engine = new Engine(config, today);
  engine.update(files);
  for (const table of importable) {
    const { rows } = tableOf(engine.plan, table);
    const result = importInto(engine, incoming(table, rows), today);
    expect(result, table).toMatchObject({ added: 0, changed: 0, same: rows.length, left: [] });
  }
  for (const { file, text } of files) expect(engine.plan.text(file)).toBe(text);
});

test('the commitments of a year, taken out and imported, come out the same and where they stood', () => {
  const { config, files } = readCorpus('acme');
  const engine = new Engine(config, today);
  engine.update(files);
  const whole = tableOf(engine.plan, 'commitments');
  const homes = (engine_: Engine) =>
    engine_.plan
      .nodesOf('commitment')
      .map((node) => `${node.title} ${node.file}`)
      .sort();
  const stood = homes(engine);
  // Every second week block goes; their siblings stay and say where such work is kept.
  const emptied = files.map(({ file, text }) => ({
    file,
    text: text.replace(/^week \S+ \{\n(?: .*\n|\n)*\}\n/gm, (block, at) =>
      text.slice(0, at).split(/^week /m).length % 2 === 0 ? '' : block,
    ),
  }));
  engine.update(emptied);
  expect(tableOf(engine.plan, 'commitments').rows.length).toBeLessThan(whole.rows.length * 0.7);
  const result = importInto(engine, incoming('commitments', whole.rows), today);
  expect(result.left).toEqual([]);
  expect(sorted('commitments', tableOf(engine.plan, 'commitments').rows)).toEqual(sorted('commitments', whole.rows));
  const moved = homes(engine).filter((home) => !stood.includes(home));
  expect(moved.length).toBeLessThan(stood.length * 0.1);
  expect(engine.result(() => false).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
