/** A commitment or milestone that advances something more than one level above it. Judged at the parent, which sees what it has. */

import { fittingParents, titleAndName } from '../../model/candidates.ts';
import { hasMilestone, skipsLevel } from '../../model/gap.ts';
import { factsOf } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';
import { freshName, periodBetween, repoint, scaffold, spoken, together } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/skipped-level',
  severity: 'error',
  killer: 'K5',
  why: 'nobody can tell in time whether the level above is in trouble',
  kinds: ['frame', 'bet', 'objective'],
  judge(parent, { plan, report }) {
    // With no milestone at all the objective is at fault, and cascade/execution-dies-here says so once.
    if (parent.kind === 'objective' && (!hasMilestone(parent) || parent.has('run'))) return;
    for (const child of parent.children) {
      if (child.parent !== parent || !isLower(child) || !skipsLevel(child)) continue;
      const level = child.kind === 'commitment' ? 'milestone' : 'objective';
      report({
        node: child,
        at: child.linksOf('advances').find(({ target }) => target === parent)?.reference ?? child.place,
        message: `${child.label} advances ${factsOf(parent.kind).noun}, with no ${level} between`,
        related: [{ node: parent, message: `${parent.label} is ${factsOf(parent.kind).noun}` }],
        fixes: () => [...existing(plan, child, parent, level), inserted(plan, child, parent)],
      });
    }
  },
});

function isLower(node: PlanNode): boolean {
  return node.kind === 'commitment' || node.kind === 'milestone';
}

/** What already stands between them and fits the child's period. */
function existing(plan: Plan, child: PlanNode, parent: PlanNode, level: 'milestone' | 'objective'): ProposedFix[] {
  const between = plan.remember(`each ${level} beneath ${parent.file} ${parent.key}`, () =>
    plan.nodesOf(level).filter((node) => plan.ancestors(node).includes(parent)),
  );
  return fittingParents(plan, child, between)
    .slice(0, 3)
    .map((node) => ({
      title: `advance ${titleAndName(plan, node)}`,
      safe: false,
      edits: [repoint(plan, child, parent, node)],
    }));
}

/** One level that is missing is one declaration to add; two of them are for a person to think about. */
function inserted(plan: Plan, child: PlanNode, parent: PlanNode): ProposedFix | undefined {
  const kind = child.kind === 'milestone' ? 'objective' : 'milestone';
  if (kind === 'milestone' && parent.kind !== 'objective') return undefined;
  const period = periodBetween(plan, child, parent, kind === 'milestone' ? 'month' : 'quarter');
  if (!period) return undefined;
  const name = freshName(plan, parent, period);
  const noun = factsOf(kind).noun;
  return together(`add ${noun} for ${spoken(period)} to ${parent.label} and advance that`, [
    scaffold(plan, parent, kind, period, { name }),
    repoint(plan, child, parent, name),
  ]);
}
