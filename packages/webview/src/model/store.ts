/** The cascade as the window holds it: a snapshot, kept true by patches, and the lines of parents and children in it. */

import type { Now, Patch, Period, Person, PlanPart, Snapshot, Team } from '../protocol.ts';
import { PackedRow, type Places, readRows } from '../rows.ts';
import { fold } from './fold.ts';

export type Section = 'unconnected' | 'cascade' | 'run';

/** A row with what follows from its place among the others. */
export class Item extends PackedRow {
  readonly plan: string;
  readonly uri: string;
  /** ISO date of the first day of its period; empty without one. */
  readonly first: string;
  /** In the order of their periods, then of files and text. */
  children: readonly Item[];
  /** Only what is at the top belongs to a section. */
  section: Section | undefined;
  /** What a text is looked for in, without case and accents; made when somebody looks, by `haystackOf`. */
  haystack = '';
  /** The last search that it was found in, and the last one that kept it. */
  foundIn = 0;
  keptIn = 0;

  constructor(cells: readonly unknown[], places: Places, tables: PlanTables, children: readonly Item[]) {
    super(cells, places);
    const { period } = this;
    this.plan = tables.plan;
    this.uri = tables.files[this.file] ?? '';
    this.first = (period !== undefined && tables.periods.get(period)?.first) || '';
    this.children = children;
    this.section = undefined;
  }
}

export interface PlanTables {
  plan: string;
  name: string;
  files: string[];
  people: Map<string, Person>;
  /** What people are looked for by, without case and accents, by their identity. */
  spellings: Map<string, string>;
  teams: Map<string, Team>;
  periods: Map<string, Period>;
}

export class Store {
  revision = 0;
  now: Now = { day: '', week: '', month: '', quarter: '' };
  readonly plans = new Map<string, PlanTables>();
  readonly items = new Map<string, Item>();
  /** Rows that could not be understood; somebody should know. */
  faults = 0;
  private readonly tops = new Map<string, Item[]>();
  private readonly below = new Map<Item, Below>();
  /** At the top because their parent was not told of yet, by the identity of that parent. */
  private readonly early = new Map<string, Item[]>();

  replace({ revision, now, plans }: Snapshot): void {
    this.plans.clear();
    this.items.clear();
    this.tops.clear();
    this.below.clear();
    this.early.clear();
    this.revision = revision;
    this.now = now;
    for (const part of plans) this.take(part);
  }

  /** False when the patch leads on from another revision: everything has to be asked for anew. */
  apply({ base, revision, now, gone, plans }: Patch): boolean {
    if (base !== this.revision) return false;
    this.revision = revision;
    this.now = now;
    for (const plan of gone) {
      this.leave([...this.items.values()].filter((item) => item.plan === plan));
      this.plans.delete(plan);
    }
    for (const part of plans) this.take(part);
    return true;
  }

  get size(): number {
    return this.items.size;
  }

  /** What is at the top of a section. */
  topsOf(plan: string, section: Section): readonly Item[] {
    return this.tops.get(`${plan}\n${section}`) ?? [];
  }

  parentOf(item: Item): Item | undefined {
    return item.parent === undefined ? undefined : this.items.get(item.parent);
  }

  /** From the parent up to the top. */
  ancestorsOf(item: Item): Item[] {
    const line: Item[] = [];
    for (let at = this.parentOf(item); at; at = this.parentOf(at)) line.push(at);
    return line;
  }

  peopleOf({ plan, people }: Item): Person[] {
    const known = this.plans.get(plan)?.people;
    return people.flatMap((id) => known?.get(id) ?? []);
  }

  periodOf({ plan, period }: Item): Period | undefined {
    return period === undefined ? undefined : this.plans.get(plan)?.periods.get(period);
  }

  /** Identity of the team that it names, else of that of its first person. */
  teamOf(item: Item): string | undefined {
    return item.team ?? this.peopleOf(item)[0]?.team;
  }

  haystackOf(item: Item): string {
    if (item.haystack === '') {
      item.haystack = fold(item.name === undefined ? item.title : `${item.title}\n${item.name}`);
      const spellings = this.plans.get(item.plan)?.spellings;
      for (const id of item.people) item.haystack += `\n${spellings?.get(id) ?? ''}`;
    }
    return item.haystack;
  }

  /** Findings of everything below, without its own. */
  belowOf(item: Item): Below {
    const known = this.below.get(item);
    if (known) return known;
    // Without recursion: what is looked at last is summed up first.
    const line = [item];
    for (let index = 0; index < line.length; index++)
      for (const child of (line[index] as Item).children) if (!this.below.has(child)) line.push(child);
    for (const one of line.reverse()) {
      const sum: Below = { errors: 0, others: 0 };
      for (const child of one.children) {
        const own = this.below.get(child) ?? { errors: 0, others: 0 };
        const isError = child.worst === 'error';
        sum.errors += own.errors + (isError ? (child.problems ?? 0) : 0);
        sum.others += own.others + (isError ? 0 : (child.problems ?? 0));
      }
      this.below.set(one, sum);
    }
    return this.below.get(item) as Below;
  }

