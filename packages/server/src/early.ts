/** What can be said of one file before its plan is read: findings that no other file can take back. */

import type { Finding } from '@mos/language';

/** Names, parents, counts and absences may be settled by files that are still to come; spelling and shape may not. */
const OF_ONE_FILE: ReadonlySet<string> = new Set([
  'language/syntax-error',
  'language/invalid-period',
  'language/invalid-amount',
  'language/misplaced-declaration',
  'language/misplaced-property',
  'language/repeated-property',
  'language/unexplained-suppression',
  'language/unseen-character',
]);

export function needsNoOtherFile({ rule }: Finding): boolean {
  return OF_ONE_FILE.has(rule);
}
