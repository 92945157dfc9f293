/** What stands below an objective, counted once each: its months, its weeks, and how much of them has come true. */

import type { PlanNode } from '../model/node.ts';
import { isDropped } from '../model/states.ts';
import { isReached, stateOf } from './state.ts';

export interface Rollup {
  /** Without those that were dropped, as everywhere here. */
  milestones: PlanNode[];
  /** Those of its milestones, and those that advance it directly. */
  commitments: PlanNode[];
  /** The milestones and commitments that have come true. */
  reached: PlanNode[];
}

export function rollupOf(objective: PlanNode): Rollup {
  const counts = (node: PlanNode) => !isDropped(node);
  const milestones = objective.childrenOf('milestone').filter(counts);
  const commitments = [...new Set([objective, ...milestones].flatMap((node) => node.childrenOf('commitment')))].filter(
    counts,
  );
  const reached = [...milestones, ...commitments].filter((node) => isReached(stateOf(node)));
  return { milestones, commitments, reached };
}
