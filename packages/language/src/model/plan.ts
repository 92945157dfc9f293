/** The plan as rules and views see it: files, declarations, names, calendar. */

import type { Config } from '../config/config.ts';
import { append } from '../values/append.ts';
import { quarterOf } from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';
import { createVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Kind } from './kinds.ts';
import { NameIndex } from './names.ts';
import type { FileNodes, PlanNode } from './node.ts';
import { inheritedFrom, ownPeriodOf, type ResolvedPeriod } from './periods.ts';
import type { FileSummary } from './records.ts';

export interface FileEntry {
  file: string;
  text: string;
  summary: FileSummary;
  nodes: FileNodes;
}

export class Plan {
  readonly files: ReadonlyMap<string, FileEntry>;
  readonly names = new NameIndex();
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  private readonly entries = new Map<string, FileEntry>();
  /** By kind and file, in the order of the text. */
  private readonly byKind = new Map<Kind, Map<string, PlanNode[]>>();
  private unreadable = 0;
  // Valid until something moves.
  private fileNames: readonly string[] | undefined;
  private readonly inOrder = new Map<string, readonly PlanNode[]>();
  private readonly remembered = new Map<string, unknown>();
  /** Counts up whenever something moves. */
  private round = 0;
  private readonly tallies = new Map<string, Tally>();
  /** What declarations count as, by kind, unit and first day: those that count alike share one. */
  private readonly counts = new Map<Kind, Map<string, Map<string, Count>>>();

  constructor(config: Config) {
    this.config = config;
    this.files = this.entries;
    this.vocabulary = createVocabulary(config.vocabulary);
  }

  /** Every declaration, files in the order of their names. */
  *nodes(): IterableIterator<PlanNode> {
    for (const file of this.sortedFiles()) yield* (this.files.get(file) as FileEntry).nodes.values();
  }

  /** All declarations of these kinds, in the order of files and text. */
  nodesOf(...wanted: Kind[]): readonly PlanNode[] {
    const key = wanted.join();
    const known = this.inOrder.get(key);
    if (known) return known;
    const nodes: PlanNode[] = [];
    const lists = wanted.flatMap((kind) => this.byKind.get(kind) ?? []);
    if (lists.length > 0) for (const file of this.sortedFiles()) append(nodes, inText(lists, file));
    this.inOrder.set(key, nodes);
    return nodes;
  }

  /** As `nodesOf`, for who chooses few of many and needs no order: after a change, putting all in order costs the most. */
  *unorderedOf(...wanted: readonly Kind[]): IterableIterator<PlanNode> {
    for (const kind of wanted)
      for (const nodes of this.byKind.get(kind)?.values() ?? []) for (const node of nodes) yield node;
  }

  /** There is a file of which nothing is known: what seems to be missing may be there. */
  get isPartial(): boolean {
    return this.unreadable > 0;
  }

  /** A file as it is now; without an entry it is gone. `moved` follows when all changes are in. */
  setFile(file: string, entry: FileEntry | undefined): void {
    const before = this.entries.get(file);
    if (before?.summary.unreadable) this.unreadable -= 1;
    if (entry?.summary.unreadable) this.unreadable += 1;
    for (const nodes of this.byKind.values()) nodes.delete(file);
    for (const [kind, nodes] of Map.groupBy(entry?.nodes.values() ?? [], (node) => node.kind))
      getOr(this.byKind, kind, () => new Map<string, PlanNode[]>()).set(file, nodes);
    if (entry) this.entries.set(file, entry);
    else this.entries.delete(file);
    if (!before || !entry) this.fileNames = undefined;
  }

  /** Files changed, so the order of declarations may have, and their periods. */
  moved(): void {
    this.names.moved();
    this.inOrder.clear();
    this.remembered.clear();
    this.round += 1;
  }

  /** For fixes, which look at the whole plan, and many of them for the same thing: valid until something moves. */
  remember<T>(what: string, find: () => T): T {
    return getOr(this.remembered as Map<string, T>, what, find);
  }

  private sortedFiles(): readonly string[] {
    this.fileNames ??= [...this.entries.keys()].sort();
    return this.fileNames;
  }

  text(file: string): string {
    return this.files.get(file)?.text ?? '';
  }

  /** Its own period, else the one that it inherits; those who inherit it share it. */
  periodOf(node: PlanNode): ResolvedPeriod | undefined {
    if (node.seenRound !== this.round) {
      // A period of its own is a matter of its record alone.
      if (node.seenPeriod?.from !== node || node.seenIn !== node.declaration) {
        node.seenPeriod = ownPeriodOf(node, this.config.calendar) ?? this.inheritedBy(node);
        node.seenIn = node.declaration;
      }
      node.seenRound = this.round;
    }
    return node.seenPeriod;
  }

