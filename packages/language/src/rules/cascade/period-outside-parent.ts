/** A month outside its objective's quarter, a quarter outside its frame's year, a week that does not touch its milestone's month. */

import { fittingParents, periodFits, titleAndName } from '../../model/candidates.ts';
import { factsOf } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import type { ResolvedPeriod } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { nearestWithin } from '../../values/calendar.ts';
import { formatPeriod } from '../../values/period.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix, type Report } from '../rule.ts';
import { repoint } from '../scaffold.ts';

/** Which kind holds the period that a kind has to lie in. */
const OUTER = { objective: 'frame', milestone: 'objective', commitment: 'milestone' } as const;

export default nodeRule({
  name: 'cascade/period-outside-parent',
  severity: 'error',
  killer: 'K5',
  why: 'work that is due at another time cannot carry what stands above it',
  kinds: ['bet', 'objective', 'milestone', 'commitment'],
  judge(node, { plan, report }) {
    // A bet has the year of its frame, which its objectives do not see from where they are.
    if (node.kind === 'bet') {
      for (const child of node.childrenOf('objective'))
        if (child.parent === node && !child.declaration.damaged) judgePair(plan, child, node, report);
    } else if (node.parent && node.parent.kind !== 'bet') judgePair(plan, node, node.parent, report);
  },
});

function judgePair(plan: Plan, node: PlanNode, parent: PlanNode, report: (report: Report) => void): void {
  const inner = plan.periodOf(node);
  const outer = plan.periodOf(parent);
  if (!inner || !outer || isDropped(node) || periodFits(plan, parent, node) !== false) return;
  if (OUTER[node.kind as keyof typeof OUTER] !== outer.from.kind) return;
  // A unit that does not belong there is for cascade/wrong-period to say.
  if (inner.period.unit !== factsOf(node.kind).period || outer.period.unit !== factsOf(outer.from.kind).period) return;
  const relation = inner.period.unit === 'week' ? 'which does not touch' : 'outside';
  report({
    node,
    at:
      inner.from === node
        ? inner.literal
        : (node.linksOf('advances').find(({ target }) => target === parent)?.reference ?? node.place),
    message: `${node.label} is set for ${inner.literal.literal}, ${relation} its ${outer.from.kind}'s ${outer.period.unit} ${outer.literal.literal}`,
    related: [
      { node: outer.from, at: outer.literal, message: `${outer.from.label} has its ${outer.period.unit} here` },
    ],
    fixes: () => [nearest(plan, node, inner, outer), ...betterParents(plan, node, parent)],
  });
}

/** Its own period moved to where the parent's is; a week block holds other commitments, too, and stays. */
function nearest(plan: Plan, node: PlanNode, inner: ResolvedPeriod, outer: ResolvedPeriod): ProposedFix | undefined {
  const period = inner.from === node && nearestWithin(inner.period.unit, inner, outer, plan.config.calendar);
  if (!period) return undefined;
  const text = formatPeriod(period);
  return { title: `set ${inner.property.key} ${text}`, safe: false, edits: [replace(node, inner.literal, text)] };
}

/** Others of the parent's kind whose period fits, its siblings first; only where a reference says which one is meant. */
function betterParents(plan: Plan, node: PlanNode, parent: PlanNode): ProposedFix[] {
  if (!node.linksOf('advances').some(({ target }) => target === parent)) return [];
  const siblings = (other: PlanNode) => Number(other.parent === parent.parent);
  return fittingParents(plan, node, parent.kind)
    .sort((a, b) => siblings(b) - siblings(a))
    .slice(0, 2)
    .map((other) => ({
      title: `advance ${titleAndName(plan, other)}`,
      safe: false,
      edits: [repoint(plan, node, parent, other)],
    }));
}
