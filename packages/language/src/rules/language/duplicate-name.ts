/** Two declarations of one kind with the same name in the same block: no reference can tell them apart. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { removeDeclaration, replace } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'language/duplicate-name',
  severity: 'error',
  why: 'a name that two things share points to neither of them',
  kinds: 'all',
  judge(node, { plan, report }) {
    const first = plan.names.firstNamesake(node);
    if (!first || first === node) return;
    const bearer = first.title ? first.label : `another ${node.kind}`;
    report({
      node,
      message: `${node.name} is already the name of ${bearer}`,
      related: [{ node: first, message: 'the first one' }],
      fixes: () => {
        const name = freeName(plan, node);
        const rest = plan.names.usersOf(node.name as string).size > 0 ? `, so that ${node.name} means the first` : '';
        return [
          isCopy(plan, node, first) && {
            title: 'remove this copy',
            safe: false,
            manual: true,
            edits: [removeDeclaration(plan, node)],
          },
          { title: `call this one ${name}${rest}`, safe: false, edits: [replace(node, node.place, name)] },
        ].map((fix) => fix || undefined);
      },
    });
  },
});

/** The same characters but for white space: nothing is lost with the second. */
function isCopy(plan: Plan, node: PlanNode, first: PlanNode): boolean {
  return textOf(plan, node) === textOf(plan, first);
}

function textOf(plan: Plan, { file, declaration }: PlanNode): string {
  return plan.text(file).slice(declaration.start, declaration.end).replace(/\s+/g, ' ');
}

/** A person's full name if it is free, else the name with a number. */
function freeName(plan: Plan, { kind, name = '', title = '' }: PlanNode): string {
  const isFree = (candidate: string) => plan.names.bearersOf(candidate).size === 0;
  const full = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_');
  if (kind === 'owner' && /^\p{L}/u.test(full) && isFree(full)) return full;
  const stem = name.replace(/_\d+$/, '');
  let count = 2;
  while (!isFree(`${stem}_${count}`)) count++;
  return `${stem}_${count}`;
}
