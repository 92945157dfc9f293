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
  private readonly levels = new Map<string, number[]>();
  private readonly counted = new Map<PlanNode, { quarters: readonly string[]; level: number }>();

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
   * A plan is young until some quarter (or the given one) has all four levels: a frame, an objective, a milestone, a
   * commitment. What is absent from a young plan is not held against it.
   */
  isYoung(quarter?: string): boolean {
    if (quarter !== undefined) return !isComplete(this.levels.get(quarter));
    for (const counts of this.levels.values()) if (isComplete(counts)) return false;
    return true;
  }

  /** Keeps the tally behind `isYoung`; true when some quarter came of age or fell back. */
  tally(node: PlanNode, present: boolean): boolean {
    const before = this.counted.get(node);
    let flipped = false;
    if (before) {
      for (const quarter of before.quarters) flipped = this.count(quarter, before.level, -1) || flipped;
      this.counted.delete(node);
    }
    if (!present || !node.level || node.kind === 'bet') return flipped;
    const quarters = this.quartersOf(node);
    if (quarters.length === 0) return flipped;
    for (const quarter of quarters) flipped = this.count(quarter, node.level, 1) || flipped;
    this.counted.set(node, { quarters, level: node.level });
    return flipped;
  }

  private count(quarter: string, level: number, by: number): boolean {
    const counts = this.levels.get(quarter) ?? [0, 0, 0, 0];
    const before = isComplete(counts);
    counts[level - 1] = (counts[level - 1] ?? 0) + by;
    this.levels.set(quarter, counts);
    return before !== isComplete(counts);
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

function isComplete(counts: readonly number[] | undefined): boolean {
  return counts?.every((count) => count > 0) ?? false;
}
