/** What people write before they know how mos wants it: `Q1 2027`, `16.01.2026`, `50 k`, `900.000 €`; for offering the right form. */

import { isAmountFault, parseAmount } from './amount.ts';
import { daysBetween, rangeOf, weekOf } from './calendar.ts';
import { isPeriodFault, parsePeriod } from './period.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The literal that is meant; undefined where that is not certain. */
export function loosePeriod(text: string): string | undefined {
  const literal = periodMeant(text.trim().replace(/^"|"$/g, ''));
  return literal !== undefined && !isPeriodFault(parsePeriod(literal)) ? literal : undefined;
}

function periodMeant(text: string): string | undefined {
  const quarter = /^Q([1-4])[\s/–-]*(\d{4})$/i.exec(text) ?? swapped(/^(\d{4})[\s/–-]*Q([1-4])$/i.exec(text));
  if (quarter) return `${quarter[2]}-Q${quarter[1]}`;
  const fiscal = /^FY\s?(\d{2}|\d{4})(?:[\s/–-]*Q([1-4]))?$/i.exec(text);
  if (fiscal) return `${century(fiscal[1] as string)}${fiscal[2] ? `-Q${fiscal[2]}` : ''}`;
  const week = /^(?:W|KW|CW|week)\s?(\d{1,2})[\s/–-]*(\d{4})$/i.exec(text);
  if (week) return `${week[2]}-W${(week[1] as string).padStart(2, '0')}`;
  const named = /^([a-z]{3})[a-z]*\.?\s+(\d{4})$/i.exec(text) ?? swapped(/^(\d{4})\s+([a-z]{3})[a-z]*$/i.exec(text));
  const month = named ? MONTHS.indexOf((named[1] as string).toLowerCase()) + 1 : 0;
  if (named && month > 0) return `${named[2]}-${String(month).padStart(2, '0')}`;
  const numbered = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (numbered) return `${numbered[2]}-${(numbered[1] as string).padStart(2, '0')}`;
  // With points the day comes first everywhere.
  const day = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (day) return dayOf(day[3] as string, day[2] as string, day[1] as string);
  // With strokes it depends on the country, unless one of the two can be no month.
  const [, one = '', other = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (Number(one) > 12) return dayOf(year, other, one);
  if (Number(other) > 12) return dayOf(year, one, other);
  const spelt =
    /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text) ??
    swapped(/^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text));
  const at = spelt ? MONTHS.indexOf((spelt[2] as string).toLowerCase()) + 1 : 0;
  if (spelt && at > 0) return dayOf(spelt[3] as string, String(at), spelt[1] as string);
  return undefined;
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `3`, `KW 4`, `W05`: of the year before, this one or the next, whichever lies nearest to `today` (ISO). */
export function weekNear(cell: string, today: string): string | undefined {
  const [, digits] = /^(?:W|KW|CW|WK|week)?[\s.]*(\d{1,2})$/i.exec(cell.trim()) ?? [];
  if (digits === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  const weeks = [year - 1, year, year + 1].flatMap((each) => {
    const literal = `${each}-W${digits.padStart(2, '0')}`;
    const period = parsePeriod(literal);
    return isPeriodFault(period)
      ? []
      : [{ literal, away: Math.abs(daysBetween(rangeOf(weekOf(today)).first, rangeOf(period).first)) }];
  });
  return weeks.sort((a, b) => a.away - b.away)[0]?.literal;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  $: '$',
  '€': '€',
  '£': '£',
  '¥': '¥',
};
const SCALES: Readonly<Record<string, string>> = {
  k: 'k',
  thousand: 'k',
  m: 'M',
  mio: 'M',
  million: 'M',
  b: 'B',
  bn: 'B',
  billion: 'B',
};

/** The literal that is meant; undefined where that is not certain. */
export function looseAmount(text: string): string | undefined {
  const match = /^(USD|EUR|GBP|JPY|[$€£¥])?\s*([\d.,]+)\s*([a-z]+)?\.?\s*(%)?\s*(USD|EUR|GBP|JPY|[$€£¥])?$/i.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, before = '', number = '', word = '', percent = '', behind = ''] = match;
  const code = (before || behind || word).toUpperCase();
  const currency = CURRENCIES[code] ?? '';
  const scale = SCALES[word.toLowerCase()] ?? '';
  if (word && !scale && !CURRENCIES[word.toUpperCase()]) return undefined;
  // 900.000 beside a currency is a European nine hundred thousand; a point alone could be either.
  const grouped = /^\d{1,3}(\.\d{3})+$/.test(number) && (currency === '€' || number.split('.').length > 2);
  const literal = `${currency}${grouped ? number.replaceAll('.', ',') : number}${scale}${percent}`;
  return isAmountFault(parseAmount(literal)) ? undefined : literal;
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && ([match[0], match[2], match[1], match[3]] as string[]);
}

function century(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}
