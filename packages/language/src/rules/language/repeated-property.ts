/** A property that can be said once only and is said again, or a flag that contradicts another one. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { questionOf } from '../../model/questions.ts';
import type { Property } from '../../model/records.ts';
import { removeProperty, replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

/** Lists whose parts mean the same on one line as on two. */
const JOINABLE: ReadonlySet<string> = new Set(['advances', 'agreed', 'adapts', 'covers']);

export default nodeRule({
  name: 'language/repeated-property',
  severity: 'error',
  why: 'of two answers to the same question nobody knows which one holds',
  kinds: 'all',
  judge(node, { plan, report }) {
    if (!isRepeated(node.declaration.properties)) return;
    const firsts = new Map<string, Property>();
    for (const property of node.declaration.properties) {
      const question = questionOf(property);
      const first = question === undefined ? undefined : firsts.get(question);
      if (question !== undefined && !first) firsts.set(question, property);
      if (!first) continue;
      const same = facts(first) === facts(property);
      // Two people under `dri` are accountability/multiple-dris.
      if (property.key === 'dri' && !same) continue;
      report({
        node,
        at: property,
        message:
          first.key === property.key
            ? `${node.label} says "${property.key}" twice`
            : `${node.label} is both "${first.key}" and "${property.key}"`,
        related: [{ node, at: first, message: 'the first time' }],
        unnecessary: same,
        fixes: () =>
          same ? [removal(plan, node, property, 'remove the second one', true)] : choices(plan, node, first, property),
      });
    }
  },
});

/** Answered at once for nearly all, which repeat nothing; there are not many questions, and the first that is answered twice ends it. */
function isRepeated(properties: readonly Property[]): boolean {
  for (let index = 1; index < properties.length; index++) {
    const question = questionOf(properties[index] as Property);
    if (question === undefined) continue;
    for (let before = 0; before < index; before++)
      if (questionOf(properties[before] as Property) === question) return true;
  }
  return false;
}

/** What it says, wherever it stands. */
function facts(property: Property): string {
  return JSON.stringify(property, (key, value) => (PLACEMENT.has(key) ? undefined : value));
}

const PLACEMENT = new Set(['start', 'end', 'keyword']);

function choices(plan: Plan, node: PlanNode, first: Property, second: Property): ProposedFix[] {
  return [
    ...joined(plan, node, first, second),
    removal(plan, node, second, `keep ${shown(plan, node, first)}`, false),
    removal(plan, node, first, `keep ${shown(plan, node, second)}`, false),
  ];
}

function joined(plan: Plan, node: PlanNode, first: Property, second: Property): ProposedFix[] {
  if (!JOINABLE.has(first.key) || !('targets' in first && 'targets' in second)) return [];
  const paths = [...new Set([...first.targets, ...second.targets].map(({ path }) => path))];
  const property = `${first.key} ${first.key === 'agreed' ? 'with ' : ''}${paths.join(', ')}`;
  const edits = [replace(node, first, property), removeProperty(plan, node, second)];
  return [{ title: `write ${property}`, safe: true, edits }];
}

function removal(plan: Plan, node: PlanNode, property: Property, title: string, safe: boolean): ProposedFix {
  return { title, safe, edits: [removeProperty(plan, node, property)] };
}

function shown(plan: Plan, node: PlanNode, property: Property): string {
  const value = plan.text(node.file).slice(property.start, property.end).replace(/\s+/g, ' ');
  return value.length > 50 ? `${value.slice(0, 49)}…` : value;
}
