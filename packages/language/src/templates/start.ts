/** S.T.A.R.T.: a strategy as a few owned initiatives, with the authority, the rituals and the numbers that they need. */

import type { PlanDates } from './dates.ts';
import { milestones } from './quarter.ts';

/** The five letters, three to five initiatives, one to three metrics each, four to six numbers: E. Petropoulos, S.T.A.R.T. */
export function start(dates: PlanDates): string {
  const { year, frame, quarter, months, weeks, sixWeeksBefore, start: day } = dates;
  const month = (at: number) => months[weeks[at]?.month ?? 0]?.short ?? '';
  return `// After S.T.A.R.T. by E. Petropoulos, "Bridging the Marketing Strategy-Execution Gap".
// For a small organisation: five questions, answered where everybody can read them.
// Replace what stands in quotes. "mos check" says which of the five is still open.

// S: strategic intent. Why we do this, and what will be different. Everybody hears this, not only the leads.
frame ${frame} "Twice as many people support us every month" {
  year ${year}
  dri you
  diagnosis "Nine of ten gifts are given once: we spend our time on the next campaign and not on who gave to the last one."
  policy "Keep a supporter before finding a new one."
  why "A monthly supporter gives for four years and pays for programs that no grant pays for."
  budget $120k
  decides "what we stop"

  bet welcome "A welcome that turns first gifts into monthly ones" {
    why "Whoever hears within two days what a gift did gives again twice as often."
    budget 40%
    capacity 40%
  }
  bet neighbours "Supporters bring neighbours" {
    why "People who were invited by a friend stay longest."
    budget 30%
    capacity 30%
  }
  run "Newsletter, website and the autumn gala" { budget 30% capacity 30% }
}

// T: targeted initiatives. Three to five in all, with a name beside each. The third one may wait for the next quarter.
objective monthly "One in five new supporters gives monthly" {
  advances ${frame}.welcome
  quarter ${quarter}
  dri fundraising
  why "The first month decides; after that people have made up their mind about us."
  // A: authority and resources. What this person decides without asking, and who decides the rest.
  decides "every letter and call of the first month", "spend up to $5k"
  escalates to you

  // One to three success metrics: what changed first, then what tells you early that it will.
  metric monthly_share "New supporters who give monthly" {
    outcome lagging primary from 8% to 20% source "Donor database" read monthly
  }
  metric thanked "Gifts answered by a person within two days" {
    output leading from 30% to 90% source "Call list" read weekly by ${sixWeeksBefore} drives monthly_share
  }

${milestones(months, 'fundraising', 'monthly', ['Every first gift is answered within two days', 'One in eight new supporters gives monthly', 'One in five new supporters gives monthly'])}
}

objective invited "Every third new supporter was invited by somebody" {
  advances ${frame}.neighbours
  quarter ${quarter}
  dri community
  why "An invitation costs us nothing, and nobody has ever been asked for one."
  decides "evenings, hosts and guests"
  escalates to you

  metric invited_share "New supporters who were invited" {
    outcome lagging primary from 12% to 33% source "Donor database, field: how did you hear of us" read monthly
  }
  metric evenings "Guests at supporters' evenings" {
    output leading from 20 to 180 source "Guest list" read weekly by ${sixWeeksBefore} drives invited_share
  }
  guardrail cost_per_supporter at most $40

${milestones(months, 'community', 'invited', ['Four supporters have agreed to be hosts', 'Ninety guests have come to an evening', 'Every third new supporter was invited'])}
}

// T: track what matters. Four to six numbers in all; these two objectives have four, and this is the fifth.
metric cost_per_supporter "Cost of a new supporter" { output lagging source "Finance" read monthly }

// R: rituals and reporting. A check-in every week, a look at the strategy every month. Most teams see a change in 8 to 12 weeks.
cadence check_in "Weekly check-in" {
  every week on Monday at 09:00 for 30 minutes
  chair you
  attend fundraising, community
  reviews commitments, milestones
  decides "the order of the week's work"
}
cadence strategy "Monthly strategy review" {
  every month on first Tuesday at 10:00 for 60 minutes
  chair you
  attend fundraising, community, programs
  reviews milestones, objectives, metrics
  decides "what we change because of what the numbers say"
}
cadence planning "Quarterly planning" {
  every quarter for 3 hours
  chair you
  attend fundraising, community, programs
  reviews objectives, bets, frames
  decides "the initiatives of the next quarter, and what we stop for them"
}

week ${weeks[0]?.literal} {
  commitment "Write the letter that answers a first gift" { dri fundraising advances monthly_${month(0)} }
  commitment "Ask four supporters to host an evening" { dri community advances invited_${month(0)} }
}
week ${weeks[1]?.literal} {
  commitment "Call everybody who gave for the first time last week" { dri fundraising advances monthly_${month(1)} }
  commitment "Agree a date with each host" { dri community advances invited_${month(1)} }
}

// Whoever has to help is asked at the start, in one room, and says yes to the people and the money.
owner you "Your Name" { role "Director" capacity 3 }
owner fundraising "Name of your fundraising lead" { role "Fundraising" reports to you capacity 4 }
owner community "Name of your community lead" { role "Community" reports to you capacity 4 }
owner programs "Name of a colleague outside marketing" { role "Programs" reports to you }

brief in_short "Why we do this" {
  covers ${frame}
  on ${day}
  dri you
  text """
    Most people who give to us once never do again. This year we look after them: a person answers within two days, and
    those who stay bring a neighbour. We stop what serves neither.
    """
}
`;
}
