/** The days that a property usually names: today for facts, the end of a period for what lies ahead. */

import {
  addDays,
  convert,
  type DateRange,
  isPeriodFault,
  next,
  type Period,
  type PeriodUnit,
  parsePeriod,
  periodsTouching,
  rangeOf,
  roomOf,
  sixWeeksBefore,
} from '@mos/language';
import type { Request } from './request.ts';

/** A period, and what is worth knowing of it besides its dates. */
export interface Dated {
  period: Period;
  note: string | undefined;
}

/** `words`: what stands behind the keyword already. */
export function daysFor({ plan, block, today }: Request, key: string, words: readonly string[]): Dated[] {
  const { calendar } = plan.config;
  const end = (unit: PeriodUnit, of = today) => rangeOf(convert(day(of), unit, calendar), calendar).last;
  const own: DateRange | undefined = block && (plan.periodOf(block) ?? roomOf(plan, block));
  const quarterEnd = own ? end('quarter', own.first) : end('quarter');
  if (key === 'read') {
    const due = sixWeeksBefore(quarterEnd);
    const months = own ? periodsTouching('month', own, calendar).slice(0, 3) : [];
    return [
      dated(due, 'six weeks before the quarter ends'),
      ...months.map((month) => dated(rangeOf(month).last, 'end of the month')),
    ];
  }
  if (key === 'until')
    return [
      dated(end('month'), 'end of the month'),
      dated(quarterEnd, 'end of the quarter'),
      dated(end('year'), 'end of the year'),
    ];
  if (key === 'planned') {
    const start = words[0] && isDay(words[0]) ? words[0] : today;
    const monday = rangeOf(next(convert(day(today), 'week', calendar)), calendar).first;
    if (words.includes('to'))
      return [
        dated(addDays(start, 13), 'two weeks'),
        dated(addDays(start, 27), 'four weeks'),
        dated(end('month', start), 'end of the month'),
        dated(end('quarter', start), 'end of the quarter'),
      ];
    return [
      dated(monday, 'next Monday'),
      dated(today, undefined),
      dated(addDays(end('month'), 1), 'first of the next month'),
    ];
  }
  const past = [0, 1, 2, 3, 4, 5, 6].map((days) => dated(addDays(today, -days), days === 1 ? 'yesterday' : undefined));
  if (key !== 'reading' && key !== 'forecast' && key !== 'met') return past;
  const lastMonth = addDays(`${today.slice(0, 8)}01`, -1);
  return [past[0] as Dated, dated(lastMonth, 'end of the last month'), ...past.slice(1)];
}

function day(date: string): Period {
  return { unit: 'day', date };
}

function dated(date: string, note: string | undefined): Dated {
  return { period: day(date), note };
}

function isDay(text: string): boolean {
  const period = parsePeriod(text);
  return !isPeriodFault(period) && period.unit === 'day';
}
