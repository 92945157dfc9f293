/** The plan as rules and views see it: files, declarations, names, calendar. */

import type { Config } from '../config/config.ts';
import { quarterOf } from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';
import { createVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Kind } from './kinds.ts';
import { NameIndex } from './names.ts';
import { compareNodes, type PlanNode } from './node.ts';
import { periodOf, type ResolvedPeriod } from './periods.ts';
import type { FileSummary } from './records.ts';

export interface FileEntry {
  file: string;
  text: string;
  summary: FileSummary;
  /** By key, in the order of the text. */
  nodes: Map<string, PlanNode>;
}

export class Plan {
  readonly files = new Map<string, FileEntry>();
  readonly names = new NameIndex();
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  private readonly byKind = new Map<Kind, Set<PlanNode>>();
  /** Valid until something moves. */
  private readonly inOrder = new Map<Kind, readonly PlanNode[]>();
  private readonly tallies = new Map<string, Tally>();
  private readonly counted = new Map<
    PlanNode,
    { quarters: readonly string[]; level: number; week: string | undefined }
  >();

  constructor(config: Config) {
    this.config = config;
    this.vocabulary = createVocabulary(config.vocabulary);
  }

  /** Every declaration, files in the order of their names. */
  *nodes(): IterableIterator<PlanNode> {
    for (const file of [...this.files.keys()].sort()) yield* (this.files.get(file) as FileEntry).nodes.values();
  }

  /** All declarations of these kinds, in the order of files and text. */
  nodesOf(...wanted: Kind[]): readonly PlanNode[] {
    const [only, ...others] = wanted.map((kind) => {
      const sorted = this.inOrder.get(kind) ?? [...(this.byKind.get(kind) ?? [])].sort(compareNodes);
      this.inOrder.set(kind, sorted);
      return sorted;
    });
    return others.length === 0 ? (only ?? []) : [...(only ?? []), ...others.flat()].sort(compareNodes);
  }

  /** As `nodesOf`, for who chooses few of many and needs no order: after a change, putting all in order costs the most. */
  *unorderedOf(...wanted: readonly Kind[]): IterableIterator<PlanNode> {
    for (const kind of wanted) yield* this.byKind.get(kind) ?? [];
  }

  enter(node: PlanNode): void {
    this.names.declare(node);
    const nodes = this.byKind.get(node.kind) ?? new Set();
    this.byKind.set(node.kind, nodes.add(node));
  }

  /** Files changed, so the order of declarations may have. */
  moved(): void {
    this.inOrder.clear();
  }

  leave(node: PlanNode): void {
    this.names.forget(node);
    this.byKind.get(node.kind)?.delete(node);
  }

  text(file: string): string {
    return this.files.get(file)?.text ?? '';
  }

  periodOf(node: PlanNode): ResolvedPeriod | undefined {
    return periodOf(node, this.config.calendar);
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
    const before = this.counted.get(node);
    let flipped = false;
    if (before) {
      for (const quarter of before.quarters) flipped = this.count(quarter, before.level, before.week, -1) || flipped;
      this.counted.delete(node);
    }
    if (!present || !node.level || node.kind === 'bet') return flipped;
    const quarters = this.quartersOf(node);
    if (quarters.length === 0) return flipped;
    const week = node.kind === 'commitment' ? this.periodOf(node)?.first : undefined;
    for (const quarter of quarters) flipped = this.count(quarter, node.level, week, 1) || flipped;
    this.counted.set(node, { quarters, level: node.level, week });
    return flipped;
  }

  private count(quarter: string, level: number, week: string | undefined, by: number): boolean {
    const tally = this.tallies.get(quarter) ?? { levels: [0, 0, 0, 0], weeks: new Map<string, number>() };
    const before = isComplete(tally);
    tally.levels[level - 1] = (tally.levels[level - 1] ?? 0) + by;
    if (week !== undefined) {
      const commitments = (tally.weeks.get(week) ?? 0) + by;
      if (commitments > 0) tally.weeks.set(week, commitments);
      else tally.weeks.delete(week);
    }
    this.tallies.set(quarter, tally);
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
