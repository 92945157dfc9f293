/** Less than six weeks of the quarter are left, and no leading metric of an objective was read. */

import { hasUnknownYardstick, quarterOf, readingsOf, yardsticksOf } from '../../model/metrics.ts';
import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/unread-leading-indicator',
  severity: 'error',
  why: 'six weeks before the end the number can still change what you do, and later it can only explain',
  kinds: ['objective'],
  judge(node, { plan, today, report }) {
    const quarter = quarterOf(plan, node);
    if (!quarter || isClosed(node) || hasUnknownYardstick(node)) return;
    if (today <= quarter.sixWeeksBefore || today > quarter.last) return;
    const leading = yardsticksOf(node)
      .map(({ metric }) => metric)
      .filter((metric) => metric.has('leading'));
    const [first, ...others] = leading;
    if (!first) return;
    const isRead = leading.some((metric) =>
      readingsOf(metric, plan.config.calendar).some(
        ({ date, value }) => date >= quarter.first && date <= today && value.literal !== 'TBD',
      ),
    );
    if (isRead) return;
    report({
      node,
      message: `${node.label} has no leading reading, and six weeks before its end was ${quarter.sixWeeksBefore}`,
      related: [first, ...others].map((metric) => ({ node: metric, message: `${metric.label} would tell` })),
      young: plan.quarterOf(node) ?? true,
    });
  },
});
