/** A frame that does not say what is true today. */

import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';
import { unsaid } from '../unsaid.ts';

export default nodeRule({
  name: 'cascade/missing-diagnosis',
  severity: 'warning',
  killer: 'K5',
  why: 'bets that answer no diagnosis are a list of wishes',
  kinds: ['frame'],
  judge(node, { plan, report }) {
    if (isClosed(node)) return;
    const finding = unsaid(plan, node, OWED);
    if (finding) report({ ...finding, young: true });
  },
});

const OWED = {
  key: 'diagnosis',
  noun: 'a diagnosis',
  missing: 'has no diagnosis of what is true today',
  open: 'leaves its diagnosis of what is true today empty',
} as const;
