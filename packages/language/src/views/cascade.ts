/** The cascade as rows that are told once and then kept true: what a sidebar shows of a plan, however large it is. */

import type { Finding, Severity } from '../finding.ts';
import { lineStarts } from '../model/findings.ts';
import type { PlanNode } from '../model/node.ts';
import type { FileEntry, Plan } from '../model/plan.ts';
import { hash53 } from '../values/hash.ts';
import { type CascadeRow, lackOf, rowFacts, shownPeriod } from './cascade-row.ts';
import { type CascadeTables, Tables } from './cascade-tables.ts';
import { holderOf } from './problems.ts';

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
  text: FileEntry | undefined;
  declaration: PlanNode['declaration'];
  links: PlanNode['links'];
  parents: PlanNode['parents'];
  children: PlanNode['children'];
  row: CascadeRow;
}

/** Rows that are worked out before others have their turn: well below a millisecond. */
const STEP = 100;

/** Knows nothing before the first update. */
export class Cascade {
  private readonly source: CascadeSource;
  private readonly entries = new Map<PlanNode, Entry>();
  private readonly nodes = new Map<string, PlanNode>();
  private readonly ids = new Map<PlanNode, string>();
  /** What has an identity and no row: owners, teams and metrics, one more with every letter of a name that is typed. */
  private readonly aside = new Set<PlanNode>();
  private readonly problems = new Map<string, Map<PlanNode, Problems>>();
  private readonly tables: Tables;

  constructor(source: CascadeSource) {
    this.source = source;
    this.tables = new Tables(source.plan, (node) => this.idOf(node));
  }

  /** Everything, as of the last update. */
  get all(): CascadeChange & CascadeTables {
    return { ...this.tables.current, rows: [...this.entries.values()].map(({ row }) => row), gone: [] };
  }

  /** The declaration behind a row, or the owner or team behind an identity, as long as it is in the plan. */
  nodeOf(id: string): PlanNode | undefined {
    const node = this.nodes.get(id);
    return node && this.isCurrent(node) ? node : undefined;
  }

  /** Of any declaration, whether it has a row or not: what is said of it can be asked for by this. */
  identityOf(node: PlanNode): string {
    return this.idOf(node);
  }

  /** The innermost row around a place of a file; `offset` in UTF-16 units. */
  rowAt(file: string, offset: number): CascadeRow | undefined {
    const node = holderOf(this.source.plan.files.get(file)?.nodes.values() ?? [], offset);
    return node && this.entries.get(node)?.row;
  }

  rowOf(node: PlanNode): CascadeRow | undefined {
    return this.entries.get(node)?.row;
  }

