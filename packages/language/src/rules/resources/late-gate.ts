/** Work that has fewer days than a gate on its way may take. */

import { daysFor, dueText } from '../../model/deadlines.ts';
import { limitOf } from '../../model/gates.ts';
import { isClosed, stateOf } from '../../model/states.ts';
import { daysBetween } from '../../values/calendar.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'resources/late-gate',
  severity: 'warning',
  killer: 'B',
  why: 'the review alone takes longer than the work has',
  kinds: ['commitment', 'milestone', 'program'],
  judge(node, { plan, today, report }) {
    const days = daysFor(plan, node);
    // What is over, or waits for the gate already, has other things to say.
    if (!days || isClosed(node) || stateOf(node) || days.last < today) return;
    const room = daysBetween(days.first, days.last) + 1;
    for (const link of node.linksOf('needs')) {
      const gate = link.target;
      const limit = gate?.kind === 'gate' ? limitOf(gate) : undefined;
      if (!gate || limit === undefined || limit <= room) continue;
      report({
        node,
        at: link.reference,
        message: `${node.label} has ${room} days in ${dueText(plan, node)}, and ${gate.label} may take ${limit}`,
        related: [{ node: gate, message: `its limit is ${limit} days` }],
      });
    }
  },
});
