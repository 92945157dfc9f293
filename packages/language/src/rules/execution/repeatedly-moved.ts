/** Work that is put off again and again. */

import { dueText } from '../../model/deadlines.ts';
import { keywordOf } from '../../model/records.ts';
import { stateOf } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'execution/repeatedly-moved',
  severity: 'warning',
  killer: 'B',
  why: 'what is moved again and again is blocked, too big, or not wanted, and the plan does not say which',
  kinds: ['commitment', 'milestone'],
  options: { most: 1 },
  judge(node, { plan, option, report }) {
    const state = stateOf(node);
    if (state?.key !== 'moved') return;
    const moves = node.propertiesOf('StateProperty', 'moved');
    if (moves.length <= option<number>('most')) return;
    const times = moves.length === 2 ? 'twice' : `${moves.length} times`;
    report({
      node,
      at: { start: state.start, end: (state.to ?? keywordOf(state)).end },
      message: `${node.label} has been moved ${times}, now to ${dueText(plan, node)}`,
      related: moves.slice(0, -1).map((move) => ({
        node,
        at: move,
        message: move.reason ? `the reason then: ${move.reason.value}` : 'without a reason',
      })),
    });
  },
});
