/** An objective that names nobody who decides what is beyond its DRI. */

import { answering, hasNobodyAbove, isSettled, isTop, peopleBeneath } from '../../model/authority.ts';
import type { PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import { managerOf, personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed } from '../../model/states.ts';
import { insertProperty } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

const ESCALATES_AFTER = ['dri', 'with', 'team', 'decides', 'reports', 'role', 'alias', 'email'];

export default groupRule({
  name: 'accountability/missing-escalation',
  severity: 'warning',
  killer: 'K3',
  why: 'without a clear next step up, a blocked outcome waits for a committee',
  kinds: ['objective', 'owner', 'bet', 'frame'],
  groups: peopleBeneath,
  judgeGroup(members, _person, { plan, report }) {
    for (const node of members) {
      if (node.kind !== 'objective' || isClosed(node) || isSettled(node, 'escalates')) continue;
      const [owner] = answering(node);
      if (!owner || isTop(owner, members) || hasNobodyAbove(owner, members)) continue;
      report({
        node,
        message: `${node.label} names nobody to escalate to`,
        young: plan.quarterOf(node) ?? true,
        fixes: () => ways(plan, node, owner),
      });
    }
  },
});

/** To whom the DRI reports; else to whoever answers for the bet or frame above. */
function ways(plan: Plan, node: PlanNode, owner: PlanNode): ProposedFix[] {
  const manager = managerOf(owner);
  const above = plan.ancestors(node).find(({ dri }) => dri && dri !== owner)?.dri;
  const next = manager && manager !== owner ? manager : above;
  const path = next && shortestPath(plan, next, ['owner']);
  if (!next || !path) return [];
  const escalate = (from: PlanNode) => [insertProperty(plan, from, `escalates to ${path}`, ESCALATES_AFTER)];
  const always = `let ${personName(owner)} escalate to ${personName(next)} in everything`;
  return [
    {
      title: `escalate to ${personName(next)}`,
      safe: next === manager && !node.linksOf('dri')[1],
      edits: escalate(node),
    },
    { title: always, safe: false, edits: escalate(owner) },
  ];
}