  /** Looks again, after the plan has changed; `touched` are the files whose findings may differ, all when it is left out. */
  update(touched?: Iterable<string>): CascadeChange {
    const steps = this.updating(touched);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /**
   * The same in small steps. Should the plan change between two of them, what is told may be of two moments; as rows remember
   * what they were made from, the update that follows that change tells what is different by then.
   */
  *updating(touched?: Iterable<string>): Generator<void, CascadeChange> {
    const { plan } = this.source;
    const stale = new Set<PlanNode>();
    for (const file of [...(touched ?? plan.files.keys())]) {
      this.judge(file, stale);
      yield;
    }
    const present = new Set<PlanNode>();
    for (const entry of [...plan.files.values()]) {
      for (const node of entry.nodes.values()) {
        if (!hasRow(node)) continue;
        present.add(node);
        this.compare(node, entry, stale);
      }
      yield;
    }
    const fresh: [PlanNode, Entry][] = [];
    const lines = new Map<FileEntry, number[]>();
    for (const node of stale) {
      const text = plan.files.get(node.file);
      if (!present.has(node) || !text) continue;
      fresh.push([node, this.entryOf(node, text, lines)]);
      if (fresh.length % STEP === 0) yield;
    }
    return this.told(fresh, present);
  }

  /** From here on, what was worked out is what is known. */
  private told(fresh: readonly [PlanNode, Entry][], present: ReadonlySet<PlanNode>): CascadeChange {
    const gone = this.forget(present);
    const rows: CascadeRow[] = [];
    for (const [node, entry] of fresh) {
      const before = this.entries.get(node);
      this.entries.set(node, entry);
      this.tables.count(entry.row, 1);
      if (before) this.tables.count(before.row, -1);
      if (before && sameRow(before.row, entry.row)) continue;
      rows.push(entry.row);
    }
    // What came back under its old name is not gone, and those beneath it still hang there.
    const here = new Set(rows.map(({ id }) => id));
    return { ...this.tables.refresh(), rows, gone: gone.filter((id) => !here.has(id)) };
  }

  /** Counts the findings of a file anew; rows that have others than before are stale. */
  private judge(file: string, stale: Set<PlanNode>): void {
    const before = this.problems.get(file);
    const counts = new Map<PlanNode, Problems>();
    const nodes = this.source.plan.files.get(file)?.nodes.values() ?? [];
    for (const { severity, span } of nodes.length > 0 ? this.source.findings(file) : []) {
      const node = holderOf(nodes, span.start);
      if (!node) continue;
      const known = counts.get(node);
      if (!known) counts.set(node, { worst: severity, count: 1 });
      else {
        known.count += 1;
        if (WEIGHT[known.worst] < WEIGHT[severity]) known.worst = severity;
      }
    }
    for (const [node, { worst, count }] of counts) {
      const known = before?.get(node);
      if (known?.worst !== worst || known.count !== count) stale.add(node);
    }
    for (const node of before?.keys() ?? []) if (!counts.has(node)) stale.add(node);
    if (counts.size > 0) this.problems.set(file, counts);
    else this.problems.delete(file);
  }

  /** Adds the node to the stale ones when it, its place in the text, or what hangs on it is different; and who counts or inherits from it. */
  private compare(node: PlanNode, text: FileEntry, stale: Set<PlanNode>): void {
    const entry = this.entries.get(node);
    if (entry?.text !== text || entry.children !== node.children) stale.add(node);
    const { declaration, links, parents } = node;
    if (entry?.declaration === declaration && entry.links === links && entry.parents === parents) return;
    stale.add(node);
    // Its parents count what is done below them; the bets of a frame run for its year.
    for (const parent of parents) stale.add(parent);
    if (node.kind === 'frame') for (const child of node.children) stale.add(child);
  }

  private forget(present: ReadonlySet<PlanNode>): string[] {
    const gone: string[] = [];
    for (const [node, { row }] of this.entries) {
      if (present.has(node)) continue;
      this.entries.delete(node);
      this.tables.count(row, -1);
      this.release(node);
      if (!this.source.plan.files.has(node.file)) this.problems.delete(node.file);
      gone.push(row.id);
    }
    for (const node of this.aside) if (!this.isCurrent(node)) this.release(node);
    return gone;
  }

  private release(node: PlanNode): void {
    const id = this.ids.get(node);
    if (id !== undefined && this.nodes.get(id) === node) this.nodes.delete(id);
    this.ids.delete(node);
    this.aside.delete(node);
  }

  private entryOf(node: PlanNode, text: FileEntry, lines: Map<FileEntry, number[]>): Entry {
    const starts = lines.get(text) ?? lineStarts(text.text);
    lines.set(text, starts);
    const { declaration, links, parents, children } = node;
    return { text, declaration, links, parents, children, row: this.row(node, starts) };
  }

  private row(node: PlanNode, starts: readonly number[]): CascadeRow {
    const { plan, today } = this.source;
    // What keeps the business running stands apart, also when it is written inside of a frame.
    const parent = node.kind === 'run' ? undefined : node.parent;
    const team = node.targets('team')[0];
    const lacks = parent ? undefined : lackOf(node);
    const isRun = !parent && (node.kind === 'run' || node.has('run'));
    const found = this.problems.get(node.file)?.get(node);
    const period = shownPeriod(plan, node);
    const line = lineAt(starts, node.place.start);
    return {
      id: this.idOf(node),
      ...(parent && { parent: this.idOf(parent) }),
      ...rowFacts(plan, node, today),
      ...(period && { period: this.tables.period(period) }),
      people: [...new Set(node.linksOf('dri').map((link) => this.tables.person(link)))],
      ...(team && { team: this.idOf(team) }),
      ...(found && { worst: found.worst, problems: found.count }),
      ...(lacks !== undefined && { lacks }),
      ...(isRun && { run: true }),
      file: this.tables.file(node.file),
      line,
      column: node.place.start - (starts[line] as number),
    };
  }

  private idOf(node: PlanNode): string {
    const known = this.ids.get(node);
    if (known !== undefined) return known;
    let id = '';
    for (let attempt = 0; id === '' || this.isTaken(id, node); attempt++)
      id = hash53(`${node.file}\n${node.key}\n${attempt || ''}`).toString(36);
    this.ids.set(node, id);
    this.nodes.set(id, node);
    if (!hasRow(node)) this.aside.add(node);
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
}

interface Problems {
  worst: Severity;
  count: number;
}

function hasRow(node: PlanNode): boolean {
  return node.level !== undefined || node.kind === 'run';
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
