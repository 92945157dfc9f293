/** What a cell refers to: declarations by path, name, title or what somebody is called. */

import type { Kind } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import type { Plan } from '../../model/plan.ts';
import { nearest } from '../../values/nearest.ts';
import { calledBy } from '../../views/called.ts';
import { short } from './cells.ts';

export type Found = { node: PlanNode; path: string } | { fault: string };

/** Kinds that a column may refer to. */
export const REFERS: Readonly<Record<string, readonly Kind[]>> = {
  dri: ['owner'],
  with: ['owner'],
  reports: ['owner'],
  escalates: ['owner'],
  team: ['team'],
  market: ['market'],
  needs: ['gate', 'milestone', 'commitment', 'program', 'owner', 'objective', 'platform', 'decision'],
  blocked_by: ['gate', 'milestone', 'commitment', 'program', 'owner', 'objective', 'platform', 'decision'],
};

/** Looks up by maps that are made once; valid until the plan changes. */
export class Lookup {
  private readonly plan: Plan;
  private readonly maps = new Map<string, Map<string, PlanNode[]>>();

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /** The one declaration of these kinds that a cell means, with a path that means it and no other. */
  find(cell: string, kinds: readonly Kind[], noun: string): Found {
    const found = this.all(cell, kinds);
    const [node, second] = found;
    if (!node) return { fault: this.missing(cell, kinds, noun) };
    if (second) return { fault: `"${short(cell)}" may mean ${found.length} ${noun}s; write the name of one` };
    const path = shortestPath(this.plan, node, kinds);
    return path === undefined
      ? { fault: `${node.label} has no name that could stand here; give it one first` }
      : { node, path };
  }

  /** All that a cell may mean, by the first way of reading it that finds something: path, name, then what people call it. */
  all(cell: string, kinds: readonly Kind[]): readonly PlanNode[] {
    const map = this.mapOf(kinds);
    const wanted = cell.trim();
    return map.get(`=${wanted}`) ?? map.get(`~${folded(wanted)}`) ?? [];
  }

  private missing(cell: string, kinds: readonly Kind[], noun: string): string {
    const near = nearest(cell, [...this.mapOf(kinds).values()].flat().flatMap(calledBy), 2);
    const names = [...new Set(near)].map((name) => `"${name}"`).join(' or ');
    return `there is no ${noun} "${short(cell)}" in the plan${names === '' ? '' : `; did you mean ${names}?`}`;
  }

  private mapOf(kinds: readonly Kind[]): Map<string, PlanNode[]> {
    const key = kinds.join();
    const known = this.maps.get(key);
    if (known) return known;
    const made = new Map<string, PlanNode[]>();
    const add = (name: string, node: PlanNode) => {
      const list = made.get(name);
      if (!list) made.set(name, [node]);
      else if (!list.includes(node)) list.push(node);
    };
    const nodes = this.plan.nodesOf(...kinds);
    for (const node of nodes) if (node.name !== undefined) add(`=${node.path}`, node);
    // A name alone means a declaration that stands in another one as long as no path is that name.
    for (const node of nodes)
      if (node.name !== undefined && made.get(`=${node.name}`)?.[0]?.path !== node.name) add(`=${node.name}`, node);
    for (const node of nodes) for (const name of calledBy(node)) add(`~${folded(name)}`, node);
    this.maps.set(key, made);
    return made;
  }
}

function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}