  private inheritedBy(node: PlanNode): ResolvedPeriod | undefined {
    const from = inheritedFrom(node);
    return from && this.periodOf(from);
  }

  /** The fiscal quarter (`2026-Q1`) that a declaration's period begins in. */
  quarterOf(node: PlanNode): string | undefined {
    const period = this.periodOf(node);
    return period && formatPeriod(quarterOf(period.first, this.config.calendar));
  }

  /** From the primary parent up to the top; ends where a cycle closes. */
  ancestors(node: PlanNode): PlanNode[] {
    const seen = new Set([node]);
    const line: PlanNode[] = [];
    for (let parent = node.parent; parent && !seen.has(parent); parent = parent.parent) {
      seen.add(parent);
      line.push(parent);
    }
    return line;
  }

  /**
   * A plan is young until some quarter (or the given one) has all four levels, a frame, an objective, a milestone, a
   * commitment, and goes beyond its first week: commitments lie in two weeks. What is absent from a young plan is not
   * held against it.
   */
  isYoung(quarter?: string): boolean {
    if (quarter !== undefined) return !isComplete(this.tallies.get(quarter));
    for (const tally of this.tallies.values()) if (isComplete(tally)) return false;
    return true;
  }

  /** Keeps the tally behind `isYoung`; true when some quarter came of age or fell back. */
  tally(node: PlanNode, present: boolean): boolean {
    const before = node.counted;
    const now = present ? this.countOf(node) : undefined;
    if (before === now) return false;
    let flipped = false;
    for (const quarter of before?.quarters ?? []) flipped = this.count(quarter, before as Count, -1) || flipped;
    for (const quarter of now?.quarters ?? []) flipped = this.count(quarter, now as Count, 1) || flipped;
    node.counted = now;
    return flipped;
  }

  private countOf(node: PlanNode): Count | undefined {
    const { level, kind } = node;
    if (!level || kind === 'bet') return undefined;
    const period = this.periodOf(node);
    if (!period) return undefined;
    const units = getOr(this.counts, kind, () => new Map<string, Map<string, Count>>());
    const days = getOr(units, period.period.unit, () => new Map<string, Count>());
    return getOr(days, period.first, () => ({
      quarters: this.quartersOf(node),
      level,
      week: kind === 'commitment' ? period.first : undefined,
    }));
  }

  private count(quarter: string, { level, week }: Count, by: number): boolean {
    const tally = getOr(this.tallies, quarter, () => ({ levels: [0, 0, 0, 0], weeks: new Map<string, number>() }));
    const before = isComplete(tally);
    tally.levels[level - 1] = (tally.levels[level - 1] ?? 0) + by;
    if (week !== undefined) {
      const commitments = (tally.weeks.get(week) ?? 0) + by;
      if (commitments > 0) tally.weeks.set(week, commitments);
      else tally.weeks.delete(week);
    }
    return before !== isComplete(tally);
  }

  private quartersOf(node: PlanNode): string[] {
    const period = this.periodOf(node);
    if (!period) return [];
    if (node.kind !== 'frame' || period.period.unit !== 'year')
      return [formatPeriod(quarterOf(period.first, this.config.calendar))];
    const { year } = period.period;
    return [1, 2, 3, 4].map((quarter) => formatPeriod({ unit: 'quarter', year, quarter }));
  }
}

/** What a declaration is counted as: where, on which level, and for a commitment in the week that begins on this day. */
export interface Count {
  quarters: readonly string[];
  level: number;
  week: string | undefined;
}

/** The declarations of one file that are in these lists, in the order of the text. */
function inText(lists: readonly ReadonlyMap<string, readonly PlanNode[]>[], file: string): readonly PlanNode[] {
  const [first, ...others] = lists.flatMap((list) => (list.has(file) ? [list.get(file) ?? []] : []));
  if (!first || others.length === 0) return first ?? [];
  return [...first, ...others.flat()].sort((a, b) => a.declaration.start - b.declaration.start);
}

function getOr<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}

/** What a quarter has: declarations of each of the four levels, and commitments by the first day of their week. */
interface Tally {
  levels: number[];
  weeks: Map<string, number>;
}

/** A plan of one week is a beginning, and nobody has had the time to write the rest. Weeks. */
const MORE_THAN_A_BEGINNING = 2;

function isComplete(tally: Tally | undefined): boolean {
  if (!tally) return false;
  return tally.levels.every((count) => count > 0) && tally.weeks.size >= MORE_THAN_A_BEGINNING;
}
