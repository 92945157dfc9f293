/** A number that can be read in two ways, or in none. */

import { amountsIn, literalsOf } from '../../model/literals.ts';
import { isAmountFault, parseAmount } from '../../values/amount.ts';
import { replace } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'language/invalid-amount',
  severity: 'error',
  why: 'a target that two people read differently is reached for one of them only',
  kinds: 'all',
  judge(node, { report }) {
    for (const literal of literalsOf(node, amountsIn)) {
      const amount = parseAmount(literal.literal);
      if (!isAmountFault(amount)) continue;
      const { fault } = amount;
      report({
        node,
        at: literal,
        message: fault.startsWith('it is no ')
          ? `"${literal.literal}" ${fault.slice(3)}`
          : `"${literal.literal}": ${fault}`,
        fixes: () =>
          readings(literal.literal).map((text) => ({
            title: `write ${text}`,
            safe: false,
            edits: [replace(node, literal, text)],
          })),
      });
    }
  },
});

/** What commas in odd places were probably meant for: a decimal, as it is written elsewhere, or else thousands. */
function readings(literal: string): string[] {
  const decimal = literal.replace(/^([^,]*\d),(\d{1,2})(?=\D|$)(?!,)/, '$1.$2');
  const grouped = literal.replace(/\d[\d,]*/, (digits) =>
    digits.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ','),
  );
  return [decimal, grouped].filter((text) => text !== literal && !isAmountFault(parseAmount(text))).slice(0, 1);
}
