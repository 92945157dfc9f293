/** A period that no calendar knows. */

import { periodsIn, timesIn } from '../../model/literals.ts';
import type { PlanNode } from '../../model/node.ts';
import type { PeriodLiteral } from '../../model/records.ts';
import { isPeriodFault, type PeriodFault, parsePeriod } from '../../values/period.ts';
import { replace } from '../edits.ts';
import { nodeRule, type Report } from '../rule.ts';

export default nodeRule({
  name: 'language/invalid-period',
  severity: 'error',
  why: 'work that is due on a day that never comes is never late',
  kinds: 'all',
  judge(node, { report }) {
    for (const property of node.declaration.properties) {
      for (const literal of periodsIn(property)) {
        const period = parsePeriod(literal.literal);
        if (isPeriodFault(period)) report(misread(node, literal, period));
      }
      for (const time of timesIn(property)) {
        if (!TIME_OF_DAY.test(time.literal))
          report({
            node,
            at: time,
            message: `"${time.literal}": a day has 24 hours of 60 minutes, from 0:00 to 23:59`,
          });
      }
    }
  },
});

function misread(node: PlanNode, literal: PeriodLiteral, { fault, nearest }: PeriodFault): Report {
  const says = fault.startsWith('it is ') ? ` ${fault.slice(3)}` : `: ${fault}`;
  return {
    node,
    at: literal,
    message: `"${literal.literal}"${says}`,
    fixes: () => [
      nearest === undefined
        ? undefined
        : {
            title: `write ${nearest}`,
            safe: sameNumbers(nearest, literal.literal),
            edits: [replace(node, literal, nearest)],
          },
    ],
  };
}

const TIME_OF_DAY = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

/** Only the form differs: a small letter, a missing zero. */
function sameNumbers(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(literal: string): string {
  return literal.toLowerCase().replace(/(^|\D)0+(?=\d)/g, '$1');
}
