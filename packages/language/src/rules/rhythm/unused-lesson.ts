/** A lesson that was written down weeks ago, and changed nothing. */

import { daysIn, daysOf } from '../../model/deadlines.ts';
import { addDays } from '../../values/calendar.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'rhythm/unused-lesson',
  severity: 'warning',
  killer: 'K2',
  why: 'a lesson that changes nothing in the plan is lost to the archive',
  kinds: ['retro'],
  // The planning that follows a retro lies about a month ahead.
  options: { days: 35 },
  judge(node, { plan, today, option, report }) {
    const { calendar } = plan.config;
    const on = daysIn(node, 'on', calendar) ?? daysOf(node.propertiesOf('CoversProperty')[0]?.period, calendar);
    if (!on || today <= addDays(on.last, option<number>('days'))) return;
    for (const lesson of node.propertiesOf('LessonProperty')) {
      if (lesson.targets.length > 0 || !lesson.text?.value.trim()) continue;
      report({ node, at: lesson.text, message: `a lesson of ${node.label} has changed nothing in the plan` });
    }
  },
});
