/** One person who answers for objectives of two bets, and nothing says which one comes first. */

import type { PlanNode } from '../../model/node.ts';
import { personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed } from '../../model/states.ts';
import { insertProperty } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

const BEFORE_PRIORITY = ['advances', 'quarter', 'dri', 'with', 'team', 'market'];

export default groupRule({
  name: 'resources/clashing-priorities',
  severity: 'warning',
  killer: 'K1',
  why: 'where two things come first, the louder one wins',
  kinds: ['objective'],
  groups(node, { plan }) {
    const quarter = plan.quarterOf(node);
    return node.dri && quarter && !isClosed(node) ? `${quarter} ${node.dri.identity}` : undefined;
  },
  judgeGroup(members, group, { plan, report }) {
    const quarter = group.slice(0, group.indexOf(' '));
    for (const [index, node] of members.entries()) {
      const other = members.slice(0, index).find((earlier) => clash(earlier, node));
      if (!other || !node.dri) continue;
      const priority = node.amount('priority')?.literal;
      const said = priority === undefined ? 'without a priority' : `both with priority ${priority}`;
      report({
        node,
        message: `${personName(node.dri)} answers for two bets in ${quarter}, ${said}`,
        related: [{ node: other, message: `${other.label} serves the other bet` }],
        fixes: () => (priority === undefined ? [first(plan, other, node), first(plan, node, other)] : []),
      });
    }
  },
});

/** Of different bets, and neither says that it comes before the other. */
function clash(a: PlanNode, b: PlanNode): boolean {
  if (a.parent?.kind !== 'bet' || b.parent?.kind !== 'bet' || a.parents.some((parent) => b.parents.includes(parent)))
    return false;
  return a.amount('priority')?.literal === b.amount('priority')?.literal;
}

function first(plan: Plan, winner: PlanNode, loser: PlanNode): ProposedFix {
  const edits = [winner, loser].map((node, place) =>
    insertProperty(plan, node, `priority ${place + 1}`, BEFORE_PRIORITY),
  );
  return { title: `put ${winner.label} first`, safe: false, manual: true, edits };
}
