/** Programs as they were planned and as they went: on time, to spec, how long, how much. */

import { isPlaceholder, type KnownAmount } from '../values/amount.ts';
import { daysBetween } from '../values/calendar.ts';
import { daysFor, daysIn } from './deadlines.ts';
import { amountOf } from './metrics.ts';
import type { PlanNode } from './node.ts';
import type { Plan } from './plan.ts';
import { isDropped } from './states.ts';

export interface Delivery {
  program: PlanNode;
  /** ISO dates; each is undefined where the plan does not say it. `due` is the last planned day. */
  approved?: string;
  start?: string;
  due?: string;
  shipped?: string;
  dropped: boolean;
  /** Undefined where nobody judged it. */
  spec?: 'met' | 'missed';
  budget?: KnownAmount;
  spent?: KnownAmount;
}

export function deliveryOf(plan: Plan, program: PlanNode): Delivery {
  const { calendar } = plan.config;
  const planned = program.has('planned') ? daysFor(plan, program) : undefined;
  const approved = daysIn(program, 'approved', calendar)?.first;
  const shipped = daysIn(program, 'shipped', calendar)?.first;
  const result = program.propertiesOf('SpecProperty')[0]?.result;
  const spec = result === 'met' || result === 'missed' ? result : undefined;
  const budget = known(program, 'budget');
  const spent = known(program, 'spent');
  return {
    program,
    dropped: isDropped(program),
    ...(approved && { approved }),
    ...(planned && { start: planned.first, due: planned.last }),
    ...(shipped && { shipped }),
    ...(spec && { spec }),
    ...(budget && { budget }),
    ...(spent && { spent }),
  };
}

export interface ExecutionRate {
  /** Programs whose last planned day has come by then, without those that were dropped. */
  counted: Delivery[];
  /** Of these, shipped on or before the last planned day, and not short of the spec. */
  onTimeToSpec: Delivery[];
  /** On time, and nobody judged the spec: they count as met. */
  unjudged: Delivery[];
  /** Due by then and given up on purpose. */
  dropped: Delivery[];
  /** onTimeToSpec ÷ counted, 0 to 1; undefined where nothing was due. */
  rate: number | undefined;
}

/**
 * The percentage of planned programs that ship on time to spec: takeaway 03 of the "Marketing Execution Gap" framework,
 * erikmiller.com. Leaves out programs without `planned` dates, those that are not due on `day` (ISO) yet, and what was dropped.
 */
export function executionRateOf(deliveries: readonly Delivery[], day: string): ExecutionRate {
  const due = deliveries.filter((delivery) => delivery.due !== undefined && delivery.due <= day);
  const counted = due.filter(({ dropped }) => !dropped);
  const onTimeToSpec = counted.filter(isOnTimeToSpec);
  return {
    counted,
    onTimeToSpec,
    unjudged: onTimeToSpec.filter(({ spec }) => spec === undefined),
    dropped: due.filter(({ dropped }) => dropped),
    rate: counted.length === 0 ? undefined : onTimeToSpec.length / counted.length,
  };
}

export function isOnTimeToSpec({ shipped, due, spec }: Delivery): boolean {
  return shipped !== undefined && due !== undefined && shipped <= due && spec !== 'missed';
}

/** Days from approval to shipping: the velocity of one program (Robin C, "Execution Marketing"). */
export function velocityOf({ approved, shipped }: Delivery): number | undefined {
  return approved === undefined || shipped === undefined ? undefined : daysBetween(approved, shipped);
}

/** Days from the first planned day of work to shipping: the time-to-market of one program. */
export function timeToMarketOf({ start, shipped }: Delivery): number | undefined {
  return start === undefined || shipped === undefined ? undefined : daysBetween(start, shipped) + 1;
}

function known(program: PlanNode, key: 'budget' | 'spent'): KnownAmount | undefined {
  const amount = amountOf(program.amount(key));
  return amount && !isPlaceholder(amount) ? amount : undefined;
}
