/** A decision without its day or its reason. */

import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'communication/incomplete-decision',
  severity: 'error',
  why: 'a decision without a day and a reason is decided again as soon as somebody new asks',
  kinds: ['decision'],
  judge(node, { plan, today, report }) {
    const noDay = !node.has('on');
    const noReason = !node.text('why');
    if (!noDay && !noReason) return;
    const what = [...(noDay ? ['when'] : []), ...(noReason ? ['why'] : [])].join(' or ');
    const edits = [insertProperty(plan, node, `on ${today}`)];
    report({
      node,
      message: `${node.label} does not say ${what} it was decided`,
      // The reason is in somebody's head.
      fixes: () =>
        noReason ? [] : [{ title: `say that it was decided on ${today}`, safe: false, manual: true, edits }],
    });
  },
});
