/** A status that says what it said the last time, or that nobody has renewed for more than a month. */

import { daysOf } from '../../model/deadlines.ts';
import type { PropertyOf } from '../../model/records.ts';
import { isClosed, statusOf } from '../../model/states.ts';
import { daysBetween } from '../../values/calendar.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'execution/unchanged-status',
  severity: 'warning',
  why: 'a status that does not change is read by nobody, and hides the week in which things turned',
  kinds: ['objective', 'bet', 'frame'],
  options: { days: 45 },
  judge(node, { plan, today, option, report }) {
    const latest = statusOf(node);
    if (!latest?.on || isClosed(node)) return;
    const { calendar } = plan.config;
    const on = daysOf(latest.on, calendar)?.first;
    const period = plan.periodOf(node);
    if (on === undefined || (period && today > period.last)) return;
    const place = { node, at: { start: latest.start, end: latest.on.end } };
    const before = node.propertiesOf('StatusProperty').findLast((status) => status !== latest);
    if (before && saysTheSame(before, latest)) {
      const since = before.on ? ` as on ${before.on.literal}` : ' as before';
      report({ ...place, message: `the status of ${node.label} says word for word the same${since}` });
      return;
    }
    const age = daysBetween(on, today);
    if (age <= option<number>('days')) return;
    report({ ...place, message: `the last status of ${node.label} is ${age} days old` });
  },
});

/** The same word and the same text; without a text there is nothing that could have been copied. */
function saysTheSame(a: PropertyOf<'StatusProperty'>, b: PropertyOf<'StatusProperty'>): boolean {
  const [first, second] = [a, b].map(({ reason }) => reason?.value.replace(/\s+/g, ' ').trim().toLowerCase());
  return a.status === b.status && first !== undefined && first !== '' && first === second;
}
