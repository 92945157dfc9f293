/** What a declaration could stand beneath: the choices that fixes offer and completion lists, best first. */

import { contains, type DateRange, touches } from '../values/calendar.ts';
import type { Kind } from './kinds.ts';
import type { PlanNode } from './node.ts';
import type { ResolvedPeriod } from './periods.ts';
import type { Plan } from './plan.ts';
import { isDropped } from './states.ts';

/** The kinds one level up; a frame that has bets is advanced through one of them. */
const PARENT_KINDS: { readonly [kind in Kind]?: readonly Kind[] } = {
  bet: ['frame'],
  objective: ['bet', 'frame'],
  milestone: ['objective'],
  commitment: ['milestone'],
};

/** It advances nothing, stands in nothing, and says nothing that would excuse it. What it means to advance may be unknown. */
export function isOrphan(node: PlanNode): boolean {
  return node.parents.length === 0 && !node.has('advances') && !node.has('run') && !node.scope && !isDropped(node);
}

/**
 * Named declarations one level up whose period fits, or is not known, or is not needed because the declaration has none
 * itself yet. The same person's come first, then those of the same file, then by place.
 */
export function candidateParents(plan: Plan, node: PlanNode): PlanNode[] {
  const kinds = PARENT_KINDS[node.kind] ?? [];
  const parents = plan.remember(`parents of ${node.kind} ${daysText(plan, node)}`, () =>
    plan
      .nodesOf(...kinds)
      .filter((parent) => isEligible(parent) && periodFits(plan, parent, node) !== false && !hasBets(parent)),
  );
  return byNearness(parents, node);
}

/** Of the given declarations, or of all of a kind, those that may be named as a parent and whose period is known to fit, the same person's first. */
export function fittingParents(plan: Plan, node: PlanNode, among: readonly PlanNode[] | Kind): PlanNode[] {
  const fits = (parent: PlanNode) => isEligible(parent) && periodFits(plan, parent, node) === true;
  const parents =
    typeof among === 'string'
      ? plan.remember(`each ${among} for ${daysText(plan, node)}`, () => plan.nodesOf(among).filter(fits))
      : among.filter(fits);
  return byNearness(parents, node);
}

/** Whether the period may stand within the parent's; a week need only touch. Undefined while one of them is not known. */
export function periodFits(plan: Plan, parent: PlanNode, child: PlanNode): boolean | undefined {
  const outer = plan.periodOf(parent);
  const inner = plan.periodOf(child);
  return outer && inner && leavesRoom(outer, inner);
}

/** As `periodFits`, for periods that are known. */
export function leavesRoom(outer: DateRange, inner: ResolvedPeriod): boolean {
  return inner.period.unit === 'week' ? touches(outer, inner) : contains(outer, inner);
}

/** How a reference names it: the simple name where only one declaration bears it, else the path through the nesting. */
export function referenceTo(plan: Plan, node: PlanNode): string {
  const name = node.name ?? '';
  return plan.names.bearersOf(name).size <= 1 ? name : node.path;
}

/** For the title of a fix: the title and how the text will name it. */
export function titleAndName(plan: Plan, node: PlanNode): string {
  return node.title?.trim() ? `${node.label} (${referenceTo(plan, node)})` : referenceTo(plan, node);
}

function isEligible(parent: PlanNode): boolean {
  return parent.name !== undefined && !isDropped(parent);
}

/** What of a declaration's period decides about what it fits into. */
function daysText(plan: Plan, node: PlanNode): string {
  const days = plan.periodOf(node);
  return days ? `${days.period.unit} ${days.first} ${days.last}` : '';
}

function hasBets(parent: PlanNode): boolean {
  return parent.kind === 'frame' && parent.childrenOf('bet').length > 0;
}

/** Without itself; else in the order given. */
function byNearness(parents: readonly PlanNode[], node: PlanNode): PlanNode[] {
  const { dri } = node;
  const groups: PlanNode[][] = [[], [], [], []];
  for (const parent of parents) {
    if (parent === node) continue;
    const farness = (dri && parent.dri === dri ? 0 : 2) + (parent.file === node.file ? 0 : 1);
    groups[farness]?.push(parent);
  }
  return groups.flat();
}
