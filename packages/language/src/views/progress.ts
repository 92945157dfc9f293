/** How much of what stands one level below has come true. */

import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import { isReached, stateOf } from './state.ts';

export interface Progress {
  done: number;
  /** Without what was dropped. */
  total: number;
  of: Kind;
}

/** What is counted below each level. */
const BELOW: Partial<Record<Kind, Kind>> = {
  frame: 'objective',
  bet: 'objective',
  objective: 'milestone',
  milestone: 'commitment',
};

/** Undefined where nothing stands one level below. */
export function progressOf(node: PlanNode): Progress | undefined {
  const of = BELOW[node.kind];
  if (!of) return undefined;
  const states = node
    .childrenOf(of)
    .map(stateOf)
    .filter((state) => state?.word !== 'dropped');
  return states.length > 0 ? { done: states.filter(isReached).length, total: states.length, of } : undefined;
}
