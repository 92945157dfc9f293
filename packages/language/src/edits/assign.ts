/** Another person answers for a declaration. */

import { kinds, propertiesOf } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import { shortestPath } from '../model/paths.ts';
import { personName } from '../model/people.ts';
import type { Plan } from '../model/plan.ts';
import { insertProperty, keepReferences } from '../rules/edits.ts';
import { type Outcome, refused } from './change.ts';
import { tidied } from './tidy.ts';

/** Where a careful author writes `dri`: after what says when and for what. A commitment begins with its person. */
const BEFORE_DRI = ['year', 'quarter', 'month', 'week', 'advances', 'on', 'kind', 'market'];

/** Whoever stood there before stands there no more: exactly one person answers. */
export function assignDri(plan: Plan, node: PlanNode, owner: PlanNode): Outcome {
  if (!propertiesOf(node.kind).has('dri')) return refused(`nobody is DRI of ${kinds[node.kind].noun}`);
  if (node.declaration.damaged) return refused('something in it cannot be read; mend that first');
  if (node.dri === owner) return refused(`${personName(owner)} is the DRI already`);
  const name = owner.kind === 'owner' ? shortestPath(plan, owner, ['owner']) : undefined;
  if (name === undefined)
    return refused(`${personName(owner)} has no name that could stand here; give the owner one first`);
  const title = `make ${personName(owner)} the DRI`;
  const [first, ...others] = node.propertiesOf('ReferencesProperty', 'dri');
  if (others.length > 0) return refused('it says "dri" more than once; keep one of them first');
  const edit =
    first && first.targets.length > 0
      ? keepReferences(node, first, [name])
      : insertProperty(plan, node, `dri ${name}`, node.kind === 'commitment' ? [] : BEFORE_DRI);
  return tidied(plan, { title, edits: [edit] });
}
