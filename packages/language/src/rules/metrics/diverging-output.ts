/** An output that gets better while the outcome that it should drive gets worse. */

import { isGivenUp, kindOf } from '../../model/metrics.ts';
import { change, lastStep } from '../../model/trend.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/diverging-output',
  severity: 'warning',
  killer: 'K4',
  why: 'an output that improves while the outcome declines shows that one does not drive the other',
  kinds: ['metric'],
  judge(node, { plan, today, report }) {
    const kind = kindOf(node)?.value;
    if ((kind !== 'output' && kind !== 'activity') || isGivenUp(node)) return;
    const { calendar } = plan.config;
    for (const link of node.linksOf('drives')) {
      const outcome = link.target;
      if (!outcome || kindOf(outcome)?.value !== 'outcome' || outcome.declaration.damaged) continue;
      const step = lastStep(outcome, calendar, today);
      if (!step || step.better >= 0) continue;
      const own = change(node, calendar, step.from, step.to);
      if (own === undefined || own <= 0) continue;
      report({
        node,
        at: link.reference,
        message: `${node.label} gets better while ${outcome.label} gets worse`,
        related: [{ node: outcome, message: `from ${step.from} to ${step.to} it went the wrong way` }],
      });
    }
  },
});
