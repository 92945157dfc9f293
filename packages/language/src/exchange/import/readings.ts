/** Readings from a table, each into its metric, in the order of their days. */

import type { TextEdit } from '../../finding.ts';
import { otherwiseCounted } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { understood } from '../../model/periods.ts';
import type { PropertyOf } from '../../model/records.ts';
import { behindComment, insertProperty, newlineOf, replace } from '../../rules/edits.ts';
import { BEFORE_READ } from '../../rules/metric-edits.ts';
import { rangeOf } from '../../values/calendar.ts';
import { formatPeriod, isPeriodFault, parsePeriod } from '../../values/period.ts';
import { encodeText } from '../../values/text.ts';
import { columnsOf } from '../table.ts';
import { amountCell, periodCell, short, stillAhead } from './cells.ts';
import type { Lookup } from './lookup.ts';
import { Reader } from './reader.ts';
import type { IncomingRow } from './rows.ts';

type ReadingVerdict = { is: 'new' | 'changed' | 'same' } | { is: 'left out'; faults: string[] };

interface Note {
  key: 'reading' | 'forecast';
  on: string;
  /** The last day of its period. */
  date: string;
  text: string;
}

/** Verdicts in the order of the rows, and the edits of all. `today`: readings of later days stay out; forecasts are of no other. */
export function readReadings(
  plan: Reader['plan'],
  lookup: Lookup,
  rows: readonly IncomingRow[],
  { decimalComma, today }: { decimalComma: boolean; today: string },
): { verdicts: ReadingVerdict[]; edits: TextEdit[]; notes: { row: number; message: string }[] } {
  const edits: TextEdit[] = [];
  const notes: { row: number; message: string }[] = [];
  const added = new Map<PlanNode, Note[]>();
  const said = new Set<string>();
  const verdicts = rows.map(({ number, cells }): ReadingVerdict => {
    const reader = new Reader(plan, lookup, columnsOf.readings);
    const verdict = read(reader, cells, number);
    return reader.faults.length > 0 || !verdict ? { is: 'left out', faults: reader.faults } : verdict;
  });
  for (const [metric, own] of added) for (const edit of insertions(plan, metric, own)) edits.push(edit);
  return { verdicts, edits, notes };

  function read(reader: Reader, cells: IncomingRow['cells'], row: number): ReadingVerdict | undefined {
    for (const key of ['metric', 'on', 'value']) if (cells[key] === undefined) reader.fault(key, 'it is empty');
    if (reader.faults.length > 0) return undefined;
    const found = reader.lookup.find(cells.metric ?? '', ['metric'], 'metric');
    if ('fault' in found && reader.lookup.all(cells.metric ?? '', ['metric']).length !== 1)
      reader.fault('metric', found.fault);
    const [metric] = reader.lookup.all(cells.metric ?? '', ['metric']);
    const on = literalOf(reader, cells.on ?? '');
    const value = cells.value === 'TBD' ? undefined : reader.read('value', amountCell(cells.value ?? '', decimalComma));
    const key = kindOf(reader, cells.kind);
    if (cells.value === 'TBD' && key !== 'forecast') reader.fault('value', 'TBD says that there is no number yet');
    if (reader.faults.length > 0 || !metric || !on || !key) return undefined;
    const literal = value ?? 'TBD';
    const name = `${metric.file}\n${metric.key}\n${key}\n${on.literal}`;
    if (said.has(name)) {
      // Two of one day tell nothing; they stay where the plan has them, and none is added.
      const there = readingsIn(metric, key).filter((each) => each.on?.literal === on.literal);
      if (there.some((each) => each.value?.literal === literal)) return { is: 'same' };
      reader.fault('on', `there is a row for ${short(on.literal)} before this one`);
      return undefined;
    }
    said.add(name);
    return take(reader, metric, { key, on: on.literal, date: on.date, text: '' }, literal, { row, words: cells.note });
  }

  function take(
    reader: Reader,
    metric: PlanNode,
    note: Note,
    literal: string,
    { row, words }: { row: number; words: string | undefined },
  ): ReadingVerdict | undefined {
    const own = readingsIn(metric, note.key);
    const there = own.filter((each) => each.on?.literal === note.on);
    const known = there.find((each) => each.value?.literal === literal) ?? there[0];
    const remark = words ?? known?.note?.value;
    const text = `${note.key} ${note.on} ${literal}${remark === undefined ? '' : ` ${encodeText(remark)}`}`;
    if (known && known.value?.literal === literal && (words === undefined || words === known.note?.value))
      return { is: 'same' };
    if (metric.declaration.damaged)
      reader.faults.push('something in the metric cannot be read in the plan; mend that first');
    const ahead = note.key === 'reading' ? stillAhead(note.on, today, reader.calendar) : undefined;
    if (ahead !== undefined) reader.fault('on', ahead);
    const otherwise = otherwiseCounted(metric, literal, reader.calendar);
    if (otherwise !== undefined) reader.fault('value', otherwise);
    if (reader.faults.length > 0) return undefined;
    if (known) {
      edits.push(replace(metric, known, text));
      if (known.value && known.value.literal !== literal)
        notes.push({ row, message: `${metric.label} of ${note.on} changes from ${known.value.literal} to ${literal}` });
      return { is: 'changed' };
    }
    added.set(metric, [...(added.get(metric) ?? []), { ...note, text }]);
    return { is: 'new' };
  }
}

