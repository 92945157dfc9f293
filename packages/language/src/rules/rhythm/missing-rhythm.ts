/** A plan that nobody meets to look at every week, month and quarter. */

import { referenceTo } from '../../model/candidates.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { rhythmOf } from '../../model/rhythm.ts';
import { insertAfter, quoted } from '../edits.ts';
import { MEETINGS, type Meeting } from '../meetings.ts';
import { groupRule } from '../rule.ts';

const WANTED = ['weekly', 'monthly', 'quarterly'] as const;

export default groupRule({
  name: 'rhythm/missing-rhythm',
  severity: 'error',
  killer: 'K2',
  why: 'without a fixed day to look at it, drift shows only when the quarter is lost',
  kinds: ['frame', 'objective', 'cadence'],
  evenDamaged: true,
  groups: () => 'plan',
  decides: ({ kind, declaration }) => (kind === 'cadence' ? declaration : kind),
  judgeGroup(members, _group, { plan, report }) {
    const node = members.find(({ kind }) => kind === 'frame') ?? members.find(({ kind }) => kind === 'objective');
    // A meeting that is being written may well be the missing one.
    if (!node || members.some(({ kind, declaration }) => kind === 'cadence' && declaration.damaged)) return;
    const held = new Set(members.map((member) => (member.kind === 'cadence' ? rhythmOf(member) : undefined)));
    const missing = WANTED.filter((rhythm) => !held.has(rhythm));
    if (missing.length === 0) return;
    const listed = missing.join(', ').replace(/, (\w+)$/, ' or $1');
    report({
      node,
      message: `${node.label} has no ${listed} review`,
      young: true,
      fixes: () => [
        {
          title: missing.length === 1 ? `add a ${missing[0]} review` : `add the ${missing.length} missing reviews`,
          safe: false,
          edits: [
            insertAfter(
              plan,
              outermost(node),
              missing.flatMap((rhythm) => ['', ...written(plan, node, MEETINGS[rhythm])]),
            ),
          ],
        },
      ],
    });
  },
});

function outermost(node: PlanNode): PlanNode {
  let top = node;
  while (top.outer) top = top.outer;
  return top;
}

function written(plan: Plan, { dri }: PlanNode, { name, title, every, reviews, decides }: Meeting): string[] {
  let free = name;
  for (let count = 2; plan.names.bearersOf(free).size > 0; count++) free = `${name}_${count}`;
  return [
    `cadence ${free} ${quoted(title)} {`,
    `  ${every}`,
    ...(dri?.name === undefined ? [] : [`  chair ${referenceTo(plan, dri)}`]),
    `  reviews ${reviews.join(', ')}`,
    `  decides ${quoted(decides)}`,
    '}',
  ];
}
