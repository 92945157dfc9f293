/** A decision about something that its DRI neither answers for nor is asked about. */

import type { Span } from '../../finding.ts';
import { answering, isTop } from '../../model/authority.ts';
import { rightsGivenBy } from '../../model/decisions.ts';
import type { PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import { personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { replace } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

export default groupRule({
  name: 'communication/decision-beyond-authority',
  severity: 'error',
  killer: 'K3',
  why: 'a decision by somebody who has no right to it binds nobody',
  kinds: ['decision', 'owner', 'frame', 'bet', 'objective', 'milestone', 'program', 'platform', 'gate'],
  // A person with their own decisions, with what they answer for, and with all that escalates or reports to them.
  groups(node) {
    const own = node.kind === 'owner' ? [node, ...node.targets('reports')] : answering(node);
    return [...new Set([...own, ...(node.kind === 'decision' ? [] : node.targets('escalates'))])].map(
      ({ identity }) => identity,
    );
  },
  judgeGroup(members, person, { plan, report }) {
    const around = new Set(members);
    for (const node of members) {
      const { dri } = node;
      if (node.kind !== 'decision' || !dri || dri.identity !== person || holdsWide(dri, members)) continue;
      const targets = node.targets('affects').filter((target) => answering(target).length > 0);
      const [beyond] = targets;
      const link = node.linksOf('dri')[0];
      // One part of it that is theirs is reason enough to have been at the table.
      if (!beyond || !link || targets.some((target) => isWithin(target, around))) continue;
      const others = answering(beyond);
      report({
        node,
        at: link.reference,
        message: `${personName(dri)} decides ${node.label}, and does not answer for what it changes`,
        related: [{ node: beyond, message: `${others.map(personName).join(' and ')} answers for ${beyond.label}` }],
        fixes: () => [handOver(plan, node, others[0], link.reference)],
      });
    }
  },
});

/** Stands above the plan, answers for a frame, or holds rights of their own, which may be meant. */
function holdsWide(person: PlanNode, members: readonly PlanNode[]): boolean {
  return (
    isTop(person, members) ||
    rightsGivenBy(person).length > 0 ||
    members.some((node) => node.kind === 'frame' && answering(node).includes(person))
  );
}

/** They answer for it or for what it advances, it escalates to them, or whoever answers for it does; or nobody can read that. */
function isWithin(target: PlanNode, around: ReadonlySet<PlanNode>): boolean {
  if (target.declaration.damaged) return true;
  return [target, ...target.parents, ...answering(target)].some((node) => around.has(node));
}

function handOver(plan: Plan, node: PlanNode, person: PlanNode | undefined, at: Span): ProposedFix | undefined {
  const path = person && shortestPath(plan, person, ['owner']);
  if (!person || !path) return undefined;
  const title = `make ${personName(person)} the DRI of the decision`;
  return { title, safe: false, manual: true, edits: [replace(node, at, path)] };
}
