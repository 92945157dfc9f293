/** How much of the work reaches the annual frame. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';

/** Where the line of primary parents of a declaration ends. */
export type LineEnd = 'frame' | 'run' | 'nothing';

export interface Coverage {
  /** Objectives, milestones and commitments, without those that keep the business running. */
  counted: number;
  /** Those of them whose line of primary parents ends in a frame. */
  reaching: number;
  /** Levels below the frame that the plan has nothing of yet, in plural: `milestones`. */
  absent: string[];
}

/** Counts the declarations of the wanted files; all by default. */
export function coverageOf(plan: Plan, wanted: (file: string) => boolean = () => true): Coverage {
  const ends = lineEnds(plan);
  const absent = (['objective', 'milestone', 'commitment'] as const).filter((kind) => plan.nodesOf(kind).length === 0);
  const coverage = { counted: 0, reaching: 0, absent: absent.map((kind) => `${kind}s`) };
  for (const [node, end] of ends) {
    if (node.level === 1 || end === 'run' || node.has('run') || !wanted(node.file)) continue;
    coverage.counted += 1;
    if (end === 'frame') coverage.reaching += 1;
  }
  return coverage;
}

/** For each declaration of the four levels, where its line ends; each is walked once, a cycle ends in nothing. */
export function lineEnds(plan: Plan): Map<PlanNode, LineEnd> {
  const ends = new Map<PlanNode, LineEnd>();
  for (const node of plan.nodes()) {
    if (!node.level) continue;
    const line: PlanNode[] = [];
    const walked = new Set<PlanNode>();
    let at: PlanNode | undefined = node;
    while (at && !ends.has(at) && !walked.has(at)) {
      walked.add(at);
      line.push(at);
      at = at.parent;
    }
    const last = line.at(-1);
    const end = at ? (ends.get(at) ?? 'nothing') : last ? endAt(last) : undefined;
    if (end) for (const walkedNode of line) ends.set(walkedNode, end);
  }
  return ends;
}

function endAt(top: PlanNode): LineEnd {
  if (top.kind === 'frame') return 'frame';
  return top.has('run') ? 'run' : 'nothing';
}
