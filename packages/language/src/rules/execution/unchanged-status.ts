/** A status that says what it said the last time, or that nobody has renewed for more than a month, or since the end. */

import { daysOf } from '../../model/deadlines.ts';
import type { PropertyOf } from '../../model/records.ts';
import { isClosed, statusOf } from '../../model/states.ts';
import { addDays, daysBetween } from '../../values/calendar.ts';
import { nodeRule } from '../rule.ts';

/** Three weeks to count how a quarter ended, and a year in which it still matters. Days. */
const GRACE = 21;
const MEMORY = 365;

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
    if (on === undefined) return;
    const place = { node, at: { start: latest.start, end: latest.on.end } };
    if (period && today > period.last) {
      if (today <= addDays(period.last, GRACE) || today > addDays(period.last, MEMORY)) return;
      const word = latest.status?.replace(/\s+/g, ' ') ?? 'nothing';
      report({ ...place, message: `${node.label} ended on ${period.last}, and its last status still says ${word}` });
      return;
    }
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
