/** Work that needs something which comes later than the work itself is due. */

import { daysFor, dueText } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed, isDropped, movedTo } from '../../model/states.ts';
import { replace } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

const TIMED = ['objective', 'milestone', 'commitment', 'program', 'platform'] as const;

export default groupRule({
  name: 'resources/late-dependency',
  severity: 'warning',
  killer: 'B',
  why: 'what it needs is not there yet when it is due',
  kinds: TIMED,
  // By what is needed: the one that needs it, and the one that is needed.
  groups(node) {
    const needed = node.targets('needs').filter(isTimed);
    if (isNeeded(node)) needed.push(node);
    return needed.length > 0 ? [...new Set(needed)].map(({ identity }) => identity) : undefined;
  },
  judgeGroup(members, group, { plan, report }) {
    const needed = members.find((node) => node.identity === group);
    const comes = needed && daysFor(plan, needed);
    if (!needed || !comes || isClosed(needed)) return;
    for (const node of members) {
      const due = daysFor(plan, node);
      const link = node.linksOf('needs').find(({ target }) => target === needed);
      if (!link || !due || isClosed(node) || isDropped(node) || comes.last <= due.last) continue;
      report({
        node,
        at: link.reference,
        message: `${node.label} needs ${needed.label}, which comes later`,
        related: [
          { node: needed, message: `it is due in ${dueText(plan, needed)}, and not in ${dueText(plan, node)}` },
        ],
        fixes: () => [follow(plan, node, needed)],
      });
    }
  },
});

/** Only a week that stands with the commitment itself moves without taking others along. */
function follow(plan: Plan, node: PlanNode, needed: PlanNode): ProposedFix | undefined {
  const own = plan.periodOf(node);
  const other = plan.periodOf(needed);
  if (!own || !other || own.from !== node || own.period.unit !== other.period.unit || movedTo(node) || movedTo(needed))
    return undefined;
  const edits = [replace(node, own.literal, other.literal.literal)];
  return { title: `move it to ${other.literal.literal}`, safe: false, manual: true, edits };
}

function isNeeded(node: PlanNode): boolean {
  for (const user of node.users)
    for (const { key, target } of user.links) if (target === node && key === 'needs') return true;
  return false;
}

function isTimed({ kind }: PlanNode): boolean {
  return (TIMED as readonly string[]).includes(kind);
}
