/** What has been found: by whom it was found, in which files it is seen, and which files there is something new to tell of. */

import type { Span } from '../finding.ts';
import type { Report, Rule } from '../rules/rule.ts';
import type { Group } from './group.ts';
import type { PlanNode } from './node.ts';

/** A finding before anybody looks at it: places are offsets, fixes are still to be worked out. */
export interface RawFinding extends Report {
  rule: Rule;
  at: Span;
}

/** Whose judgement a finding comes from. */
export type Origin = PlanNode | Group;

export class Ledger {
  private readonly found = new Map<Origin, RawFinding[]>();
  /** By each file that a finding stands in, shows a place of or names something of, with the number of such findings. */
  private readonly byFile = new Map<string, Map<Origin, number>>();
  private touched = new Set<string>();

  add(origin: Origin, finding: RawFinding): void {
    const known = this.found.get(origin);
    if (known) known.push(finding);
    else this.found.set(origin, [finding]);
    this.touched.add(finding.node.file);
    for (const file of filesOf(finding)) {
      const origins = this.byFile.get(file) ?? new Map<Origin, number>();
      origins.set(origin, (origins.get(origin) ?? 0) + 1);
      this.byFile.set(file, origins);
    }
  }

  clear(origin: Origin): void {
    const findings = this.found.get(origin);
    if (!findings) return;
    for (const finding of findings) {
      this.touched.add(finding.node.file);
      for (const file of filesOf(finding)) {
        const origins = this.byFile.get(file);
        const count = (origins?.get(origin) ?? 0) - 1;
        if (count > 0) origins?.set(origin, count);
        else origins?.delete(origin);
      }
    }
    this.found.delete(origin);
  }

  has(origin: Origin): boolean {
    return this.found.has(origin);
  }

  of(origin: Origin): readonly RawFinding[] {
    return this.found.get(origin) ?? NO_FINDINGS;
  }

  /** All findings that stand in a file, in no particular order. */
  findingsIn(file: string): RawFinding[] {
    const findings: RawFinding[] = [];
    for (const origin of this.byFile.get(file)?.keys() ?? [])
      for (const finding of this.of(origin)) if (finding.node.file === file) findings.push(finding);
    return findings;
  }

  /** Whose findings stand in a file or show a place of it, as of now: whoever is judged meanwhile may leave or join. */
  originsIn(file: string): readonly Origin[] {
    const origins = this.byFile.get(file);
    return origins && origins.size > 0 ? [...origins.keys()] : NO_ORIGINS;
  }

  /** Whose findings show one of these, which may be very many: each is looked at once. */
  originsShowing(nodes: ReadonlySet<PlanNode>): readonly Origin[] {
    if (this.found.size === 0) return NO_ORIGINS;
    const seen = new Set<Origin>();
    for (const file of new Set(Array.from(nodes, (node) => node.file)))
      for (const origin of this.byFile.get(file)?.keys() ?? []) seen.add(origin);
    return [...seen].filter((origin) => this.of(origin).some((finding) => shows(finding, nodes)));
  }

  /** There is something to tell of a file, whatever is found there. */
  touch(file: string): void {
    this.touched.add(file);
  }

  touchAll(): void {
    for (const file of this.byFile.keys()) this.touched.add(file);
  }

  get hasNews(): boolean {
    return this.touched.size > 0;
  }

  /** The files whose findings may differ since this was last asked. */
  news(): Set<string> {
    const { touched } = this;
    this.touched = new Set();
    return touched;
  }
}

const NO_FINDINGS: readonly RawFinding[] = [];
const NO_ORIGINS: readonly Origin[] = [];

function shows({ node, related }: RawFinding, wanted: ReadonlySet<PlanNode>): boolean {
  return wanted.has(node) || (related?.some((part) => wanted.has(part.node)) ?? false);
}

function filesOf({ node, related, names }: RawFinding): Set<string> {
  const files = new Set([node.file]);
  for (const part of related ?? []) files.add(part.node.file);
  for (const named of names ?? []) files.add(named.file);
  return files;
}
