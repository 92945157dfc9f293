/** A permission without its reason. */

import { phaseRule } from '../rule.ts';

export default phaseRule({
  name: 'language/unexplained-suppression',
  severity: 'warning',
  why: 'an exception without a reason cannot be questioned, so it never ends',
  phase: 'suppress',
});
