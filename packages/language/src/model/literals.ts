/** The periods and amounts that a property holds, wherever it holds them, as they were written. */

import type { AmountLiteral, PeriodLiteral, Property, TimeLiteral } from './records.ts';

/** In the order of the text. */
export function periodsIn(property: Property): readonly PeriodLiteral[] {
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
      return NONE;
  }
}

/** In the order of the text. */
export function amountsIn(property: Property): readonly AmountLiteral[] {
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
      return NONE;
  }
}

/** A number of things: neither money nor a share of something. */
export interface Count {
  literal: AmountLiteral;
  least: number;
  most: number;
  /** Half a one is none. */
  whole: boolean;
}

/** In the order of the text. */
export function countsIn(property: Property): readonly Count[] {
  switch (property.type) {
    case 'AmountProperty':
      return property.key === 'priority' ? counts(property.amount, 0) : NONE;
    case 'WithinProperty':
      return counts(property.count, 1);
    case 'EveryProperty':
      return [
        ...counts(property.count, 1),
        ...counts(property.day, 1, LONGEST_MONTH),
        ...counts(property.duration, 0, MANY, false),
      ];
    default:
      return NONE;
  }
}

function counts(literal: AmountLiteral | undefined, least: number, most = MANY, whole = true): readonly Count[] {
  return literal ? [{ literal, least, most, whole }] : NONE;
}

const LONGEST_MONTH = 31;
/** No plan counts further than this in days, weeks or minutes. */
const MANY = 1000;

/** Times of day. */
export function timesIn(property: Property): readonly TimeLiteral[] {
  return property.type === 'EveryProperty' ? present(property.at) : NONE;
}

function present<T>(first: T | undefined, ...others: readonly (T | undefined)[]): readonly T[] {
  if (others.length > 0) return [first, ...others].filter((literal) => literal !== undefined);
  return first === undefined ? NONE : [first];
}

/** Most properties hold none. */
const NONE: readonly never[] = [];
