/** The periods and amounts that a property holds, wherever it holds them, as they were written. */

import type { AmountLiteral, PeriodLiteral, Property } from './records.ts';

/** In the order of the text. */
export function periodsIn(property: Property): PeriodLiteral[] {
  switch (property.type) {
    case 'PeriodProperty':
    case 'CoversProperty':
      return present(property.period);
    case 'StateProperty':
      return present(property.on, property.to, property.since);
    case 'StatusProperty':
    case 'ReadingProperty':
      return present(property.on);
    case 'PlannedProperty':
      return present(property.from, property.to);
    case 'ReadProperty':
      return present(property.by);
    default:
      return [];
  }
}

/** In the order of the text. */
export function amountsIn(property: Property): AmountLiteral[] {
  switch (property.type) {
    case 'AmountProperty':
    case 'UsedProperty':
      return present(property.amount);
    case 'WithinProperty':
      return present(property.count);
    case 'ReadingProperty':
      return present(property.value);
    case 'EveryProperty':
      return present(property.count, property.day, property.duration);
    case 'Goal':
      return present(property.from, property.to, property.value, property.low, property.high);
    case 'AimProperty':
      return property.goals.flatMap(({ from, to, value, low, high }) => present(from, to, value, low, high));
    case 'StatusProperty':
      return property.details.flatMap((detail) => ('amount' in detail ? present(detail.amount as AmountLiteral) : []));
    default:
      return [];
  }
}

function present<T>(...literals: (T | undefined)[]): T[] {
  return literals.filter((literal) => literal !== undefined);
}
