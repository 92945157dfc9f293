/** The cascade as rows that are told once and then kept true: what a sidebar shows of a plan, however large it is. */

import type { Finding, Severity } from '../finding.ts';
import { lineStarts } from '../model/findings.ts';
import { amountOf } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { isPlaceholder } from '../values/amount.ts';
import { describePeriod } from '../values/calendar.ts';
import { hash53 } from '../values/hash.ts';
import { type CascadeRow, lackOf, rowFacts } from './cascade-row.ts';
import { holderOf } from './problems.ts';
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

/** What rows refer to. Lists are given whole whenever they have changed. */
export interface CascadeTables {
  /** Names under which the engine knows the files; rows refer to them by index. */
  files: string[];
  people: CascadePerson[];
  teams: CascadeTeam[];
  periods: CascadePeriod[];
}

export interface CascadeChange extends Partial<CascadeTables> {
  /** New rows, and those of which anything is different. */
  rows: CascadeRow[];
  /** Identities of rows that are no more. */
  gone: string[];
}

export interface CascadeSource {
  plan: Plan;
  /** ISO date that states are judged by. */
  today: string;
  /** Of one file; without ways out. */
  findings(file: string): readonly Finding[];
}

/** What a row was made from: as long as all of it is the same, so is the row. */
interface Entry {
  declaration: PlanNode['declaration'];
  links: PlanNode['links'];
  parents: PlanNode['parents'];
  children: PlanNode['children'];
  row: CascadeRow;
}

export class Cascade {
  private readonly source: CascadeSource;
  private readonly entries = new Map<PlanNode, Entry>();
  private readonly nodes = new Map<string, PlanNode>();
  private readonly ids = new Map<PlanNode, string>();
  private readonly problems = new Map<string, Map<PlanNode, { worst: Severity; count: number }>>();
  private readonly tables: CascadeTables = { files: [], people: [], teams: [], periods: [] };
  private readonly fileNumbers = new Map<string, number>();
  private readonly periods = new Map<string, CascadePeriod>();
  private readonly strangers = new Map<string, CascadePerson>();

  constructor(source: CascadeSource) {
    this.source = source;
    this.update();
  }

  /** Everything, as of the last update. */
  get all(): CascadeChange & CascadeTables {
    return { ...this.tables, rows: [...this.entries.values()].map(({ row }) => row), gone: [] };
  }

  /** The declaration behind a row, or the owner or team behind an identity, as long as it is in the plan. */
  nodeOf(id: string): PlanNode | undefined {
    const node = this.nodes.get(id);
    return node && this.isCurrent(node) ? node : undefined;
  }

  identityOf(node: PlanNode): string | undefined {
    return this.ids.get(node);
  }

  /** The innermost row around a place of a file; `offset` in UTF-16 units. */
  rowAt(file: string, offset: number): CascadeRow | undefined {
    const node = holderOf([...(this.source.plan.files.get(file)?.nodes.values() ?? [])], offset);
    return node && this.entries.get(node)?.row;
  }

  rowOf(node: PlanNode): CascadeRow | undefined {
    return this.entries.get(node)?.row;
  }

  /** Looks again, after the plan has changed; `touched` are the files whose findings may differ, all when it is left out. */
  update(touched?: Iterable<string>): CascadeChange {
    const { plan } = this.source;
    const before = { ...this.tables };
    for (const file of touched ?? plan.files.keys()) this.judge(file);
    const present = new Set<PlanNode>();
    for (const node of plan.nodes()) if (node.level || node.kind === 'run') present.add(node);
    const gone = this.forget(present);
    const stale = this.stale(present, new Set(touched ?? plan.files.keys()));
    const rows: CascadeRow[] = [];
    const lines = new Map<string, number[]>();
    for (const node of stale) {
      if (!present.has(node)) continue;
      const row = this.row(node, lines);
      const { declaration, links, parents, children } = node;
      const old = this.entries.get(node)?.row;
      this.entries.set(node, { declaration, links, parents, children, row });
      if (!old || !sameRow(old, row)) rows.push(row);
    }
    this.refreshTables();
    const tables = Object.entries(this.tables).filter(([name, table]) => table !== before[name as keyof CascadeTables]);
    // What came back under its old name is not gone, and those beneath it still hang there.
    const here = new Set(rows.map(({ id }) => id));
    return {
      ...(Object.fromEntries(tables) as Partial<CascadeTables>),
      rows,
      gone: gone.filter((id) => !here.has(id)),
    };
  }

  private judge(file: string): void {
    const counts = new Map<PlanNode, { worst: Severity; count: number }>();
    const nodes = [...(this.source.plan.files.get(file)?.nodes.values() ?? [])];
    for (const { severity, span } of nodes.length > 0 ? this.source.findings(file) : []) {
      const node = holderOf(nodes, span.start);
      if (!node) continue;
      const known = counts.get(node);
      counts.set(node, {
        worst: known && WEIGHT[known.worst] >= WEIGHT[severity] ? known.worst : severity,
        count: (known?.count ?? 0) + 1,
      });
    }
    if (counts.size > 0) this.problems.set(file, counts);
    else this.problems.delete(file);
  }

