/** How far metrics came, as a share of the way from baseline to target, and how far forecasts were off. */

import { isPlaceholder } from '../values/amount.ts';
import { rangeOf } from '../values/calendar.ts';
import { amountOf, readingsOf, resolvedGoalOf } from './metrics.ts';
import type { PlanNode } from './node.ts';
import { understood } from './periods.ts';
import type { Plan } from './plan.ts';

export interface Attainment {
  metric: PlanNode;
  /** 1 at the target, 0 at the baseline or behind it; undefined without a reading or a way to go. */
  share: number | undefined;
  /** |forecast − final reading| as a share of the way; undefined without a forecast that a later reading answers. */
  forecastError: number | undefined;
}

/**
 * By the last reading up to `day` (ISO): (reading − baseline) ÷ (target − baseline), not below 0. The forecast is the last one
 * that a reading of a later day answers; the final reading is the last one of all.
 */
export function attainmentOf(plan: Plan, metric: PlanNode, day: string): Attainment {
  const { calendar } = plan.config;
  const { baseline = 0, target } = resolvedGoalOf(metric);
  const way = target === undefined ? undefined : target - baseline;
  const final = readingsOf(metric, calendar).findLast(({ date, value }) => date <= day && isNumber(value.literal));
  const value = numberIn(final?.value.literal);
  if (!final || value === undefined || way === undefined || way === 0)
    return { metric, share: undefined, forecastError: undefined };
  const forecast = metric
    .propertiesOf('ReadingProperty', 'forecast')
    .filter(({ on }) => {
      const period = understood(on);
      return period !== undefined && rangeOf(period, calendar).last < final.date;
    })
    .map((property) => numberIn(property.value?.literal))
    .findLast((each) => each !== undefined);
  return {
    metric,
    share: Math.max(0, (value - baseline) / way),
    forecastError: forecast === undefined ? undefined : Math.abs(forecast - value) / Math.abs(way),
  };
}

function isNumber(literal: string): boolean {
  return numberIn(literal) !== undefined;
}

function numberIn(literal: string | undefined): number | undefined {
  const amount = literal === undefined ? undefined : amountOf({ literal, start: 0, end: 0 });
  return amount && !isPlaceholder(amount) ? amount.value : undefined;
}
