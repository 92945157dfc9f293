/** A property that means nothing in the declaration that it stands in. */

import { factsOf, type Kind, propertiesOf } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import type { Property } from '../../model/records.ts';
import { keywordOf } from '../../model/records.ts';
import { removeProperty, replace } from '../edits.ts';
import { nodeRule, type Report } from '../rule.ts';

/** Words that say nearly the same and take the same value; of each row a kind usually knows one. */
const ALIKE = [
  ['dri', 'lead', 'chair'],
  ['done', 'met', 'shipped'],
  ['with', 'attend'],
  ['why', 'text'],
];

/** The level's own period and the mark of run-the-business work have rules of their own in the cascade. */
const CASCADE_KEYS: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'run']);

export default nodeRule({
  name: 'language/misplaced-property',
  severity: 'warning',
  why: 'a line that is read by people and by no check promises more than it keeps',
  kinds: 'all',
  judge(node, { plan, report }) {
    const legal = propertiesOf(node.kind);
    for (const property of node.declaration.properties)
      if (!legal.has(property.key) && !isOfCascade(node, property)) report(misplaced(plan, node, property));
  },
});

function misplaced(plan: Plan, node: PlanNode, property: Property): Report {
  const { key } = property;
  const near = alikeOf(key, node.kind);
  return {
    node,
    at: keywordOf(property),
    message: `"${key}" says nothing in ${factsOf(node.kind).noun}`,
    fixes: () => [
      near && !node.has(near)
        ? { title: `write "${near}" instead`, safe: false, edits: [replace(node, keywordOf(property), near)] }
        : undefined,
      { title: 'remove it', safe: false, edits: [removeProperty(plan, node, property)] },
    ],
  };
}

function isOfCascade({ kind, level }: PlanNode, { key }: Property): boolean {
  return (kind === 'week' && key === 'week') || (level !== undefined && kind !== 'bet' && CASCADE_KEYS.has(key));
}

function alikeOf(key: string, kind: Kind): string | undefined {
  return ALIKE.find((row) => row.includes(key))?.find((other) => propertiesOf(kind).has(other));
}
