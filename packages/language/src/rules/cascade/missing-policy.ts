/** A frame that does not say what guides the choices of the year. */

import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'cascade/missing-policy',
  severity: 'warning',
  killer: 'K5',
  why: 'without a policy the bets are a to-do list, and nobody knows what to turn down',
  kinds: ['frame'],
  judge(node, { report }) {
    if (node.text('policy') || isClosed(node)) return;
    const blank = node.property('policy');
    report({
      node,
      ...(blank && { at: blank }),
      message: `${node.label} has no policy that guides the choices of the year`,
      young: true,
    });
  },
});
