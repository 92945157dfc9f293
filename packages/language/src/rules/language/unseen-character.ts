/** A character in the text of a plan that nobody sees. */

import { phaseRule } from '../rule.ts';

export default phaseRule({
  name: 'language/unseen-character',
  severity: 'warning',
  why: 'a reader and a machine read two different plans when a character is not seen',
  phase: 'parse',
});
