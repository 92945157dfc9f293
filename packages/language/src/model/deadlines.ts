/** When something is due, and when something was: days of declarations and of the literals that stand in them. */

import { type Calendar, type DateRange, rangeOf } from '../values/calendar.ts';
import type { PlanNode } from './node.ts';
import { understood } from './periods.ts';
import type { Plan } from './plan.ts';
import type { PeriodLiteral, Property } from './records.ts';
import { movedTo } from './states.ts';

/** The days that a literal covers; undefined where it is absent or cannot be understood. */
export function daysOf(literal: PeriodLiteral | undefined, calendar: Calendar): DateRange | undefined {
  const period = understood(literal);
  return period && rangeOf(period, calendar);
}

/** The days of a property that holds one period: `approved`, `shipped`, `acquire`, `on`, `until`, `held`. */
export function daysIn(node: PlanNode, key: string, calendar: Calendar): DateRange | undefined {
  return daysOf(periodIn(node.property(key)), calendar);
}

/**
 * From its first to its last day: the own or inherited period, that which it was moved to, `planned` of a program. Undefined
 * where nothing is said.
 */
export function daysFor(plan: Plan, node: PlanNode): DateRange | undefined {
  const { calendar } = plan.config;
  const moved = movedTo(node);
  if (moved) return rangeOf(moved, calendar);
  if (node.kind === 'program') {
    const [planned] = node.propertiesOf('PlannedProperty');
    const from = daysOf(planned?.from, calendar);
    const to = daysOf(planned?.to, calendar) ?? from;
    return to && { first: (from ?? to).first, last: to.last };
  }
  if (node.kind === 'platform') return daysIn(node, 'acquire', calendar);
  if (node.kind === 'decision') return daysIn(node, 'on', calendar);
  return plan.periodOf(node);
}

/** As its author wrote the period that it is due in: `2026-W03`, `2026-01`; for a program the last planned day. */
export function dueText(plan: Plan, node: PlanNode): string {
  if (node.kind === 'program' || node.kind === 'platform') return daysFor(plan, node)?.last ?? '';
  const moved = node.lastOf('StateProperty');
  if (moved?.key === 'moved' && moved.to) return moved.to.literal;
  return plan.periodOf(node)?.literal.literal ?? '';
}

function periodIn(property: Property | undefined): PeriodLiteral | undefined {
  return property?.type === 'PeriodProperty' ? property.period : undefined;
}
