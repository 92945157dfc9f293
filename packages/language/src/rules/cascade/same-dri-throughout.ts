/** One person at every level of a branch, where there are others who could hold a part. */

import type { PlanNode } from '../../model/node.ts';
import { personName } from '../../model/people.ts';
import { isDropped } from '../../model/states.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'cascade/same-dri-throughout',
  severity: 'info',
  killer: 'K3',
  why: 'who holds every level has nobody to promise to, and nobody who asks',
  kinds: ['frame', 'bet', 'objective', 'milestone', 'owner'],
  groups(node) {
    // Those who report to somebody show that there are others.
    if (node.kind === 'owner') return [node, ...node.targets('reports')].map(({ identity }) => identity);
    return node.dri?.identity;
  },
  judgeGroup(members, _person, { report }) {
    const held = new Set(members);
    const owner = members.find(({ kind }) => kind === 'objective')?.dri;
    if (!owner || !members.some((node) => node.kind === 'owner' && node.targets('reports').includes(owner))) return;
    for (const node of members) {
      if (node.kind !== 'objective' || isDropped(node) || !node.parent || !held.has(node.parent)) continue;
      const milestones = node.childrenOf('milestone').filter((milestone) => !isDropped(milestone));
      const commitments = milestones.flatMap((milestone) => milestone.childrenOf('commitment'));
      if (commitments.length === 0 || !milestones.every((milestone) => held.has(milestone))) continue;
      if (!commitments.every((commitment) => isTheirs(commitment, owner))) continue;
      const who = personName(owner);
      report({ node, message: `${who} holds ${node.label} at every level, from ${node.parent.label} to the week` });
    }
  },
});

function isTheirs(commitment: PlanNode, owner: PlanNode): boolean {
  return commitment.dri === owner && !commitment.has('with');
}
