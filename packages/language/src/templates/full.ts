/** A small example of everything the language has, in files by subject. */

import { addDays } from '../values/calendar.ts';
import type { PlanDates } from './dates.ts';
import { milestones } from './quarter.ts';

/** File name → text. */
export function full(dates: PlanDates): Record<string, string> {
  return {
    'strategy.mos': strategy(dates),
    'people.mos': people(),
    [`${dates.short}.mos`]: objectives(dates),
    'rhythm.mos': rhythm(dates),
  };
}

function strategy({ year, frame, start, short }: PlanDates): string {
  return `// The year on one page. Change it in a pull request, with a decision that says why.

/** What the company counts on marketing for. */
frame ${frame} "Win the mid-market" {
  year ${year}
  dri ana
  diagnosis "Mid-market deals close twice as fast as enterprise deals, yet two thirds of the money goes to enterprise."
  policy "Point people and money at three mid-market segments before adding any channel."
  why "The mid-market has to carry two thirds of new revenue."
  budget $2.4M
  target arr from $6M to $10M
  escalates to ruth

  bet accounts "Account marketing led by buying signals" {
    dri ben
    why "Accounts that show signals buy at four times the base rate."
    budget 40%
    capacity 40%
  }
  bet partners "Co-selling with two platforms that our buyers run" {
    dri priya
    why "Deals that a partner introduced closed in 49 days last year."
    budget 25%
    capacity 25%
  }
  run "Website, newsletter and reporting" { budget 35% capacity 35% }
  not "A fourth trade show"
}

metric arr "New recurring revenue, mid-market" {
  outcome
  lagging
  unit "USD"
  source "Finance, monthly close"
  read monthly
  agreed with ruth
}
metric unsubscribes "Unsubscribe rate" { output lagging source "Marketing automation" read monthly }

/** Read out in the first week of the quarter. */
brief in_short "What we are doing this year, and why" {
  covers ${frame}
  on ${start}
  dri ana
  text """
    We win where companies have 200 to 2,000 people, and spend most of our money elsewhere. So we make **two bets**:
    accounts that are already looking, and partners whom they already trust. Everything else keeps the lights on.
    """
}

decision no_booth "Give the autumn booth back" {
  on ${start}
  dri ana
  with ben
  why "Last year it cost $94k for eleven conversations with accounts that we want."
  affects ${frame}.accounts, ${short}_pipeline
}
`;
}

function people(): string {
  return `// Who we are, what we run on, and who has to agree.

team demand "Demand Generation" { lead ben why "Turns signals into meetings that sales wants." }
team partner "Partner Marketing" { lead priya why "Makes two platforms sell with us." }
team ops "Marketing Operations" { lead will why "Keeps the numbers beyond dispute." }

market north "North America" { lead ben }
market europe "Europe" { lead priya }

owner ruth "Ruth Adeyemi" { role "Chief Executive" }
owner ana "Ana Duarte" { role "Chief Marketing Officer" reports to ruth capacity 3 decides "budget between bets" }
owner ben "Ben Okafor" { role "Director, Demand Generation" team demand reports to ana capacity 4 alias "Benny" }
owner cho "Cho Lin" { role "Account Marketing" team demand reports to ben capacity 5 }
owner priya "Priya Nair" { role "Head of Partner Marketing" team partner market europe reports to ana capacity 5 }
owner will "Will Sato" {
  role "Head of Marketing Operations"
  team ops
  reports to ana
  capacity 5
  email "will@acme.example"
}
owner zoe "Zoe Klein" { role "Counsel" reports to ruth }

gate legal "Legal review" { kind legal dri zoe within 3 days }

platform crm "Customer relationship management" {
  dri will
  used 84%
  selected by ops, demand
  used by ops, demand, partner
  gap skills "Two of nine can build a report."
  training "One hour on reports each month, by Will."
}
`;
}

