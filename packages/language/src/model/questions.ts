/** Which properties answer the same question, so that only one of them may stand in a declaration. */

import type { Property } from './records.ts';

/** Facts that accumulate, and lists that may be continued on another line. */
const MAY_REPEAT: ReadonlySet<string> = new Set(
  (
    'reading forecast held target guardrail expect not decides needs gap worked failed lesson ' +
    'status done met missed moved dropped blocked selected used drives with alias core overrides attend affects supersedes'
  ).split(' '),
);

/** Of each of these only one can be true. */
const EXCLUSIVE = [
  ['activity', 'output', 'outcome'],
  ['leading', 'lagging'],
  ['up', 'down'],
];

/** What a property answers; undefined for those that may be given any number of times. */
export function questionOf(property: Property): string | undefined {
  // `at least` and `at most` are two bounds.
  if (property.type === 'Goal' && property.key === 'at') return `at ${property.bound}`;
  return questionOfKey(property.key);
}

/** As `questionOf`, where only the keyword is known. */
export function questionOfKey(key: string): string | undefined {
  return MAY_REPEAT.has(key) ? undefined : (exclusive.get(key) ?? key);
}

/** What flags answer that exclude each other, by flag. */
const exclusive = new Map(EXCLUSIVE.flatMap((flags) => flags.map((flag) => [flag, flags.join()])));
