/** How far a declaration is, by the facts that its owner wrote down. */

import type { PlanNode } from '../model/node.ts';
import { stateOf as lastState, statusOf as lastStatus } from '../model/states.ts';

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

/** Undefined where nobody has said anything yet. */
export function stateOf(node: PlanNode): State | undefined {
  const done = lastState(node);
  if (done) return state(done.key, done.on ?? done.to ?? done.since, done.reason);
  const status = lastStatus(node);
  return status?.status === undefined ? undefined : state(status.status, status.on, status.reason);
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
