/** What the rows of a cascade refer to: files, people, teams and periods, each told once, as long as some row needs it. */

import { amountOf } from '../model/metrics.ts';
import type { Link, PlanNode } from '../model/node.ts';
import type { ResolvedPeriod } from '../model/periods.ts';
import type { Plan } from '../model/plan.ts';
import { isPlaceholder } from '../values/amount.ts';
import { describePeriod } from '../values/calendar.ts';
import type { CascadeRow } from './cascade-row.ts';
import { titleOf } from './sketch.ts';

/** Somebody, or something, that stands as a DRI. */
export interface CascadePerson {
  id: string;
  /** `Ben Okafor`; as it is written where the plan knows nobody of that name. */
  name: string;
  /** Other spellings that people are looked up by: name in the plan, aliases, e-mail address. */
  also: string[];
  /** Identity of the team. */
  team?: string;
  /** Commitments a week that the person can keep, if anybody has said. */
  capacity?: number;
  /** It is no person of the plan: a team, or a name that means nothing. */
  wrong?: 'team' | 'unknown';
}

export interface CascadeTeam {
  id: string;
  name: string;
}

export interface CascadePeriod {
  /** `2026-W03` */
  literal: string;
  /** As it is read: `week 3, 12–18 January 2026`. */
  text: string;
  /** ISO dates of the first and the last day. */
  first: string;
  last: string;
}

/** Lists are given whole whenever they have changed. */
export interface CascadeTables {
  /** Names under which the engine knows the files; rows refer to them by index. */
  files: string[];
  people: CascadePerson[];
  teams: CascadeTeam[];
  periods: CascadePeriod[];
}

/** An entry of a table, and what it was made from. */
interface Made<Entry> {
  declaration: PlanNode['declaration'];
  links: PlanNode['links'];
  entry: Entry;
}

export class Tables {
  /** As of the last `refresh`. */
  current: CascadeTables = { files: [], people: [], teams: [], periods: [] };
  private readonly plan: Plan;
  private readonly idOf: (node: PlanNode) => string;
  private readonly files = new Map<string, number>();
  private readonly periods = new Map<string, CascadePeriod>();
  /** Who stands as a DRI, and is no owner of the plan. */
  private readonly strangers = new Map<string, { path: string; target: PlanNode | undefined }>();
  /** How many rows speak of a period or of a stranger. */
  private readonly uses = new Map<string, number>();
  private people = new Map<PlanNode, Made<CascadePerson>>();
  private teams = new Map<PlanNode, Made<CascadeTeam>>();

  constructor(plan: Plan, idOf: (node: PlanNode) => string) {
    this.plan = plan;
    this.idOf = idOf;
  }

  file(name: string): number {
    const known = this.files.get(name);
    if (known !== undefined) return known;
    const number = this.files.size;
    this.files.set(name, number);
    return number;
  }

  /** The identity of whoever a reference means. */
  person({ target, reference }: Link): string {
    if (target?.kind === 'owner') return this.idOf(target);
    const { path } = reference;
    const id = `?${path}`;
    this.strangers.set(id, { path, target });
    return id;
  }

  period({ literal: { literal }, period, first, last }: ResolvedPeriod): string {
    if (!this.periods.has(literal)) {
      const text = describePeriod(period, this.plan.config.calendar);
      this.periods.set(literal, { literal, text, first, last });
    }
    return literal;
  }

  /** `by`: 1 for a row that is told from now on, −1 for one that is no more. */
  count({ period, people }: CascadeRow, by: 1 | -1): void {
    for (const key of [...people, ...(period === undefined ? [] : [period])])
      this.uses.set(key, (this.uses.get(key) ?? 0) + by);
  }

  /** Looks again; gives the tables that are different. */
  refresh(): Partial<CascadeTables> {
    const before = this.current;
    for (const table of [this.periods, this.strangers])
      for (const key of [...table.keys()]) if (!this.uses.get(key)) table.delete(key);
    for (const [key, count] of this.uses) if (count === 0) this.uses.delete(key);
    this.people = this.made('owner', this.people, (owner) => this.personOf(owner));
    this.teams = this.made('team', this.teams, (team) => ({ id: this.idOf(team), name: titleOf(team) }));
    const entries = <Entry>(made: Map<PlanNode, Made<Entry>>) => [...made.values()].map(({ entry }) => entry);
    this.current = {
      files: before.files.length === this.files.size ? before.files : [...this.files.keys()],
      people: kept(before.people, [...entries(this.people), ...[...this.strangers].map(strangerOf)]),
      teams: kept(before.teams, entries(this.teams)),
      periods: kept(before.periods, [...this.periods.values()]),
    };
    const different = Object.entries(this.current).filter(([name, table]) => table !== before[name as 'files']);
    return Object.fromEntries(different) as Partial<CascadeTables>;
  }

  /** One entry for each declaration of a kind, made anew where it may say something else. */
  private made<Entry>(
    kind: 'owner' | 'team',
    before: ReadonlyMap<PlanNode, Made<Entry>>,
    make: (node: PlanNode) => Entry,
  ): Map<PlanNode, Made<Entry>> {
    const made = new Map<PlanNode, Made<Entry>>();
    for (const node of this.plan.nodesOf(kind)) {
      const { declaration, links } = node;
      const known = before.get(node);
      const isSame = known?.declaration === declaration && known.links === links;
      made.set(node, isSame ? known : { declaration, links, entry: make(node) });
    }
    return made;
  }

  private personOf(owner: PlanNode): CascadePerson {
    const team = owner.targets('team')[0] ?? (owner.scope?.kind === 'team' ? owner.scope : undefined);
    const capacity = amountOf(owner.amount('capacity'));
    const also = [owner.name, owner.text('email')?.value, ...owner.texts('alias').map(({ value }) => value)];
    return {
      id: this.idOf(owner),
      name: titleOf(owner),
      also: also.filter((spelling) => spelling !== undefined),
      ...(team && { team: this.idOf(team) }),
      ...(capacity && !isPlaceholder(capacity) && { capacity: capacity.value }),
    };
  }
}

function strangerOf([id, { path, target }]: [string, { path: string; target: PlanNode | undefined }]): CascadePerson {
  return { id, name: target ? titleOf(target) : path, also: [], wrong: target ? 'team' : 'unknown' };
}

/** The table as it was, if it is the same. */
function kept<Entry>(before: Entry[], after: Entry[]): Entry[] {
  const isSame = (entry: Entry, index: number) =>
    entry === after[index] || JSON.stringify(entry) === JSON.stringify(after[index]);
  return before.length === after.length && before.every(isSame) ? before : after;
}
