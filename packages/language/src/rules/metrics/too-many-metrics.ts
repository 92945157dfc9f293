/** A quarter that is measured by so many numbers that nobody sees the picture. */

import { measuresOf } from '../../model/metrics.ts';
import { isDropped } from '../../model/states.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'metrics/too-many-metrics',
  severity: 'info',
  why: 'a dashboard that shows everything tells nothing',
  kinds: ['objective'],
  // Five objectives with five metrics each: E. R. Miller, "The Marketing Execution Gap".
  options: { max: 25 },
  groups: (node, { plan }) => (isDropped(node) ? undefined : plan.quarterOf(node)),
  decides: (node) => measuresOf(node).map(({ metric }) => metric),
  judgeGroup(members, quarter, { option, report }) {
    const metrics = new Set(members.flatMap((node) => measuresOf(node)).map(({ metric }) => metric));
    const max = option<number>('max');
    const [node] = members;
    if (!node || metrics.size <= max) return;
    report({ node, message: `${quarter} is measured by ${metrics.size} metrics; a picture needs no more than ${max}` });
  },
});
