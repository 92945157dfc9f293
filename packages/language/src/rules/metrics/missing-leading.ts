/** An objective without a leading metric. */

import { lacksTiming, quarterOf, yardsticksOf } from '../../model/metrics.ts';
import { isDropped } from '../../model/states.ts';
import { insertMetric, isForPerson, sayReadBy, timingFixes } from '../metric-edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/missing-leading',
  severity: 'warning',
  why: 'a miss that shows only at the end of the quarter can be explained, but not prevented',
  kinds: ['objective'],
  judge(node, { plan, today, report }) {
    if (isDropped(node) || !lacksTiming(node, 'leading')) return;
    report({
      node,
      message: `${node.label} has no leading metric`,
      fixes: () => {
        const readBy = quarterOf(plan, node)?.sixWeeksBefore;
        const sketch = { title: 'What shows first that it will work', kind: 'output', timing: 'leading' } as const;
        return [
          ...timingFixes(plan, yardsticksOf(node), 'leading', readBy),
          {
            title: readBy ? `add a leading metric, ${sayReadBy(readBy)}` : 'add a leading metric',
            safe: false,
            manual: isForPerson(plan, node, today),
            edits: [insertMetric(plan, node, { ...sketch, ...(readBy && { readBy }) })],
          },
        ];
      },
    });
  },
});
