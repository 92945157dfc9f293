/** Who has to be looked at together to tell what a DRI may decide, and who decides what is beyond them. */

import type { PlanNode } from './node.ts';

/** An objective counts with its DRI, the first of several; an owner with themselves and with whoever they report to. */
export function peopleAround(node: PlanNode): string[] {
  if (node.kind === 'objective')
    return answering(node)
      .slice(0, 1)
      .map(({ identity }) => identity);
  return [...new Set([node, ...node.targets('reports')])].map(({ identity }) => identity);
}

/** The people who stand as DRI; more than one is a fault of its own. */
export function answering(node: PlanNode): readonly PlanNode[] {
  const people = node.targets('dri');
  if (people.length === 1 && people[0]?.kind === 'owner') return people;
  return [...new Set(people)].filter(({ kind }) => kind === 'owner');
}

/**
 * Whether `decides` or `escalates` is said for an objective: by itself, by the people who answer for it, or by the bet or frame
 * that the same person answers for. What could not be read may say it too.
 */
export function isSettled(objective: PlanNode, key: 'decides' | 'escalates'): boolean {
  const people = answering(objective);
  return (
    objective.has(key) ||
    people.some((owner) => owner.declaration.damaged || owner.has(key)) ||
    objective.parents.some(
      (parent) => parent.declaration.damaged || (parent.dri && people.includes(parent.dri) && parent.has(key)),
    )
  );
}

/** As `peopleAround`, and a bet or frame with those who answer for it or for what stands beneath it: they may be asked what is beyond them. */
export function peopleBeneath(node: PlanNode): string[] {
  if (node.kind === 'objective' || node.kind === 'owner') return peopleAround(node);
  return [...new Set([node, ...node.children].flatMap(answering))].map(({ identity }) => identity);
}

/** Neither a reporting line nor a bet or frame of somebody else: the plan knows nobody above them. */
export function hasNobodyAbove(owner: PlanNode, around: readonly PlanNode[]): boolean {
  if (owner.has('reports')) return false;
  return !around.some((node) => node.level === 1 && answering(node).some((other) => other !== owner));
}

/** Others report to them and they report to nobody: what is decided above is outside of the plan. */
export function isTop(owner: PlanNode, around: readonly PlanNode[]): boolean {
  return !owner.has('reports') && around.some((other) => other !== owner && other.targets('reports').includes(owner));
}
