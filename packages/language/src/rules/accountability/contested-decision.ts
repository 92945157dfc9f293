/** One right that two people hold over the same ground. */

import { holdersOf, rightsGivenBy, sameRight } from '../../model/decisions.ts';
import { personName } from '../../model/people.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'accountability/contested-decision',
  severity: 'warning',
  killer: 'K3',
  why: 'what two people may decide, each waits for the other to decide',
  // What an objective or program decides, it decides about itself: two with the same words do not meet.
  kinds: ['owner', 'frame', 'bet', 'gate'],
  groups: (node) => rightsGivenBy(node).map(({ value }) => sameRight(value)),
  judgeGroup(members, right, { report }) {
    // Each bet may decide about itself as well.
    const wide = members.filter((node) => node.kind !== 'bet' || members.some((other) => node.parents.includes(other)));
    const [first] = wide;
    const holder = first && holdersOf(first)[0];
    if (!first || !holder) return;
    for (const node of wide) {
      const other = holdersOf(node)[0];
      if (!other || other === holder) continue;
      const text = rightsGivenBy(node).find(({ value }) => sameRight(value) === right);
      report({
        node,
        ...(text && { at: text }),
        message: `${personName(other)} and ${personName(holder)} may both decide "${text?.value.trim()}"`,
        related: [{ node: first, message: `${personName(holder)} may decide it here` }],
      });
    }
  },
});
