/** The period of a declaration: its own, or the one it inherits, resolved to dates by the plan's calendar. */

import { type Calendar, type DateRange, rangeOf } from '../values/calendar.ts';
import { isPeriodFault, type Period, parsePeriod } from '../values/period.ts';
import { factsOf } from './kinds.ts';
import type { PlanNode } from './node.ts';
import type { PeriodLiteral, PropertyOf } from './records.ts';

const PERIOD_KEYS = ['year', 'quarter', 'month', 'week'] as const;

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
  const stated = node
    .propertiesOf('PeriodProperty')
    .filter((property) => (PERIOD_KEYS as readonly string[]).includes(property.key))
    .flatMap((property) => {
      const period = understood(property.period);
      return period && property.period ? [{ property, literal: property.period, period }] : [];
    });
  return stated.find(({ property }) => property.key === wanted) ?? stated[0];
}

/** Own period, else that of the week block around a commitment, else that of the frame around a bet or run. */
export function periodOf(node: PlanNode, calendar: Calendar): ResolvedPeriod | undefined {
  for (const from of [node, ...inheritedFrom(node)]) {
    const stated = statedPeriod(from);
    if (stated) return { ...stated, ...rangeOf(stated.period, calendar), from };
  }
  return undefined;
}

function inheritedFrom(node: PlanNode): PlanNode[] {
  if (node.kind === 'commitment' && node.outer?.kind === 'week') return [node.outer];
  if (node.kind === 'bet' || node.kind === 'run')
    return node.parents.filter((parent) => parent.kind === 'frame').slice(0, 1);
  return [];
}

export function understood(literal: PeriodLiteral | undefined): Period | undefined {
  if (!literal) return undefined;
  const period = parsePeriod(literal.literal);
  return isPeriodFault(period) ? undefined : period;
}
