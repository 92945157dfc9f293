/** What nobody knows yet on a day: facts that the text holds and that are dated after it, so that any earlier day can be replayed. */

import { type Calendar, rangeOf } from '../values/calendar.ts';
import { understood } from './periods.ts';
import type { Declaration, FileSummary, PeriodLiteral, Property } from './records.ts';

/**
 * Marks facts that are dated after `today` (ISO) as later ones: `PlanNode` does not tell of them. One that is dated by a period is
 * known once that has begun. A fact without a date (`missed`, `moved`, `dropped`) counts, as it may have been noted on any day; but in
 * a file that holds later facts, `today` is a day that people have left behind, and there it counts once its own time is over. What
 * plans (`planned`, `by`, `until`) always counts. The text, its references and its faults stay as they are.
 */
export function markLater({ declarations }: FileSummary, today: string, calendar: Calendar): void {
  let isPast = false;
  for (const declaration of declarations) {
    for (const property of declaration.properties) {
      const day = factDay(property, calendar);
      if (day === undefined || day <= today) continue;
      property.later = true;
      isPast = true;
      if (property.key === 'shipped') markUnshipped(declaration);
    }
  }
  if (isPast) markUndated(declarations, today, calendar);
}

function markUndated(declarations: readonly Declaration[], today: string, calendar: Calendar): void {
  for (const declaration of declarations)
    for (const property of declaration.properties) {
      if (property.type !== 'StateProperty' || factDate(property)) continue;
      const end = endOf(declaration, declarations, calendar);
      if (end !== undefined && end >= today) property.later = true;
    }
}

/** The last day of its own time, else of that of the nearest block around it that has one. */
function endOf(of: Declaration, declarations: readonly Declaration[], calendar: Calendar): string | undefined {
  for (let at: Declaration | undefined = of; at; at = declarations[at.outer])
    for (const property of at.properties) {
      const period =
        property.type === 'PeriodProperty' && TIMES.has(property.key) ? understood(property.period) : undefined;
      if (period) return rangeOf(period, calendar).last;
    }
  return undefined;
}

const TIMES: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week']);

/** The first day (ISO) of what a fact is dated by; undefined for what is no fact, for a fact without a date, or one that is not understood. */
export function factDay(property: Property, calendar: Calendar): string | undefined {
  const period = understood(factDate(property));
  return period && rangeOf(period, calendar).first;
}

/** The day or period that a fact is dated by; undefined for what is no fact, and for a fact without a date. */
function factDate(property: Property): PeriodLiteral | undefined {
  switch (property.type) {
    case 'StateProperty':
      return property.on ?? property.since;
    case 'StatusProperty':
    case 'ReadingProperty':
      return property.on;
    case 'PeriodProperty':
      return DATED.has(property.key) ? property.period : undefined;
    default:
      return undefined;
  }
}

const DATED: ReadonlySet<string> = new Set(['approved', 'shipped', 'held']);

/** What is said of a program once it has shipped: whether it fits the spec, what it cost, what was learnt. */
function markUnshipped({ properties }: Declaration): void {
  for (const property of properties) if (AFTER_SHIPPING.has(property.key)) property.later = true;
}

const AFTER_SHIPPING: ReadonlySet<string> = new Set(['spec', 'spent', 'review']);
