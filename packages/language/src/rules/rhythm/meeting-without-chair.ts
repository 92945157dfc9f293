/** A cadence that nobody chairs. */

import { referenceTo } from '../../model/candidates.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'rhythm/meeting-without-chair',
  severity: 'warning',
  killer: 'K2',
  why: 'a meeting that nobody leads is the first to be cancelled',
  kinds: ['cadence'],
  judge(node, { plan, report }) {
    if (node.has('chair') || node.has('dri')) return;
    report({
      node,
      message: `${node.label} has nobody in the chair`,
      fixes: () => {
        const leaders = plan.nodesOf('frame').map(({ dri }) => dri);
        const present = node.targets('attend').filter(({ kind }) => kind === 'owner');
        const people = new Set([...leaders, ...present].filter((owner) => owner?.name !== undefined));
        return [...people].slice(0, 3).map((owner) => ({
          title: `let ${owner?.title ?? owner?.name} chair it`,
          safe: false,
          edits: owner ? [insertProperty(plan, node, `chair ${referenceTo(plan, owner)}`, ['every'])] : [],
        }));
      },
    });
  },
});
