/** A local program that changes what the common one fixed for all markets. */

import { sameRight } from '../../model/decisions.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import type { Located } from '../../model/records.ts';
import { removeProperty, replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'resources/overridden-core',
  severity: 'error',
  why: 'what was fixed for all markets is changed in one, and the brand says two things',
  kinds: ['program'],
  judge(node, { plan, report }) {
    for (const common of node.targets('adapts')) {
      const core = common.texts('core');
      for (const text of node.texts('overrides')) {
        const fixed = core.find(({ value }) => sameRight(value) === sameRight(text.value));
        if (!fixed || !text.value.trim()) continue;
        report({
          node,
          at: text,
          message: `${node.label} overrides "${text.value.trim()}", which ${common.label} fixes`,
          related: [{ node: common, at: fixed, message: 'it is fixed for all markets here' }],
          fixes: () => [keep(plan, node, text)],
        });
      }
    }
  },
});

/** Takes the text out of its list, or the list with it. */
function keep(plan: Plan, node: PlanNode, text: Located): ProposedFix | undefined {
  const property = node
    .propertiesOf('TextsProperty', 'overrides')
    .find(({ texts }) => texts.some(({ start }) => start === text.start));
  if (!property) return undefined;
  const source = plan.text(node.file);
  const kept = property.texts
    .filter(({ start }) => start !== text.start)
    .map(({ start, end }) => source.slice(start, end));
  const [first, last] = [property.texts[0], property.texts.at(-1)];
  const edit =
    kept.length > 0 && first && last
      ? replace(node, { start: first.start, end: last.end }, kept.join(', '))
      : removeProperty(plan, node, property);
  return { title: `leave "${text.value.trim()}" as it is everywhere`, safe: false, manual: true, edits: [edit] };
}
