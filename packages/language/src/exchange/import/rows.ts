/** The rows of a table, matched with what the plan has: new, changed or the same. */

import { needsReason } from '../../edits/move.ts';
import type { TextEdit } from '../../finding.ts';
import type { Kind } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import { quoted } from '../../rules/edits.ts';
import { addDays, rangeOf } from '../../values/calendar.ts';
import { formatPeriod, isPeriodFault, type Period, parsePeriod } from '../../values/period.ts';
import { parted } from '../cells.ts';
import { columnsOf, type Importable } from '../table.ts';
import { ownerRow, workRow } from '../tables.ts';
import { periodCell, short } from './cells.ts';
import { changeOf } from './change.ts';
import { earlierFacts, factOf } from './facts.ts';
import type { Lookup } from './lookup.ts';
import type { Newcomer } from './place.ts';
import { Reader } from './reader.ts';
import { SHAPES, wantedBy } from './wanted.ts';

export interface IncomingRow {
  /** As a person counts the rows of the sheet, from 1. */
  number: number;
  /** By column key; cells without a word are absent. */
  cells: Readonly<Record<string, string>>;
}

/** What one row comes to. */
export type Verdict =
  | { is: 'new'; newcomer: Newcomer }
  | { is: 'changed'; node: PlanNode; edits: TextEdit[]; move?: { week: Period; reason: string } }
  | { is: 'same' }
  | { is: 'left out'; faults: string[] };

export type WorkTable = Exclude<Importable, 'readings'>;

const KIND: Readonly<Record<WorkTable, 'commitment' | 'milestone' | 'owner'>> = {
  commitments: 'commitment',
  milestones: 'milestone',
  owners: 'owner',
};

/** Kinds that a row may advance. */
const PARENTS: Readonly<Record<string, readonly Kind[]>> = {
  commitment: ['milestone', 'objective', 'bet', 'frame'],
  milestone: ['objective', 'bet', 'frame'],
};

/** Reads row after row; rows of declarations that look alike take them in their order. */
export class RowReader {
  private readonly lookup: Lookup;
  private readonly plan: Reader['plan'];
  private readonly table: WorkTable;
  private readonly decimalComma: boolean;
  private readonly today: string;
  private readonly taken = new Set<PlanNode>();
  private readonly names = new Set<string>();
  private readonly rows: readonly IncomingRow[];
  private byTitle: Map<string, PlanNode[]> | undefined;
  private listed: Set<string> | undefined;
  /** What a person should look at again. */
  readonly notes: { row: number; message: string }[] = [];

  /** `rows`: all of the table, as a row may stand for a promise that no other row speaks of. */
  constructor(
    plan: Reader['plan'],
    lookup: Lookup,
    table: WorkTable,
    { decimalComma, today, rows }: { decimalComma: boolean; today: string; rows: readonly IncomingRow[] },
  ) {
    this.rows = rows;
    this.plan = plan;
    this.lookup = lookup;
    this.table = table;
    this.decimalComma = decimalComma;
    this.today = today;
  }

  read(row: IncomingRow): Verdict {
    const { cells } = row;
    const reader = new Reader(this.plan, this.lookup, columnsOf[this.table]);
    const kind = KIND[this.table];
    const period = this.periodOf(reader, cells);
    const node = this.known(reader, cells, period) ?? this.movedHere(reader, row, period);
    const verdict =
      reader.faults.length > 0
        ? undefined
        : node
          ? this.changed(reader, node, cells, period)
          : this.fresh(reader, kind, cells, period);
    if (reader.faults.length > 0 || !verdict) return { is: 'left out', faults: reader.faults };
    return verdict;
  }

  private periodOf(reader: Reader, cells: IncomingRow['cells']): string | undefined {
    const unit = this.table === 'commitments' ? 'week' : 'month';
    const cell = this.table === 'owners' ? undefined : cells[unit];
    return cell === undefined ? undefined : reader.read(unit, periodCell(cell, unit, reader.calendar, this.today));
  }

  /**
   * A promise without a name whose week was edited: the only one of this title and DRI in a week that the table no longer lists. Where
   * its week has begun and no reason is given it may as well be a second one, so that is only said.
   */
  private movedHere(reader: Reader, { number, cells }: IncomingRow, period: string | undefined): PlanNode | undefined {
    const { name, title, dri } = cells;
    if (this.table === 'owners' || name !== undefined || title === undefined || period === undefined) return undefined;
    if (reader.faults.length > 0) return undefined;
    const listed = this.listedIn(reader);
    const wanted = this.identity(title, undefined);
    const people = dri === undefined ? undefined : this.lookup.all(dri, ['owner']);
    const [node, second] = this.plan
      .nodesOf(KIND[this.table])
      .filter(
        (each) =>
          this.identity(each.title ?? '', undefined) === wanted &&
          !this.taken.has(each) &&
          !listed.has(this.identity(title, this.literalOf(each))) &&
          !(each.name !== undefined && (listed.has(each.name) || listed.has(each.path))) &&
          (people === undefined || (each.dri !== undefined && people.includes(each.dri))) &&
          each.propertiesOf('StateProperty').length === 0,
      );
    const from = node && this.literalOf(node);
    if (!node || second || from === undefined) return undefined;
    if (needsReason(this.plan, node, this.today) && (cells.reason ?? '').trim() === '') {
      this.notes.push({
        row: number,
        message: `it is new in ${period}, and ${node.label} stands in ${from} too; to move that one, give the reason in the table`,
      });
      return undefined;
    }
    this.notes.push({ row: number, message: `${node.label} moves from ${from} to ${period}` });
    this.taken.add(node);
    return node;
  }

