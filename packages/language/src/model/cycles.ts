/** Circles in what points to what: who advances, needs, reports to or escalates to themselves in the end. */

/**
 * One circle for each set of nodes that all lead back to each other, a shortest one through the set's first node: it begins
 * there and follows `next`, so its last node points to its first. Nodes that `next` gives but `nodes` does not are left out.
 * In the order of `nodes`; linear in nodes and steps; no recursion, whatever the depth.
 */
export function findCycles<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): T[][] {
  const known = new Set(nodes);
  const steps = new Map<T, T[]>();
  for (const node of known)
    steps.set(
      node,
      [...new Set(next(node))].filter((target) => known.has(target)),
    );
  const group = strongGroups(steps);
  const done = new Set<number>();
  const cycles: T[][] = [];
  for (const node of known) {
    const own = group.get(node) as number;
    if (done.has(own)) continue;
    done.add(own);
    const cycle = shortestCycle(node, (from) => (steps.get(from) as T[]).filter((target) => group.get(target) === own));
    if (cycle) cycles.push(cycle);
  }
  return cycles;
}

/** R. Tarjan, "Depth-first search and linear graph algorithms": nodes with the same number all lead to each other. */
function strongGroups<T>(steps: ReadonlyMap<T, readonly T[]>): Map<T, number> {
  const group = new Map<T, number>();
  const visited = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  for (const root of steps.keys()) {
    if (visited.has(root)) continue;
    const trail = [enter(root)];
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const target = top.targets[top.at++];
      if (target === undefined) {
        trail.pop();
        leave(top.node, trail.at(-1)?.node);
      } else if (!visited.has(target)) trail.push(enter(target));
      else if (!group.has(target)) lower(top.node, visited.get(target) as number);
    }
  }
  return group;

  function enter(node: T) {
    visited.set(node, visited.size);
    lowest.set(node, visited.get(node) as number);
    open.push(node);
    return { node, targets: steps.get(node) as readonly T[], at: 0 };
  }

  function leave(node: T, from: T | undefined): void {
    const low = lowest.get(node) as number;
    if (from !== undefined) lower(from, low);
    if (low !== visited.get(node)) return;
    for (let member = open.pop() as T; ; member = open.pop() as T) {
      group.set(member, low);
      if (member === node) return;
    }
  }

  function lower(node: T, to: number): void {
    if (to < (lowest.get(node) as number)) lowest.set(node, to);
  }
}

/** Breadth first, so that a person has the fewest places to look at; undefined where no way leads back. */
function shortestCycle<T>(start: T, next: (node: T) => readonly T[]): T[] | undefined {
  const from = new Map<T, T>();
  const queue = [start];
  for (const node of queue) {
    for (const target of next(node)) {
      if (target === start) {
        const cycle: T[] = [];
        for (let step = node; step !== start; step = from.get(step) as T) cycle.push(step);
        return [start, ...cycle.reverse()];
      }
      if (from.has(target)) continue;
      from.set(target, node);
      queue.push(target);
    }
  }
  return undefined;
}
