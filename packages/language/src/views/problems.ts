/** Whose findings are whose: what a tree shows of them stands with the declaration of a level that they fall into. */

import type { Finding, Severity } from '../finding.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';

/** Each finding counts for the innermost declaration of a level that holds its place. */
export function problemsOf(plan: Plan, findings: readonly Finding[]): Map<PlanNode, Record<Severity, number>> {
  const counts = new Map<PlanNode, Record<Severity, number>>();
  const byFile = new Map<string, PlanNode[]>();
  for (const finding of findings) {
    const nodes = byFile.get(finding.file) ?? [...(plan.files.get(finding.file)?.nodes.values() ?? [])];
    byFile.set(finding.file, nodes);
    const node = holderOf(nodes, finding.span.start);
    if (!node) continue;
    const count = counts.get(node) ?? { error: 0, warning: 0, info: 0 };
    count[finding.severity] += 1;
    counts.set(node, count);
  }
  return counts;
}

/** The innermost declaration of a level around a place; `nodes` in the order of the text. */
export function holderOf(nodes: readonly PlanNode[], offset: number): PlanNode | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as PlanNode).declaration.start <= offset) low = middle + 1;
    else high = middle;
  }
  let node: PlanNode | undefined = nodes[low - 1];
  while (node && (node.declaration.end <= offset || !(node.level || node.kind === 'run'))) node = node.outer;
  return node;
}
