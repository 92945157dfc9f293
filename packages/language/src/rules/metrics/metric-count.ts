/** An objective with too few metrics to give a picture, or too many to look at. */

import { unknownTargetsOf, yardsticksOf } from '../../model/metrics.ts';
import { isDropped } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/metric-count',
  severity: 'warning',
  killer: 'K4',
  why: 'a few numbers side by side show whether the strategy works, while one misleads and a dozen hide it',
  kinds: ['objective'],
  judge(node, { plan, config, report }) {
    if (isDropped(node)) return;
    const count = yardsticksOf(node).length + unknownTargetsOf(node).length;
    const [least, most] = config.limits.metrics;
    // That there is none is for metrics/unmeasured-objective to say.
    if (count === 0 || (count >= least && count <= most)) return;
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    const counted = `${node.label} has ${count} ${count === 1 ? 'metric' : 'metrics'}`;
    if (count > most) report({ node, message: `${counted}; ${wanted} are enough` });
    else report({ node, message: `${counted}; ${wanted} make a picture`, young: plan.quarterOf(node) ?? true });
  },
});
