/** A quarter that ended weeks ago, and nobody wrote down what it taught. */

import type { PlanNode } from '../../model/node.ts';
import { understood } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import { addDays, periodsTouching, rangeOf } from '../../values/calendar.ts';
import { formatPeriod, isPeriodFault, parsePeriod } from '../../values/period.ts';
import { insertAfter } from '../edits.ts';
import { groupRule } from '../rule.ts';

/** Three weeks to let the last numbers come in. Days. */
const GRACE = 21;

/** After a year the quarter teaches nothing that the next one has not. Days. */
const MEMORY = 365;

export default groupRule({
  name: 'rhythm/quarter-without-retro',
  severity: 'warning',
  killer: 'K2',
  why: 'teams that skip what a quarter taught repeat its mistakes in a new plan',
  kinds: ['objective', 'retro'],
  evenDamaged: true,
  groups: (node, { plan }) => (node.kind === 'retro' ? quartersCovered(plan, node) : plan.quarterOf(node)),
  decides: ({ kind }) => kind,
  judgeGroup(members, quarter, { plan, today, report }) {
    const period = parsePeriod(quarter);
    const [node] = members;
    if (!node || isPeriodFault(period) || members.some(({ kind }) => kind === 'retro')) return;
    const { last } = rangeOf(period, plan.config.calendar);
    if (today <= addDays(last, GRACE) || today > addDays(last, MEMORY)) return;
    report({
      node,
      message: `${quarter} ended on ${last}, and no retro says what it taught`,
      young: quarter,
      fixes: () => [
        {
          title: `add a retro of ${quarter}`,
          safe: false,
          manual: true,
          edits: [insertAfter(plan, outermost(members.at(-1) as PlanNode), ['', ...written(plan, quarter)])],
        },
      ],
    });
  },
});

/** By its period, or by those of what it covers. */
function quartersCovered(plan: Plan, retro: PlanNode): string[] {
  const { calendar } = plan.config;
  const [covers] = retro.propertiesOf('CoversProperty');
  const own = understood(covers?.period);
  const quarters = own ? periodsTouching('quarter', rangeOf(own, calendar), calendar).map(formatPeriod) : [];
  return [...quarters, ...retro.targets('covers').flatMap((node) => plan.quarterOf(node) ?? [])];
}

function written(plan: Plan, quarter: string): string[] {
  const stem = `${quarter.slice(-2).toLowerCase()}_${quarter.slice(0, 4)}`;
  let name = stem;
  for (let count = 2; plan.names.bearersOf(name).size > 0; count++) name = `${stem}_${count}`;
  return [
    `retro ${name} "Retrospective of ${quarter}" {`,
    `  covers ${quarter}`,
    '  worked "What we would do again"',
    '  failed "What did not come" because "Why, in one sentence"',
    '  lesson "What we do differently from now on"',
    '}',
  ];
}

function outermost(node: PlanNode): PlanNode {
  let top = node;
  while (top.outer) top = top.outer;
  return top;
}
