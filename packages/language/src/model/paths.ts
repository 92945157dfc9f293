/** How a reference has to be written so that it means one declaration and no other. */

import type { Kind } from './kinds.ts';
import type { PlanNode } from './node.ts';
import type { Plan } from './plan.ts';

/** The shortest path that, among declarations of these kinds, only this one answers to; undefined where no path tells it apart. */
export function shortestPath(plan: Plan, node: PlanNode, kinds: readonly Kind[]): string | undefined {
  if (node.name === undefined) return undefined;
  const rivals = [...plan.names.bearersOf(node.name)].filter((other) => other !== node && kinds.includes(other.kind));
  const segments = node.path.split('.');
  for (let count = 1; count <= segments.length; count++) {
    const path = segments.slice(-count).join('.');
    if (!rivals.some((rival) => answersTo(rival, path))) return path;
  }
  return undefined;
}

/** The shortest path by which `from` means a declaration under `key`; undefined where no path means it and nothing else. */
export function pathFrom(plan: Plan, node: PlanNode, key: string, from: PlanNode): string | undefined {
  const segments = node.name === undefined ? [] : node.path.split('.');
  for (let count = 1; count <= segments.length; count++) {
    const path = segments.slice(-count).join('.');
    if (!mayStandUnder(key, path)) return undefined;
    if (plan.names.resolve(path, key, from).target === node) return path;
  }
  return undefined;
}

/** `team` and `market` inside of a declaration take a plain name: there they are the keywords of declarations. */
export function mayStandUnder(key: string, path: string): boolean {
  return !path.includes('.') || (key !== 'team' && key !== 'market');
}

function answersTo(node: PlanNode, path: string): boolean {
  return node.path === path || node.path.endsWith(`.${path}`);
}
