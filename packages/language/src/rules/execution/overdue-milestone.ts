/** A month that is over, and a milestone of which nobody said whether it was met. */

import { daysFor, dueText } from '../../model/deadlines.ts';
import { expectationsOf } from '../../model/expectations.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed, stateOf } from '../../model/states.ts';
import { addDays } from '../../values/calendar.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

/** Numbers of a month are counted in the first days of the next one. Days. */
const GRACE = 5;

/** When the quarter itself has been over for three weeks, its outcome counts and no longer its months. Days. */
const MEMORY = 21;

export default nodeRule({
  name: 'execution/overdue-milestone',
  severity: 'error',
  why: 'a milestone is the earliest sign that the quarter is in trouble, if somebody looks at it',
  kinds: ['milestone'],
  judge(node, { plan, today, report }) {
    const state = stateOf(node);
    if (state && state.key !== 'moved') return;
    const { parent } = node;
    // The outcome of the quarter is known: what its months were is history.
    if (parent && isClosed(parent)) return;
    const due = daysFor(plan, node);
    const end = (parent && plan.periodOf(parent)?.last) ?? due?.last;
    if (!due || !end || today <= addDays(due.last, GRACE) || today > addDays(end, MEMORY)) return;
    const reached = isReached(plan, node, due.last);
    report({
      node,
      message: reached
        ? `${node.label} reached its numbers, and nothing says that it was met`
        : `${node.label} was due in ${dueText(plan, node)}, and nothing says whether it was met`,
      young: plan.quarterOf(node) ?? true,
      fixes: () => [met(plan, node, due.last, reached)],
    });
  },
});

function isReached(plan: Plan, node: PlanNode, day: string): boolean {
  const expected = expectationsOf(plan, node, day);
  return expected.length > 0 && expected.every(({ reached }) => reached === true);
}

function met(plan: Plan, node: PlanNode, day: string, reached: boolean): ProposedFix {
  const own = node.declaration.properties.map(({ key }) => key);
  const edits = [insertProperty(plan, node, `met ${day}`, own)];
  return { title: `mark it met on ${day}`, safe: false, manual: !reached, edits };
}
