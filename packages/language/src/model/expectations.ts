/** What a declaration expects of numbers, and whether readings say that it came true. */

import { isPlaceholder } from '../values/amount.ts';
import { amountOf, metricOf, type Reading, readingsOf, resolvedGoalOf } from './metrics.ts';
import type { PlanNode } from './node.ts';
import type { Plan } from './plan.ts';
import type { PropertyOf } from './records.ts';

export interface Expectation {
  aim: PropertyOf<'AimProperty'>;
  metric: PlanNode;
  /** The latest reading up to the day. */
  reading?: Reading;
  /** Undefined where nothing was read, or the goal is no number. */
  reached?: boolean;
}

/** Its `expect`s whose metric is known, in the order of the text, by the readings that are dated up to `day` (ISO). */
export function expectationsOf(plan: Plan, node: PlanNode, day: string): Expectation[] {
  return node.propertiesOf('AimProperty', 'expect').flatMap((aim) => {
    const metric = metricOf(node, aim);
    if (!metric) return [];
    const reading = readingsOf(metric, plan.config.calendar).findLast(
      ({ date, value }) => date <= day && value.literal !== 'TBD',
    );
    const reached = reading && isReachedBy(reading, metric, aim);
    return [{ aim, metric, ...(reading && { reading }), ...(reached !== undefined && { reached }) }];
  });
}

function isReachedBy(reading: Reading, metric: PlanNode, aim: PropertyOf<'AimProperty'>): boolean | undefined {
  const amount = amountOf(reading.value);
  if (!amount || isPlaceholder(amount)) return undefined;
  const { direction, target, low, high } = resolvedGoalOf(metric, aim);
  if (direction === 'within') {
    return low === undefined || high === undefined ? undefined : low <= amount.value && amount.value <= high;
  }
  if (target === undefined) return undefined;
  return direction === 'down' ? amount.value <= target : amount.value >= target;
}
