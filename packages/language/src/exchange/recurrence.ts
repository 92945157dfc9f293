/** How a meeting recurs, in the terms of calendars: every so many days, weeks, months or years, on which day, until when. */

import type { PlanNode } from '../model/node.ts';
import { understood } from '../model/periods.ts';
import type { Plan } from '../model/plan.ts';
import { isAmountFault, isPlaceholder, parseAmount } from '../values/amount.ts';
import { addDays, type DateRange, daysBetween, monthOf, quarterOf, rangeOf, weekOf } from '../values/calendar.ts';

export interface Recurrence {
  frequency: 'daily' | 'weekly' | 'monthly' | 'yearly';
  interval: number;
  /** 0 is Monday. */
  weekday?: number;
  /** With a weekday, in a month: the first is 1, the last −1. */
  place?: number;
  /** Day of the month, at most 28. */
  monthDay?: number;
  /** Month of the year, from 1. */
  month?: number;
  /** ISO date: one of its days, from which intervals are counted. */
  anchor: string;
  /** ISO date of the last day on which it may fall. */
  until: string;
}

/** Undefined where the plan does not say how often. */
export function recurrenceOf(plan: Plan, cadence: PlanNode, days: DateRange): Recurrence | undefined {
  const [every] = cadence.propertiesOf('EveryProperty');
  const unit = every?.unit?.replace(/s$/, '');
  const count = countOf(every?.count?.literal);
  if (!every || unit === undefined || count === undefined) return undefined;
  const held = lastHeld(plan, cadence);
  const weekday = every.weekday === undefined ? undefined : WEEKDAYS.indexOf(every.weekday);
  const until = days.last;
  if (unit === 'day') return { frequency: 'daily', interval: count, anchor: held ?? days.first, until };
  if (unit === 'week') {
    const day = weekday ?? (held === undefined ? 0 : weekdayOf(held));
    const near = held ?? days.first;
    return {
      frequency: 'weekly',
      interval: count,
      weekday: day,
      anchor: addDays(rangeOf(weekOf(near)).first, day),
      until,
    };
  }
  // A quarter without a meeting behind it begins where the plan's own quarters do.
  const near =
    held ??
    (unit === 'quarter'
      ? rangeOf(quarterOf(days.first, plan.config.calendar), plan.config.calendar).first
      : days.first);
  const place = every.place === undefined ? undefined : PLACES.indexOf(every.place) + 1 || -1;
  const stated = every.day && countOf(every.day.literal);
  const on =
    weekday === undefined
      ? { monthDay: Math.min(stated ?? Number(near.slice(8)), SAFE_DAY) }
      : { weekday, place: place ?? 1 };
  if (unit === 'year')
    return { frequency: 'yearly', interval: count, ...on, month: Number(near.slice(5, 7)), anchor: near, until };
  return {
    frequency: 'monthly',
    interval: unit === 'quarter' ? count * MONTHS_OF_QUARTER : count,
    ...on,
    anchor: near,
    until,
  };
}

/** The first of its days in a span; undefined where there is none. */
export function firstOn(every: Recurrence, { first, last }: DateRange): string | undefined {
  const end = last < every.until ? last : every.until;
  for (let day = first; day <= end; day = addDays(day, 1)) if (fallsOn(every, day)) return day;
  return undefined;
}

export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
const PLACES: readonly string[] = ['first', 'second', 'third', 'fourth'];
/** Every month has it. */
const SAFE_DAY = 28;
const MONTHS_OF_QUARTER = 3;
const DAYS_OF_WEEK = 7;

function fallsOn({ frequency, interval, weekday, place, monthDay, month, anchor }: Recurrence, day: string): boolean {
  switch (frequency) {
    case 'daily':
      return daysBetween(anchor, day) % interval === 0;
    case 'weekly':
      return weekdayOf(day) === weekday && Math.round(daysBetween(anchor, day) / DAYS_OF_WEEK) % interval === 0;
    case 'monthly':
      return (
        (monthNumber(day) - monthNumber(anchor)) % interval === 0 && isDayOfMonth(day, { weekday, place, monthDay })
      );
    case 'yearly':
      return (
        Number(day.slice(5, 7)) === month &&
        (Number(day.slice(0, 4)) - Number(anchor.slice(0, 4))) % interval === 0 &&
        isDayOfMonth(day, { weekday, place, monthDay })
      );
  }
}

function isDayOfMonth(
  day: string,
  {
    weekday,
    place,
    monthDay,
  }: { weekday: number | undefined; place: number | undefined; monthDay: number | undefined },
): boolean {
  const date = Number(day.slice(8));
  if (monthDay !== undefined) return date === monthDay;
  if (weekdayOf(day) !== weekday) return false;
  if (place === -1) return addDays(day, DAYS_OF_WEEK) > rangeOf(monthOf(day)).last;
  return Math.ceil(date / DAYS_OF_WEEK) === place;
}

function weekdayOf(day: string): number {
  return daysBetween(rangeOf(weekOf(day)).first, day);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function lastHeld(plan: Plan, cadence: PlanNode): string | undefined {
  return cadence
    .propertiesOf('PeriodProperty', 'held')
    .flatMap(({ period }) => {
      const known = understood(period);
      return known ? [rangeOf(known, plan.config.calendar).first] : [];
    })
    .sort()
    .at(-1);
}

/** A whole number from 1; 1 where nothing is said. */
function countOf(literal: string | undefined): number | undefined {
  if (literal === undefined) return 1;
  const amount = parseAmount(literal);
  if (isAmountFault(amount) || isPlaceholder(amount) || amount.unit !== 'number') return undefined;
  return Number.isInteger(amount.value) && amount.value >= 1 && amount.value <= 1000 ? amount.value : undefined;
}
