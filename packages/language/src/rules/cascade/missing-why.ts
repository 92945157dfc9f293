/** A frame, a bet or an objective that does not say why it matters. */

import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';
import { unsaid } from '../unsaid.ts';

export default nodeRule({
  name: 'cascade/missing-why',
  severity: 'warning',
  killer: 'K5',
  why: 'people who do not know the reason choose by what is urgent, not by what matters',
  kinds: ['frame', 'bet', 'objective'],
  judge(node, { plan, report }) {
    // Running the business is its own reason, and what is over needs none any more.
    // Running the business is its own reason, and what is over needs none any more.
    if (node.has('run') || isClosed(node)) return;
    const finding = unsaid(plan, node, OWED);
    // Titles come first when a plan is new, reasons follow.
    if (finding) report({ ...finding, young: (node.kind === 'objective' && plan.quarterOf(node)) || true });
  },
});

const OWED = {
  key: 'why',
  noun: 'a why',
  missing: 'does not say why it matters',
  open: 'leaves open why it matters',
} as const;
