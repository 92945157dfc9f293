/** A gate that may take as long as it likes. */

import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

/** As long as most reviews that people are content with. Days. */
const USUAL = 3;

export default nodeRule({
  name: 'resources/gate-without-limit',
  severity: 'warning',
  killer: 'B',
  why: 'a review without a limit is planned as if it took no time, and takes two weeks',
  kinds: ['gate'],
  judge(node, { plan, report }) {
    const within = node.propertiesOf('WithinProperty')[0];
    if (within?.count) return;
    report({
      node,
      message: `${node.label} has no time limit`,
      young: true,
      fixes: () =>
        within
          ? []
          : [
              {
                title: `let it answer within ${USUAL} days`,
                safe: false,
                manual: true,
                edits: [insertProperty(plan, node, `within ${USUAL} days`, ['kind', 'dri', 'with'])],
              },
            ],
    });
  },
});
