/** An objective without a metric and without a target. */

import { hasUnknownYardstick, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { insertMetric, isForPerson, OUTCOME_TO_NAME } from '../metric-edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/unmeasured-objective',
  severity: 'error',
  killer: 'K4',
  why: 'without a number nobody can say at the end of the quarter whether it was reached',
  kinds: ['objective'],
  judge(node, { plan, today, report }) {
    if (isDropped(node) || hasUnknownYardstick(node) || yardsticksOf(node).length > 0) return;
    report({
      node,
      message: node.innerOf('metric').some(isDropped)
        ? `every metric of ${node.label} was dropped`
        : `${node.label} has no metric and no target`,
      fixes: () => {
        const title = outcomeInTitle(plan, node);
        const metric = { title: title ?? OUTCOME_TO_NAME, kind: 'outcome', timing: 'lagging', primary: true } as const;
        const manual = isForPerson(plan, node, today);
        const offer = `measure it by ${title ? `"${title}"` : 'an outcome'}${manual ? ', and fill in its numbers' : ''}`;
        return [{ title: offer, safe: false, manual, edits: [insertMetric(plan, node, metric)] }];
      },
    });
  },
});

/** "Source $4M of mid-market pipeline" speaks of a number that the vocabulary knows as an outcome. */
function outcomeInTitle(plan: Plan, node: PlanNode): string | undefined {
  const entry = node.title === undefined ? undefined : plan.vocabulary.classify(node.title)?.entry;
  return entry?.kind === 'outcome' ? entry.phrase.charAt(0).toUpperCase() + entry.phrase.slice(1) : undefined;
}
