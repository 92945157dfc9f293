/** Somebody who is gone before what they answer for is due. */

import { answering } from '../../model/authority.ts';
import { daysFor, daysIn } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import { managerOf, personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed } from '../../model/states.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'accountability/departing-dri',
  severity: 'error',
  why: 'on the day it is due, nobody is there to answer for it',
  kinds: ['frame', 'bet', 'objective', 'milestone', 'commitment', 'program'],
  judge(node, { plan, report }) {
    if (isClosed(node)) return;
    const due = daysFor(plan, node)?.last;
    if (due === undefined) return;
    for (const owner of answering(node)) {
      const until = daysIn(owner, 'until', plan.config.calendar)?.last;
      if (until === undefined || until >= due) continue;
      const link = node.linksOf('dri').find(({ target }) => target === owner);
      const leaves = owner.property('until');
      report({
        node,
        ...(link && { at: link.reference }),
        message: `${personName(owner)} leaves on ${until}, and ${node.label} is due on ${due}`,
        related: [{ node: owner, ...(leaves && { at: leaves }), message: 'the day is named here' }],
        fixes: () => successors(plan, node, owner, due),
      });
    }
  },
});

/** Who works on it already, then whom the DRI reports to; nobody who leaves as well. */
function successors(plan: Plan, node: PlanNode, owner: PlanNode, due: string): ProposedFix[] {
  const link = node.linksOf('dri').find(({ target }) => target === owner);
  const people = [...node.targets('with'), managerOf(owner)].filter((person) => person !== undefined);
  return [...new Set(people)].flatMap((person) => {
    const until = daysIn(person, 'until', plan.config.calendar)?.last;
    const path = shortestPath(plan, person, ['owner']);
    if (!link || !path || person === owner || (until !== undefined && until < due)) return [];
    const edits = [replace(node, link.reference, path)];
    return [{ title: `make ${personName(person)} the DRI`, safe: false, manual: true, edits }];
  });
}
