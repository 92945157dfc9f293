/** Work that waits for itself through what it needs. */

import { findCycles } from '../../model/cycles.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { removeReferences } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

export default groupRule({
  name: 'resources/dependency-cycle',
  severity: 'error',
  killer: 'B',
  why: 'nobody in a circle can begin, and each one waits politely for the next',
  kinds: ['objective', 'milestone', 'commitment', 'program', 'platform', 'decision'],
  // Only what needs something and is needed can be part of a circle.
  groups: (node) => (node.targets('needs').length > 0 && isNeeded(node) ? 'plan' : undefined),
  decides: (node) => node.targets('needs'),
  judgeGroup(members, _group, { plan, report }) {
    for (const cycle of findCycles(members, (node) => node.targets('needs'))) {
      const [first, second, ...others] = cycle as [PlanNode, ...PlanNode[]];
      const through = second ? ` through ${second.label}${others.length > 0 ? ` and ${others.length} more` : ''}` : '';
      report({
        node: first,
        at: needOf(first, second ?? first).reference,
        message: `${first.label} waits for itself${through}`,
        related: cycle.slice(1).map((node, index) => {
          const target = cycle[index + 2] ?? first;
          return { node, at: needOf(node, target).reference, message: `${node.label} needs ${target.label}` };
        }),
        fixes: () => waysOut(plan, cycle),
      });
    }
  },
});

function isNeeded(node: PlanNode): boolean {
  for (const user of node.users) if (user.targets('needs').includes(node)) return true;
  return false;
}

function needOf(node: PlanNode, target: PlanNode): Link {
  return needsOf(node, target)[0] as Link;
}

function needsOf(node: PlanNode, target: PlanNode): Link[] {
  return node.linksOf('needs').filter((link) => link.target === target);
}

/** Each step of the circle; first the one that waits for what comes latest after itself. */
function waysOut(plan: Plan, cycle: readonly PlanNode[]): ProposedFix[] {
  const steps = cycle.map((node, index) => {
    const target = cycle[(index + 1) % cycle.length] as PlanNode;
    return { node, target, backwards: endOf(plan, target) > endOf(plan, node) };
  });
  return steps
    .reverse()
    .sort((a, b) => Number(b.backwards) - Number(a.backwards))
    .slice(0, 3)
    .map(({ node, target }) => ({
      title: node === target ? 'take that out' : `no longer let ${node.label} wait for ${target.label}`,
      safe: false,
      edits: removeReferences(plan, node, needsOf(node, target)),
    }));
}

function endOf(plan: Plan, node: PlanNode): string {
  return plan.periodOf(node)?.last ?? '';
}
