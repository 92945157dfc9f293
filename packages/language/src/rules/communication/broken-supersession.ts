/** Decisions that replace each other in a way in which nobody can tell which one holds. */

import { findCycles } from '../../model/cycles.ts';
import { daysIn } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'communication/broken-supersession',
  severity: 'error',
  why: 'where nobody can tell which decision holds, everybody follows the one they like',
  kinds: ['decision'],
  groups: (node) => (node.has('supersedes') || successorsOf(node).length > 0 ? 'plan' : undefined),
  judgeGroup(members, _plan, { plan, report }) {
    const circling = new Set<PlanNode>();
    for (const cycle of findCycles(members, (node) => node.targets('supersedes'))) {
      for (const node of cycle) circling.add(node);
      const [first, ...others] = cycle as [PlanNode, ...PlanNode[]];
      const last = others.at(-1);
      report({
        node: first,
        at: first.linksOf('supersedes')[0]?.reference ?? first.place,
        message: last ? `${first.label} and ${last.label} supersede each other` : `${first.label} supersedes itself`,
        related: others.map((node) => ({ node, message: `${node.label} is part of the circle` })),
      });
    }
    for (const node of members) {
      for (const { target, reference } of circling.has(node) ? [] : node.linksOf('supersedes')) {
        if (!target || circling.has(target)) continue;
        const [own, old] = [node, target].map((each) => daysIn(each, 'on', plan.config.calendar)?.last);
        const rival = successorsOf(target).find((other) => isBefore(other, node, members));
        if (own !== undefined && old !== undefined && own < old) {
          report({
            node,
            at: reference,
            message: `${node.label} of ${own} supersedes ${target.label}, which is of ${old}`,
            related: [{ node: target, message: 'it is the younger one' }],
          });
        } else if (rival) {
          report({
            node,
            at: reference,
            message: `${node.label} and ${rival.label} both supersede ${target.label}`,
            related: [{ node: rival, message: `${rival.label} does so, too` }],
          });
        }
      }
    }
  },
});

function successorsOf(node: PlanNode): PlanNode[] {
  return [...node.users].filter((user) => user.kind === 'decision' && user.targets('supersedes').includes(node));
}

function isBefore(a: PlanNode, b: PlanNode, members: readonly PlanNode[]): boolean {
  return a !== b && members.indexOf(a) < members.indexOf(b);
}
