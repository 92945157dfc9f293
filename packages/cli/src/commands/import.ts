/** `mos import`: tables of other programs into the plan, shown as a diff. */

import { resolve } from 'node:path';
import { loadFullReader } from '@mos/language';
import {
  type Importable,
  type Imported,
  type Incoming,
  importable,
  importInto,
  mappingOf,
  NEEDED,
  tableFor,
  tableNames,
} from '@mos/language/exchange';
import { type Console, openConsole } from '../console.ts';
import { readCsv } from '../import/csv.ts';
import { type Remembered, readMap, recall, remember } from '../import/remembered.ts';
import { type IncomingSheet, readBytes } from '../import/sheet.ts';
import { readXlsx } from '../import/xlsx.ts';
import { shownPath } from '../output/paths.ts';
import { count, thousands } from '../output/summary.ts';
import { visible, visibleShort } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import type { Judged } from '../project/judged.ts';
import { readToday } from '../project/options.ts';
import { type Change, writeChanges } from '../project/repair.ts';
import { onlyPlan, openPlans } from '../project/views.ts';
import { diffOf } from '../terminal/diff.ts';

export interface ImportOptions {
  color: boolean;
  config?: string;
  dryRun?: boolean;
  /** File or folder of the plan; this folder by default. */
  in?: string;
  map?: string[];
  table?: Importable;
  allowErrors?: boolean;
  today?: string;
}

/** Gives the exit code: 1 where something of the table did not come in. Throws a Problem for what cannot be read or meant. */
export async function importTable(format: 'csv' | 'xlsx', path: string, options: ImportOptions): Promise<number> {
  const out = openConsole(options);
  const today = readToday(options.today);
  const shown = visible(path);
  const bytes = readBytes(resolve(out.cwd, path), shown);
  const { sheets, notes } = format === 'csv' ? readCsv(bytes, shown) : await readXlsx(bytes, shown);
  await loadFullReader();
  const { workspace, judged } = await openPlans(
    options.in === undefined ? [] : [options.in],
    { ...options, format: 'text' },
    out,
  );
  const of = onlyPlan(judged, out.cwd, 'Name the folder of one of them with --in.');
  const remembered = recall(of.project.root);
  const { incoming, said } = understood(sheets, remembered, options, out);
  for (const note of notes) out.remark(note);

  const before = new Map([...of.project.files].map(([file, { text }]) => [file, text]));
  const errors = textsOf(of, true);
  const known = textsOf(of, false);
  const results = incoming.map((each) => importInto(of.engine, each, today));
  const worse = newErrors(errors, textsOf(of, true)).map((text) =>
    known.has(text) ? `${text}, until now a hint, as the plan was young` : text,
  );
  const changes = changesOf(of, before);
  const done = changes.length > 0 && !options.dryRun && (worse.length === 0 || options.allowErrors === true);
  const { troubles } = done ? writeChanges(changes) : { troubles: [] };
  const forgotten =
    done && troubles.length === 0 && said.size > 0 && remember(of.project.root, merged(remembered, said));

  const code =
    troubles.length > 0 || forgotten || workspace.troubles.length > 0
      ? exitCodes.unusable
      : results.some(({ left }) => left.length > 0) || (worse.length > 0 && !options.allowErrors)
        ? exitCodes.findings
        : exitCodes.clean;
  out.print(troubles.length > 0 ? '' : preview(changes, results, out), code);
  out.remarkTroubles(forgotten ? [forgotten] : troubles);
  if (troubles.length === 0) for (const result of results) tell(result, out);
  if (worse.length > 0) tellErrors(worse, options.allowErrors === true, out);
  if (options.dryRun) out.remark('Nothing was written (--dry-run).');
  return code;
}

