/** A meeting that was due and of which nothing says that it was held. */

import { daysOf } from '../../model/deadlines.ts';
import { intervalOf } from '../../model/rhythm.ts';
import { addDays } from '../../values/calendar.ts';
import { insertProperty } from '../edits.ts';
import { nodeRule } from '../rule.ts';

/** Some days to hold it a little later, and to write it down: a quarter of the distance, within these bounds. Days. */
const LEAST_GRACE = 3;
const MOST_GRACE = 14;

export default nodeRule({
  name: 'rhythm/missed-review',
  severity: 'warning',
  killer: 'K2',
  why: 'a rhythm that is skipped once is skipped again, and drift goes unseen for another round',
  kinds: ['cadence'],
  judge(node, { plan, today, report }) {
    const interval = intervalOf(node);
    const held = node.propertiesOf('PeriodProperty', 'held');
    const days = held
      .flatMap(({ period }) => daysOf(period, plan.config.calendar)?.last ?? [])
      .filter((day) => day <= today);
    const last = days.sort().at(-1);
    // A plan that does not write down when it meets is not asked.
    if (interval === undefined || last === undefined) return;
    const due = addDays(last, interval);
    const grace = Math.min(MOST_GRACE, Math.max(LEAST_GRACE, Math.round(interval / 4)));
    if (today <= addDays(due, grace)) return;
    const at = held.at(-1);
    report({
      node,
      ...(at && { at }),
      message: `${node.label} was last held on ${last}, and was due again around ${due}`,
      fixes: () => [
        {
          title: `note that it was held on ${due}`,
          safe: false,
          manual: true,
          edits: [insertProperty(plan, node, `held ${due}`, ['held'])],
        },
      ],
    });
  },
});
