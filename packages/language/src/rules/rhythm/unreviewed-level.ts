/** A level of the cascade that no cadence looks at. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { type Rhythm, reviewedLevels, rhythmOf } from '../../model/rhythm.ts';
import { insertProperty, replace } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

/** Any of `words` will do; the first is what a fix writes. The best rhythms for it come first. */
const LEVELS: readonly { words: readonly string[]; rhythms: readonly Rhythm[] }[] = [
  { words: ['commitments'], rhythms: ['weekly'] },
  { words: ['milestones'], rhythms: ['monthly', 'weekly'] },
  { words: ['objectives'], rhythms: ['monthly', 'quarterly'] },
  { words: ['bets', 'frames'], rhythms: ['quarterly', 'yearly', 'monthly'] },
];

export default groupRule({
  name: 'rhythm/unreviewed-level',
  severity: 'warning',
  killer: 'K2',
  why: 'what no meeting looks at goes wrong unseen',
  kinds: ['frame', 'cadence'],
  evenDamaged: true,
  groups: () => 'plan',
  judgeGroup(members, _group, { plan, report }) {
    // From then on all four levels exist, and there is something to look at.
    if (plan.isYoung() || members.some(({ declaration }) => declaration.damaged)) return;
    const cadences = members.filter(({ kind }) => kind === 'cadence');
    const reviewed = new Set(cadences.flatMap(reviewedLevels));
    for (const { words, rhythms } of LEVELS) {
      if (words.some((word) => reviewed.has(word))) continue;
      const cadence = cadences.find((candidate) => rhythmOf(candidate) === rhythms[0]);
      // The meeting that should do it is missing itself: rhythm/missing-rhythm says so.
      if (!cadence) continue;
      const [level] = words as [string];
      const property = cadence.property('reviews');
      report({
        node: cadence,
        ...(property && { at: property }),
        message: `${cadence.label} does not review ${level}, and no other meeting does`,
        fixes: () => [review(plan, cadence, level)],
      });
    }
  },
});

function review(plan: Plan, cadence: PlanNode, level: string): ProposedFix {
  const property = cadence.property('reviews');
  const edit =
    property && reviewedLevels(cadence).length > 0
      ? replace(cadence, { start: property.end, end: property.end }, `, ${level}`)
      : insertProperty(plan, cadence, `reviews ${level}`, ['every', 'chair', 'attend']);
  return { title: `review ${level} there`, safe: false, edits: [edit] };
}
