/** A permission with nothing left to allow, or for a rule that does not exist. */

import { phaseRule } from '../rule.ts';

export default phaseRule({
  name: 'language/unused-suppression',
  severity: 'warning',
  why: 'a permission that is left behind hides the next fault of its kind',
  phase: 'suppress',
});
