/** A quarter that ships fewer of its programs on time and to spec than the quarters before it. */

import type { Plan } from '../../model/plan.ts';
import { type Delivery, deliveryOf, executionRateOf, isOnTimeToSpec } from '../../model/programs.ts';
import { quarterOf } from '../../values/calendar.ts';
import { formatPeriod } from '../../values/period.ts';
import { groupRule } from '../rule.ts';

/** A share of one or two says nothing. */
const LEAST_PROGRAMS = 3;

export default groupRule({
  name: 'execution/falling-execution-rate',
  severity: 'warning',
  why: 'the gap between intent and delivery grows quietly, one late program at a time',
  kinds: ['program'],
  options: { points: 15 },
  groups: (node, { plan }) => (deliveryOf(plan, node).due === undefined ? undefined : 'plan'),
  decides(node, { plan }) {
    const { due, shipped, spec, dropped } = deliveryOf(plan, node);
    return [due, shipped, spec, dropped];
  },
  judgeGroup(members, _plan, { plan, today, option, report }) {
    const due = members.map((node) => deliveryOf(plan, node)).filter((delivery) => (delivery.due ?? '') <= today);
    const quarters = Map.groupBy(due, (delivery) => quarterText(plan, delivery));
    const latest = [...quarters.keys()].sort().at(-1);
    if (latest === undefined) return;
    const now = executionRateOf(quarters.get(latest) ?? [], today);
    const before = executionRateOf(
      [...quarters].flatMap(([quarter, deliveries]) => (quarter === latest ? [] : deliveries)),
      today,
    );
    if (now.rate === undefined || before.rate === undefined) return;
    if (now.counted.length < LEAST_PROGRAMS || before.counted.length < LEAST_PROGRAMS) return;
    const points = Math.round((before.rate - now.rate) * 100);
    if (points < option<number>('points')) return;
    const short = now.counted.filter((delivery) => !isOnTimeToSpec(delivery));
    const [first, ...others] = short;
    if (!first) return;
    report({
      node: first.program,
      message: `${percent(now.rate)} of the programs of ${latest} came on time to spec, ${percent(before.rate)} before`,
      related: others.map(({ program }) => ({ node: program, message: `${program.label} fell short, too` })),
    });
  },
});

/** Of the last planned day. */
function quarterText(plan: Plan, { due }: Delivery): string {
  return formatPeriod(quarterOf(due as string, plan.config.calendar));
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)}%`;
}
