/** Takes a table into a plan: what is new is added where its siblings stand, what differs is changed, and nothing is taken out. */

import { moveToWeek, needsReason } from '../../edits/move.ts';
import { tidied } from '../../edits/tidy.ts';
import type { TextEdit } from '../../finding.ts';
import { editText } from '../../fixes.ts';
import type { Engine } from '../../model/engine.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Period } from '../../values/period.ts';
import type { Importable } from '../table.ts';
import { Lookup } from './lookup.ts';
import { placed } from './place.ts';
import { readReadings } from './readings.ts';
import { type IncomingRow, RowReader, type Verdict } from './rows.ts';

export interface Incoming {
  table: Importable;
  rows: readonly IncomingRow[];
  /** Numbers are written as 1.234,5. */
  decimalComma?: boolean;
}

export interface Imported {
  table: Importable;
  added: number;
  changed: number;
  same: number;
  /** Rows of which nothing came in, and why. */
  left: { row: number; message: string }[];
  /** Rows that came in by a guess, or that a person should look at again. */
  notes: { row: number; message: string }[];
}

/** The engine holds the new texts afterwards. `today` is an ISO date. */
export function importInto(engine: Engine, { table, rows, decimalComma = false }: Incoming, today: string): Imported {
  const result: Imported = { table, added: 0, changed: 0, same: 0, left: [], notes: [] };
  const lookup = new Lookup(engine.plan);
  if (table === 'readings') {
    const { verdicts, edits, notes } = readReadings(engine.plan, lookup, rows, { decimalComma, today });
    for (const [at, verdict] of verdicts.entries()) count(result, rows[at] as IncomingRow, verdict);
    result.notes = notes;
    apply(engine, edits);
    return result;
  }
  const reader = new RowReader(engine.plan, lookup, table, { decimalComma, today, rows });
  const verdicts = rows.map((row) => ({ row, verdict: reader.read(row) }));
  result.notes = reader.notes;
  const moves = verdicts.flatMap(({ row, verdict }) =>
    verdict.is === 'changed' && verdict.move ? [{ row, node: verdict.node, ...verdict.move }] : [],
  );
  const refused = new Set(
    moves
      .filter(({ node, reason }) => reason.trim() === '' && needsReason(engine.plan, node, today))
      .map(({ row }) => row),
  );
  for (const { row, verdict } of verdicts) {
    if (refused.has(row))
      result.left.push({
        row: row.number,
        message: 'Week: its week has begun, so it is moved with a reason; fill in the column of reasons',
      });
    else count(result, row, verdict);
  }
  apply(
    engine,
    verdicts.flatMap(({ row, verdict }) => (verdict.is === 'changed' && !refused.has(row) ? verdict.edits : [])),
  );
  apply(
    engine,
    placed(
      engine.plan,
      verdicts.flatMap(({ verdict }) => (verdict.is === 'new' ? [verdict.newcomer] : [])),
    ),
  );
  for (const move of moves) if (!refused.has(move.row)) moveOne(engine, move, today, result);
  return result;
}

function count(result: Imported, { number }: IncomingRow, verdict: Verdict | { is: 'new' | 'changed' | 'same' }): void {
  if (verdict.is === 'left out') result.left.push({ row: number, message: verdict.faults.join('; ') });
  else if (verdict.is === 'new') result.added += 1;
  else result[verdict.is] += 1;
}

/** One after the other: a block may go with its last commitment. */
function moveOne(
  engine: Engine,
  { row, node, week, reason }: { row: IncomingRow; node: PlanNode; week: Period; reason: string },
  today: string,
  result: Imported,
): void {
  const outcome = moveToWeek(engine.plan, node, week, reason, today);
  if ('edits' in outcome) {
    apply(engine, outcome.edits);
    return;
  }
  result.changed -= 1;
  result.left.push({ row: row.number, message: `Week: ${outcome.refused}` });
}

function apply(engine: Engine, edits: readonly TextEdit[]): void {
  if (edits.length === 0) return;
  const { plan } = engine;
  const outcome = tidied(plan, { title: 'import', edits: [...edits] });
  const all = 'edits' in outcome ? outcome.edits : edits;
  const files = Map.groupBy(all, ({ file }) => file);
  engine.update([...files].map(([file, own]) => ({ file, text: editText(plan.text(file), own) })));
}
