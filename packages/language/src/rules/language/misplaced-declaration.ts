/** A declaration that stands inside of one that cannot hold it. */

import { factsOf } from '../../model/kinds.ts';
import { moveOut } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'language/misplaced-declaration',
  severity: 'warning',
  why: 'what stands in the wrong block is read as a part of it, and counts for nothing',
  kinds: 'all',
  judge(node, { plan, report }) {
    const { outer, kind } = node;
    // A brace that is missing puts everything after it into the wrong block.
    if (!outer || outer.declaration.damaged || factsOf(outer.kind).holds.includes(kind)) return;
    report({
      node,
      message: `${node.label} is ${factsOf(kind).noun}, which cannot stand inside ${factsOf(outer.kind).noun}`,
      related: [{ node: outer, message: `it stands inside ${outer.label}` }],
      fixes: () => [{ title: `move it out of ${outer.label}`, safe: false, edits: moveOut(plan, node) }],
    });
  },
});
