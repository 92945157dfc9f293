/** What a plan says of its platforms: how much of them is used, and what closes their gaps. */

import { isPlaceholder } from '../values/amount.ts';
import { amountOf } from './metrics.ts';
import type { PlanNode } from './node.ts';

/** Percent of its capability, as `used 45%` says; undefined where nothing is said. */
export function usedShareOf(platform: PlanNode): number | undefined {
  for (const property of platform.propertiesOf('UsedProperty')) {
    const amount = amountOf(property.amount);
    if (amount && !isPlaceholder(amount) && amount.unit === 'percent') return amount.value;
  }
  return undefined;
}

/** Work, a decision or a lesson that names the platform. */
export function isWorkedOn(platform: PlanNode): boolean {
  return [...platform.users].some((user) => WORK.has(user.kind));
}

const WORK: ReadonlySet<string> = new Set(['objective', 'milestone', 'commitment', 'program', 'decision', 'retro']);
