/** A number that can be read in two ways, or in none, or that cannot stand where it stands. */

import { amountsIn, type Count, countsIn } from '../../model/literals.ts';
import type { PlanNode } from '../../model/node.ts';
import type { AmountLiteral } from '../../model/records.ts';
import { type AmountFault, isAmountFault, isPlaceholder, parseAmount } from '../../values/amount.ts';
import { replace } from '../edits.ts';
import { nodeRule, type Report } from '../rule.ts';

export default nodeRule({
  name: 'language/invalid-amount',
  severity: 'error',
  why: 'a target that two people read differently is reached for one of them only',
  kinds: 'all',
  judge(node, { report }) {
    for (const property of node.declaration.properties) {
      for (const literal of amountsIn(property)) {
        const amount = parseAmount(literal.literal);
        if (isAmountFault(amount)) report(misread(node, literal, amount));
      }
      for (const count of countsIn(property)) {
        if (counts(count)) continue;
        const { literal, least, most, whole } = count;
        const wanted = whole ? `a whole number from ${least} to ${most}` : `a number above ${least}, up to ${most},`;
        report({ node, at: literal, message: `"${literal.literal}": ${wanted} stands here` });
      }
    }
  },
});

function misread(node: PlanNode, literal: AmountLiteral, { fault }: AmountFault): Report {
  const says = fault.startsWith('it is no ') ? ` ${fault.slice(3)}` : `: ${fault}`;
  return {
    node,
    at: literal,
    message: `"${literal.literal}"${says}`,
    fixes: () =>
      readings(literal.literal).map((text) => ({
        title: `write ${text}`,
        safe: false,
        edits: [replace(node, literal, text)],
      })),
  };
}

/** A number that is still open counts, and one that cannot be read at all has been said. */
function counts({ literal, least, most, whole }: Count): boolean {
  const amount = parseAmount(literal.literal);
  if (isAmountFault(amount) || isPlaceholder(amount)) return true;
  const { unit, value } = amount;
  if (unit !== 'number' || value > most) return false;
  return whole ? value >= least && Number.isInteger(value) : value > least;
}

/** What commas in odd places were probably meant for: a decimal, as it is written elsewhere, or else thousands. */
function readings(literal: string): string[] {
  const decimal = literal.replace(/^([^,]*\d),(\d{1,2})(?=\D|$)(?!,)/, '$1.$2');
  const grouped = literal.replace(/\d[\d,]*/, (digits) =>
    digits.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ','),
  );
  return [decimal, grouped].filter((text) => text !== literal && !isAmountFault(parseAmount(text))).slice(0, 1);
}
