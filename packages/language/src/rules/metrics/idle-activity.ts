/** An activity that is measured although it drives no other metric. */

import { isGivenUp, kindOf, measuredBy, measuresOnlyActivity, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule, type ProposedFix, type Report } from '../rule.ts';

export default nodeRule({
  name: 'metrics/idle-activity',
  severity: 'warning',
  killer: 'K4',
  why: 'an activity is worth counting only for what it is meant to change',
  kinds: ['metric', 'objective'],
  judge(node, { plan, report }) {
    if (node.kind === 'metric') {
      if (measuredBy(node)?.kind !== 'objective' && isIdle(node)) report(finding(plan, node));
      return;
    }
    // There is nothing yet that they could drive, and metrics/activity-only says so.
    if (isDropped(node) || measuresOnlyActivity(node)) return;
    for (const metric of node.innerOf('metric')) {
      if (isIdle(metric) && !metric.declaration.damaged) report(finding(plan, metric));
    }
  },
});

function isIdle(metric: PlanNode): boolean {
  return kindOf(metric)?.value === 'activity' && !metric.has('drives') && !isGivenUp(metric);
}

function finding(plan: Plan, metric: PlanNode): Report {
  return {
    node: metric,
    message: `${metric.label} is an activity that drives no other metric`,
    fixes: () => drives(plan, metric),
  };
}

/** Outputs of the same declaration first, since an activity produces these; only what has a name can be referred to. */
function drives(plan: Plan, metric: PlanNode): ProposedFix[] {
  const place = measuredBy(metric);
  if (!place) return [];
  return ['output', 'outcome']
    .flatMap((kind) => yardsticksOf(place).filter((measure) => kindOf(measure.metric)?.value === kind))
    .filter((measure) => measure.metric.name !== undefined && measure.metric !== metric)
    .slice(0, 3)
    .map(({ metric: driven }) => ({
      title: `say that it drives ${driven.label}`,
      safe: false,
      edits: [insertProperty(plan, metric, `drives ${driven.name}`, BEFORE_DRIVES)],
    }));
}

/** What `drives` stands behind, in the order in which people write a metric. */
const BEFORE_DRIVES = [
  ...['activity', 'leading', 'lagging', 'primary', 'unit', 'from', 'to', 'at', 'between', 'up', 'down'],
  ...['source', 'read'],
];
