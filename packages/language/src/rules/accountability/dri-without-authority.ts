/** Somebody who answers for an objective and may decide nothing about it. */

import { answering, isSettled, isTop, peopleAround } from '../../model/authority.ts';
import type { Link } from '../../model/node.ts';
import { personName } from '../../model/people.ts';
import { isClosed } from '../../model/states.ts';
import { insertProperty } from '../edits.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'accountability/dri-without-authority',
  severity: 'warning',
  killer: 'K3',
  why: 'people who cannot decide report on activity, because the outcome is out of their hands',
  kinds: ['objective', 'owner'],
  groups: peopleAround,
  judgeGroup(members, _person, { plan, report }) {
    for (const node of members) {
      if (node.kind !== 'objective' || isClosed(node) || isSettled(node, 'decides')) continue;
      const [owner, ...others] = answering(node);
      if (!owner || isTop(owner, members)) continue;
      const who = others.length > 0 ? 'whoever' : personName(owner);
      report({
        node,
        at: (node.linksOf('dri')[0] as Link).reference,
        message:
          others.length > 0
            ? `nobody who answers for ${node.label} may decide anything`
            : `${who} answers for ${node.label} and may decide nothing`,
        young: plan.quarterOf(node) ?? true,
        fixes: () => [
          {
            title: `let ${others.length > 0 ? 'the DRI' : who} decide what to start and stop for it`,
            safe: false,
            edits: [insertProperty(plan, node, 'decides "what to start and what to stop"', ['dri', 'with', 'team'])],
          },
        ],
      });
    }
  },
});
