/** The parts of a first plan, one after the other, with places to fill in: what the editor's walkthrough builds. */

import { datesOf } from './dates.ts';

/** In the order in which a plan grows. */
export const partNames = ['owner', 'frame', 'objective', 'week'] as const;

export type PartName = (typeof partNames)[number];

/**
 * Text with places to fill in, as snippets write them (`${1:like this}`). The parts fit together; only the commitment of the
 * week advances nothing yet, which mos says, so that the last step has something to mend. `today` is an ISO date.
 */
export function part(name: PartName, today: string): string {
  const { year, frame, quarter, months, weeks } = datesOf(today);
  switch (name) {
    case 'owner':
      return `owner me "\${1:Your Name}" { role "\${2:What you answer for}" }`;
    case 'frame':
      return `frame ${frame} "\${1:What has to be true at the end of ${year}}" {
  year ${year}
  dri me
  diagnosis "\${2:What stands in the way, with a number}"
  policy "\${3:What you will do about it, and what you will not do}"
  why "\${4:What the company gains when it comes true}"

  bet first "\${5:Where more goes than is fair}" { why "\${6:Why you believe so}" budget 40% capacity 40% }
  bet second "\${7:The second thing}" { why "\${8:Why you believe so}" budget 30% capacity 30% }
  run "What has to go on as before" { budget 30% capacity 30% }
}`;
    case 'objective':
      return `objective ${OBJECTIVE} "\${1:What is different at the end of the quarter}" {
  advances ${frame}.first
  quarter ${quarter}
  dri me
  decides "\${2:what you may decide alone}"
  why "\${3:Why this, and why now}"
  metric result "\${4:What changed, as a number}" { outcome lagging primary from \${5:10} to \${6:20} source "\${7:Where you read it}" read monthly }

${months.map(({ literal, short }, at) => `  milestone ${short} "\${${at + 8}:What is true at the end of the month}" { month ${literal} dri me }`).join('\n')}
}`;
    case 'week':
      return `week ${weeks[0]?.literal} {
  commitment "\${1:What you promise for this week}" { dri me }
}`;
  }
}

const OBJECTIVE = 'first_objective';
