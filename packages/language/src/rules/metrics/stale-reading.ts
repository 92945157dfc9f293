/** A metric that is read every week or month by its own words, and was not. */

import { aimsAt, isGivenUp, measuredBy, type Reading, readingsOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { statedPeriod } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import { patienceOf, readRhythmOf } from '../../model/reading-rhythm.ts';
import { isClosed } from '../../model/states.ts';
import { daysBetween, rangeOf } from '../../values/calendar.ts';
import { nodeRule, type RuleContext } from '../rule.ts';

export default nodeRule({
  name: 'metrics/stale-reading',
  severity: 'warning',
  why: 'an old number is believed like a new one',
  kinds: ['metric', 'frame', 'bet', 'objective', 'milestone', 'program', 'platform'],
  judge(node, context) {
    const { plan, today, report } = context;
    if (node.kind === 'metric') {
      // Inside another declaration it is judged with the others there.
      if (measuredBy(node) || !aimsAt(node).some(({ by }) => isUnderWay(plan, by, today))) return;
      const stale = staleReading(plan, node, today);
      if (stale) speak(node, stale, context);
      return;
    }
    if (!isUnderWay(plan, node, today)) return;
    const all = node.innerOf('metric').flatMap((metric) => {
      const reading = metric.declaration.damaged ? undefined : staleReading(plan, metric, today);
      return reading ? [{ metric, reading }] : [];
    });
    const [first, ...others] = all;
    if (first && others.length === 0) speak(first.metric, first.reading, context);
    else if (first) {
      report({
        node,
        message: `${node.label} has ${all.length} metrics that nobody read in time`,
        related: all.map(({ metric, reading }) => ({
          node: metric,
          at: reading.on,
          message: `${metric.label} was last read on ${reading.date}`,
        })),
      });
    }
  },
});

function speak(metric: PlanNode, { on, date }: Reading, { today, report }: RuleContext): void {
  const age = daysBetween(date, today);
  report({
    node: metric,
    at: on,
    message: `${metric.label} is read ${readRhythmOf(metric)}, and its last reading is ${age} days old`,
  });
}

/** The last reading, if it is too old. What was never read is for metrics/unread-leading-indicator to say. */
function staleReading(plan: Plan, metric: PlanNode, today: string): Reading | undefined {
  const patience = patienceOf(metric);
  if (patience === undefined || isGivenUp(metric)) return undefined;
  const last = readingsOf(metric, plan.config.calendar).findLast(
    ({ date, value }) => date <= today && value.literal !== 'TBD',
  );
  return last && daysBetween(last.date, today) > patience ? last : undefined;
}

function isUnderWay(plan: Plan, node: PlanNode, today: string): boolean {
  const stated = statedPeriod(node);
  if (!stated || isClosed(node)) return false;
  const { first, last } = rangeOf(stated.period, plan.config.calendar);
  return first <= today && today <= last;
}
