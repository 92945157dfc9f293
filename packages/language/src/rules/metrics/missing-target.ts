/** A metric of an objective or milestone that nobody set a goal for. */

import {
  aimsAt,
  baselineReading,
  type GoalProperty,
  isGivenUp,
  measuredBy,
  measuresOf,
  namesTarget,
} from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { insertProperty, replace } from '../edits.ts';
import { isForPerson } from '../metric-edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'metrics/missing-target',
  severity: 'error',
  why: 'a number without a goal can be reported for ever and never be reached or missed',
  kinds: ['metric', 'objective', 'milestone'],
  judge(node, { plan, today, report }) {
    if (isGivenUp(node)) return;
    if (node.kind === 'metric') {
      if (!hasOwnPlace(node) || isAimed(node)) return;
      report({ node, message: `${node.label} has no target`, fixes: () => giveTarget(plan, node, today) });
      return;
    }
    for (const { metric, role, aim } of measuresOf(node)) {
      // A metric of an objective is judged where it stands; a guardrail without a number must just not get worse.
      if (role !== 'target' || !aim || hasOwnPlace(metric) || isDropped(metric)) continue;
      if (metric.declaration.damaged || isAimed(metric, aim.goals)) continue;
      const from = aim.goals.find((goal) => goal.key === 'from');
      const at = { start: (from ?? aim).end, end: (from ?? aim).end };
      const text = from ? ' to TBD' : ` ${fromNow(plan, metric)}`;
      report({
        node,
        at: aim.metric ?? aim,
        message: `${metric.label} has no target here`,
        fixes: () => [
          { title: TITLE, safe: false, manual: isForPerson(plan, node, today), edits: [replace(node, at, text)] },
        ],
      });
    }
  },
});

const TITLE = 'set the target to TBD until it is agreed';

/** Stands in an objective or milestone, whose period is the one to reach it in. */
function hasOwnPlace(metric: PlanNode): boolean {
  const kind = measuredBy(metric)?.kind;
  return kind === 'objective' || kind === 'milestone';
}

/** Goals of its own, or of whoever names it; for a shared metric, those of the one that asks. */
function isAimed(metric: PlanNode, goals?: readonly GoalProperty[]): boolean {
  const others = goals ?? aimsAt(metric).flatMap(({ aim }) => aim.goals);
  return [...metric.propertiesOf('Goal'), ...others].some(namesTarget);
}

function giveTarget(plan: Plan, metric: PlanNode, today: string): ProposedFix[] {
  const from = metric.propertiesOf('Goal').find((goal) => goal.key === 'from');
  const edit = from
    ? replace(metric, { start: from.end, end: from.end }, ' to TBD')
    : insertProperty(plan, metric, fromNow(plan, metric), [
        'outcome',
        'output',
        'activity',
        'leading',
        'lagging',
        'primary',
        'unit',
      ]);
  const { scope } = metric;
  return [{ title: TITLE, safe: false, manual: isForPerson(plan, scope ?? metric, today), edits: [edit] }];
}

/** Where it stands is often in its readings already. */
function fromNow(plan: Plan, metric: PlanNode): string {
  return `from ${baselineReading(metric, plan.config.calendar)?.value.literal ?? 'TBD'} to TBD`;
}
