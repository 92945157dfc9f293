/** Every rule, once. A new one is a line here; a test compares this list with the folders. */

import orphanedCommitment from './cascade/orphaned-commitment.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  orphanedCommitment,
];