  private forget(present: ReadonlySet<PlanNode>): string[] {
    const gone: string[] = [];
    for (const [node, { row }] of this.entries) {
      if (present.has(node)) continue;
      this.entries.delete(node);
      if (this.nodes.get(row.id) === node) this.nodes.delete(row.id);
      this.ids.delete(node);
      gone.push(row.id);
    }
    return gone;
  }

  /** Rows that may differ: of what says something else, of what stands right above or below that, and of what has other findings. */
  private stale(present: ReadonlySet<PlanNode>, touched: ReadonlySet<string>): Set<PlanNode> {
    const stale = new Set<PlanNode>();
    for (const node of present) {
      const entry = this.entries.get(node);
      if (touched.has(node.file) || entry?.children !== node.children) stale.add(node);
      if (entry?.declaration === node.declaration && entry.links === node.links && entry.parents === node.parents)
        continue;
      stale.add(node);
      for (const near of [...node.parents, ...node.children]) stale.add(near);
    }
    return stale;
  }

  private row(node: PlanNode, lines: Map<string, number[]>): CascadeRow {
    const { plan, today } = this.source;
    // What keeps the business running stands apart, also when it is written inside of a frame.
    const parent = node.kind === 'run' ? undefined : node.parent;
    const team = node.targets('team')[0];
    const lacks = parent ? undefined : lackOf(node);
    const isRun = !parent && (node.kind === 'run' || node.has('run'));
    const found = this.problems.get(node.file)?.get(node);
    const starts = lines.get(node.file) ?? lineStarts(plan.text(node.file));
    lines.set(node.file, starts);
    const line = lineAt(starts, node.place.start);
    this.notePeriod(node);
    return {
      id: this.idOf(node),
      ...(parent && { parent: this.idOf(parent) }),
      ...rowFacts(plan, node, today),
      people: [...new Set(node.linksOf('dri').map((link) => this.personId(link)))],
      ...(team && { team: this.idOf(team) }),
      ...(found && { worst: found.worst, problems: found.count }),
      ...(lacks !== undefined && { lacks }),
      ...(isRun && { run: true }),
      file: this.fileNumber(node.file),
      line,
      column: node.place.start - (starts[line] as number),
    };
  }

  private personId({ target, reference }: PlanNode['links'][number]): string {
    if (target?.kind === 'owner') return this.idOf(target);
    const id = `?${reference.path}`;
    const known = this.strangers.get(id);
    const wrong = target ? 'team' : 'unknown';
    if (known?.wrong !== wrong)
      this.strangers.set(id, { id, name: target ? titleOf(target) : reference.path, also: [], wrong });
    return id;
  }

  private idOf(node: PlanNode): string {
    const known = this.ids.get(node);
    if (known !== undefined) return known;
    let id = '';
    for (let attempt = 0; id === '' || this.isTaken(id, node); attempt++)
      id = hash53(`${node.file}\n${node.key}\n${attempt || ''}`).toString(36);
    this.ids.set(node, id);
    this.nodes.set(id, node);
    return id;
  }

  /** Somebody else has it, and is still in the plan. */
  private isTaken(id: string, node: PlanNode): boolean {
    const other = this.nodes.get(id);
    return other !== undefined && other !== node && this.isCurrent(other);
  }

  private isCurrent(node: PlanNode): boolean {
    return this.source.plan.files.get(node.file)?.nodes.get(node.key) === node;
  }

  private fileNumber(file: string): number {
    const known = this.fileNumbers.get(file);
    if (known !== undefined) return known;
    const number = this.fileNumbers.size;
    this.fileNumbers.set(file, number);
    return number;
  }

  private notePeriod(node: PlanNode): void {
    const { plan } = this.source;
    const resolved = plan.periodOf(node);
    if (!resolved || this.periods.has(resolved.literal.literal)) return;
    const { first, last, period, literal } = resolved;
    this.periods.set(literal.literal, {
      literal: literal.literal,
      text: describePeriod(period, plan.config.calendar),
      first,
      last,
    });
  }

  private refreshTables(): void {
    const { plan } = this.source;
    const people = plan.nodesOf('owner').map((owner): CascadePerson => {
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
    });
    const teams = plan.nodesOf('team').map((team): CascadeTeam => ({ id: this.idOf(team), name: titleOf(team) }));
    this.keep('people', [...people, ...this.strangers.values()]);
    this.keep('teams', teams);
    if (this.fileNumbers.size !== this.tables.files.length) this.tables.files = [...this.fileNumbers.keys()];
    this.keep('periods', [...this.periods.values()]);
  }

  private keep<Name extends keyof CascadeTables>(name: Name, table: CascadeTables[Name]): void {
    if (JSON.stringify(this.tables[name]) !== JSON.stringify(table)) this.tables[name] = table;
  }
}

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sameRow(a: CascadeRow, b: CascadeRow): boolean {
  const keys = Object.keys(b) as (keyof CascadeRow)[];
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) => (key === 'people' ? a.people.join() === b.people.join() : a[key] === b[key]))
  );
}
