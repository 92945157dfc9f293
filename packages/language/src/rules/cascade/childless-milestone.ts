/** A milestone of the month under way for which nobody has promised anything. */

import type { PlanNode } from '../../model/node.ts';
import { statedPeriod } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed, movedTo } from '../../model/states.ts';
import { rangeOf, weekOf } from '../../values/calendar.ts';
import { formatPeriod, type Period } from '../../values/period.ts';
import { isUnderWay } from '../due.ts';
import { insertChild } from '../edits.ts';
import { nodeRule } from '../rule.ts';
import { scaffold, shortCommitment, spoken } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/childless-milestone',
  severity: 'warning',
  killer: 'K5',
  why: 'a month passes quickly when nobody has promised anything for it',
  kinds: ['milestone'],
  judge(node, { plan, config, today, report }) {
    if (node.children.length > 0 || isClosed(node) || (node.parent && isClosed(node.parent))) return;
    const moved = movedTo(node);
    const month = moved ? rangeOf(moved, config.calendar) : plan.periodOf(node);
    if (!month || !isUnderWay(month, today)) return;
    report({
      node,
      message: `${node.label} has no commitment beneath it`,
      young: true,
      fixes: () => {
        const week = weekOf(today);
        return [
          { title: `add a commitment for ${spoken(week)}`, safe: false, edits: [commitmentFor(plan, node, week)] },
        ];
      },
    });
  },
});

/** In the file's block for that week, where the others of the week stand; else inside the milestone. */
function commitmentFor(plan: Plan, milestone: PlanNode, week: Period) {
  const block = plan
    .nodesOf('week')
    .find(
      (node) =>
        node.file === milestone.file && !node.outer && statedPeriod(node)?.literal.literal === formatPeriod(week),
    );
  if (!block || !milestone.name) return scaffold(plan, milestone, 'commitment', week);
  return insertChild(plan, block, [shortCommitment(plan, milestone, week)]);
}
