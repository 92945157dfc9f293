/** Rows as they travel: lists of values, checked when they arrive and read where they lie. */

import { type Check, type Checked, flag, list, number, one, record, text } from './check.ts';

export const kinds = ['frame', 'bet', 'run', 'objective', 'milestone', 'commitment'] as const;
export type Kind = (typeof kinds)[number];

export const severity = one('error', 'warning', 'info');
export type Severity = Checked<typeof severity>;

export const states = [
  ...(['done', 'met', 'missed', 'moved', 'dropped', 'blocked', 'overdue'] as const),
  ...(['on track', 'at risk', 'off track', 'achieved', 'partial'] as const),
] as const;
export type StateWord = (typeof states)[number];

/** One declaration; what each field means is said where the server makes it. Lines and columns count from 0. */
const always = {
  id: text,
  kind: one(...kinds),
  title: text,
  people: list(text),
  file: number,
  line: number,
  column: number,
};
const sometimes = {
  ...{ parent: text, name: text, period: text, state: one(...states), done: number, total: number },
  ...{ worst: severity, problems: number, team: text, lacks: text, run: flag },
};
export type Row = Checked<ReturnType<typeof record<typeof always, typeof sometimes>>>;

/** As objects, their keys would be most of what is sent. */
export const packedRows = record({
  keys: list(text),
  values: list((value): value is unknown[] => Array.isArray(value)),
});

/** Where each field stands in the lists; −1 for one that was not sent. */
export type Places = { readonly [Field in keyof Row]-?: number };

/** Hands out the rows, one after the other. Gives the number of those that are none. */
export function readRows(
  { keys, values }: Checked<typeof packedRows>,
  take: (cells: readonly unknown[], places: Places) => void,
): number {
  const places = Object.fromEntries(FIELDS.map(([key]) => [key, keys.indexOf(key)])) as Places;
  const numbers = FIELDS.map(([key]) => places[key]);
  let faults = 0;
  for (const cells of values) {
    if (isRow(cells, numbers)) take(cells, places);
    else faults++;
  }
  return faults;
}

type Field = [name: keyof Row, check: Check<unknown>, isOptional: boolean];

const FIELDS: readonly Field[] = [
  ...Object.entries(always).map(([key, check]): Field => [key as keyof Row, check, false]),
  ...Object.entries(sometimes).map(([key, check]): Field => [key as keyof Row, check, true]),
];

/** Field by field in one loop: of a large plan, a hundred thousand rows come at once. */
function isRow(cells: readonly unknown[], places: readonly number[]): boolean {
  for (let field = 0; field < FIELDS.length; field++) {
    const [, check, isOptional] = FIELDS[field] as Field;
    const value = cellAt(cells, places[field] as number);
    if (!(value === undefined && isOptional) && !check(value)) return false;
  }
  return true;
}

/** Reads its fields from the list that came: to unpack the rows of a large plan would be most of what is done before it is seen. */
export class PackedRow implements Row {
  private readonly cells: readonly unknown[];
  private readonly places: Places;

  /** Of cells that are a row. */
  constructor(cells: readonly unknown[], places: Places) {
    this.cells = cells;
    this.places = places;
  }

  get id() {
    return this.cells[this.places.id] as string;
  }
  get kind() {
    return this.cells[this.places.kind] as Kind;
  }
  get title() {
    return this.cells[this.places.title] as string;
  }
  get people() {
    return this.cells[this.places.people] as string[];
  }
  get file() {
    return this.cells[this.places.file] as number;
  }
  get line() {
    return this.cells[this.places.line] as number;
  }
  get column() {
    return this.cells[this.places.column] as number;
  }
  get parent() {
    return this.optional<'parent'>(this.places.parent);
  }
  get name() {
    return this.optional<'name'>(this.places.name);
  }
  get period() {
    return this.optional<'period'>(this.places.period);
  }
  get state() {
    return this.optional<'state'>(this.places.state);
  }
  get done() {
    return this.optional<'done'>(this.places.done);
  }
  get total() {
    return this.optional<'total'>(this.places.total);
  }
  get worst() {
    return this.optional<'worst'>(this.places.worst);
  }
  get problems() {
    return this.optional<'problems'>(this.places.problems);
  }
  get team() {
    return this.optional<'team'>(this.places.team);
  }
  get lacks() {
    return this.optional<'lacks'>(this.places.lacks);
  }
  get run() {
    return this.optional<'run'>(this.places.run);
  }

  private optional<Name extends keyof Row>(place: number): Row[Name] {
    return cellAt(this.cells, place) as Row[Name];
  }
}

/** JSON has no `undefined`: what is not said is null there. */
function cellAt(cells: readonly unknown[], place: number): unknown {
  return place < 0 ? undefined : (cells[place] ?? undefined);
}
