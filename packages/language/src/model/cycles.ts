/** Circles in what points to what: who advances, needs, reports to or escalates to themselves in the end. */

/**
 * One circle for each set of nodes that all lead back to each other, a shortest one through the set's first node: it begins
 * there and follows `next`, so its last node points to its first. Nodes that `next` gives but `nodes` does not are left out.
 * In the order of `nodes`; linear in nodes and steps; no recursion, whatever the depth.
 */
export function findCycles<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): T[][] {
  const known = [...new Set(nodes)];
  const numbers = new Map(known.map((node, number) => [node, number]));
  const steps = known.map((node) => {
    const targets: number[] = [];
    for (const target of next(node)) {
      const number = numbers.get(target);
      if (number !== undefined) targets.push(number);
    }
    return targets;
  });
  const groups = strongGroups(steps);
  const seen = new Set<number>();
  const cycles: T[][] = [];
  for (let number = 0; number < known.length; number++) {
    const group = groups[number] as number;
    if (seen.has(group)) continue;
    seen.add(group);
    const cycle = shortestCycle(number, steps, groups);
    if (cycle) cycles.push(cycle.map((member) => known[member] as T));
  }
  return cycles;
}

/** R. Tarjan, "Depth-first search and linear graph algorithms": nodes with the same number all lead to each other. */
function strongGroups(steps: readonly (readonly number[])[]): Int32Array {
  const groups = new Int32Array(steps.length).fill(NONE);
  const visited = new Int32Array(steps.length).fill(NONE);
  const lowest = new Int32Array(steps.length);
  const at = new Int32Array(steps.length);
  const open: number[] = [];
  const trail: number[] = [];
  let visits = 0;
  for (let root = 0; root < steps.length; root++) {
    if (visited[root] === NONE) trail.push(root);
    for (let node = trail.at(-1); node !== undefined; node = trail.at(-1)) {
      if (visited[node] === NONE) {
        visited[node] = lowest[node] = visits++;
        open.push(node);
      }
      const step = at[node] as number;
      const target = steps[node]?.[step];
      if (target !== undefined) {
        at[node] = step + 1;
        if (visited[target] === NONE) trail.push(target);
        else if (groups[target] === NONE) lowest[node] = Math.min(lowest[node] as number, visited[target] as number);
        continue;
      }
      trail.pop();
      const from = trail.at(-1);
      if (from !== undefined) lowest[from] = Math.min(lowest[from] as number, lowest[node] as number);
      if (lowest[node] !== visited[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        groups[member] = node;
        if (member === node) break;
      }
    }
  }
  return groups;
}

/** Breadth first, so that a person has the fewest places to look at; undefined where no way leads back. */
function shortestCycle(start: number, steps: readonly (readonly number[])[], groups: Int32Array): number[] | undefined {
  const from = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const target of steps[node] ?? []) {
      if (target === start) {
        const cycle: number[] = [];
        for (let step = node; step !== start; step = from.get(step) as number) cycle.push(step);
        return [start, ...cycle.reverse()];
      }
      if (groups[target] !== groups[start] || from.has(target)) continue;
      from.set(target, node);
      queue.push(target);
    }
  }
  return undefined;
}

const NONE = -1;
