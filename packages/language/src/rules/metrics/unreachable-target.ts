/** A target that is where the metric stands already, or that lies behind it. */

import {
  amountOf,
  classificationOf,
  type GoalProperty,
  goalOf,
  isGivenUp,
  metricOf,
  namesTarget,
} from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import type { AmountLiteral } from '../../model/records.ts';
import { isDropped } from '../../model/states.ts';
import { type Amount, isPlaceholder, type KnownAmount } from '../../values/amount.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix, type Report } from '../rule.ts';

export default nodeRule({
  name: 'metrics/unreachable-target',
  severity: 'error',
  why: 'a target that is met on the first day, or cannot be met at all, is nothing to work for',
  kinds: ['metric', 'frame', 'bet', 'objective', 'milestone', 'program'],
  judge(node, { plan, report }) {
    if (isGivenUp(node)) return;
    if (node.kind === 'metric') {
      const fault = faultOf(plan, { node, metric: node, goals: node.propertiesOf('Goal'), elsewhere: [] });
      if (fault) report({ node, ...fault });
      return;
    }
    // A guardrail holds a line, and what a milestone expects is on the way.
    for (const aim of node.propertiesOf('AimProperty', 'target')) {
      const metric = metricOf(node, aim);
      if (!metric || isDropped(metric) || metric.declaration.damaged) continue;
      const fault = faultOf(plan, { node, metric, goals: aim.goals, elsewhere: metric.propertiesOf('Goal') });
      if (fault) report({ node, ...fault, related: [{ node: metric, message: `${metric.label} is declared here` }] });
    }
  },
});

interface Aimed {
  /** Where the goals are written. */
  node: PlanNode;
  metric: PlanNode;
  goals: readonly GoalProperty[];
  /** The metric's own goals, which may hold the baseline. */
  elsewhere: readonly GoalProperty[];
}

type Fault = Omit<Report, 'node'>;

function faultOf(plan: Plan, aimed: Aimed): Fault | undefined {
  const { node, metric, goals, elsewhere } = aimed;
  const property = goals.find(namesTarget);
  const goal = property && goalOf(property);
  if (!property || !goal) return undefined;
  const baseline = amountOf([...goals, ...elsewhere].find(({ from }) => from)?.from);
  const say = (what: string, fix?: ProposedFix): Fault => ({
    at: property,
    message: `${metric.label} ${what}`,
    fixes: () => (fix ? [fix] : []),
  });
  switch (goal.kind) {
    case 'between':
      if (!exceeds(goal.low, goal.high)) return undefined;
      return say(`should lie between ${goal.low.text} and ${goal.high.text}, where nothing lies`, {
        title: `write between ${goal.high.text} and ${goal.low.text}`,
        safe: true,
        edits: swapped(node, property.low, property.high),
      });
    case 'up':
    case 'down': {
      if (isPlaceholder(goal.by)) return undefined;
      if (goal.by.value === 0) return say(`should go ${goal.kind} ${goal.by.text}, which is no change`);
      const turned = `${goal.kind === 'up' ? 'down' : 'up'} ${goal.by.text.replace(/^[-+]/, '')}`;
      const turn = { title: `write ${turned}`, safe: false, edits: [replace(node, property, turned)] };
      if (goal.by.value < 0) return say(`should go ${goal.kind} ${goal.by.text}, which is ${turned}`, turn);
      return against(plan, metric, goal.kind, property, `go ${goal.kind} ${goal.by.text}`, turn);
    }
    case 'fromTo': {
      if (!baseline || !goal.to) return undefined;
      const up = exceeds(goal.to, baseline);
      const down = exceeds(baseline, goal.to);
      if (equals(baseline, goal.to)) return say(`starts at ${baseline.text}, which is its target already`);
      if (!up && !down) return undefined;
      const swap =
        property.from && property.to
          ? {
              title: `write from ${goal.to.text} to ${baseline.text}`,
              safe: false,
              edits: swapped(node, property.from, property.to),
            }
          : undefined;
      return against(plan, metric, up ? 'up' : 'down', property, `go from ${baseline.text} to ${goal.to.text}`, swap);
    }
    case 'atLeast':
    case 'atMost': {
      const isFloor = goal.kind === 'atLeast';
      const [over, under] = isFloor ? [baseline, goal.value] : [goal.value, baseline];
      // To hold what one has is a goal too: from 40, at least 40.
      if (!over || !under || !baseline || !exceeds(over, under)) return undefined;
      const other = `at ${isFloor ? 'most' : 'least'} ${goal.value.text}`;
      return say(
        `starts at ${baseline.text}, and ${isFloor ? 'at least' : 'at most'} ${goal.value.text} is true already`,
        { title: `write ${other}`, safe: false, edits: [replace(node, property, other)] },
      );
    }
  }
}

/** The wrong way for what the vocabulary knows of the metric: a heuristic, so never more than a warning. */
function against(
  plan: Plan,
  metric: PlanNode,
  direction: 'up' | 'down',
  at: GoalProperty,
  goal: string,
  fix: ProposedFix | undefined,
): Fault | undefined {
  const known = classificationOf(plan, metric);
  if (!known?.entry.better || known.entry.better === direction) return undefined;
  // Fewer leads or posts may be meant; less revenue is not. A "reduction" turns the direction round.
  if (direction === 'down' && known.entry.kind !== 'outcome') return undefined;
  if (SPEAKS_OF_CHANGE.test(metric.title ?? metric.name ?? '')) return undefined;
  const better = direction === 'up' ? 'falls' : 'rises';
  return {
    at,
    severity: 'warning',
    message: `${metric.label} should ${goal}, but it gets better when it ${better}`,
    fixes: () => [fix],
  };
}

const SPEAKS_OF_CHANGE =
  /reduc|decreas|declin|drop|fall|sav(?:ed|ing)|lower|less|fewer|cut|change|improve|prevent|avoid/i;

function exceeds(a: Amount, b: Amount): boolean {
  return isKnown(a) && isKnown(b) && isSameUnit(a, b) && a.value > b.value;
}

function equals(a: Amount, b: Amount): boolean {
  return isKnown(a) && isKnown(b) && isSameUnit(a, b) && a.value === b.value;
}

/** Money beside a percentage compares with nothing. */
function isSameUnit(a: KnownAmount, b: KnownAmount): boolean {
  return a.unit === b.unit && a.currency === b.currency;
}

function isKnown(amount: Amount): amount is KnownAmount {
  return !isPlaceholder(amount);
}

function swapped(node: PlanNode, a: AmountLiteral | undefined, b: AmountLiteral | undefined): ProposedFix['edits'] {
  return a && b ? [replace(node, a, b.literal), replace(node, b, a.literal)] : [];
}
