/** A cadence in which nothing may be decided. */

import { rhythmOf } from '../../model/rhythm.ts';
import { insertProperty, quoted } from '../edits.ts';
import { MEETINGS } from '../meetings.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'rhythm/meeting-without-decision',
  severity: 'warning',
  killer: 'K2',
  why: 'a meeting that decides nothing retells the past to people who could have read it',
  kinds: ['cadence'],
  judge(node, { plan, report }) {
    if (node.texts('decides').some(({ value }) => value.trim())) return;
    const blank = node.property('decides');
    report({
      node,
      ...(blank && { at: blank }),
      message: `${node.label} decides nothing`,
      fixes: () => {
        const rhythm = rhythmOf(node);
        if (blank || !rhythm || rhythm === 'yearly') return [];
        const { decides } = MEETINGS[rhythm];
        const edit = insertProperty(plan, node, `decides ${quoted(decides)}`, ['every', 'chair', 'attend', 'reviews']);
        return [{ title: `let it decide ${quoted(decides)}`, safe: false, edits: [edit] }];
      },
    });
  },
});
