/** Promises kept: what became of commitments, and the rate that comes of it. */

import { daysOf } from './deadlines.ts';
import type { PlanNode } from './node.ts';
import type { Plan } from './plan.ts';
import { stateOf } from './states.ts';

/**
 * `kept`: done in its own week or before it. `late`: done after its week, or in a week that it was moved to. `open`: no word yet,
 * or blocked. `moved`: its own week went by without it, and the one that it was moved to has not brought it yet.
 */
export type Promised = 'kept' | 'late' | 'missed' | 'moved' | 'dropped' | 'open';

export function promisedOf(plan: Plan, commitment: PlanNode): Promised {
  const state = stateOf(commitment);
  if (!state || state.key === 'blocked') return 'open';
  if (state.key !== 'done') return state.key as 'missed' | 'moved' | 'dropped';
  const on = daysOf(state.on, plan.config.calendar)?.first;
  const week = plan.periodOf(commitment);
  const wasMoved = commitment.propertiesOf('StateProperty', 'moved').length > 0;
  return wasMoved || (on !== undefined && week !== undefined && on > week.last) ? 'late' : 'kept';
}

export interface KeptRate {
  /** How many commitments ended in which way. */
  counts: Record<Promised, number>;
  /** Of the open ones, those that are blocked: of these somebody has said a word. */
  blocked: number;
  /** Kept, late, missed and moved: those with a word on them that were not given up on purpose. */
  counted: number;
  /** Kept ÷ counted, 0 to 1; undefined where nothing counts. */
  rate: number | undefined;
}

/**
 * kept ÷ (kept + late + missed + moved). Leaves out what was dropped, since that was a decision, and what is open, since nobody
 * said how it went; both are in `counts`. E. R. Miller, "The Marketing Execution Gap": a commitment is a promise for one week.
 */
export function keptRateOf(plan: Plan, commitments: Iterable<PlanNode>): KeptRate {
  const counts: Record<Promised, number> = { kept: 0, late: 0, missed: 0, moved: 0, dropped: 0, open: 0 };
  let blocked = 0;
  for (const commitment of commitments) {
    counts[promisedOf(plan, commitment)] += 1;
    if (stateOf(commitment)?.key === 'blocked') blocked += 1;
  }
  const counted = counts.kept + counts.late + counts.missed + counts.moved;
  return { counts, blocked, counted, rate: counted === 0 ? undefined : counts.kept / counted };
}
