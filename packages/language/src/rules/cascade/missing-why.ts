/** A frame, a bet or an objective that does not say why it matters. */

import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'cascade/missing-why',
  severity: 'warning',
  killer: 'K5',
  why: 'people who do not know the reason choose by what is urgent, not by what matters',
  kinds: ['frame', 'bet', 'objective'],
  judge(node, { plan, report }) {
    // Running the business is its own reason, and what is over needs none any more.
    if (node.text('why') || node.has('run') || isClosed(node)) return;
    const blank = node.property('why');
    report({
      node,
      ...(blank && { at: blank }),
      message: `${node.label} does not say why it matters`,
      // Titles come first when a plan is new, reasons follow.
      young: (node.kind === 'objective' && plan.quarterOf(node)) || true,
    });
  },
});
