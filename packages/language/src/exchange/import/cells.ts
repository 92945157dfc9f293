/** Cells of a stranger's table as literals of the language: periods, amounts, words for how something stands. */

import { isAmountFault, parseAmount } from '../../values/amount.ts';
import { type Calendar, convert, rangeOf } from '../../values/calendar.ts';
import { looseAmount, loosePeriod, weekNear } from '../../values/loose.ts';
import { formatPeriod, isPeriodFault, type PeriodUnit, parsePeriod } from '../../values/period.ts';

export type Read = { literal: string } | { fault: string };

/**
 * A period of this unit; a day stands for the week, month or day that it lies in. `today` (ISO): a week without a year is the one that
 * lies nearest to it.
 */
export function periodCell(cell: string, unit: PeriodUnit, calendar: Calendar, today?: string): Read {
  const bare = unit === 'week' && today !== undefined ? weekNear(cell, today) : undefined;
  const literal = bare ?? (isPeriodFault(parsePeriod(cell)) ? loosePeriod(cell) : cell);
  const period = literal === undefined ? undefined : parsePeriod(literal);
  if (!period || isPeriodFault(period)) {
    const near = period?.nearest;
    const example = EXAMPLES[unit];
    return {
      fault: `"${short(cell)}" is no ${unit}; ${near === undefined ? `write it as ${example}` : `did you mean ${near}?`}`,
    };
  }
  if (period.unit === unit) return { literal: formatPeriod(period) };
  if (period.unit === 'day') return { literal: formatPeriod(convert(period, unit, calendar)) };
  return { fault: `"${short(cell)}" is a ${period.unit}, and a ${unit} is needed` };
}

const EXAMPLES: Readonly<Record<PeriodUnit, string>> = {
  year: '2026',
  quarter: '2026-Q1',
  month: '2026-01',
  week: '2026-W03',
  day: '2026-01-16',
};

/** Why nobody knows of this day yet; undefined for one that has come, and for a period that has begun. */
export function stillAhead(literal: string, today: string, calendar: Calendar): string | undefined {
  const period = parsePeriod(literal);
  if (isPeriodFault(period) || rangeOf(period, calendar).first <= today) return undefined;
  return `${literal} lies ahead, and a fact has a day that has come`;
}

/** As it stands where the language has it so. `decimalComma`: the table is of a country that writes 1.234,5 for 1,234.5. */
export function amountCell(cell: string, decimalComma: boolean): Read {
  const literal = cell.replace(/[\s\u00a0\u202f]+/g, '');
  const isComma = decimalComma || CERTAINLY_COMMA.test(/[\d.,]+/.exec(literal)?.[0] ?? '');
  const swapped = isComma && /\d/.test(literal) ? withPoint(literal) : undefined;
  for (const candidate of [swapped, literal, looseAmount(swapped ?? cell)]) {
    if (candidate === undefined) continue;
    const amount = parseAmount(candidate);
    if (!isAmountFault(amount)) return { literal: candidate };
  }
  const amount = parseAmount(literal);
  return { fault: `"${short(cell)}" is no number${isAmountFault(amount) ? `: ${amount.fault}` : ''}` };
}

/** `0,5` and `1.234,5` read in one way only, whatever the rest of the table does. */
const CERTAINLY_COMMA = /^(?:0,\d+|\d{1,3}(?:\.\d{3})+,\d+)$/;

/** `1.234,5` to `1,234.5`; a single point before three digits parts thousands there, but for `0.173`. */
function withPoint(text: string): string | undefined {
  const [number = ''] = /[\d.,]+/.exec(text) ?? [];
  if (!/^([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?$/.test(number)) return undefined;
  return text.replace(
    number,
    number.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')),
  );
}

/** The fact that a word stands for; `open` says nothing yet. Undefined for words that say something else. */
export function stateCell(cell: string, kind: 'commitment' | 'milestone'): string | undefined {
  const word = cell
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const state = STATES.find(([, words]) => words.includes(word))?.[0];
  return state === 'done' && kind === 'milestone' ? 'met' : state === 'met' && kind === 'commitment' ? 'done' : state;
}

const STATES: readonly (readonly [string, readonly string[]])[] = [
  [
    'done',
    [
      'done',
      'met',
      'kept',
      'complete',
      'completed',
      'finished',
      'closed',
      'achieved',
      'yes',
      'x',
      '✓',
      '✔',
      'true',
      '100%',
      'erledigt',
      'fertig',
      'abgeschlossen',
      'ja',
    ],
  ],
  ['missed', ['missed', 'failed', 'not done', 'not met', 'verpasst', 'nicht erledigt']],
  ['moved', ['moved', 'postponed', 'deferred', 'delayed', 'rescheduled', 'verschoben']],
  ['dropped', ['dropped', 'cancelled', 'canceled', 'abandoned', 'stopped', 'gestrichen', 'abgebrochen']],
  ['blocked', ['blocked', 'waiting', 'on hold', 'stuck', 'blockiert', 'wartet']],
  [
    'open',
    [
      'open',
      'planned',
      'to do',
      'todo',
      'not started',
      'in progress',
      'started',
      'new',
      'no',
      'false',
      '-',
      '–',
      'offen',
      'geplant',
      'nein',
    ],
  ],
];

/** Whether a cell says yes; undefined where it says neither. */
export function yesCell(cell: string): boolean | undefined {
  if (/^(yes|y|true|x|1|run|✓|✔)$/i.test(cell.trim())) return true;
  return /^(no|n|false|0|-)$/i.test(cell.trim()) ? false : undefined;
}

export function short(cell: string): string {
  return cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;
}

/** Characters of a cell that a message repeats. */
const LONGEST = 60;
