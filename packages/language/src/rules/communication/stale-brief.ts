/** A brief that was written before a decision changed what it covers. */

import { daysIn } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { addDays } from '../../values/calendar.ts';
import { groupRule } from '../rule.ts';

/** Two weeks to write the page anew. Days. */
const GRACE = 14;

export default groupRule({
  name: 'communication/stale-brief',
  severity: 'warning',
  killer: 'K5',
  why: 'people follow the page that they were given, even where the plan has moved on',
  kinds: ['brief', 'decision'],
  groups(node) {
    if (node.kind === 'brief') return node.targets('covers').map(({ identity }) => identity);
    // What changes a bet changes the year that the bet belongs to.
    return [
      ...new Set(
        node
          .targets('affects')
          .flatMap((target) => [target, ...framesOf(target)])
          .map(({ identity }) => identity),
      ),
    ];
  },
  judgeGroup(members, _covered, { plan, today, report }) {
    const brief = newest(
      plan,
      members.filter(({ kind }) => kind === 'brief'),
      today,
    );
    const on = brief && dayOf(plan, brief);
    if (!brief || !on) return;
    const decision = newest(
      plan,
      members.filter(({ kind }) => kind === 'decision'),
      today,
    );
    const decided = decision && dayOf(plan, decision);
    if (!decision || !decided || decided <= on || today <= addDays(decided, GRACE)) return;
    const at = brief.property('on');
    report({
      node: brief,
      ...(at && { at }),
      message: `${brief.label} is of ${on}, before ${decision.label} changed it`,
      related: [{ node: decision, message: `decided on ${decided}` }],
    });
  },
});

function framesOf(node: PlanNode): PlanNode[] {
  return node.kind === 'bet' || node.kind === 'run' ? node.parents.filter(({ kind }) => kind === 'frame') : [];
}

/** The latest one up to a day; of several of one day, the last in the plan. */
function newest(plan: Plan, nodes: readonly PlanNode[], upTo: string): PlanNode | undefined {
  let latest: PlanNode | undefined;
  let last = '';
  for (const node of nodes) {
    const day = dayOf(plan, node);
    if (day === undefined || day > upTo || day < last) continue;
    latest = node;
    last = day;
  }
  return latest;
}

function dayOf(plan: Plan, node: PlanNode): string | undefined {
  return daysIn(node, 'on', plan.config.calendar)?.last;
}