/** Which table each sheet is, and which column what. */
function understood(
  sheets: readonly IncomingSheet[],
  remembered: Remembered,
  { table, map = [] }: ImportOptions,
  out: Console,
): { incoming: Incoming[]; said: Remembered } {
  const said: Remembered = new Map();
  const incoming: Incoming[] = [];
  const lost = map.find((text) => !sheets.some((sheet) => mapFor([text], sheet).length > 0));
  if (sheets.length > 1 && lost !== undefined)
    throw new Problem(
      `No sheet has the column that --map ${visible(lost)} speaks of.`,
      'Write it as it stands in the first row of its sheet, as in --map "Responsible=dri".',
    );
  for (const { sheet, kind } of chosen(sheets, remembered, { table, map })) {
    if (!kind) {
      out.remark(`The sheet ${visible(sheet.title)} is left out: it is none of ${importable.join(', ')}.`);
      continue;
    }
    if (incoming.some((each) => each.table === kind))
      throw new Problem(`Two sheets hold ${kind}.`, 'Keep one of them in the workbook, or import them one by one.');
    const own = readMap(sheets.length > 1 ? mapFor(map, sheet) : map, kind, sheet.headers);
    if (own.size > 0) said.set(kind, own);
    const { keys, instead, unknown } = mappingOf(
      kind,
      sheet.headers,
      new Map([...(remembered.get(kind) ?? []), ...own]),
    );
    const missing = NEEDED[kind].find((choices) => !choices.some((key) => keys.includes(key)) && kind !== 'owners');
    if (missing)
      throw new Problem(
        `No column of ${sheet.title === '' ? 'the table' : visible(sheet.title)} says the ${missing[0]} of ${kind}.`,
        `Say which one does, as in --map "${visible(sheet.headers.find(Boolean) ?? 'Column')}=${missing[0]}".`,
      );
    if (unknown.length > 0)
      out.remark(
        `Left out of ${kind}: the column${unknown.length === 1 ? '' : 's'} ${unknown
          .slice(0, 12)
          .map((header) => visibleShort(header, 40))
          .join(', ')}${unknown.length > 12 ? ' …' : ''}. --map "Column=…" says what one is.`,
      );
    const rows = sheet.rows.map(({ number, cells }) => {
      const said = (of: readonly (string | undefined)[]) =>
        Object.fromEntries(
          of.flatMap((key, at) => {
            const cell = cells[at] ?? '';
            return key === undefined || cell.trim() === '' ? [] : [[key, cell]];
          }),
        ) as Record<string, string>;
      return { number, cells: { ...said(instead), ...said(keys) } };
    });
    incoming.push({ table: kind, rows, decimalComma: sheet.decimalComma });
  }
  // People before their work, work before its numbers.
  return { incoming: incoming.sort((a, b) => ORDER.indexOf(a.table) - ORDER.indexOf(b.table)), said };
}

const ORDER: readonly Importable[] = ['owners', 'milestones', 'commitments', 'readings'];

/** What was said about columns that a sheet has: the same words may come up in another one. */
function mapFor(map: readonly string[], { headers }: IncomingSheet): string[] {
  return map.filter((text) => headers.some((header) => text.toLowerCase().startsWith(`${header.toLowerCase()}=`)));
}

/** The sheets and what they hold. Throws a Problem where that is clear of none, or of none that was asked for. */
function chosen(
  sheets: readonly IncomingSheet[],
  remembered: Remembered,
  { table, map }: { table: Importable | undefined; map: readonly string[] },
): { sheet: IncomingSheet; kind: Importable | undefined }[] {
  const guessed = sheets.map((sheet) => ({ sheet, kind: kindOf(sheet, remembered, map) }));
  const [only, second] = sheets;
  if (table !== undefined && only && !second) return [{ sheet: only, kind: table }];
  const wanted = table === undefined ? guessed : guessed.filter(({ kind }) => kind === table);
  if (!wanted.some(({ kind }) => kind)) throw unknownTable(only);
  return wanted;
}

/** By its title, by what was said of its columns before, by its headers. */
function kindOf(sheet: IncomingSheet, remembered: Remembered, map: readonly string[]): Importable | undefined {
  const title = sheet.title.trim().toLowerCase();
  if (tableNames.some((name) => name === title)) return importable.find((name) => name === title);
  const words = new Map(
    map.map((text) => [text.slice(0, text.lastIndexOf('=')), text.slice(text.lastIndexOf('=') + 1)] as const),
  );
  return kindByMemory(sheet, remembered) ?? tableFor(sheet.headers, words);
}

