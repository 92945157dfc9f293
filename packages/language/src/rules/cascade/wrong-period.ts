/** A month where a quarter belongs, a quarter where a year belongs: each level has a period of its own. */

import { factsOf, type KindFacts } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import { understood } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import type { PropertyOf } from '../../model/records.ts';
import { keywordOf } from '../../model/records.ts';
import { nearestWithin, next, rangeOf, touches } from '../../values/calendar.ts';
import { formatPeriod, type Period } from '../../values/period.ts';
import { removeProperty, replace } from '../edits.ts';
import { nodeRule, type ProposedFix, type Report } from '../rule.ts';

type Unit = NonNullable<KindFacts['period']>;

const UNITS: readonly string[] = ['year', 'quarter', 'month', 'week'] satisfies Unit[];

/** More is no choice but a calendar. */
const MOST_CHOICES = 3;

export default nodeRule({
  name: 'cascade/wrong-period',
  severity: 'error',
  why: 'levels fit into each other only when each keeps to its own length of time',
  kinds: ['frame', 'objective', 'milestone', 'commitment', 'week'],
  judge(node, { plan, today, report }) {
    const wanted = node.kind === 'week' ? 'week' : factsOf(node.kind).period;
    if (!wanted) return;
    for (const property of node.propertiesOf('PeriodProperty')) {
      const period = understood(property.period);
      if (!period || !UNITS.includes(property.key)) continue;
      const fault = faultOf(plan, node, property, period, wanted, today);
      if (fault) report({ node, ...fault });
    }
  },
});

function faultOf(
  plan: Plan,
  node: PlanNode,
  property: PropertyOf<'PeriodProperty'>,
  period: Period,
  wanted: Unit,
  today: string,
): Omit<Report, 'node'> | undefined {
  const literal = property.period;
  if (!literal || (property.key === wanted && period.unit === wanted)) return undefined;
  const subject = node.kind === 'week' ? 'a block of commitments' : node.label;
  if (property.key !== wanted && node.has(wanted)) {
    return {
      at: keywordOf(property),
      message: `${node.label} belongs to a ${wanted}, so its ${property.key} says nothing`,
      fixes: () => [
        {
          title: `remove ${property.key} ${literal.literal}`,
          safe: false,
          edits: [removeProperty(plan, node, property)],
        },
      ],
    };
  }
  if (period.unit === wanted) {
    return {
      at: keywordOf(property),
      message: `${node.label} says "${property.key}", but ${literal.literal} is a ${wanted}`,
      fixes: () => [
        {
          title: `write ${wanted} ${literal.literal}`,
          safe: true,
          edits: [replace(node, keywordOf(property), wanted)],
        },
      ],
    };
  }
  return {
    at: property.key === wanted ? literal : keywordOf(property),
    message: `${subject} belongs to a ${wanted}, but ${literal.literal} is a ${period.unit}`,
    fixes: () => conversions(plan, node, property, period, wanted, today),
  };
}

/** Safe where the period lies within one of the wanted unit; else those from today on, or the first ones. */
function conversions(
  plan: Plan,
  node: PlanNode,
  property: PropertyOf<'PeriodProperty'>,
  period: Period,
  wanted: Unit,
  today: string,
): ProposedFix[] {
  const { calendar } = plan.config;
  const range = rangeOf(period, calendar);
  const choices: Period[] = [];
  const first = nearestWithin(wanted, { first: today, last: today }, range, calendar);
  for (
    let choice = first;
    choice && choices.length < MOST_CHOICES && touches(rangeOf(choice, calendar), range);
    choice = next(choice)
  )
    choices.push(choice);
  const whole = nearestWithin(wanted, range, range, calendar);
  const unique = whole !== undefined && !touches(rangeOf(next(whole), calendar), range);
  return (unique ? [whole] : choices).map((choice) => ({
    title: `write ${wanted} ${formatPeriod(choice)}`,
    safe: unique,
    edits: [replace(node, property, `${wanted} ${formatPeriod(choice)}`)],
  }));
}
