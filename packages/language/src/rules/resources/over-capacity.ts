/** A week in which somebody has promised more than fits into it. */

import { daysFor } from '../../model/deadlines.ts';
import { amountOf } from '../../model/metrics.ts';
import { personName } from '../../model/people.ts';
import { isDropped } from '../../model/states.ts';
import { isPlaceholder } from '../../values/amount.ts';
import { rangeOf, weekOf } from '../../values/calendar.ts';
import { memoised } from '../../values/memo.ts';
import { formatPeriod } from '../../values/period.ts';
import { groupRule } from '../rule.ts';

/** The last day of the week in which a day lies; there are few weeks, and very many commitments in each. */
const sundayAfter = memoised((day: string) => rangeOf(weekOf(day)).last);

export default groupRule({
  name: 'resources/over-capacity',
  severity: 'warning',
  killer: 'K1',
  why: 'of too many promises some are broken, and nobody chose which',
  kinds: ['commitment'],
  // Only people who say how much fits into their week; what is past is for execution/low-kept-rate to say.
  groups(node, { plan, today }) {
    const days = daysFor(plan, node);
    // By the week that they count in, so that all of a week are in or out together.
    if (!days || sundayAfter(days.first) < today || isDropped(node) || !node.dri?.has('capacity')) return undefined;
    return `${formatPeriod(weekOf(days.first))} ${node.dri.identity}`;
  },
  judgeGroup(members, group, { plan, today, report }) {
    const node = members.at(-1);
    const capacity = amountOf(node?.dri?.amount('capacity'));
    if (!node?.dri || !capacity || isPlaceholder(capacity) || capacity.unit !== 'number') return;
    if (members.length <= capacity.value || (daysFor(plan, node)?.last ?? today) < today) return;
    const week = group.slice(0, group.indexOf(' '));
    const others = members.slice(0, -1);
    report({
      node,
      message: `${personName(node.dri)} promised ${members.length} things for ${week}, and ${capacity.value} fit`,
      related: others.map((other) => ({ node: other, message: `${other.label} is another one` })),
    });
  },
});
