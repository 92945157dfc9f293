/** Every rule, once. A new one is a line here; a test compares this list with the folders. */

import orphanedCommitment from './cascade/orphaned-commitment.ts';
import expiredSuppression from './language/expired-suppression.ts';
import invalidConfig from './language/invalid-config.ts';
import syntaxError from './language/syntax-error.ts';
import unexplainedSuppression from './language/unexplained-suppression.ts';
import unusedSuppression from './language/unused-suppression.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  orphanedCommitment,
  expiredSuppression,
  invalidConfig,
  syntaxError,
  unexplainedSuppression,
  unusedSuppression,
];
