/** A week in which too many things wait for the approval of one person. */

import { daysFor } from '../../model/deadlines.ts';
import { personName } from '../../model/people.ts';
import { isClosed } from '../../model/states.ts';
import { weekOf } from '../../values/calendar.ts';
import { formatPeriod } from '../../values/period.ts';
import { groupRule } from '../rule.ts';

export default groupRule({
  name: 'resources/overloaded-approver',
  severity: 'warning',
  killer: 'B',
  why: 'a queue before one desk delays everything in it by the same days',
  kinds: ['commitment'],
  options: { most: 6 },
  groups(node, { plan }) {
    const days = daysFor(plan, node);
    if (!days || isClosed(node)) return undefined;
    const approvers = node.targets('needs').flatMap((gate) => (gate.kind === 'gate' && gate.dri ? [gate.dri] : []));
    return [...new Set(approvers)].map((person) => `${formatPeriod(weekOf(days.first))} ${person.identity}`);
  },
  judgeGroup(members, group, { plan, today, option, report }) {
    const node = members.at(-1);
    if (!node || members.length <= option<number>('most') || (daysFor(plan, node)?.last ?? today) < today) return;
    const week = group.slice(0, group.indexOf(' '));
    const gate = node
      .targets('needs')
      .find(({ kind, dri }) => kind === 'gate' && dri && group.endsWith(` ${dri.identity}`));
    if (!gate?.dri) return;
    report({
      node,
      message: `${personName(gate.dri)} has ${members.length} approvals to give in ${week}`,
      related: members.slice(0, -1).map((other) => ({ node: other, message: `${other.label} waits, too` })),
      names: [gate.dri],
    });
  },
});
