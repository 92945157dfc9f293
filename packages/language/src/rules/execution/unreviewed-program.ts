/** A program that shipped weeks ago, and of which nobody wrote down what it taught. */

import { deliveryOf } from '../../model/programs.ts';
import { isDropped } from '../../model/states.ts';
import { addDays } from '../../values/calendar.ts';
import { nodeRule } from '../rule.ts';

/** Half a year later nobody remembers. Days. */
const MEMORY = 182;

export default nodeRule({
  name: 'execution/unreviewed-program',
  severity: 'warning',
  why: 'what a program taught is lost within weeks, and the next one pays for it again',
  kinds: ['program'],
  options: { days: 28 },
  judge(node, { plan, today, option, report }) {
    const { shipped } = deliveryOf(plan, node);
    if (shipped === undefined || node.text('review') || isDropped(node)) return;
    if (today <= addDays(shipped, option<number>('days')) || today > addDays(shipped, MEMORY)) return;
    report({
      node,
      at: node.property('shipped') ?? node.place,
      message: `${node.label} shipped on ${shipped}, and nothing says what it taught`,
    });
  },
});
