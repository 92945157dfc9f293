/** The annual frame on one page: what is true today, what guides the year, and the two or three bets. */

import type { PlanDates } from './dates.ts';

export function year({ year, frame, start }: PlanDates): string {
  return `// The annual strategic frame of "The Marketing Execution Gap" by E. R. Miller; diagnosis and policy after R. Rumelt.
// The year on one page: plain enough that anybody in the team can say it again after one reading.
// It is no list of activities. It says where more goes than is fair, and why: two or three bets, and the rest keeps running.

/** Three sentences before any number: what is true, what follows from it, and what the company gains. */
frame ${frame} "Half of new revenue comes from the mid-market" {
  year ${year}
  dri you
  // What is true today, with a number that somebody could dispute. Without it, what follows is a list of wishes.
  diagnosis "Mid-market deals close in half the time, yet 70% of people and money still work for enterprise."
  // What guides every choice of the year. A good one forbids something that somebody here would like to do.
  policy "Three mid-market segments come first; a new channel waits until they are served."
  why "The mid-market stays twice as long, and pays for the enterprise products of the year after."
  budget $2M
  decides "budget between the bets"
  escalates to chief

  bet accounts "Account marketing in three segments" {
    dri demand_lead
    why "Accounts that show interest buy at four times the base rate, and nobody calls them."
    budget 40%
    capacity 40%
  }
  bet partners "Selling together with two partners" {
    dri partner_lead
    why "Deals that a partner introduced closed in 49 days."
    budget 25%
    capacity 25%
  }
  // Work that has to go on. When it takes more than the bets, the strategy is last year's.
  run "Website, newsletter, reporting and the yearly conference" { budget 35% capacity 35% }
  // What you decided against, so that nobody has to decide it again in May.
  not "A fourth trade show"
  not "Advertisements that are paid by reach"
}

owner chief "Name of your chief executive" { role "Chief Executive" }
owner you "Your Name" { role "Chief Marketing Officer" reports to chief }
owner demand_lead "Name of your demand generation lead" { role "Director, Demand Generation" reports to you }
owner partner_lead "Name of your partner marketing lead" { role "Director, Partner Marketing" reports to you }

/** Read out once, and sent to everybody who joins. Two minutes, no slides. */
brief in_short "What we do this year, and why" {
  covers ${frame}
  on ${start}
  dri you
  text """
    We win where companies have 200 to 2,000 people, and work mostly for others. So we make **two bets**: accounts that
    are already looking, and partners whom they trust. If your work serves neither, ask before you begin it.
    """
}

/** Decisions that change the year stand here, with their reason, so that the page above stays short. */
decision fewer_shows "Give two trade shows back" {
  on ${start}
  dri you
  why "They took a fifth of the budget last year and brought eleven conversations that sales wanted."
  affects ${frame}
}

cadence year_review "The frame, once a year" {
  every year for 6 hours
  chair you
  attend demand_lead, partner_lead, chief
  reviews frames, bets
  decides "the bets of the coming year, and the split of budget and people"
}

// Next: three to five objectives a quarter, each advancing a bet. "mos init quarter --dir somewhere" shows what they look like.
`;
}
