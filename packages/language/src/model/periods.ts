/** The period of a declaration: its own, or the one it inherits, resolved to dates by the plan's calendar. */

import { type Calendar, type DateRange, rangeOf } from '../values/calendar.ts';
import { isPeriodFault, type Period, parsePeriod } from '../values/period.ts';
import { factsOf } from './kinds.ts';
import type { PlanNode } from './node.ts';
import type { PeriodLiteral, PropertyOf } from './records.ts';

const PERIOD_KEYS: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week']);

/** A period as it was written. */
export interface StatedPeriod {
  property: PropertyOf<'PeriodProperty'>;
  literal: PeriodLiteral;
  period: Period;
}

export interface ResolvedPeriod extends StatedPeriod, DateRange {
  /** Whose property it is: the declaration itself, its week block, its frame. */
  from: PlanNode;
}

/** The declaration's own period of whatever unit, the one that fits its kind first; undefined when none can be understood. */
export function statedPeriod(node: PlanNode): StatedPeriod | undefined {
  const wanted = factsOf(node.kind).period;
  let first: StatedPeriod | undefined;
  for (const property of node.declaration.properties) {
    if (property.type !== 'PeriodProperty' || !PERIOD_KEYS.has(property.key)) continue;
    const period = understood(property.period);
    if (!period || !property.period || (first && property.key !== wanted)) continue;
    first = { property, literal: property.period, period };
    if (property.key === wanted) return first;
  }
  return first;
}

/** The declaration's own period, as `statedPeriod` finds it, with the days that it means. */
export function ownPeriodOf(node: PlanNode, calendar: Calendar): ResolvedPeriod | undefined {
  const stated = statedPeriod(node);
  if (!stated) return undefined;
  const { property, literal, period } = stated;
  const { first, last } = rangeOf(period, calendar);
  return { property, literal, period, first, last, from: node };
}

/** Whose period counts where it has none of its own: that of the week block around a commitment, of the frame around a bet or run. */
export function inheritedFrom(node: PlanNode): PlanNode | undefined {
  if (node.kind === 'commitment' && node.outer?.kind === 'week') return node.outer;
  if (node.kind === 'bet' || node.kind === 'run') return node.parents.find((parent) => parent.kind === 'frame');
  return undefined;
}

export function understood(literal: PeriodLiteral | undefined): Period | undefined {
  if (!literal) return undefined;
  const period = parsePeriod(literal.literal);
  return isPeriodFault(period) ? undefined : period;
}
