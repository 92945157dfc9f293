/** One person who answers for more objectives in a quarter than anybody can drive. */

import type { Link, PlanNode } from '../../model/node.ts';
import { personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { replace } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

const MAX_CHOICES = 3;

export default groupRule({
  name: 'accountability/overloaded-dri',
  severity: 'warning',
  killer: 'K3',
  why: 'whoever answers for everything can drive nothing',
  kinds: ['objective'],
  groups(node, { plan }) {
    const quarter = plan.quarterOf(node);
    return node.dri && quarter && !isDropped(node) ? `${quarter} ${node.dri.identity}` : undefined;
  },
  judgeGroup(members, group, { plan, config, report }) {
    const limit = config.limits.objectivesPerDri;
    if (members.length <= limit) return;
    const quarter = group.slice(0, group.indexOf(' '));
    const node = members.at(-1) as PlanNode;
    const link = node.linksOf('dri')[0] as Link;
    const owner = link.target as PlanNode;
    report({
      node,
      at: link.reference,
      message: `${personName(owner)} is the DRI of ${members.length} objectives in ${quarter}; the limit is ${limit}`,
      related: members.slice(0, -1).map((other) => ({ node: other, message: `${other.label} is another one` })),
      fixes: () => handovers(node, link, (person) => loadOf(plan, person, quarter) < limit),
    });
  },
});

/** Somebody who works on it already takes over, and the two change places. */
function handovers(node: PlanNode, link: Link, isFree: (person: PlanNode) => boolean): ProposedFix[] {
  return node
    .linksOf('with')
    .filter(({ target }) => target && isFree(target))
    .slice(0, MAX_CHOICES)
    .map(({ target, reference }) => ({
      title: `make ${personName(target as PlanNode)} the DRI of ${node.label}`,
      safe: false,
      edits: [replace(node, link.reference, reference.path), replace(node, reference, link.reference.path)],
    }));
}

function loadOf(plan: Plan, person: PlanNode, quarter: string): number {
  return plan
    .nodesOf('objective')
    .filter((node) => node.dri === person && !isDropped(node) && plan.quarterOf(node) === quarter).length;
}
