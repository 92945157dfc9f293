/** The gap between quarterly objectives and weekly commitments, where months are missing: both rules about it read this. */

import { addDays, quarterOf } from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';
import { isOrphan } from './candidates.ts';
import type { PlanNode } from './node.ts';
import type { Plan } from './plan.ts';
import { isDropped } from './states.ts';

/** Weekly work of a quarter that no milestone connects to any of its objectives. */
export interface Gap {
  objectives: readonly PlanNode[];
  /** Commitments that advance nothing. */
  strays: readonly PlanNode[];
}

/** What counts together: the objectives, the milestones and the unattached commitments of a fiscal quarter. */
export function gapGroup(plan: Plan, node: PlanNode): string | undefined {
  if (node.kind === 'commitment' && !isOrphan(node)) return undefined;
  const period = plan.periodOf(node);
  // A week belongs where its Thursday lies, as ISO weeks belong to years.
  const quarter =
    period &&
    formatPeriod(
      quarterOf(period.period.unit === 'week' ? addDays(period.first, 3) : period.first, plan.config.calendar),
    );
  return quarter ?? (node.kind === 'objective' ? 'no quarter' : undefined);
}

/** Set when commitments run in the quarter and it has objectives, but not one milestone. */
export function gapIn(members: readonly PlanNode[]): Gap | undefined {
  const all = members.filter((node) => node.kind === 'objective');
  const objectives = all.filter((node) => !isDropped(node));
  const strays = members.filter((node) => node.kind === 'commitment');
  if (objectives.length === 0 || strays.length === 0) return undefined;
  if (members.some((node) => node.kind === 'milestone')) return undefined;
  if (all.some((node) => hasMilestone(node) || skippingCommitments(node).length > 0)) return undefined;
  return { objectives, strays };
}

export function hasMilestone(objective: PlanNode): boolean {
  return objective.children.some((child) => child.kind === 'milestone');
}

/** Commitments that advance it first of all, and directly; work that is run or dropped does not count. */
export function skippingCommitments(objective: PlanNode): PlanNode[] {
  return objective.childrenOf('commitment').filter((child) => child.parent === objective && skipsLevel(child));
}

/** It advances something more than one level up and nothing one level up, as far as its references are understood. */
export function skipsLevel(node: PlanNode): boolean {
  const level = node.level ?? 0;
  if (node.declaration.damaged || node.has('run') || isDropped(node)) return false;
  if (node.linksOf('advances').some((link) => !link.target)) return false;
  return node.parents.length > 0 && node.parents.every((parent) => (parent.level ?? level) < level - 1);
}
