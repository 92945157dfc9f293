/** A commitment that advances nothing and is not run-the-business work. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { touches } from '../../values/calendar.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'cascade/orphaned-commitment',
  severity: 'error',
  killer: 'K5',
  why: 'work that advances nothing is how a strategy dies unnoticed',
  kinds: ['commitment'],
  judge(node, { plan, report }) {
    if (node.parents.length > 0 || node.has('advances') || node.has('run') || node.scope) return;
    report({
      node,
      message: `${node.label} advances no milestone`,
      fixes: () => [
        ...milestonesOf(plan, node).map((milestone) => ({
          title: `advance ${milestone.label} (${milestone.name}), a milestone of its month`,
          safe: false,
          edits: [insertProperty(plan, node, `advances ${referenceTo(plan, milestone)}`, ['dri'])],
        })),
        { title: 'mark it as run-the-business work', safe: false, edits: [insertProperty(plan, node, 'run', ['dri'])] },
      ],
    });
  },
});

/** Named milestones whose month the commitment's week touches, those of the same person first. */
function milestonesOf(plan: Plan, node: PlanNode): PlanNode[] {
  const week = plan.periodOf(node);
  if (!week) return [];
  return plan
    .nodesOf('milestone')
    .filter((milestone) => {
      const month = plan.periodOf(milestone);
      return milestone.name !== undefined && month && touches(month, week);
    })
    .sort((a, b) => Number(b.dri === node.dri) - Number(a.dri === node.dri))
    .slice(0, 3);
}

/** The simple name where it is unique, else the path. */
function referenceTo(plan: Plan, node: PlanNode): string {
  return plan.names.bearersOf(node.name as string).size === 1 ? (node.name as string) : node.path;
}
