/** Work that has been waiting for somebody for longer than that somebody may take. */

import { daysOf } from '../../model/deadlines.ts';
import { limitOf } from '../../model/gates.ts';
import type { PlanNode } from '../../model/node.ts';
import { keywordOf } from '../../model/records.ts';
import { stateOf } from '../../model/states.ts';
import { addDays, daysBetween } from '../../values/calendar.ts';
import { nodeRule } from '../rule.ts';

/** A quarter after its week it no longer blocks anything. Days. */
const MEMORY = 91;

export default nodeRule({
  name: 'execution/aged-blocker',
  severity: 'warning',
  killer: 'B',
  why: 'a blocker that is only noted keeps blocking; one that is taken to somebody ends',
  kinds: ['commitment', 'milestone'],
  options: { days: 7 },
  judge(node, { plan, today, option, report }) {
    const state = stateOf(node);
    if (state?.key !== 'blocked') return;
    const { calendar } = plan.config;
    const since = (daysOf(state.since, calendar) ?? plan.periodOf(node))?.first;
    const end = plan.periodOf(node)?.last;
    if (since === undefined || (end !== undefined && today > addDays(end, MEMORY))) return;
    const blockers = node.links.flatMap(({ property, target }) => (property === state && target ? [target] : []));
    const days = daysBetween(since, today);
    if (days <= Math.max(option<number>('days'), ...blockers.map((blocker) => limitOf(blocker) ?? 0))) return;
    const by = blockers[0] ? ` by ${blockers[0].label}` : '';
    report({
      node,
      at: { start: state.start, end: keywordOf(state).end },
      message: `${node.label} has been blocked${by} for ${days} days`,
      related: blockers.map((blocker) => ({ node: blocker, message: waiting(blocker) })),
    });
  },
});

function waiting(blocker: PlanNode): string {
  return blocker.dri ? `${blocker.dri.label} answers for ${blocker.label}` : `it waits for ${blocker.label}`;
}
