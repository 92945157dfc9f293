/** Numbers as people write them in plans: `1,200`, `18.5`, `45%`, `$1.2M`, `€40k`, or `TBD` while it is open. */

import { memoised } from './memo.ts';

export type Currency = '$' | '€' | '£' | '¥';

/** A number that is known. */
export interface KnownAmount {
  /** In units of one: `$1.2M` is 1200000, and `45%` is 45. */
  readonly value: number;
  readonly unit: 'number' | 'percent' | 'money';
  /** With `money` only. */
  readonly currency?: Currency;
  /** As written. */
  readonly text: string;
}

/** A number that the plan still owes. */
export interface Placeholder {
  readonly placeholder: true;
  readonly text: 'TBD';
}

export type Amount = KnownAmount | Placeholder;

/** Why a literal is no amount. */
export interface AmountFault {
  /** A clause for people that follows the literal and a colon. */
  readonly fault: string;
}

/** Reads a literal. The same literal gives the same object each time. */
export const parseAmount: (text: string) => Amount | AmountFault = memoised(read);

export function isAmountFault(amount: Amount | AmountFault): amount is AmountFault {
  return 'fault' in amount;
}

export function isPlaceholder(amount: Amount): amount is Placeholder {
  return 'placeholder' in amount;
}

/**
 * Writes a value the way a model amount is written: its sign of currency or percent, its commas, its k, M or B.
 * For reading, not for counting on: two decimals, the model's number of them, or three digits of a small fraction.
 * Example: 1350000 like `$1.2M` is `$1.35M`; 994.5 like `3,315` is `994.5`. Values up to 10²¹.
 */
export function formatAmount(value: number, like: Amount): string {
  if (isPlaceholder(like)) return written(value, 0, true);
  if (value === like.value) return like.text;
  const [, sign, , whole = '', fraction = '', letter = ''] = SHAPE.exec(like.text) ?? [];
  const scale = letter === '' ? 0 : scaleFor(value);
  const grouped = whole.includes(',') || letter !== '' || Math.abs(like.value) < 1000;
  const number = written(Math.abs(value) / 10 ** scale, fraction.length - 1, grouped);
  const mark = scale === (EXPONENTS[letter] ?? 0) ? letter : (LETTERS[scale] ?? '');
  const before = value < 0 ? '-' : sign === '+' ? '+' : '';
  return `${before}${like.currency ?? ''}${number}${mark}${like.unit === 'percent' ? '%' : ''}`;
}

/** What lies between two amounts written like this: of percentages points, `5 points`, else an amount. */
export function formatDifference(value: number, like: Amount): string {
  const text = formatAmount(value, like);
  if (isPlaceholder(like) || like.unit !== 'percent') return text;
  return `${text.replace(/%$/, '')} ${Math.abs(value) === 1 ? 'point' : 'points'}`;
}

/** Sign, currency, whole part, fraction, scale, percent; commas and a missing whole part are judged later. */
const SHAPE = /^([+-]?)([$€£¥]?)(\d[\d,]*)?(\.\d+)?([kKmMbB]?)(%?)$/;

/** One to three digits, then groups of three. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;

/** Powers of ten. */
const EXPONENTS: Readonly<Record<string, number>> = { k: 3, K: 3, m: 6, M: 6, b: 9, B: 9 };
const LETTERS: Readonly<Record<number, string>> = { 3: 'k', 6: 'M', 9: 'B' };

function read(text: string): Amount | AmountFault {
  if (text === 'TBD') return { placeholder: true, text };
  if (/^tbd$/i.test(text)) return { fault: 'TBD is written in capitals' };
  const match = SHAPE.exec(text);
  if (match === null) return { fault: 'amounts are written like 1,200, 18.5, 45% or $1.2M' };
  const [, sign = '', currency = '', whole, fraction = '', letter = '', percent = ''] = match;
  if (whole === undefined) {
    return { fault: fraction === '' ? 'the number is missing' : 'a digit stands before the point, as in 0.5' };
  }
  if (whole.includes(',') && !GROUPED.test(whole)) {
    return { fault: 'a comma parts groups of three digits, as in 1,200; decimals follow a point' };
  }
  if (percent === '' && letter === '' && /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 4) {
    return {
      fault: `it can be read in two ways; write ${whole},${fraction.slice(1)} or ${whole}${fraction.replace(/0+$/, '').replace(/\.$/, '')}`,
    };
  }
  if (percent !== '' && currency !== '') return { fault: 'it is either money or a percentage, not both' };
  if (percent !== '' && letter !== '') return { fault: 'a percentage takes no k, M or B' };
  // One conversion of the whole decimal: 2.3 × 1,000,000 would be 2299999.9999999995. The sum turns -0 into 0.
  const value = 0 + Number(`${sign}${whole.replaceAll(',', '')}${fraction}e${EXPONENTS[letter] ?? 0}`);
  // Beyond this, whole numbers are no longer exact: a roll-up would be wrong in silence.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { fault: 'it is larger than mos can count' };
  if (percent !== '') return { value, unit: 'percent', text };
  if (isCurrency(currency)) return { value, unit: 'money', currency, text };
  return { value, unit: 'number', text };
}

function isCurrency(text: string): text is Currency {
  return text !== '';
}

/** The largest of k, M, B that leaves a whole digit before the point, as a power of ten. */
function scaleFor(value: number): number {
  // Two decimals will be shown: 999,996 is 1M, and not 1,000k.
  const size = Math.abs(value) * (1 + 0.005 / 1000);
  return size >= 1e9 ? 9 : size >= 1e6 ? 6 : size >= 1e3 ? 3 : 0;
}

/** Without trailing zeros. Negative numbers keep their sign. */
function written(value: number, decimals: number, grouped: boolean): string {
  const size = Math.abs(value);
  const digitsOfFraction = size > 0 && size < 1 ? 2 - Math.floor(Math.log10(size)) : 0;
  const places = Math.min(100, Math.max(2, decimals, digitsOfFraction));
  const [whole = '', fraction = ''] = value.toFixed(places).split('.');
  const rest = fraction.replace(/0+$/, '');
  const digits = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return rest === '' ? digits : `${digits}.${rest}`;
}
