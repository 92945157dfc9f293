/** Decisions that work says it needs, and the people who hold the right to take them. */

import { daysFor } from '../../model/deadlines.ts';
import { decisionsNeededBy, holdersOf, rightsGivenBy, sameRight } from '../../model/decisions.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed } from '../../model/states.ts';
import { type DateRange, touches } from '../../values/calendar.ts';
import type { Table } from './document.ts';
import { listed, reference, table } from './words.ts';

export interface NeededDecision {
  node: PlanNode;
  text: string;
  holders: PlanNode[];
}

/** Decisions that work under way in these days says it needs, and the people who hold the right. */
export function neededDecisions(plan: Plan, days: DateRange): NeededDecision[] {
  const holders = Map.groupBy(
    [...plan.nodes()].flatMap((node) =>
      rightsGivenBy(node).flatMap(({ value }) =>
        holdersOf(node).map((holder) => ({ right: sameRight(value), holder })),
      ),
    ),
    ({ right }) => right,
  );
  return [...plan.nodes()].flatMap((node) => {
    const due = daysFor(plan, node);
    if (isClosed(node) || !due || !touches(due, days)) return [];
    return decisionsNeededBy(node).map(({ decision }) => ({
      node,
      text: decision?.value ?? '',
      holders: [...new Set((holders.get(sameRight(decision?.value ?? '')) ?? []).map(({ holder }) => holder))],
    }));
  });
}

/** Each with whom it holds up and who may take it. */
export function decisionTable(plan: Plan, caption: string, needed: readonly NeededDecision[]): Table {
  return table(
    caption,
    ['Decision', 'Needed by', 'Who may take it'],
    needed.map(({ node, text, holders }) => [
      text,
      reference(plan, node),
      holders.length > 0
        ? listed(
            holders.map((holder) => reference(plan, holder)),
            'or',
          )
        : 'nobody: the plan gives no one this right',
    ]),
  );
}
