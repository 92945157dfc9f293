/** A frame that does not say what is true today. */

import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'cascade/missing-diagnosis',
  severity: 'warning',
  killer: 'K5',
  why: 'bets that answer no diagnosis are a list of wishes',
  kinds: ['frame'],
  judge(node, { report }) {
    if (node.text('diagnosis') || isClosed(node)) return;
    const blank = node.property('diagnosis');
    report({
      node,
      ...(blank && { at: blank }),
      message: `${node.label} has no diagnosis of what is true today`,
      young: true,
    });
  },
});
