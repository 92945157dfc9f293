/** Settings in mos.json that mos cannot apply. */

import { phaseRule } from '../rule.ts';

export default phaseRule({
  name: 'language/invalid-config',
  severity: 'error',
  why: 'a setting that is not understood has no effect, and nobody would notice',
  phase: 'config',
});
