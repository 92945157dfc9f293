/** A permission whose date has passed. */

import { phaseRule } from '../rule.ts';

export default phaseRule({
  name: 'language/expired-suppression',
  severity: 'warning',
  why: 'an exception was granted for a time, and the time is over',
  phase: 'suppress',
});
