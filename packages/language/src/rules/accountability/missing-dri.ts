/** An outcome, a promise or a gate for which nobody is responsible. */

import { shortestPath } from '../../model/paths.ts';
import { likelyDris, personName } from '../../model/people.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

const MAX_CHOICES = 3;

/** Where a careful author writes `dri`: after what says when and for what. A commitment begins with its person. */
const BEFORE_DRI = ['year', 'quarter', 'month', 'week', 'advances', 'on', 'kind', 'market'];

export default nodeRule({
  name: 'accountability/missing-dri',
  severity: 'error',
  killer: 'K3',
  why: 'what nobody answers for is the first thing to be dropped',
  // A bet is carried by its frame's DRI and by those of its objectives.
  kinds: ['frame', 'objective', 'milestone', 'commitment', 'program', 'platform', 'gate', 'decision'],
  judge(node, { plan, report }) {
    if (node.has('dri')) return;
    report({
      node,
      message: `${node.label} has no DRI`,
      fixes: () =>
        likelyDris(plan, node)
          .slice(0, MAX_CHOICES)
          .map((owner, _index, owners) => ({
            title: `make ${personName(owner)} the DRI`,
            safe: false,
            // Who answers for something is never guessed.
            manual: owners.length > 1,
            edits: [
              insertProperty(
                plan,
                node,
                `dri ${shortestPath(plan, owner, ['owner'])}`,
                node.kind === 'commitment' ? [] : BEFORE_DRI,
              ),
            ],
          })),
    });
  },
});
