/** Weekly work runs for an objective, and no milestone connects the two. */

import { gapGroup, gapIn, hasMilestone, skippingCommitments } from '../../model/gap.ts';
import type { PlanNode } from '../../model/node.ts';
import { isClosed, isDropped } from '../../model/states.ts';
import { groupRule } from '../rule.ts';
import { bridge } from '../scaffold.ts';

export default groupRule({
  name: 'cascade/execution-dies-here',
  severity: 'error',
  killer: 'K5',
  why: 'without months between quarter and week, trouble shows only when the quarter is over',
  kinds: ['objective', 'milestone', 'commitment'],
  groups: (node, { plan }) => gapGroup(plan, node),
  decides: (node) =>
    node.kind === 'objective'
      ? [hasMilestone(node), node.has('run'), isClosed(node), isDropped(node), ...skippingCommitments(node)]
      : node.kind,
  judgeGroup(members, quarter, { plan, report }) {
    for (const objective of members) {
      if (objective.kind !== 'objective' || hasMilestone(objective) || objective.has('run') || isClosed(objective))
        continue;
      const commitments = skippingCommitments(objective);
      if (commitments.length === 0) continue;
      report({
        node: objective,
        message: `${objective.label} has ${counted(commitments)} beneath it and no milestone between`,
        related: commitments
          .slice(0, MOST_RELATED)
          .map((node) => ({ node, message: `${node.label} advances it directly` })),
        fixes: () => [bridge(plan, objective, commitments, { attach: true })],
      });
    }
    const gap = gapIn(members);
    const [first, ...others] = gap?.objectives ?? [];
    if (!gap || !first) return;
    const strays = `${counted(gap.strays)} advance${gap.strays.length === 1 ? 's' : ''} nothing`;
    report({
      node: first,
      message:
        others.length === 0
          ? `${first.label} has no milestone, and in its quarter ${strays}`
          : `${first.label} and ${others.length} more of ${quarter} have no milestone, and ${strays}`,
      related: gap.strays.slice(0, MOST_RELATED).map((node) => ({ node, message: `${node.label} advances nothing` })),
      // Which of several objectives each commitment serves is not for a fix to guess.
      fixes: () => [bridge(plan, first, gap.strays, { attach: others.length === 0 })],
    });
  },
});

/** Enough to recognise what is meant; a list of every promise of a quarter would bury it. */
const MOST_RELATED = 5;

function counted(commitments: readonly PlanNode[]): string {
  return commitments.length === 1 ? '1 commitment' : `${commitments.length} commitments`;
}
