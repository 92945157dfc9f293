/** A metric that does not say whether it is an activity, an output or an outcome. */

import { claimedKinds, classificationOf, isGivenUp, METRIC_KINDS, withArticle } from '../../model/metrics.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/unclassified-metric',
  severity: 'warning',
  killer: 'K4',
  why: 'a number of unknown kind cannot tell whether something changed or the team was busy',
  kinds: ['metric'],
  judge(node, { plan, report }) {
    // A keyword and perhaps a name: somebody is still writing.
    const justBegun = node.title === undefined && node.declaration.properties.length === 0;
    if (justBegun || isGivenUp(node) || claimedKinds(node).length > 0) return;
    const known = classificationOf(plan, node)?.entry.kind;
    report({
      node,
      message: `${node.label} is marked neither activity nor output nor outcome`,
      fixes: () =>
        (known ? [known] : METRIC_KINDS.toReversed()).map((kind) => ({
          title: `call ${node.label} ${withArticle(kind)}`,
          safe: false,
          edits: [insertProperty(plan, node, kind)],
        })),
    });
  },
});
