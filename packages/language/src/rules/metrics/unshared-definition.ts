/** The number that counts, defined by marketing alone. */

import { primaryOf, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { isClosed } from '../../model/states.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'metrics/unshared-definition',
  severity: 'info',
  why: 'a number that sales counts differently is argued about, and not acted on',
  kinds: ['objective'],
  groups: (node, { plan }) => plan.quarterOf(node),
  judgeGroup(members, quarter, { plan, report }) {
    // In a plan that has only just begun there is more important work.
    if (plan.isYoung(quarter)) return;
    const counting = members
      .filter((node) => !isClosed(node))
      .flatMap((node) => yardsticksOf(node))
      .map(({ metric }) => metric)
      .filter(counts);
    // A plan that names no agreement anywhere keeps them elsewhere.
    if (!counting.some((metric) => metric.has('agreed'))) return;
    for (const metric of new Set(counting)) {
      if (!metric.has('agreed')) report({ node: metric, message: `${metric.label} is agreed with nobody` });
    }
  },
});

function counts(metric: PlanNode): boolean {
  return primaryOf(metric) !== undefined && metric.has('outcome') && !metric.declaration.damaged;
}
