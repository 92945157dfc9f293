/** What a declaration may stand beneath, in the order in which it most probably does. */

import {
  type DateRange,
  expectationOf,
  isDropped,
  type Kind,
  leavesRoom,
  type Plan,
  type PlanNode,
} from '@mos/language';
import { pickNodes } from './pick.ts';

/**
 * The smaller the better: whose period leaves room for it first, the same person's and the same file's before others. Without a
 * period of its own it is most likely meant for now. `today`: an ISO date.
 */
export function parentFit(plan: Plan, block: PlanNode | undefined, today: string): (parent: PlanNode) => number {
  const dri = block?.dri;
  const inner = block && plan.periodOf(block);
  return (parent) => {
    const outer = plan.periodOf(parent);
    const fits = outer && inner ? leavesRoom(outer, inner) : undefined;
    const now = inner || !outer || isIn(outer, today) ? 0 : outer.last < today ? 12 : 4;
    const throughBet = parent.kind === 'frame' && parent.childrenOf('bet').length > 0 ? 20 : 0;
    const nearness = (dri?.users.has(parent) && parent.dri === dri ? 0 : 2) + (parent.file === block?.file ? 0 : 1);
    return (fits === true ? 0 : fits === undefined ? 40 : 80) + throughBet + now + nearness;
  };
}

/** The likeliest parents of a new declaration, at most so many: those that have room for it, or that are not over. */
export function likelyParents(
  { plan, block, today }: { plan: Plan; block: PlanNode | undefined; today: string },
  kind: Kind,
  most: number,
): PlanNode[] {
  const inner = block && plan.periodOf(block);
  // A program may serve anything; what it mostly serves is an objective.
  const fits = kind === 'program' ? (['objective'] as const) : expectationOf('advances', kind).fits;
  const { picked } = pickNodes(open(), '', () => '', parentFit(plan, block, today), most * 2);
  return picked.filter((node) => !isDropped(node)).slice(0, most);

  function* open(): IterableIterator<PlanNode> {
    for (const node of plan.unorderedOf(...fits)) {
      if (node.name === undefined || (node.kind === 'frame' && node.childrenOf('bet').length > 0)) continue;
      const outer = plan.periodOf(node);
      const hasRoom = !outer || (inner ? leavesRoom(outer, inner) : outer.last >= today);
      if (hasRoom) yield node;
    }
  }
}

function isIn({ first, last }: DateRange, day: string): boolean {
  return first <= day && day <= last;
}