  /** Names, and titles with their periods, of all rows. */
  private listedIn(reader: Reader): Set<string> {
    const unit = this.table === 'commitments' ? 'week' : 'month';
    this.listed ??= new Set(
      this.rows.flatMap(({ cells: { name, title, [unit]: cell } }) => {
        const read = cell === undefined ? undefined : periodCell(cell, unit, reader.calendar, this.today);
        const literal = read && 'literal' in read ? read.literal : undefined;
        return [...(name === undefined ? [] : [name]), ...(title === undefined ? [] : [this.identity(title, literal)])];
      }),
    );
    return this.listed;
  }

  /** By its name, else by its title and period. */
  private known(
    reader: Reader,
    { name, title }: IncomingRow['cells'],
    period: string | undefined,
  ): PlanNode | undefined {
    const kind = KIND[this.table];
    if (name !== undefined) {
      const found = this.lookup.all(name, [kind]).filter((node) => node.name === name || node.path === name);
      if (found.length > 1)
        reader.fault(
          'name',
          `"${short(name)}" is the name of ${found.length} in the plan; write it with what it stands in`,
        );
      const [node] = found;
      if (node && this.taken.has(node)) reader.fault('name', `"${short(name)}" has a row before this one`);
      if (node) this.taken.add(node);
      return node;
    }
    if (title === undefined) {
      reader.fault('title', 'it has neither a name nor a title');
      return undefined;
    }
    this.byTitle ??= Map.groupBy(this.plan.nodesOf(kind), (node) =>
      this.identity(node.title ?? '', this.literalOf(node)),
    );
    const node = this.byTitle.get(this.identity(title, period))?.find((each) => !this.taken.has(each));
    if (node) this.taken.add(node);
    return node;
  }

  private identity(title: string, period: string | undefined): string {
    return `${title.replace(/\s+/g, ' ').trim().toLowerCase()}\n${this.table === 'owners' ? '' : (period ?? '')}`;
  }

  private literalOf(node: PlanNode): string | undefined {
    const period = this.plan.periodOf(node)?.period;
    return period && formatPeriod(period);
  }

  private changed(reader: Reader, node: PlanNode, cells: IncomingRow['cells'], period: string | undefined): Verdict {
    if (node.declaration.damaged) {
      reader.faults.push('something in it cannot be read in the plan; mend that first');
      return { is: 'same' };
    }
    if (
      cells.state !== undefined &&
      node.declaration.properties.some(({ type, later }) => type === 'StateProperty' && later)
    )
      reader.fault('state', `the plan says what became of it after ${this.today}; import the table as of a later day`);
    const kind = KIND[this.table];
    const current =
      kind === 'owner' ? ownerRow(node) : workRow(this.plan, node, kind === 'commitment' ? 'week' : 'month');
    const properties = Object.keys(SHAPES).flatMap((key) =>
      cells[key] === undefined ? [] : wantedBy(reader, key, cells[key], current[key], this.decimalComma),
    );
    const fact =
      kind === 'owner'
        ? undefined
        : factOf(reader, cells, kind, current, {
            keptOn: this.keptOn(current.state === 'moved' ? current.moved_to : (period ?? this.literalOf(node))),
            today: this.today,
          });
    if (cells.earlier !== undefined && cells.earlier !== current.earlier)
      reader.fault('earlier', 'facts that are followed by others are changed in the plan itself');
    this.checkParents(reader, node, cells, current);
    const wishes = {
      properties,
      ...(fact && { fact }),
      ...(cells.title !== undefined && cells.title !== current.title && { title: cells.title }),
    };
    const edits = changeOf(reader, node, wishes);
    const own = this.literalOf(node);
    const moved = period !== undefined && own !== period ? parsePeriod(period) : undefined;
    if (moved && !isPeriodFault(moved)) {
      if (kind === 'commitment')
        return { is: 'changed', node, edits, move: { week: moved, reason: cells.reason ?? '' } };
      const property = node.property('month');
      if (property) edits.push({ file: node.file, start: property.start, end: property.end, text: `month ${period}` });
      else reader.fault('month', 'its month is not said in the plan');
    }
    return edits.length === 0 ? { is: 'same' } : { is: 'changed', node, edits };
  }

