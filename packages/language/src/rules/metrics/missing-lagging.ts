/** An objective without a lagging metric. */

import { lacksTiming, yardsticksOf } from '../../model/metrics.ts';
import { isDropped } from '../../model/states.ts';
import { insertMetric, isForPerson, OUTCOME_TO_NAME, timingFixes } from '../metric-edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/missing-lagging',
  severity: 'warning',
  why: 'early signs promise a result, and only a lagging metric tells whether it came',
  kinds: ['objective'],
  judge(node, { plan, today, report }) {
    // Where no metric says anything of time, metrics/missing-leading has said so.
    if (isDropped(node) || !lacksTiming(node, 'lagging') || lacksTiming(node, 'leading')) return;
    const sketch = { title: OUTCOME_TO_NAME, kind: 'outcome', timing: 'lagging' } as const;
    report({
      node,
      message: `${node.label} has no lagging metric`,
      fixes: () => [
        ...timingFixes(plan, yardsticksOf(node), 'lagging'),
        {
          title: 'add a lagging metric',
          safe: false,
          manual: isForPerson(plan, node, today),
          edits: [insertMetric(plan, node, sketch)],
        },
      ],
    });
  },
});
