/** What the parser could not read, in words of the language. */

import { phaseRule } from '../rule.ts';

export default phaseRule({
  name: 'language/syntax-error',
  severity: 'error',
  why: 'what mos cannot read, it cannot check, and neither can a colleague who reads the plan',
  phase: 'parse',
});
