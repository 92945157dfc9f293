/** A frame without its year, an objective without its quarter, a milestone without its month, a commitment without its week. */

import { factsOf } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import { statedPeriod, understood } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped, stateOf } from '../../model/states.ts';
import { addDays, type DateRange, nearestWithin, next, periodOf, rangeOf, touches } from '../../values/calendar.ts';
import { formatPeriod, type Period } from '../../values/period.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

const PERIOD_KEYS = ['year', 'quarter', 'month', 'week'];

/** Enough to choose from at a glance. */
const MOST_CHOICES = 3;

export default nodeRule({
  name: 'cascade/missing-period',
  severity: 'error',
  why: 'what has no date is never late, and no review knows when to ask for it',
  kinds: ['frame', 'objective', 'milestone', 'commitment'],
  judge(node, { plan, today, report }) {
    const unit = factsOf(node.kind).period;
    // One that cannot be read, or has the wrong unit, is for language/invalid-period and cascade/wrong-period to say.
    if (!unit || node.outer?.kind === 'week' || PERIOD_KEYS.some((key) => node.has(key)) || isDropped(node)) return;
    report({
      node,
      message: `${node.label} has no ${unit}`,
      fixes: () =>
        suggestions(plan, node, unit, today).map((period) => ({
          title: `set ${unit} ${formatPeriod(period)}`,
          safe: false,
          edits: [insertProperty(plan, node, `${unit} ${formatPeriod(period)}`, ['advances'])],
        })),
    });
  },
});

type Unit = NonNullable<ReturnType<typeof factsOf>['period']>;

/** What its own facts say; else, within its parent's period, today's and those that follow, months without a milestone first. */
function suggestions(plan: Plan, node: PlanNode, unit: Unit, today: string): Period[] {
  const { calendar } = plan.config;
  const evidence = [
    ...new Set(evidenceOf(plan, node).map((day) => formatPeriod(periodOf(unit, day, calendar)))),
  ].sort();
  if (evidence.length > 0)
    return evidence
      .slice(0, MOST_CHOICES)
      .map((literal) => understood({ literal, start: 0, end: 0 }))
      .filter((period) => period !== undefined);
  const inside = node.parent && plan.periodOf(node.parent);
  const periods = inside
    ? within(unit, inside, today, plan)
    : [periodOf(unit, today, calendar)].flatMap((period) => [period, next(period)]);
  const taken = new Set(
    unit === 'month'
      ? node.parent?.childrenOf('milestone').map((sibling) => statedPeriod(sibling)?.literal.literal)
      : [],
  );
  const free = periods.filter((period) => !taken.has(formatPeriod(period)));
  return (free.length > 0 ? free : periods).slice(0, MOST_CHOICES);
}

/** Days that tell its period: when it was done or met, when what stands beneath it is due. */
function evidenceOf(plan: Plan, node: PlanNode): string[] {
  const on = understood(stateOf(node)?.on);
  const days = on?.unit === 'day' ? [on.date] : [];
  for (const child of node.children) {
    const period = plan.periodOf(child);
    // A week belongs where its Thursday lies.
    if (period) days.push(period.period.unit === 'week' ? addDays(period.first, 3) : period.first);
  }
  return days;
}

function within(unit: Unit, inside: DateRange, today: string, plan: Plan): Period[] {
  const { calendar } = plan.config;
  const first = nearestWithin(unit, { first: today, last: today }, inside, calendar);
  const periods: Period[] = [];
  for (
    let period = first;
    period && periods.length < 12 && touches(rangeOf(period, calendar), inside);
    period = next(period)
  )
    periods.push(period);
  return periods;
}
