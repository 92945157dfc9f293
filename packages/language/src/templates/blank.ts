/** A frame to fill in. */

import type { PlanDates } from './dates.ts';

export function blank({ year, frame, quarter }: PlanDates): string {
  return `// Your plan. Fill in what stands in quotes, then run: mos check
// What is not here yet is only hinted at, until one quarter has all four levels:
// the frame of the year, objectives of a quarter, milestones of a month, commitments of a week.

/** The year on one page. */
frame ${frame} "What has to be true at the end of ${year}" {
  year ${year}
  dri me
  diagnosis "What stands in the way, with a number."
  policy "What you will do about it, and what you will not do."
  why "What the company gains when it comes true."

  // Two or three bets: where more goes than is fair. Give each a share of the money and of the time.
  bet first "The first thing that would make it true" { why "Why you believe so." budget 40% capacity 40% }
  bet second "The second thing" { why "Why you believe so." budget 30% capacity 30% }
  run "What has to go on as before" { budget 30% capacity 30% }
}

owner me "Your Name" { role "What you answer for" }

// Next: three to five objectives for ${quarter}. Take the slashes away and fill in the first one.
//
// objective first_objective "What is different at the end of the quarter" {
//   advances ${frame}.first
//   quarter ${quarter}
//   dri me
//   decides "what you may decide alone"
//   why "Why this, and why now."
//   metric result "What changed" { outcome lagging from 10 to 20 source "Where you read it" read monthly }
// }
`;
}
