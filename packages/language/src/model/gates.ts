/** How long a gate may take. */

import { isPlaceholder } from '../values/amount.ts';
import { amountOf } from './metrics.ts';
import type { PlanNode } from './node.ts';

/** Days that `within` grants, as they are counted on a calendar; undefined where nothing is said. */
export function limitOf(gate: PlanNode): number | undefined {
  const [within] = gate.propertiesOf('WithinProperty');
  const count = amountOf(within?.count);
  if (!within || !count || isPlaceholder(count) || count.unit !== 'number') return undefined;
  return count.value * (within.unit?.startsWith('week') ? DAYS_OF_WEEK : 1);
}

const DAYS_OF_WEEK = 7;
