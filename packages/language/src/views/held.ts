/** What a person answers for in a span of days. */

import { type Kind, kinds } from '../model/kinds.ts';
import { compareNodes, type PlanNode } from '../model/node.ts';
import { understood } from '../model/periods.ts';
import type { Plan } from '../model/plan.ts';
import { isDropped } from '../model/states.ts';
import { type DateRange, rangeOf, touches } from '../values/calendar.ts';

export interface Held {
  kind: Kind;
  /** By file and place. */
  nodes: PlanNode[];
}

/**
 * Of the four levels and of programs, the highest first, without what was dropped. What has no period of its own counts where it
 * is not known to lie elsewhere: it has to be done some day.
 */
export function heldWithin(plan: Plan, owner: PlanNode, days: DateRange): Held[] {
  const held = [...owner.users]
    .filter(
      (node) => node.targets('dri').includes(owner) && (node.level || node.kind === 'program') && !isDropped(node),
    )
    .filter((node) => {
      const own = daysOf(plan, node);
      return !own || touches(own, days);
    })
    .sort(compareNodes);
  return (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const nodes = held.filter((node) => node.kind === kind);
    return nodes.length > 0 ? [{ kind, nodes }] : [];
  });
}

function daysOf(plan: Plan, node: PlanNode): DateRange | undefined {
  const period = plan.periodOf(node);
  if (period || node.kind !== 'program') return period;
  const [planned] = node.propertiesOf('PlannedProperty');
  const [from, to] = [understood(planned?.from), understood(planned?.to ?? planned?.from)];
  const { calendar } = plan.config;
  return from && to && { first: rangeOf(from, calendar).first, last: rangeOf(to, calendar).last };
}
