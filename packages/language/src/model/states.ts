/** Where a declaration stands by what its author recorded: `done`, `met`, `missed`, `moved`, `dropped`, `status … achieved`. */

import type { Period } from '../values/period.ts';
import type { PlanNode } from './node.ts';
import { understood } from './periods.ts';
import type { Located, PropertyOf } from './records.ts';

const FINAL_STATES: ReadonlySet<string> = new Set(['done', 'met', 'missed', 'dropped']);
const FINAL_STATUSES: ReadonlySet<string | undefined> = new Set(['achieved', 'partial', 'missed', 'dropped']);

/** Of several states the last one wins. */
export function stateOf(node: PlanNode): PropertyOf<'StateProperty'> | undefined {
  return node.lastOf('StateProperty');
}

/** Of several statuses the one with the latest date wins; where dates do not tell, the last one in the text. */
export function statusOf(node: PlanNode): PropertyOf<'StatusProperty'> | undefined {
  let latest: PropertyOf<'StatusProperty'> | undefined;
  for (const status of node.declaration.properties) {
    if (status.type !== 'StatusProperty' || status.later) continue;
    if (!latest?.on || !status.on || status.on.literal >= latest.on.literal) latest = status;
  }
  return latest;
}

/** The options or recoveries that a status lists; blank ones say nothing. */
export function detailsOf(status: PropertyOf<'StatusProperty'>, key: 'option' | 'recovery'): string[] {
  return status.details
    .flatMap((detail) =>
      detail.key === key && 'text' in detail ? [(detail.text as Located | undefined)?.value ?? ''] : [],
    )
    .filter((text) => text.trim() !== '');
}

/** Given up on purpose: nothing more is expected of it or beneath it. */
export function isDropped(node: PlanNode): boolean {
  return stateOf(node)?.key === 'dropped' || statusOf(node)?.status === 'dropped';
}

/** Its outcome is known, whatever it is. */
export function isClosed(node: PlanNode): boolean {
  const state = stateOf(node);
  return (state !== undefined && FINAL_STATES.has(state.key)) || FINAL_STATUSES.has(statusOf(node)?.status);
}

/** The period that it was moved to, if that is its last word. */
export function movedTo(node: PlanNode): Period | undefined {
  const state = stateOf(node);
  return state?.key === 'moved' ? understood(state.to) : undefined;
}
