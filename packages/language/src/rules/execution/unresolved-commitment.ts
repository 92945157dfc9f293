/** A week that is over, and a promise in it of which nobody said what became of it. */

import { daysFor, dueText } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { stateOf } from '../../model/states.ts';
import { addDays } from '../../values/calendar.ts';
import { insertProperty } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

/** Until Wednesday: the review of the week that follows is where people say how it went. Days. */
const GRACE = 3;

/** Four weeks later nobody remembers, and nothing can be learnt from a guess. Days. */
const MEMORY = 28;

/** More than these are not forgotten promises, but a review that was not held. */
const MOST_SINGLE = 3;

export default groupRule({
  name: 'execution/unresolved-commitment',
  severity: 'error',
  why: 'a promise that nobody asks about again was no promise',
  kinds: ['commitment'],
  groups(node, { plan, today }) {
    const last = daysFor(plan, node)?.last;
    return last && today > addDays(last, GRACE) && today <= addDays(last, MEMORY) ? last : undefined;
  },
  decides: isOpen,
  judgeGroup(members, last, { plan, report }) {
    const open = members.filter(isOpen);
    const [node, ...others] = open;
    if (!node) return;
    if (open.length > MOST_SINGLE || (open.length === members.length && others.length > 0)) {
      const share = open.length === members.length ? `its ${open.length}` : `${open.length} of its ${members.length}`;
      report({
        node,
        message: `${dueText(plan, node)} is over, and nothing says how ${share} commitments went`,
        related: others.map((other) => ({ node: other, message: `${other.label} is another one` })),
        // Where nobody says anything, the words may well be kept elsewhere.
        ...(open.length === members.length && { severity: 'warning' as const }),
        young: plan.quarterOf(node) ?? true,
        fixes: () => [done(plan, node, last)],
      });
      return;
    }
    for (const each of open) {
      report({
        node: each,
        message: `${each.label} was due in ${dueText(plan, each)}, and nothing says how it went`,
        young: plan.quarterOf(each) ?? true,
        fixes: () => [done(plan, each, last)],
      });
    }
  },
});

/** Not a word, or moved to a week that is over, too. Whatever is blocked has had its word. */
function isOpen(node: PlanNode): boolean {
  const state = stateOf(node);
  return state === undefined || state.key === 'moved';
}

/** The Friday of its week: the last day on which people work. */
function done(plan: Plan, node: PlanNode, last: string): ProposedFix {
  const friday = addDays(last, -2);
  const own = node.declaration.properties.map(({ key }) => key);
  return {
    title: `mark ${node.label} done on ${friday}`,
    safe: false,
    manual: true,
    edits: [insertProperty(plan, node, `done ${friday}`, own)],
  };
}