  /** Whom a piece of work serves is no cell like the others: where it stands may say so. */
  private checkParents(
    reader: Reader,
    node: PlanNode,
    { advances }: IncomingRow['cells'],
    current: Readonly<Record<string, string>>,
  ): void {
    if (advances === undefined || advances === current.advances) return;
    const found = reader.found('advances', parted(advances), PARENTS[node.kind] ?? [], 'milestone or objective');
    if (!found || found.map(({ node: parent }) => parent.path).join() === node.parents.map(({ path }) => path).join())
      return;
    reader.fault(
      'advances',
      `it serves ${node.parent?.label ?? 'nothing'} in the plan; let it serve something else there`,
    );
  }

  private fresh(
    reader: Reader,
    kind: 'commitment' | 'milestone' | 'owner',
    cells: IncomingRow['cells'],
    period: string | undefined,
  ): Verdict | undefined {
    const found =
      cells.advances === undefined
        ? []
        : reader.found('advances', parted(cells.advances), PARENTS[kind] ?? [], 'milestone or objective');
    const parent = found?.[0]?.node;
    const named = this.nameOf(reader, kind, cells, parent);
    if (cells.title === undefined && kind !== 'owner') reader.fault('title', 'it is new, and has no title');
    if (kind !== 'owner' && period === undefined && reader.faults.length === 0)
      reader.fault(
        kind === 'commitment' ? 'week' : 'month',
        `it is new, and has no ${kind === 'commitment' ? 'week' : 'month'}`,
      );
    const wanted = Object.keys(SHAPES).flatMap((key) =>
      cells[key] === undefined ? [] : wantedBy(reader, key, cells[key], undefined, this.decimalComma),
    );
    const facts = kind === 'owner' ? [] : this.facts(reader, kind, cells, period);
    if (reader.faults.length > 0) return undefined;
    const person = cells.dri === undefined ? undefined : reader.lookup.all(cells.dri, ['owner'])[0];
    const team = cells.team === undefined ? undefined : reader.lookup.all(cells.team, ['team'])[0];
    const head = [
      kind,
      ...(named.name ? [named.name] : []),
      ...(cells.title === undefined ? [] : [quoted(cells.title)]),
    ].join(' ');
    const newcomer: Newcomer = {
      kind,
      head,
      properties: [...wanted.map(({ text }) => text), ...facts],
      ...(parent && { parent }),
      ...(found && found.length > 0 && { advances: `advances ${found.map(({ path }) => path).join(', ')}` }),
      ...(named.inside && { inside: true }),
      ...(period !== undefined && { period: `${kind === 'commitment' ? 'week' : 'month'} ${period}` }),
      ...(person && { dri: person }),
      ...(team && { team }),
    };
    // What serves two stands in neither.
    if (found && found.length > 1 && kind === 'milestone') newcomer.inside = false;
    return { is: 'new', newcomer };
  }

  private facts(
    reader: Reader,
    kind: 'commitment' | 'milestone',
    cells: IncomingRow['cells'],
    period: string | undefined,
  ): string[] {
    const fact = factOf(reader, cells, kind, {}, { keptOn: this.keptOn(period), today: this.today });
    return [...earlierFacts(reader, cells.earlier), ...(fact ? [fact.text] : [])];
  }

  /** Kept means within its own period: today while that lasts, its last day of work once it is over. */
  private keptOn(literal: string | undefined): string | undefined {
    const period = literal === undefined ? undefined : parsePeriod(literal);
    if (!period || isPeriodFault(period)) return this.today;
    const { last } = rangeOf(period, this.plan.config.calendar);
    if (last >= this.today) return this.today;
    return period.unit === 'week' ? addDays(last, -DAYS_OF_WEEKEND) : last;
  }

  /** The last part of a path is its own name; what comes before says where it stands. A person needs one to be referred to. */
  private nameOf(
    reader: Reader,
    kind: Kind,
    { name, title }: IncomingRow['cells'],
    parent: PlanNode | undefined,
  ): { name?: string; inside?: boolean } {
    if (name === undefined) {
      if (kind !== 'owner' || title === undefined) return {};
      const stem =
        title
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)?.[0] ?? 'person';
      const wanted = /^\p{L}/u.test(stem) ? stem : `p${stem}`;
      let free = wanted;
      for (let count = 2; this.plan.names.bearersOf(free).size > 0 || this.names.has(free); count++)
        free = `${wanted}_${count}`;
      this.names.add(free);
      return { name: free };
    }
    const segments = name.split('.');
    const own = segments.at(-1) ?? '';
    const around = segments.slice(0, -1).join('.');
    const inside = around !== '' && parent !== undefined && parent.path === around;
    if (!NAME.test(own))
      reader.fault(
        'name',
        `"${short(name)}" is no name: it begins with a letter or _ and goes on with letters, digits, _ and -`,
      );
    else if (around !== '' && !inside)
      reader.fault('name', `it would stand in "${short(around)}", and that is not what it advances`);
    else if (this.names.has(name)) reader.fault('name', `"${short(name)}" has a row before this one`);
    this.names.add(name);
    return { name: own, ...(inside && { inside }) };
  }
}

const DAYS_OF_WEEKEND = 2;

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
