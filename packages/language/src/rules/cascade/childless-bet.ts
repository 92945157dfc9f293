/** A bet of a year under way that nothing works on. */

import { isClosed } from '../../model/states.ts';
import { nearestWithin, quarterOf } from '../../values/calendar.ts';
import { isDue } from '../due.ts';
import { nodeRule } from '../rule.ts';
import { freshName, scaffold, spoken } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/childless-bet',
  severity: 'warning',
  killer: 'K5',
  why: 'a bet that no quarter takes up is a wish with a budget',
  kinds: ['bet'],
  judge(node, { plan, today, report }) {
    if (node.children.length > 0 || isClosed(node) || node.parents.some(isClosed)) return;
    const year = plan.periodOf(node);
    // A frame without its year is for cascade/missing-period to say; a bet without a frame has no year to wait for.
    if (year ? !isDue(year, today) : node.parents.length > 0) return;
    report({
      node,
      message: `${node.label} has no objective beneath it`,
      young: true,
      fixes: () => {
        const { calendar } = plan.config;
        const quarter = year
          ? nearestWithin('quarter', { first: today, last: today }, year, calendar)
          : quarterOf(today, calendar);
        if (!quarter) return [];
        const name = freshName(plan, node, quarter);
        return [
          {
            title: `add an objective for ${spoken(quarter)}`,
            safe: false,
            edits: [scaffold(plan, node, 'objective', quarter, { name })],
          },
        ];
      },
    });
  },
});
