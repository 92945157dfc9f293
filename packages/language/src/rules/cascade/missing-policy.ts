/** A frame that does not say what guides the choices of the year. */

import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';
import { unsaid } from '../unsaid.ts';

export default nodeRule({
  name: 'cascade/missing-policy',
  severity: 'warning',
  killer: 'K5',
  why: 'without a policy the bets are a to-do list, and nobody knows what to turn down',
  kinds: ['frame'],
  judge(node, { plan, report }) {
    if (isClosed(node)) return;
    const finding = unsaid(plan, node, OWED);
    if (finding) report({ ...finding, young: true });
  },
});

const OWED = {
  key: 'policy',
  noun: 'a policy',
  missing: 'has no policy that guides the choices of the year',
  open: 'leaves its policy empty',
} as const;
