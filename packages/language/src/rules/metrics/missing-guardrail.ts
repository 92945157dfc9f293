/** A quarter of which nothing says what must not get worse on the way. */

import type { PlanNode } from '../../model/node.ts';
import { isClosed } from '../../model/states.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'metrics/missing-guardrail',
  severity: 'info',
  why: 'a number that is pushed without a limit is reached at the cost of another one',
  kinds: ['objective'],
  evenDamaged: true,
  groups: (node, { plan }) => plan.quarterOf(node),
  decides: (node) => [isClosed(node), node.declaration.damaged, hasGuardrail(node)],
  judgeGroup(members, quarter, { plan, report }) {
    // In a plan that has only just begun there is more important work.
    if (plan.isYoung(quarter)) return;
    const open = members.filter((node) => !isClosed(node));
    const [first, ...others] = open;
    if (!first || open.some((node) => node.declaration.damaged || hasGuardrail(node))) return;
    const subject =
      others.length === 0 ? `${first.label} has no guardrail` : `no objective of ${quarter} has a guardrail`;
    report({ node: first, message: subject });
  },
});

function hasGuardrail(node: PlanNode): boolean {
  return node.propertiesOf('AimProperty', 'guardrail').length > 0;
}
