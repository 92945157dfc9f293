/** Templates of `mos init`, known without loading any of them. */

/** Name and one line, in the order of the language's own list; a test holds the two together. */
export const templateLines = [
  ['quarter', 'one quarter of a small team, down to this week'],
  ['blank', 'a frame to fill in, with notes on what goes where'],
  ['year', 'the annual frame: what is true, what guides the year, two or three bets'],
  ['blueprint', 'the seven documents of a marketing operating system, a file each'],
  ['roadmap-system', '90 days, dated: diagnose, design and launch an operating system'],
  ['roadmap-gap', '90 days, dated: measure what ships, mend what stops it, measure again'],
  ['start', 'S.T.A.R.T.: a few initiatives with an owner each, and four to six numbers'],
  ['martech', 'your platforms: how far they are used, and which of four gaps holds each back'],
  ['campaign', 'one campaign from approval to review, with its approvals and its money'],
  ['markets', 'several markets: what is fixed for all, and what each may change'],
  ['full', 'a small example of everything the language has'],
] as const;
