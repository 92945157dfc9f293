/** A decision that the work needs, and that nobody on its line may take. */

import { decisionsNeededBy, holdersOf, rightsGivenBy, sameRight, within } from '../../model/decisions.ts';
import type { PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import { personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import type { PropertyOf } from '../../model/records.ts';
import { isClosed } from '../../model/states.ts';
import { insertProperty, quoted } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

export default groupRule({
  name: 'accountability/unheld-decision',
  severity: 'error',
  killer: 'K3',
  why: 'work that needs a decision which nobody may take waits for a committee',
  kinds: ['frame', 'bet', 'objective', 'milestone', 'commitment', 'program', 'owner', 'gate', 'platform', 'cadence'],
  groups(node) {
    const given = rightsGivenBy(node);
    const needed = decisionsNeededBy(node);
    if (given.length + needed.length === 0) return undefined;
    return [
      ...given.map(({ value }) => sameRight(value)),
      ...needed.map(({ decision }) => sameRight(decision?.value ?? '')),
    ];
  },
  decides: (node) => [
    isClosed(node),
    // A holder is called by it.
    node.title,
    ...rightsGivenBy(node).map(({ value }) => value),
    ...holdersOf(node),
    ...decisionsNeededBy(node).map(({ decision }) => decision?.value),
    ...within(node),
  ],
  judgeGroup(members, right, { plan, report }) {
    if (!members.some((node) => decisionsNeededBy(node).length > 0)) return;
    const holders = members
      .filter((node) => rightsGivenBy(node).some(({ value }) => sameRight(value) === right))
      .flatMap(holdersOf);
    for (const node of members) {
      if (isClosed(node)) continue;
      for (const property of decisionsNeededBy(node)) {
        if (sameRight(property.decision?.value ?? '') !== right) continue;
        const asked = within(node);
        // Who answers for it is for accountability/missing-dri to say.
        if (asked.length === 0 || holders.some((holder) => asked.includes(holder))) continue;
        const [holder] = holders;
        const text = `"${property.decision?.value.trim()}"`;
        report({
          node,
          at: property,
          message: holder
            ? `${text} rests with ${personName(holder)}, to whom ${node.label} does not escalate`
            : `nobody may decide ${text}, which ${node.label} needs`,
          fixes: () => [holder ? escalate(plan, node, holder) : give(plan, node, property)],
        });
      }
    }
  },
});

function escalate(plan: Plan, node: PlanNode, holder: PlanNode): ProposedFix | undefined {
  const path = shortestPath(plan, holder, ['owner']);
  // A second line of escalation would leave two people to ask.
  if (!path || node.has('escalates')) return undefined;
  const edits = [insertProperty(plan, node, `escalates to ${path}`, ['dri', 'with', 'team', 'decides'])];
  return { title: `escalate to ${personName(holder)}`, safe: false, edits };
}

/** To whom it escalates already; nobody else is asked on the way. */
function give(plan: Plan, node: PlanNode, { decision }: PropertyOf<'NeedsProperty'>): ProposedFix | undefined {
  const above = within(node).find((person) => !node.targets('dri').includes(person));
  if (!above || !decision) return undefined;
  const edits = [
    insertProperty(plan, above, `decides ${quoted(decision.value)}`, ['role', 'team', 'reports', 'email']),
  ];
  return { title: `let ${personName(above)} decide it`, safe: false, manual: true, edits };
}
