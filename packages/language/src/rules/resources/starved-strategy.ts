/** A frame that gives most of its money or people to something other than its bets. */

import { allocationOf, held, percentText, RESOURCES } from '../../model/allocation.ts';
import { isClosed } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'resources/starved-strategy',
  severity: 'error',
  killer: 'K1',
  why: "a new strategy on last year's budget is last year's strategy",
  kinds: ['frame'],
  judge(node, { config, report }) {
    if (isClosed(node)) return;
    const least = config.limits.strategyShare * 100;
    const starved = RESOURCES.map((resource) => {
      const { bets, runs, open } = allocationOf(node, resource);
      const left = Math.max(0, 100 - held(runs));
      return { resource, bets, runs, open, left, percent: open ? left : held(bets) };
    }).filter(({ bets, open, percent }) => percent < least && (open || bets.length > 0));
    if (starved.length === 0) return;
    const given = starved.map(
      ({ resource, open, percent }) => `${open ? 'at most ' : ''}${percentText(percent)} of its ${resource}`,
    );
    report({
      node,
      message: `${node.label} gives its bets ${given.join(' and ')}`,
      related: starved.flatMap(({ resource, bets, runs }) =>
        [...runs, ...bets].flatMap(({ node: holder, literal, percent }) =>
          percent === undefined
            ? []
            : [{ node: holder, at: literal, message: `${percentText(percent)} of the ${resource}` }],
        ),
      ),
      // What nobody has been given yet may still go to the bets.
      young: !starved.some(({ left }) => left < least),
    });
  },
});
