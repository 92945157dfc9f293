/** A frame with too many bets to be a choice, or too few to be a year. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed, isDropped } from '../../model/states.ts';
import { spokenBounds } from '../bounds.ts';
import { insertAhead } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'cascade/bet-count',
  severity: 'warning',
  killer: 'K1',
  why: 'a bet is where more goes than is fair; with many of them, nothing gets more',
  kinds: ['frame'],
  judge(node, { plan, config, report }) {
    if (isClosed(node)) return;
    const bets = node.childrenOf('bet').filter((bet) => !isDropped(bet));
    const [least, most] = config.limits.bets;
    const wanted = spokenBounds(config.limits.bets);
    if (bets.length > most) {
      report({
        node,
        message: `${node.label} makes ${bets.length} bets; ${wanted} can get more than their share`,
        related: bets.map((bet, index) => ({ node: bet, message: `bet ${index + 1}` })),
      });
    } else if (bets.length < least) {
      const made = bets.length === 0 ? 'no bet' : bets.length === 1 ? 'one bet' : `${bets.length} bets`;
      report({
        node,
        message: `${node.label} makes ${made}; ${wanted} carry a year`,
        young: true,
        // The first one shows the form. What the others are is the choice that this asks for.
        fixes: () => (bets.length > 0 ? [] : [firstBet(plan, node)]),
      });
    }
  },
});

/** Its reason is left open, which cascade/missing-why keeps in mind. */
function firstBet(plan: Plan, frame: PlanNode): ProposedFix {
  const edit = insertAhead(plan, frame, 'bet', ['bet "Where more goes than is fair" { why "" }']);
  return { title: 'add a first bet to fill in', safe: false, manual: true, edits: [edit] };
}
