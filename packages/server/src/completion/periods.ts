/** Periods and days: this one, the next, and what the level above leaves room for, each with its dates. */

import {
  describePeriod,
  formatPeriod,
  isPeriodFault,
  type LikelyPeriod,
  likelyPeriods,
  type Period,
  type PeriodUnit,
  parsePeriod,
  periodsTouching,
  rangeOf,
  roomOf,
  takenBeside,
} from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { type Dated, daysFor } from './days.ts';
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
