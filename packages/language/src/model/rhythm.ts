/** How often a cadence meets, and what it looks at. */

import { isAmountFault, isPlaceholder, parseAmount } from '../values/amount.ts';
import type { PlanNode } from './node.ts';

export type Rhythm = 'weekly' | 'monthly' | 'quarterly' | 'yearly';

/** Days from one meeting to the next. */
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/**
 * The longest distance, in days, that still passes for a rhythm: about half way to the next one, so that every second week
 * is a weekly review, and every six weeks a monthly one.
 */
const LONGEST: readonly (readonly [Rhythm, number])[] = [
  ['weekly', 14],
  ['monthly', 52],
  ['quarterly', 150],
];

/** By its `every`; undefined when the cadence does not say how often it meets. */
export function rhythmOf(cadence: PlanNode): Rhythm | undefined {
  const distance = intervalOf(cadence);
  if (distance === undefined) return undefined;
  return LONGEST.find(([, longest]) => distance <= longest)?.[0] ?? 'yearly';
}

/** Days from one meeting to the next, by its `every`; undefined when the cadence does not say how often it meets. */
export function intervalOf(cadence: PlanNode): number | undefined {
  const [every] = cadence.propertiesOf('EveryProperty');
  const days = DAYS[every?.unit?.replace(/s$/, '') ?? ''];
  if (!every || days === undefined) return undefined;
  const count = every.count ? parseAmount(every.count.literal) : undefined;
  if (count && (isAmountFault(count) || isPlaceholder(count) || count.unit !== 'number' || count.value <= 0))
    return undefined;
  return days * (count?.value ?? 1);
}

/** The levels that it looks at: `commitments`, `milestones`, … */
export function reviewedLevels(cadence: PlanNode): string[] {
  return cadence.propertiesOf('ReviewsProperty').flatMap((property) => property.levels);
}
