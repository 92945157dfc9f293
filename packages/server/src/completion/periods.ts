/** Periods and days: this one, the next, and what the level above leaves room for, each with its dates. */

import {
  addDays,
  convert,
  type DateRange,
  describePeriod,
  formatPeriod,
  isPeriodFault,
  type LikelyPeriod,
  likelyPeriods,
  next,
  type Period,
  type PeriodUnit,
  parsePeriod,
  periodsTouching,
  rangeOf,
  roomOf,
  sixWeeksBefore,
  takenBeside,
} from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Offer, Offers, Request } from './request.ts';

const UNIT_NOTES = { this: 'this', next: 'next', last: 'last' } as const;

/** `slot`: what the keyword takes; `period` is whatever is usual there. */
export function periodOffers(
  request: Request,
  slot: PeriodUnit | 'period',
  key: string,
  words: readonly string[],
): Offers {
  const offers = new Map<string, Offer>();
  const units = slot === 'period' ? unitsFor(request, key) : [slot];
  for (const unit of units) {
    const likely = unit === 'day' ? daysFor(request, key, words) : periodsFor(request, unit, key);
    for (const { period, note } of likely) {
      const offer = offerOf(request, period, note);
      if (!offers.has(offer.label)) offers.set(offer.label, offer);
    }
    for (const period of spelledOut(request, unit)) {
      const offer = offerOf(request, period, undefined);
      if (!offers.has(offer.label)) offers.set(offer.label, offer);
    }
  }
  // A year that is typed brings its months: what is offered depends on every letter.
  return { offers: [...offers.values()], more: true };
}

interface Dated {
  period: Period;
  note: string | undefined;
}

function offerOf({ plan, today }: Request, period: Period, note: string | undefined): Offer {
  const described =
    period.unit === 'day'
      ? `${WEEKDAYS[new Date(`${period.date}T00:00:00Z`).getUTCDay()]}, ${describePeriod(period)}`
      : describePeriod(period, plan.config.calendar);
  const relative = period.unit === 'day' && period.date === today ? 'today' : note;
  return {
    label: formatPeriod(period),
    title: described,
    ...(relative && { facts: relative }),
    kind: CompletionItemKind.Value,
  };
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What `moved to` and `covers` speak of. */
function unitsFor({ block }: Request, key: string): PeriodUnit[] {
  if (key === 'covers') return ['quarter', 'month', 'year'];
  return [block?.kind === 'milestone' ? 'month' : 'week'];
}

function periodsFor(request: Request, unit: Exclude<PeriodUnit, 'day'>, key: string): Dated[] {
  const { plan, block, today } = request;
  const own = block && key !== 'covers';
  const room = own ? roomOf(plan, block) : undefined;
  const taken = own && unit !== 'week' ? takenBeside(plan, block) : new Set<string>();
  const likely = likelyPeriods(plan, unit, today, key === 'moved' ? undefined : room, taken);
  // Whatever is moved is moved ahead, and a look back covers what is over.
  if (key === 'moved') likely.sort((a, b) => MOVED.indexOf(a.note) - MOVED.indexOf(b.note));
  if (key === 'covers' && block?.kind === 'retro') likely.sort((a, b) => BACK.indexOf(a.note) - BACK.indexOf(b.note));
  return likely.map(({ period, note }) => ({ period, note: noteText(unit, note) }));
}

const MOVED: readonly LikelyPeriod['note'][] = ['next', 'this', 'fits', 'last', undefined];
const BACK: readonly LikelyPeriod['note'][] = ['last', 'this', 'next', 'fits', undefined];

function noteText(unit: PeriodUnit, note: LikelyPeriod['note']): string | undefined {
  if (!note) return undefined;
  return note === 'fits' ? 'fits what it advances' : `${UNIT_NOTES[note]} ${unit}`;
}

/** The days that such a property usually names. */
function daysFor({ plan, block, today }: Request, key: string, words: readonly string[]): Dated[] {
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

/** Periods of the year, or days of the month, that somebody has begun to write. */
function spelledOut({ plan, cursor: { typed } }: Request, unit: PeriodUnit): Period[] {
  const { calendar } = plan.config;
  const year = /^(\d{4})(-|$)/.exec(typed)?.[1];
  if (!year) return [];
  const month = /^\d{4}-\d{2}(?=-|$)/.exec(typed)?.[0];
  const begun = parsePeriod(unit === 'day' ? (month ?? '') : year);
  if (isPeriodFault(begun)) return [];
  return periodsTouching(unit, rangeOf(begun, calendar), calendar).filter((period) =>
    formatPeriod(period).startsWith(typed),
  );
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
