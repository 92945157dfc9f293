/** A new platform, while one that is there already is hardly used. */

import type { PlanNode } from '../../model/node.ts';
import { usedShareOf } from '../../model/platforms.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'resources/premature-acquisition',
  severity: 'error',
  why: 'a tool more makes the gap wider while the tools that are there lie idle',
  kinds: ['platform'],
  // "The Execution Gap": at least 70 percent of the capability before new tools are added.
  options: { least: 70 },
  groups: () => 'plan',
  decides: (node) => [node.has('acquire'), usedShareOf(node)],
  judgeGroup(members, _plan, { option, report }) {
    const least = option<number>('least');
    const idle = members
      .map((node) => ({ node, used: usedShareOf(node) }))
      .filter((each): each is { node: PlanNode; used: number } => each.used !== undefined && each.used < least)
      .sort((a, b) => a.used - b.used);
    for (const node of members) {
      const acquire = node.property('acquire');
      const lowest = idle.find((each) => each.node !== node);
      // A platform that is used is there.
      if (!acquire || usedShareOf(node) !== undefined || !lowest) continue;
      report({
        node,
        at: acquire,
        message: `${node.label} is bought while ${lowest.node.label} is used at ${lowest.used}%`,
        related: idle
          .filter((each) => each.node !== node)
          .map((each) => ({ node: each.node, message: `${each.node.label} is used at ${each.used}%` })),
      });
    }
  },
});
