/** A platform that was chosen by people who do not work with it. */

import type { PlanNode } from '../../model/node.ts';
import { personName } from '../../model/people.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'resources/selectors-not-users',
  severity: 'warning',
  why: 'who does not work with it chooses by other measures than daily work needs',
  kinds: ['platform'],
  judge(node, { report }) {
    const [selected] = node.propertiesOf('ReferencesProperty', 'selected');
    const [selectors, users] = ['selected', 'used'].map((key) => node.linksOf(key));
    if (!selected || !selectors?.length || !users?.length) return;
    // One who is not found may be the one who belongs to both.
    if ([...selectors, ...users].some(({ target }) => !target)) return;
    const using = users.flatMap(({ target }) => groupsOf(target as PlanNode));
    if (selectors.some(({ target }) => groupsOf(target as PlanNode).some((group) => using.includes(group)))) return;
    const names = selectors.map(({ target }) => personName(target as PlanNode)).join(' and ');
    report({
      node,
      at: selected,
      message: `${node.label} was selected by ${names}, and used by others`,
    });
  },
});

/** A team is itself; a person stands for themselves and for their teams. */
function groupsOf(node: PlanNode): PlanNode[] {
  return [node, ...node.targets('team'), ...(node.scope?.kind === 'team' ? [node.scope] : [])];
}
