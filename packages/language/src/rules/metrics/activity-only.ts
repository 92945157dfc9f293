/** An objective whose every metric is an activity. */

import { measuresOnlyActivity, yardsticksOf } from '../../model/metrics.ts';
import { isDropped } from '../../model/states.ts';
import { insertMetric, isForPerson, OUTCOME_TO_NAME } from '../metric-edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/activity-only',
  severity: 'error',
  killer: 'K4',
  why: 'activities say that the team was busy, not that anything changed',
  kinds: ['objective'],
  judge(node, { plan, today, report }) {
    if (isDropped(node) || !measuresOnlyActivity(node)) return;
    report({
      node,
      message: `${node.label} is measured by activities alone`,
      related: yardsticksOf(node).map(({ metric }) => ({
        node: metric,
        message: `${metric.label} counts what the team does`,
      })),
      fixes: () => [
        {
          title: 'add an outcome that the activities should change',
          safe: false,
          manual: isForPerson(plan, node, today),
          edits: [
            insertMetric(plan, node, { title: OUTCOME_TO_NAME, kind: 'outcome', timing: 'lagging', primary: true }),
          ],
        },
      ],
    });
  },
});
