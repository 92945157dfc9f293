/** How far a declaration is, by the facts that its owner wrote down. */

import type { PlanNode } from '../model/node.ts';

/** `done` of a commitment, `met` of a milestone, the others as they are written. */
export type StateWord =
  | 'done'
  | 'met'
  | 'missed'
  | 'moved'
  | 'dropped'
  | 'blocked'
  | 'on track'
  | 'at risk'
  | 'off track'
  | 'achieved'
  | 'partial';

export interface State {
  word: StateWord;
  /** The date or period that stands with it: done on, moved to, blocked since, status of. */
  on?: string;
  reason?: string;
}

/** The last fact in the text wins; undefined where nobody has said anything yet. */
export function stateOf(node: PlanNode): State | undefined {
  const last = node.declaration.properties.findLast(
    (property) => property.type === 'StateProperty' || (property.type === 'StatusProperty' && property.status),
  );
  if (last?.type === 'StateProperty') return state(last.key, last.on ?? last.to ?? last.since, last.reason);
  if (last?.type === 'StatusProperty') return state(last.status ?? '', last.on, last.reason);
  return undefined;
}

/** It came true, and nothing more has to be done for it. */
export function isReached(state: State | undefined): boolean {
  return state !== undefined && REACHED.has(state.word);
}

const REACHED: ReadonlySet<StateWord> = new Set(['done', 'met', 'achieved']);

function state(word: string, on: { literal: string } | undefined, reason: { value: string } | undefined): State {
  return {
    word: word.replace(/\s+/g, ' ') as StateWord,
    ...(on && { on: on.literal }),
    ...(reason && { reason: reason.value }),
  };
}
