/** A commitment that advances nothing and is not run-the-business work. */

import { candidateParents, isOrphan } from '../../model/candidates.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';
import { advanceOneOf } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/orphaned-commitment',
  severity: 'error',
  killer: 'K5',
  why: 'work that advances nothing is how a strategy dies unnoticed',
  kinds: ['commitment'],
  judge(node, { plan, report }) {
    if (!isOrphan(node)) return;
    report({
      node,
      message: `${node.label} advances no milestone`,
      fixes: () => [
        // Without its week any milestone of any month would be a guess.
        ...(plan.periodOf(node) ? advanceOneOf(plan, node, candidateParents(plan, node), ['dri']) : []),
        {
          title: 'mark it as run-the-business work',
          safe: false,
          manual: true,
          edits: [insertProperty(plan, node, 'run', ['dri'])],
        },
      ],
    });
  },
});