/** Somebody said what columns of these names are, so it is that table again. */
function kindByMemory({ headers }: IncomingSheet, remembered: Remembered): Importable | undefined {
  const scores = [...remembered].map(([kind, columns]) => ({
    kind,
    score: headers.filter((header) => columns.has(header)).length,
  }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.kind : undefined;
}

function unknownTable(sheet: IncomingSheet | undefined): Problem {
  const headers = (sheet?.headers ?? [])
    .filter(Boolean)
    .slice(0, 8)
    .map((header) => visibleShort(header, 40))
    .join(', ');
  return new Problem(
    `It is not clear what the table holds; its columns are ${headers || 'without a name'}.`,
    `Say it with --table ${importable.join(', ')}, and with --map "Column=week" what a column is.`,
  );
}

function merged(remembered: Remembered, said: Remembered): Remembered {
  const all: Remembered = new Map(remembered);
  for (const [table, columns] of said) all.set(table, new Map([...(remembered.get(table) ?? []), ...columns]));
  return all;
}

/** What is said of a plan → how often; without its places, which shift. Errors alone, or everything. */
function textsOf({ engine }: Judged, errorsAlone: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, rule, message } of engine.result(() => false).findings) {
    const text = `${message} (${rule})`;
    if (severity === 'error' || !errorsAlone) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Errors that were not there before; none where there are no more than there were. */
function newErrors(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, each) => all + each, 0);
  if (sum(after) <= sum(before)) return [];
  return [...after].filter(([text, times]) => times > (before.get(text) ?? 0)).map(([text]) => text);
}

function changesOf({ project, engine }: Judged, before: ReadonlyMap<string, string>): Change[] {
  return [...before].flatMap(([file, text]) => {
    const after = engine.plan.text(file);
    if (after === text) return [];
    const read = project.files.get(file);
    if (!read?.faithful)
      throw new Problem(
        `${visible(file)} holds bytes that are no text, so it is left as it is.`,
        'Save it as UTF-8 and run the command again.',
      );
    return [{ file, root: project.root, before: text, after, mark: read.mark }];
  });
}

/** Rows; the diff of more is nothing that anybody reads, and takes long to make. */
const MOST_SHOWN = 2000;

function preview(changes: readonly Change[], results: readonly Imported[], { cwd, screen }: Console): string {
  const rows = results.reduce((sum, { added, changed }) => sum + added + changed, 0);
  if (rows > MOST_SHOWN) return changes.map(({ file }) => `${visible(shownPath(file, cwd))} changes\n`).join('');
  return changes.map((change) => diffOf(change, cwd, screen.colors)).join('');
}

/** Rows that are told one by one. */
const MOST_TOLD = 20;

function tell({ table, added, changed, same, left, notes }: Imported, out: Console): void {
  const without = left.length > 0 ? [`${thousands(left.length)} left out`] : [];
  const parts = [
    `${thousands(added)} added`,
    `${thousands(changed)} changed`,
    `${thousands(same)} as they were`,
    ...without,
  ];
  out.remark(`${table}: ${parts.join(', ')}`);
  for (const { row, message } of left.slice(0, MOST_TOLD)) out.remark(`  row ${row}: ${visibleShort(message, 300)}`);
  if (left.length > MOST_TOLD) out.remark(`  and ${count(left.length - MOST_TOLD, 'more row')}`);
  for (const { row, message } of notes.slice(0, MOST_TOLD)) out.remark(`  row ${row}: ${visibleShort(message, 300)}`);
  if (notes.length > MOST_TOLD) out.remark(`  and ${count(notes.length - MOST_TOLD, 'more note')}`);
}

function tellErrors(worse: readonly string[], allowed: boolean, out: Console): void {
  out.remark(allowed ? 'The plan has new errors now:' : 'Nothing was written: the plan would have new errors.');
  for (const text of worse.slice(0, MOST_TOLD)) out.remark(`  ${visibleShort(text, 300)}`);
  if (worse.length > MOST_TOLD) out.remark(`  and ${count(worse.length - MOST_TOLD, 'more')}`);
  if (!allowed) out.remark('Mend the table, or write it all the same with --allow-errors.');
}
