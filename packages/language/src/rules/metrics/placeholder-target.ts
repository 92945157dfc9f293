/** A goal that still says TBD: fine while its period lies ahead, a fault once it has begun. */

import { aimsAt, amountsOf, baselineReading, type GoalProperty, measuredBy } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { type ResolvedPeriod, statedPeriod } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import type { AmountLiteral } from '../../model/records.ts';
import { isDropped } from '../../model/states.ts';
import { rangeOf } from '../../values/calendar.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix, type RuleContext } from '../rule.ts';

export default nodeRule({
  name: 'metrics/placeholder-target',
  severity: 'error',
  why: 'a goal that is set after the work began is set to fit the result',
  kinds: ['metric', 'frame', 'bet', 'objective', 'milestone', 'commitment', 'program', 'platform'],
  judge(node, context) {
    if (isDropped(node)) return;
    if (node.kind === 'metric') {
      // Inside another declaration it is judged with that one, whose period counts.
      if (!measuredBy(node)) speak(own(node), firstUse(context.plan, node), context);
      return;
    }
    if (node.inner.length === 0 && !node.links.some(({ property }) => property.type === 'AimProperty')) return;
    const { plan } = context;
    const period = plan.periodOf(node);
    for (const metric of node.innerOf('metric')) {
      if (isDropped(metric) || metric.declaration.damaged) continue;
      speak(own(metric), period, context);
    }
    for (const link of node.links) {
      if (link.property.type !== 'AimProperty' || (link.target && isDropped(link.target))) continue;
      const label = link.target?.label ?? link.reference.path;
      speak({ node, label, metric: link.target, goals: link.property.goals }, period, context);
    }
  },
});

type Begin = Pick<ResolvedPeriod, 'first' | 'literal'>;

/** Goals as they stand somewhere. */
interface Stated {
  node: PlanNode;
  label: string;
  metric?: PlanNode | undefined;
  goals: readonly GoalProperty[];
}

function speak(stated: Stated, period: Begin | undefined, { plan, today, report }: RuleContext): void {
  const { node, label, goals } = stated;
  const at = goals.flatMap(amountsOf).find(({ literal }) => literal === 'TBD');
  if (!at) return;
  const place = { node, at, fixes: () => measured(plan, stated, at) };
  if (period && period.first <= today) {
    report({ ...place, message: `${label} is still TBD, and ${period.literal.literal} began on ${period.first}` });
  } else {
    const begins = period ? `; ${period.literal.literal} begins on ${period.first}` : '';
    report({ ...place, severity: 'info', message: `${label} is TBD${begins}` });
  }
}

/** A shared metric has to be settled when the first of its users begins. */
function firstUse(plan: Plan, metric: PlanNode): Begin | undefined {
  return aimsAt(metric)
    .flatMap(({ by }) => {
      const stated = statedPeriod(by);
      return stated ? [{ ...stated, ...rangeOf(stated.period, plan.config.calendar) }] : [];
    })
    .sort((a, b) => order(a.first, b.first) || order(a.literal.literal, b.literal.literal))[0];
}

/** Only where it stands is known from readings; where it should go is for a person to say. */
function measured(plan: Plan, { node, metric, goals }: Stated, open: AmountLiteral): ProposedFix[] {
  const reading = metric && baselineReading(metric, plan.config.calendar);
  if (!reading || !goals.some((goal) => goal.from === open)) return [];
  return [
    {
      title: `start from ${reading.value.literal}, the reading of ${reading.on.literal}`,
      safe: false,
      edits: [replace(node, open, reading.value.literal)],
    },
  ];
}

function own(metric: PlanNode): Stated {
  return { node: metric, label: metric.label, metric, goals: metric.propertiesOf('Goal') };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