function objectives(dates: PlanDates): string {
  const { quarter, frame, short, months, weeks, start, sixWeeksBefore } = dates;
  const month = (at: number) => months[weeks[at]?.month ?? 0]?.short ?? '';
  return `// The quarter: objectives, what they are measured by, their months, and the work of the weeks.

objective ${short}_pipeline "Source $4M of mid-market pipeline" {
  advances ${frame}.accounts
  quarter ${quarter}
  dri ben
  team demand
  priority 0
  decides "campaign mix", "spend up to $50k a campaign"
  escalates to ana
  why "Sales brings $5.6M of the $9.6M that the next quarter needs; the rest is ours."

  metric sourced "Pipeline sourced" {
    outcome lagging primary unit "USD" from $2.6M to $4M source "CRM report 7" read monthly
  }
  metric engaged "Buying groups engaged" {
    output
    leading
    from 12 to 60
    source "Account dashboard"
    read weekly by ${sixWeeksBefore}
    drives sourced
  }
  metric plays "Account plays launched" {
    activity lagging from 0 to 9 source "Campaign calendar" read monthly drives engaged
  }
  guardrail unsubscribes at most 0.4%
  status ${start} on track "The list is agreed with sales." { confidence 70% }

${milestones(months, 'cho', 'groups', ['20 buying groups are engaged', '40 buying groups are engaged, half have met sales', '60 buying groups are engaged'])}
}

objective ${short}_partner "Earn $1M of pipeline with partners" {
  advances ${frame}.partners
  quarter ${quarter}
  dri priya
  team partner
  priority 1
  decides "which accounts we bring to a partner"
  escalates to ana
  why "A partner's word opens doors that our mail does not."

  metric partner_pipeline "Pipeline influenced by partners" {
    outcome lagging primary from $300k to $1M source "CRM report 12" read monthly
  }
  metric introductions "Introductions by partners" {
    output
    leading
    from 4 to 30
    source "Partner portal"
    read weekly by ${sixWeeksBefore}
    drives partner_pipeline
  }
  metric sessions "Account planning sessions with partners" {
    activity
    lagging
    from 2 to 8
    source "Calendar"
    read monthly
    drives introductions
  }

${milestones(months, 'priya', 'intros', ['Both partners have named ten shared accounts', '20 introductions are made', '30 introductions are made, ten are in the pipeline'])}
}

objective ${short}_trust "Have every report believed by finance and sales" {
  advances ${frame}
  quarter ${quarter}
  dri will
  team ops
  decides "definitions of fields and stages"
  escalates to ana
  why "As long as we argue about the number we do not act on it."

  metric agreed_share "Share of pipeline on which marketing, sales and finance agree" {
    outcome
    lagging
    primary
    from 61% to 95%
    source "Monthly reconciliation"
    read monthly
  }
  metric complete "Opportunities with a complete source" {
    output
    leading
    from 55% to 90%
    source "CRM report 3"
    read weekly by ${sixWeeksBefore}
    drives agreed_share
  }
  target arr at least $7M

${milestones(months, 'will', 'report', ['One definition of a sourced deal is signed by three teams', 'Every open deal has a source', 'Finance closes the month with our report'])}
}

program pilot "First account play" {
  advances ${short}_pipeline
  dri cho
  team demand
  market north
  approved ${start}
  planned ${start} to ${addDays(start, 18)}
  budget $80k
  core "positioning"
}

week ${weeks[0]?.literal} {
  commitment list "Agree the first 40 buying groups with sales" { dri cho advances groups_${month(0)} }
  commitment "Name ten shared accounts with the first partner" { dri priya advances intros_${month(0)} }
  commitment "Write down what a sourced deal is" { dri will advances report_${month(0)} }
  commitment "Send the newsletter" { dri ben run }
}
week ${weeks[1]?.literal} {
  commitment "Launch the first play" { dri cho advances groups_${month(1)} needs legal, list }
  commitment "Hold the first account planning session" { dri priya advances intros_${month(1)} }
}
`;
}

function rhythm({ before, start, short }: PlanDates): string {
  return `// When we look, what we look at, and what may be decided there.

cadence weekly "Monday commitments" {
  every week on Monday at 09:30 for 45 minutes
  chair ana
  attend demand, partner, ops
  reviews commitments, milestones
  decides "the order of the week's work"
}
cadence monthly "Monthly review" {
  every month on first Wednesday at 10:00 for 90 minutes
  chair ana
  attend ben, priya, will
  reviews milestones, objectives, metrics, programs
  decides "a recovery plan for an objective at risk"
}
cadence quarterly "Quarterly planning" {
  every quarter for 6 hours
  chair ana
  attend ben, priya, will, ruth
  reviews objectives, bets, frames
  decides "the objectives of the next quarter, and what we stop for them"
}

retro last_quarter "What the last quarter taught us" {
  covers ${before}
  on ${start}
  dri will
  worked "One account list, agreed with sales before the first advertisement ran."
  failed "The comparison page came five weeks late." because "Legal saw it when it was finished."
  lesson "Legal reads the claims before design begins." changes legal
  lesson "Count engaged buying groups, not leads." changes ${short}_pipeline
}
`;
}