  private take(part: PlanPart): void {
    const before = this.plans.get(part.plan);
    const tables: PlanTables = {
      plan: part.plan,
      name: part.name,
      files: part.files ?? before?.files ?? [],
      people: part.people ? byId(part.people) : (before?.people ?? new Map()),
      spellings: part.people
        ? new Map(part.people.map(({ id, name, also }) => [id, fold([name, ...also].join('\n'))]))
        : (before?.spellings ?? new Map()),
      teams: part.teams ? byId(part.teams) : (before?.teams ?? new Map()),
      periods: part.periods
        ? new Map(part.periods.map((period) => [period.literal, period]))
        : (before?.periods ?? new Map()),
    };
    this.plans.set(part.plan, tables);
    this.leave(part.gone.flatMap((id) => this.items.get(id) ?? []));
    const replaced: Item[] = [];
    const fresh: Item[] = [];
    const unsorted = new Set<Item[]>();
    this.faults += readRows(part.rows, (cells, places) => {
      const id = cells[places.id] as string;
      const old = this.items.get(id);
      const item = new Item(cells, places, tables, old?.children ?? NONE);
      if (old) {
        replaced.push(old);
        unsorted.add(item.children as Item[]);
      }
      this.items.set(id, item);
      fresh.push(item);
    });
    // A parent may come after its child: with the same patch, or with a later one.
    const early = this.early.size > 0 ? fresh.flatMap(({ id }) => this.early.get(id) ?? []) : [];
    if (early.length > 0) for (const { id } of fresh) this.early.delete(id);
    if (replaced.length + early.length > 0) this.detach([...replaced, ...early]);
    for (const item of fresh) this.hang(item, unsorted);
    for (const item of early) if (this.items.get(item.id) === item) this.hang(item, unsorted);
    for (const list of unsorted) if (!isInOrder(list)) list.sort(compare);
    if (before && part.people) for (const item of this.items.values()) item.haystack = '';
  }

  private hang(item: Item, unsorted: Set<Item[]>): void {
    const parent = this.parentOf(item);
    const list = this.listFor(item, parent);
    list.push(item);
    unsorted.add(list);
    this.forgetFrom(parent);
  }

  /** Where it is to stand among others; what has no parent that is known is at the top. */
  private listFor(item: Item, parent: Item | undefined): Item[] {
    item.section = undefined;
    if (parent) {
      if (parent.children === NONE) parent.children = [];
      return parent.children as Item[];
    }
    if (item.parent !== undefined) this.early.set(item.parent, [...(this.early.get(item.parent) ?? []), item]);
    item.section = item.lacks !== undefined || item.parent !== undefined ? 'unconnected' : item.run ? 'run' : 'cascade';
    const key = `${item.plan}\n${item.section}`;
    const list = this.tops.get(key) ?? [];
    this.tops.set(key, list);
    return list;
  }

  /** Out of the lists that they stand in, each of which is gone through once, however many leave it. */
  private detach(items: readonly Item[]): void {
    const leaving = new Set(items);
    const lists = new Set<Item[]>();
    for (const item of items) {
      this.forgetFrom(item);
      const list = item.section ? this.tops.get(`${item.plan}\n${item.section}`) : this.parentOf(item)?.children;
      if (list) lists.add(list as Item[]);
    }
    for (const list of lists) {
      let kept = 0;
      for (const item of list) if (!leaving.has(item)) list[kept++] = item;
      list.length = kept;
    }
  }

  /** For good. Their children, if any are left, come with rows of their own that say where they hang now. */
  private leave(items: readonly Item[]): void {
    this.detach(items);
    for (const { id } of items) this.items.delete(id);
  }

  /** Sums of an item and of all above it are no longer true; what is above an item without a sum has none either. */
  private forgetFrom(item: Item | undefined): void {
    for (let at = item; at && this.below.delete(at); ) at = this.parentOf(at);
  }
}

export interface Below {
  errors: number;
  /** Warnings and remarks. */
  others: number;
}

/** Of the many that have no children, until they have. */
const NONE: readonly Item[] = [];

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function isInOrder(list: readonly Item[]): boolean {
  for (let index = 1; index < list.length; index++)
    if (compare(list[index - 1] as Item, list[index] as Item) > 0) return false;
  return true;
}

/** By their days, then as in the text. */
function compare(a: Item, b: Item): number {
  return order(a.first, b.first) || order(a.uri, b.uri) || a.line - b.line || a.column - b.column;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
