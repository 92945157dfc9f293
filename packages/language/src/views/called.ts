/** What a person means by a few words: a name, a path, a title or a part of one, what somebody is called. */

import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed } from '../model/states.ts';
import { nearest } from '../values/nearest.ts';
import { titleOf } from './sketch.ts';

/** The first way of reading the words that finds anything among these declarations; nothing for no words. */
export function matching(nodes: readonly PlanNode[], query: string): PlanNode[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const ways: ((node: PlanNode) => boolean)[] = [
    (node) => node.name === query || node.path === query,
    (node) => calledBy(node).some((name) => name.toLowerCase() === wanted),
    (node) => titleOf(node).toLowerCase().includes(wanted),
  ];
  for (const way of ways) {
    const found = nodes.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

/** Name, title, path, and for a person the aliases. */
export function calledBy(node: PlanNode): string[] {
  const names = [node.name, node.title === undefined ? undefined : titleOf(node), node.path];
  const aliases = node.kind === 'owner' ? node.texts('alias').map(({ value }) => value) : [];
  return [...names.filter((name) => name !== undefined && name !== ''), ...aliases] as string[];
}

export type Called = { one: PlanNode } | { several: PlanNode[] } | { nearest: string[] };

/**
 * The declaration of one of these kinds that is meant. Of several those count that are still open, then those of the first kind,
 * then those whose period today lies in: whoever says that something is done speaks of a promise of this week.
 */
export function oneCalled(plan: Plan, query: string, kinds: readonly Kind[], today: string): Called {
  const nodes = plan.nodesOf(...kinds);
  let found = matching(nodes, query);
  const narrowers: ((node: PlanNode) => boolean)[] = [
    (node) => !isClosed(node),
    (node) => node.kind === kinds[0],
    (node) => isNow(plan, node, today),
  ];
  for (const narrower of narrowers) {
    const fewer = found.filter(narrower);
    if (found.length > 1 && fewer.length > 0) found = fewer;
  }
  const [first, second] = found;
  if (!first) return { nearest: nearest(query, nodes.flatMap(calledBy)) };
  return second ? { several: found } : { one: first };
}

function isNow(plan: Plan, node: PlanNode, today: string): boolean {
  const period = plan.periodOf(node);
  return period !== undefined && period.first <= today && today <= period.last;
}
