/** What a metric should reach, as the plan says it, and the plain numbers that follow from it. */

import { type Amount, isPlaceholder } from './amount.ts';

export type Goal =
  | { readonly kind: 'fromTo'; readonly from?: Amount; readonly to?: Amount }
  | { readonly kind: 'atLeast'; readonly value: Amount }
  | { readonly kind: 'atMost'; readonly value: Amount }
  | { readonly kind: 'between'; readonly low: Amount; readonly high: Amount }
  | { readonly kind: 'up'; readonly by: Amount }
  | { readonly kind: 'down'; readonly by: Amount };

/** Values in the unit of the amounts: 45 for `45%`. */
export interface ResolvedGoal {
  /** Where the metric stands at the start. */
  readonly baseline?: number;
  /** The number to reach; none for `between`, for `TBD`, and for `up` or `down` without a baseline. */
  readonly target?: number;
  /** Bounds of `between`, as written: that the low one lies above the high one is for a rule to say. */
  readonly low?: number;
  readonly high?: number;
  readonly direction: 'up' | 'down' | 'within' | 'unknown';
  /** One of the amounts is `TBD`. */
  readonly placeholder: boolean;
}

/**
 * Brings the goals of one metric together: the baseline is the first `from`, the target the first goal that names one.
 *
 * `up 20%` is relative to the baseline, also where the baseline is itself a percentage: from 18%, up 20% is 21.6%.
 * Percentage points are written without the sign: from 18%, `up 5` is 23%. From a negative baseline, up is still up.
 */
export function resolveGoal(goals: readonly Goal[]): ResolvedGoal {
  const baseline = known(goals.map((goal) => (goal.kind === 'fromTo' ? goal.from : undefined)).find(isStated));
  const aim = goals.find((goal) => goal.kind !== 'fromTo' || goal.to !== undefined);
  const placeholder = goals.some((goal) => amountsOf(goal).some(isPlaceholder));
  return { ...(baseline === undefined ? {} : { baseline }), ...resolveAim(aim, baseline), placeholder };
}

type Aim = Pick<ResolvedGoal, 'target' | 'low' | 'high' | 'direction'>;

function resolveAim(goal: Goal | undefined, baseline: number | undefined): Aim {
  switch (goal?.kind) {
    case undefined:
      return { direction: 'unknown' };
    case 'fromTo': {
      const target = known(goal.to);
      return { ...aimAt(target), direction: directionBetween(baseline, target) };
    }
    case 'atLeast':
      return { ...aimAt(known(goal.value)), direction: 'up' };
    case 'atMost':
      return { ...aimAt(known(goal.value)), direction: 'down' };
    case 'between': {
      const low = known(goal.low);
      const high = known(goal.high);
      return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), direction: 'within' };
    }
    case 'up':
      return { ...aimAt(moved(baseline, goal.by, 1)), direction: 'up' };
    case 'down':
      return { ...aimAt(moved(baseline, goal.by, -1)), direction: 'down' };
  }
}

function moved(baseline: number | undefined, by: Amount, sign: 1 | -1): number | undefined {
  if (baseline === undefined || isPlaceholder(by)) return undefined;
  const step = by.unit === 'percent' ? (Math.abs(baseline) * by.value) / 100 : by.value;
  // Twelve digits: 0.1 up 0.2 is 0.3, and not 0.30000000000000004.
  return Number((baseline + sign * step).toPrecision(12));
}

function directionBetween(baseline: number | undefined, target: number | undefined): ResolvedGoal['direction'] {
  if (baseline === undefined || target === undefined || baseline === target) return 'unknown';
  return target > baseline ? 'up' : 'down';
}

function amountsOf(goal: Goal): Amount[] {
  switch (goal.kind) {
    case 'fromTo':
      return [goal.from, goal.to].filter(isStated);
    case 'between':
      return [goal.low, goal.high];
    case 'up':
    case 'down':
      return [goal.by];
    case 'atLeast':
    case 'atMost':
      return [goal.value];
  }
}

function isStated(amount: Amount | undefined): amount is Amount {
  return amount !== undefined;
}

function known(amount: Amount | undefined): number | undefined {
  return amount === undefined || isPlaceholder(amount) ? undefined : amount.value;
}

function aimAt(target: number | undefined): { target?: number } {
  return target === undefined ? {} : { target };
}
