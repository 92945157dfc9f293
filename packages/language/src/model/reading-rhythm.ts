/** How often a metric is read, and from when on a reading is old. */

import type { PlanNode } from './node.ts';

/** How many days old the last reading may be: one interval, and time for the meeting at which it is looked at. */
const MOST_DAYS: Readonly<Record<string, number>> = { daily: 5, weekly: 14, monthly: 45, quarterly: 120, yearly: 400 };

/** A plan that is kept has a new fact each week, and nobody notes one while on holiday: what is older is no news. Days. */
export const FRESH = 14;

/** `weekly`; undefined where the plan does not say how often. */
export function readRhythmOf(metric: PlanNode): string | undefined {
  return metric.propertiesOf('ReadProperty')[0]?.rhythm;
}

/** Days after which a reading is stale. */
export function patienceOf(metric: PlanNode): number | undefined {
  return MOST_DAYS[readRhythmOf(metric) ?? ''];
}
