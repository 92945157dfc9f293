/** Decision rights as texts: who holds them, who needs them. */

import { answering } from './authority.ts';
import type { PlanNode } from './node.ts';
import type { Located, PropertyOf } from './records.ts';

/** The same right, however it is typed. */
export function sameRight(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[.]$/, '').toLowerCase();
}

/** The rights that a declaration gives, with their places; blank ones give nothing. */
export function rightsGivenBy(node: PlanNode): readonly Located[] {
  const rights = node.texts('decides');
  return rights.length > 0 ? rights.filter(({ value }) => value.trim() !== '') : rights;
}

/** The decisions that it says it needs: `needs decision "…"`. */
export function decisionsNeededBy(node: PlanNode): readonly PropertyOf<'NeedsProperty'>[] {
  const needs = node.propertiesOf('NeedsProperty');
  return needs.length > 0 ? needs.filter(({ isDecision, decision }) => isDecision && decision?.value.trim()) : needs;
}

/** The people who hold what a declaration gives: an owner gives to themselves, a meeting to its chair, all else to whoever answers for it. */
export function holdersOf(node: PlanNode): readonly PlanNode[] {
  if (node.kind === 'owner') return [node];
  return node.kind === 'cadence' ? node.targets('chair') : answering(node);
}

/** Whom the people of a declaration may ask: themselves, and whoever it or they escalate or report to. */
export function within(node: PlanNode): PlanNode[] {
  const people = answering(node);
  const above = [node, ...people].flatMap((from) => from.targets('escalates'));
  return [...new Set([...people, ...above, ...people.flatMap((person) => person.targets('reports'))])];
}
