/** A bet that nobody gave money or people. */

import { allocationOf, held, percentText, RESOURCES } from '../../model/allocation.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed } from '../../model/states.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'resources/unfunded-bet',
  severity: 'warning',
  killer: 'K1',
  why: 'a bet without money or people is a hope',
  kinds: ['bet'],
  judge(node, { plan, report }) {
    if (node.has('budget') || node.has('capacity') || isClosed(node)) return;
    report({
      node,
      message: `${node.label} has neither budget nor capacity`,
      young: true,
      fixes: () => RESOURCES.flatMap((resource) => remainder(plan, node, resource) ?? []),
    });
  },
});

/** What the frame's other shares leave over. */
function remainder(plan: Plan, bet: PlanNode, resource: (typeof RESOURCES)[number]): ProposedFix | undefined {
  const frame = bet.parents.find((parent) => parent.kind === 'frame');
  if (!frame) return undefined;
  const { bets, runs } = allocationOf(frame, resource);
  const left = 100 - held(bets) - held(runs);
  if (bets.length + runs.length === 0 || left < 1) return undefined;
  return {
    title: `give it the ${percentText(left)} of the ${resource} that is left`,
    safe: false,
    edits: [insertProperty(plan, bet, `${resource} ${percentText(left)}`, ['why', 'dri'])],
  };
}
