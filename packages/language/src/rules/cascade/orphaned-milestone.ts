/** A milestone that is a step towards no objective. */

import { candidateParents, isOrphan } from '../../model/candidates.ts';
import { nodeRule } from '../rule.ts';
import { advanceOneOf } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/orphaned-milestone',
  severity: 'error',
  killer: 'K5',
  why: 'a milestone shows in time that an objective is in trouble, and this one shows it of none',
  kinds: ['milestone'],
  judge(node, { plan, report }) {
    if (!isOrphan(node)) return;
    report({
      node,
      message: `${node.label} advances no objective`,
      fixes: () => advanceOneOf(plan, node, candidateParents(plan, node)),
    });
  },
});
