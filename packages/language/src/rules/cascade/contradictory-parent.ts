/** A declaration that stands in one block and says that it advances another. */

import { referenceTo } from '../../model/candidates.ts';
import type { PlanNode } from '../../model/node.ts';
import { removeProperty, replace } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'cascade/contradictory-parent',
  severity: 'error',
  killer: 'K5',
  why: 'two places in the plan count on it, and only one of them knows',
  kinds: ['bet', 'objective', 'milestone', 'commitment', 'program'],
  judge(node, { plan, report }) {
    const { scope } = node;
    const links = node.linksOf('advances');
    const [first] = links;
    if (!scope || !first || !node.parents.includes(scope)) return;
    // What is not understood may well mean the block around it.
    if (links.some(({ target }) => !target)) return;
    // An objective in a bet that advances the bet's own frame says nothing against the bet, and a commitment in an objective
    // that advances one of its milestones serves both.
    if (links.some(({ target }) => target && agrees(target, scope))) return;
    const advanced = first.target as PlanNode;
    report({
      node,
      at: first.reference,
      message: `${node.label} stands in ${scope.label} but advances ${advanced.label}`,
      related: [{ node: scope, message: `${node.label} stands in this ${scope.kind}` }],
      fixes: () => [
        { title: `keep it in ${scope.label} alone`, safe: false, edits: [removeProperty(plan, node, first.property)] },
        scope.name === undefined
          ? undefined
          : {
              title: 'let it advance both',
              safe: false,
              edits: [
                replace(
                  node,
                  { start: first.reference.start, end: first.reference.start },
                  `${referenceTo(plan, scope)}, `,
                ),
              ],
            },
      ],
    });
  },
});

function agrees(advanced: PlanNode, scope: PlanNode): boolean {
  return advanced === scope || scope.parents.includes(advanced) || advanced.parents.includes(scope);
}