function literalOf(reader: Reader, cell: string): { literal: string; date: string } | undefined {
  const period = parsePeriod(cell);
  const literal = isPeriodFault(period)
    ? reader.read('on', periodCell(cell, 'day', reader.calendar))
    : formatPeriod(period);
  const known = literal === undefined ? undefined : parsePeriod(literal);
  // As the plan would write it; where a person wrote it otherwise, that is what counts.
  return known && !isPeriodFault(known)
    ? { literal: isPeriodFault(period) ? (literal as string) : cell, date: rangeOf(known, reader.calendar).last }
    : undefined;
}

function kindOf(reader: Reader, cell: string | undefined): 'reading' | 'forecast' | undefined {
  const word = cell?.trim().toLowerCase() ?? 'reading';
  if (word === 'reading' || word === 'actual') return 'reading';
  if (word === 'forecast') return 'forecast';
  reader.fault('kind', `"${short(word)}" is neither a reading nor a forecast`);
  return undefined;
}

/** Each behind the one before it in time; several at one place as one edit. */
function insertions(plan: Reader['plan'], metric: PlanNode, notes: readonly Note[]): TextEdit[] {
  const source = plan.text(metric.file);
  const groups = Map.groupBy(
    notes.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    (note) => anchorOf(plan, metric, note),
  );
  return [...groups].map(([anchor, own]) => {
    const { body } = metric.declaration;
    const multiline = body !== undefined && source.slice(body.start, body.end).includes('\n');
    if (anchor) {
      const line = source.lastIndexOf('\n', anchor.start) + 1;
      const indent = source.slice(line, anchor.start);
      const separator = multiline && indent.trim() === '' ? `${newlineOf(source)}${indent}` : ' ';
      const at = multiline ? behindComment(source, anchor.end) : anchor.end;
      return {
        file: metric.file,
        start: at,
        end: at,
        text: own.map(({ text }) => separator + text).join(''),
      };
    }
    const first = multiline ? `${newlineOf(source)}${indentOfMembers(source, metric)}` : ' ';
    return insertProperty(plan, metric, own.map(({ text }) => text).join(first), [
      ...BEFORE_READ,
      'read',
      'agreed',
      'drives',
    ]);
  });
}

function anchorOf(plan: Reader['plan'], metric: PlanNode, { date }: Note): PropertyOf<'ReadingProperty'> | undefined {
  return readingsIn(metric).findLast(({ on }) => {
    const period = understood(on);
    return period !== undefined && rangeOf(period, plan.config.calendar).last <= date;
  });
}

/** As the text has them, with those of days that are still to come: what is there already is not added again. */
function readingsIn({ declaration }: PlanNode, key?: Note['key']): PropertyOf<'ReadingProperty'>[] {
  return declaration.properties.filter(
    (property) => property.type === 'ReadingProperty' && (key === undefined || property.key === key),
  ) as PropertyOf<'ReadingProperty'>[];
}

function indentOfMembers(source: string, metric: PlanNode): string {
  const first = metric.declaration.properties[0]?.start ?? 0;
  return /[ \t]*$/.exec(source.slice(source.lastIndexOf('\n', first - 1) + 1, first))?.[0] ?? '  ';
}
