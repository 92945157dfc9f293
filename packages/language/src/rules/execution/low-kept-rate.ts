/** A person who could not keep many of the promises of the last weeks. */

import { keptRateOf, promisedOf } from '../../model/kept.ts';
import { personName } from '../../model/people.ts';
import { addDays } from '../../values/calendar.ts';
import { groupRule } from '../rule.ts';

/** Fewer promises are a bad week, and no pattern. */
const LEAST_COUNTED = 5;

const DAYS_OF_WEEK = 7;

export default groupRule({
  name: 'execution/low-kept-rate',
  severity: 'warning',
  why: 'promises that are broken every other week are no promises, and others plan with them',
  kinds: ['owner', 'commitment'],
  options: { least: 60, weeks: 6 },
  groups(node, { plan, today, option }) {
    if (node.kind === 'owner') return node.identity;
    const last = node.dri && plan.periodOf(node)?.last;
    if (!last || last >= today || last < addDays(today, -option<number>('weeks') * DAYS_OF_WEEK)) return undefined;
    return node.dri?.identity;
  },
  decides: (node, { plan }) =>
    node.kind === 'commitment' && [
      promisedOf(plan, node),
      plan.periodOf(node)?.last,
      node.has('missed') || node.has('moved'),
    ],
  judgeGroup(members, _person, { plan, option, report }) {
    const owner = members.find(({ kind }) => kind === 'owner');
    if (!owner) return;
    const weeks = option<number>('weeks');
    const promised = members.filter(({ kind }) => kind === 'commitment');
    const { counts, counted, rate } = keptRateOf(plan, promised);
    if (rate === undefined || counted < LEAST_COUNTED || rate * 100 >= option<number>('least')) return;
    report({
      node: owner,
      message: `${personName(owner)} kept ${counts.kept} of ${counted} promises in ${weeks} weeks`,
      related: promised
        .filter((node) => node.has('missed') || node.has('moved'))
        .map((node) => ({ node, message: `${node.label} was not kept` })),
    });
  },
});
