/** A month of an objective's quarter that has no milestone, although the objective works with milestones. */

import { statedPeriod } from '../../model/periods.ts';
import { isClosed, movedTo } from '../../model/states.ts';
import { contains, monthsOf, previous, rangeOf } from '../../values/calendar.ts';
import { formatPeriod } from '../../values/period.ts';
import { isDue } from '../due.ts';
import { nodeRule } from '../rule.ts';
import { freshName, listed, scaffold, spoken } from '../scaffold.ts';

export default nodeRule({
  name: 'cascade/uncovered-month',
  severity: 'warning',
  why: 'for a whole month nobody can say whether the objective is in trouble',
  kinds: ['objective'],
  judge(node, { plan, config, today, report }) {
    const quarter = plan.periodOf(node);
    const milestones = node.childrenOf('milestone');
    if (quarter?.period.unit !== 'quarter' || milestones.length === 0 || !isDue(quarter, today)) return;
    if (node.has('run') || isClosed(node)) return;
    const covered = new Map<string, (typeof milestones)[number]>();
    for (const milestone of milestones) {
      const month = statedPeriod(milestone)?.period;
      // Which month it was meant for is open, or is to be corrected first.
      if (month?.unit !== 'month' || !contains(quarter, rangeOf(month))) return;
      covered.set(formatPeriod(month), milestone);
      const later = movedTo(milestone);
      if (later?.unit === 'month') covered.set(formatPeriod(later), milestone);
    }
    const months = monthsOf(quarter.period, config.calendar).filter(
      (month) => !covered.has(formatPeriod(month)) && rangeOf(month).last >= today,
    );
    if (months.length === 0) return;
    report({
      node,
      message: `${node.label} has no milestone for ${listed(months)}`,
      young: true,
      fixes: () =>
        months.map((month) => {
          const after = covered.get(formatPeriod(previous(month)));
          const edit = scaffold(plan, node, 'milestone', month, {
            name: freshName(plan, node, month),
            ...(after && { after }),
          });
          return { title: `add a milestone for ${spoken(month)}`, safe: false, edits: [edit] };
        }),
    });
  },
});
