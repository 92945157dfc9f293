/** An objective with outputs, perhaps activities, and no outcome. */

import { hasUnknownYardstick, kindOf, measuresOnlyActivity, yardsticksOf } from '../../model/metrics.ts';
import { isDropped } from '../../model/states.ts';
import { insertMetric, isForPerson, OUTCOME_TO_NAME } from '../metric-edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/missing-outcome',
  severity: 'warning',
  killer: 'K4',
  why: 'outputs can rise for a whole quarter while the business stands still',
  kinds: ['objective'],
  judge(node, { plan, today, report }) {
    if (isDropped(node) || hasUnknownYardstick(node) || measuresOnlyActivity(node)) return;
    const yardsticks = yardsticksOf(node);
    const known = yardsticks.map(({ metric }) => kindOf(metric)?.value);
    // One whose kind is not said may be the outcome.
    if (yardsticks.length === 0 || known.includes('outcome') || known.includes(undefined)) return;
    report({
      node,
      message: `${node.label} measures outputs, but no outcome`,
      related: yardsticks.map(({ metric }, index) => ({
        node: metric,
        message: `${metric.label} is an ${known[index]}`,
      })),
      fixes: () => [
        {
          title: 'add an outcome',
          safe: false,
          manual: isForPerson(plan, node, today),
          edits: [insertMetric(plan, node, { title: OUTCOME_TO_NAME, kind: 'outcome', timing: 'lagging' })],
        },
      ],
    });
  },
});
