/** An objective of a quarter under way that no milestone and no commitment works on. */

import { gapGroup, gapIn, hasMilestone, skippingCommitments } from '../../model/gap.ts';
import { isClosed, isDropped } from '../../model/states.ts';
import { nearestWithin } from '../../values/calendar.ts';
import { isDue } from '../due.ts';
import { groupRule } from '../rule.ts';
import { freshName, scaffold, spoken } from '../scaffold.ts';

export default groupRule({
  name: 'cascade/childless-objective',
  severity: 'warning',
  killer: 'K5',
  why: 'an objective without milestones shows that it is missed only when it is',
  kinds: ['objective', 'milestone', 'commitment'],
  groups: (node, { plan }) => gapGroup(plan, node),
  decides(node, { plan }) {
    if (node.kind !== 'objective') return node.kind;
    const period = plan.periodOf(node);
    const above = node.parent && isClosed(node.parent);
    const below = [hasMilestone(node), skippingCommitments(node).length > 0];
    return [period?.first, period?.last, node.has('run'), isClosed(node), isDropped(node), above, ...below];
  },
  judgeGroup(members, _quarter, { plan, today, report }) {
    // cascade/execution-dies-here speaks for a whole quarter without milestones.
    if (gapIn(members)) return;
    for (const node of members) {
      if (node.kind !== 'objective') continue;
      const quarter = plan.periodOf(node);
      if (!quarter || !isDue(quarter, today)) continue;
      if (hasMilestone(node) || skippingCommitments(node).length > 0) continue;
      if (node.has('run') || isClosed(node) || (node.parent && isClosed(node.parent))) continue;
      report({
        node,
        message: `${node.label} has no milestone beneath it`,
        young: true,
        fixes: () => {
          const month = nearestWithin('month', { first: today, last: today }, quarter);
          if (!month) return [];
          const name = freshName(plan, node, month);
          return [
            {
              title: `add a milestone for ${spoken(month)}`,
              safe: false,
              edits: [scaffold(plan, node, 'milestone', month, { name })],
            },
          ];
        },
      });
    }
  },
});
