/** A known gap of a platform that nothing in the plan closes. */

import { isWorkedOn } from '../../model/platforms.ts';
import { keywordOf } from '../../model/records.ts';
import { insertProperty, quoted } from '../edits.ts';
import { nodeRule } from '../rule.ts';

const QUESTION = 'Who teaches whom what, and by when';

export default nodeRule({
  name: 'resources/unaddressed-gap',
  severity: 'warning',
  why: 'a gap that is only written down is worked around by hand, every day',
  kinds: ['platform'],
  judge(node, { plan, report }) {
    if (isWorkedOn(node)) return;
    for (const gap of node.propertiesOf('GapProperty')) {
      const { layer } = gap;
      if (!layer || (layer === 'skills' && node.text('training'))) continue;
      report({
        node,
        at: { start: gap.start, end: keywordOf(gap).end },
        message: `${node.label} has a ${layer} gap, and nothing in the plan closes it`,
        fixes: () =>
          layer === 'skills'
            ? [
                {
                  title: 'add a training to fill in',
                  safe: false,
                  manual: true,
                  edits: [insertProperty(plan, node, `training ${quoted(QUESTION)}`, ['gap'])],
                },
              ]
            : [],
      });
    }
  },
});
