/** A frame whose bets and running business were promised more than there is. */

import {
  type Allocation,
  allocationOf,
  held,
  percentText,
  RESOURCES,
  type Resource,
  type Share,
} from '../../model/allocation.ts';
import { isClosed } from '../../model/states.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

/** Percent: shares of thirds and sevenths may add up to a hair more than everything. */
const TOLERANCE = 0.1;

export default nodeRule({
  name: 'resources/over-allocated',
  severity: 'error',
  killer: 'K1',
  why: 'what is promised twice is delivered once, and nobody chose which',
  kinds: ['frame'],
  judge(node, { report }) {
    if (isClosed(node)) return;
    const excessive = RESOURCES.map((resource) => ({ resource, ...allocationOf(node, resource) })).filter(
      ({ bets, runs }) => held([...bets, ...runs]) > 100 + TOLERANCE,
    );
    if (excessive.length === 0) return;
    const promised = excessive.map(
      ({ resource, bets, runs }) => `${percentText(held([...bets, ...runs]))} of its ${resource}`,
    );
    report({
      node,
      message: `${node.label} promises ${promised.join(' and ')}`,
      related: excessive.flatMap(({ resource, bets, runs }) =>
        [...bets, ...runs].flatMap(({ node: holder, literal, percent }) =>
          percent === undefined
            ? []
            : [{ node: holder, at: literal, message: `${percentText(percent)} of the ${resource}` }],
        ),
      ),
      fixes: () => excessive.slice(0, 1).flatMap((allocation) => cuts(allocation)),
    });
  },
});

/** One share gives all that is too much: the running business first, the largest first. */
function cuts({ resource, bets, runs }: Allocation & { resource: Resource }): ProposedFix[] {
  const excess = held([...bets, ...runs]) - 100;
  return [...byShare(runs), ...byShare(bets)]
    .filter(({ amount }) => amount.unit === 'percent' && amount.value - excess >= 1)
    .slice(0, 3)
    .map(({ node, literal, amount }) => {
      const rest = percentText(amount.value - excess);
      return {
        title: `cut ${node.label} from ${amount.text} to ${rest} of the ${resource}`,
        safe: false,
        edits: [replace(node, literal, rest)],
      };
    });
}

function byShare(shares: readonly Share[]): Share[] {
  return [...shares].sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0));
}
