/** A goal that says how far to go, and not from where. */

import {
  type AimProperty,
  aimsAt,
  baselineReading,
  type GoalProperty,
  isGivenUp,
  measuredBy,
  metricOf,
} from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'metrics/missing-baseline',
  severity: 'warning',
  why: 'nobody can tell how far it is, or whether it was reached, without knowing where it began',
  kinds: ['metric', 'frame', 'bet', 'objective', 'milestone', 'program'],
  judge(node, { plan, today, report }) {
    if (isGivenUp(node)) return;
    if (node.kind === 'metric') {
      const own = node.propertiesOf('Goal');
      const goal = relativeGoal(
        own,
        aimsAt(node).flatMap(({ aim }) => aim.goals),
      );
      if (goal)
        report({
          node,
          at: goal,
          message: saying(node, goal),
          fixes: () => startingFrom(plan, today, node, node, goal),
        });
      return;
    }
    for (const aim of node.propertiesOf('AimProperty')) {
      const metric = metricOf(node, aim);
      if (metric && (isDropped(metric) || metric.declaration.damaged)) continue;
      const goal = relativeGoal(aim.goals, metric?.propertiesOf('Goal') ?? []);
      if (!goal || isLevel(aim, goal)) continue;
      const message = metric ? saying(metric, goal) : `${aim.metric?.path ?? 'this'} ${way(goal)}`;
      report({ node, at: goal, message, fixes: () => startingFrom(plan, today, node, metric, goal) });
    }
  },
});

/** `up 20%`, `down 5` or `to 40`, where no `from` stands beside it or elsewhere. */
function relativeGoal(goals: readonly GoalProperty[], elsewhere: readonly GoalProperty[]): GoalProperty | undefined {
  if ([...goals, ...elsewhere].some((goal) => goal.key === 'from')) return undefined;
  return goals.find(({ key, to, value }) => (key === 'to' && to) || ((key === 'up' || key === 'down') && value));
}

/** A guardrail or an expected state `to 40` names a level, not a way. */
function isLevel(aim: AimProperty, goal: GoalProperty): boolean {
  return aim.key !== 'target' && goal.key === 'to';
}

function saying(metric: PlanNode, goal: GoalProperty): string {
  return `${metric.label} ${way(goal)}`;
}

function way({ key, to, value }: GoalProperty): string {
  return key === 'to'
    ? `should reach ${to?.literal}, but from where is not said`
    : `should go ${key} ${value?.literal}, but from where is not said`;
}

function startingFrom(
  plan: Plan,
  today: string,
  node: PlanNode,
  metric: PlanNode | undefined,
  goal: GoalProperty,
): ProposedFix[] {
  const begin = plan.periodOf(measuredBy(node) ?? node)?.first;
  const reading = metric && baselineReading(metric, plan.config.calendar, begin);
  const from = (title: string, amount: string): ProposedFix => ({
    title,
    safe: false,
    edits: [replace(node, { start: goal.start, end: goal.start }, `from ${amount} `)],
  });
  const fixes: ProposedFix[] = [];
  if (reading) {
    const { literal } = reading.value;
    fixes.push(from(`start from ${literal}, the reading of ${reading.on.literal}`, literal));
  }
  // Once the period has begun, TBD is no answer any more.
  if (begin === undefined || today < begin) fixes.push(from('start from TBD until it is measured', 'TBD'));
  return fixes;
}
