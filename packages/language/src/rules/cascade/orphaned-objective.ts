/** An objective that serves no bet and no frame, and is not run-the-business work. */

import { candidateParents, isOrphan } from '../../model/candidates.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';
import { advanceOneOf } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/orphaned-objective',
  severity: 'error',
  killer: 'K5',
  why: 'a quarter that was planned apart from the year spends people and money on something nobody chose',
  kinds: ['objective'],
  judge(node, { plan, report }) {
    if (!isOrphan(node)) return;
    report({
      node,
      message: `${node.label} advances no bet of the year`,
      fixes: () => [
        ...advanceOneOf(plan, node, candidateParents(plan, node)),
        {
          title: 'mark it as run-the-business work',
          safe: false,
          manual: true,
          edits: [insertProperty(plan, node, 'run', ['quarter'])],
        },
      ],
    });
  },
});
