/** Identities of declarations that documents may point to: readable, unique in the plan, the same on each machine. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { hash53 } from '../../values/hash.ts';
import { titleOf } from '../sketch.ts';
import type { Reference } from './document.ts';

/**
 * `objective-q1_pipeline.sourced` by its path, `commitment-k3f…` by what it says where it has no name. Those that would be the same
 * are told apart by a number, in the order of files and text. Letters, digits, `_`, `-` and `.` only, in one case.
 */
export function identityOf(plan: Plan, node: PlanNode): string {
  return plan.remember('identities for documents', () => identities(plan)).get(node) ?? `${node.kind}-unknown`;
}

export function referenceTo(plan: Plan, node: PlanNode): Reference {
  return { type: 'reference', id: identityOf(plan, node), kind: node.kind, path: node.path, text: titleOf(node) };
}

function identities(plan: Plan): Map<PlanNode, string> {
  const found = new Map<PlanNode, string>();
  const taken = new Set<string>();
  const alike = new Map<string, number>();
  for (const node of plan.nodes()) {
    const stem = `${node.kind}-${stemOf(node)}`;
    let count = (alike.get(stem) ?? 0) + 1;
    while (taken.has(numbered(stem, count))) count += 1;
    alike.set(stem, count);
    const id = numbered(stem, count);
    taken.add(id);
    found.set(node, id);
  }
  return found;
}

function numbered(stem: string, count: number): string {
  return count === 1 ? stem : `${stem}-${count}`;
}

/** Names may be of any alphabet and any case, and file systems are not to be trusted with either. */
function stemOf(node: PlanNode): string {
  const path = node.name ? node.path : '';
  if (/^[a-z0-9_.-]{1,60}$/.test(path)) return path;
  return hash53(`${node.path}\n${node.name ?? ''}\n${titleOf(node)}`).toString(36);
}
