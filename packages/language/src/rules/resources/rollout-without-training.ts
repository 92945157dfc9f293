/** A platform that is to be bought, and nobody is to learn it. */

import { insertProperty, quoted } from '../edits.ts';
import { nodeRule } from '../rule.ts';

const QUESTION = 'Who learns what before it opens, and who teaches them';

export default nodeRule({
  name: 'resources/rollout-without-training',
  severity: 'warning',
  why: 'a platform that nobody was taught is used as the old one was',
  kinds: ['platform'],
  judge(node, { plan, report }) {
    const acquire = node.property('acquire');
    if (!acquire || node.text('training')) return;
    const edits = [
      insertProperty(plan, node, `training ${quoted(QUESTION)}`, [
        'acquire',
        'budget',
        'why',
        'selected',
        'used',
        'gap',
      ]),
    ];
    report({
      node,
      at: acquire,
      message: `${node.label} is introduced without a training`,
      fixes: () => [{ title: 'add a training to fill in', safe: false, manual: true, edits }],
    });
  },
});
