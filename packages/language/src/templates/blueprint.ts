/** The seven working documents of a marketing operating system, a file each, and one plan together. */

import type { PlanDates } from './dates.ts';
import { milestones } from './quarter.ts';

/**
 * File name → text. The seven: annual planning template, quarterly OKR format, weekly operating cadence, accountability matrix, KPI
 * framework, monthly business review agenda, team review structure (E. R. Miller, "The Marketing Execution Gap", on the Blueprint).
 */
export function blueprint(dates: PlanDates): Record<string, string> {
  return {
    '1-annual-plan.mos': annualPlan(dates),
    '2-quarterly-objectives.mos': quarterlyObjectives(dates),
    '3-weekly-cadence.mos': weeklyCadence(dates),
    '4-accountability.mos': accountability(),
    '5-kpi-framework.mos': kpiFramework(),
    '6-monthly-review.mos': monthlyReview(),
    '7-team-reviews.mos': teamReviews(dates),
  };
}

function annualPlan({ year, frame, start }: PlanDates): string {
  return `// The seven working documents of a marketing operating system, as E. R. Miller names them in "The Marketing Execution Gap".
// 1 of 7. The annual plan: one page, changed once a quarter at most, and then with a decision that says why.

frame ${frame} "Win the mid-market" {
  year ${year}
  dri you
  // A diagnosis that somebody could dispute, a policy that forbids something, and only then what you will do.
  diagnosis "Mid-market deals close twice as fast, yet two thirds of the budget goes to enterprise."
  policy "Three segments first; no new channel before they are served."
  why "Mid-market customers stay longest."
  budget $2M
  decides "budget between the bets"
  escalates to chief

  bet accounts "Account marketing in three segments" {
    why "Accounts that show interest buy at four times the base rate."
    budget 40%
    capacity 40%
  }
  bet partners "Selling together with partners" {
    why "A partner’s word opens doors that our mail does not."
    budget 25%
    capacity 25%
  }
  run "Website, newsletter and reporting" { budget 35% capacity 35% }
  not "A fourth trade show"
}

/** What everybody should be able to say about the year. */
brief in_short "The year in five sentences" {
  covers ${frame}
  on ${start}
  dri you
  text """
    We win the mid-market. Half of our attention goes to accounts that are already looking, a quarter to partners whom they trust.
    The rest keeps the lights on.
    """
}
`;
}

function quarterlyObjectives(dates: PlanDates): string {
  const { frame, quarter, months, sixWeeksBefore } = dates;
  return `// 2 of 7. Three to five objectives a quarter. Each says what will be different, why, who answers for it, and what they may decide;
// its months say what should be true on the way, so that a miss is seen in the first month and not in the last.

objective pipeline "Source $4M of mid-market pipeline" {
  advances ${frame}.accounts
  quarter ${quarter}
  dri demand_lead
  team demand
  priority 0
  decides "campaign mix", "spend up to $50k a campaign"
  escalates to you
  why "Half of the next quarter’s revenue has to be in the pipeline by then."
  // Definitions stand in 5-kpi-framework.mos; here stands how far they should come.
  target sourced from $2.6M to $4M
  target engaged from 12 to 60
  target plays from 0 to 9
  guardrail unsubscribes at most 0.4%

${milestones(dates.months, 'account_lead', 'pipeline', ['20 buying groups are engaged', '40 buying groups are engaged', '60 buying groups are engaged'])}
}

objective partnered "Earn $1M of pipeline with partners" {
  advances ${frame}.partners
  quarter ${quarter}
  dri partner_lead
  team partner
  priority 1
  decides "which accounts we bring to a partner"
  escalates to you
  why "Two partners know our buyers better than we do."
  target partner_pipeline from $300k to $1M
  target introductions from 4 to 30
  target sessions from 2 to 8

${milestones(months, 'partner_lead', 'partner', ['Both partners have named ten shared accounts', '20 introductions are made', '30 introductions are made'])}
}

objective believed "Sales and finance believe our numbers" {
  advances ${frame}
  quarter ${quarter}
  dri ops_lead
  team ops
  decides "definitions of fields and stages"
  escalates to you
  why "As long as we argue about the number, nobody acts on it."
  target agreed_share from 61% to 95%
  target complete from 55% to 90%
  metric audits "Source audits run" {
    activity lagging from 0 to 6 source "Calendar" read monthly drives complete
  }

${milestones(months, 'ops_lead', 'numbers', ['One definition of a sourced deal is signed by three teams', 'Every open deal has a source', 'Finance closes the month with our report'])}
}

// The number that tells you six weeks before the end whether an objective will be met is read by ${sixWeeksBefore}.
`;
}

function weeklyCadence({ months, weeks }: PlanDates): string {
  const month = (at: number) => months[weeks[at]?.month ?? 0]?.short ?? '';
  return `// 3 of 7. The week: one meeting that decides, and promises instead of a task list.

cadence weekly "Weekly commitments" {
  every week on Monday at 09:30 for 45 minutes
  chair you
  attend demand, partner, ops
  reviews commitments, milestones
  decides "the order of the week’s work"
  // After each meeting, add: held and the day. "mos week" is its agenda.
}

// A commitment is one person’s promise to the others for one week: an action that advances a milestone. When the week is over,
// it was done, missed or moved, and "mos done", "mos miss" and "mos move" write that down in one line.
week ${weeks[0]?.literal} {
  commitment list "Agree the first 40 buying groups with sales" { dri account_lead advances pipeline_${month(0)} }
  commitment "Name ten shared accounts with the first partner" { dri partner_lead advances partner_${month(0)} }
  commitment "Write down what a sourced deal is" { dri ops_lead advances numbers_${month(0)} }
  // Work that has to be done anyway is marked as such, so that you see how much of it there is.
  commitment "Send the newsletter" { dri demand_lead run }
}
week ${weeks[1]?.literal} {
  commitment "Launch the first play" { dri account_lead advances pipeline_${month(1)} needs list, legal }
  commitment "Hold the first session with the partner" { dri partner_lead advances partner_${month(1)} }
}
`;
}

function accountability(): string {
  return `// 4 of 7. Who answers for what. Every outcome has one directly responsible individual: the person who explains a miss and brings
// the plan to recover, and who may decide what that takes. Not a team, not two people, not a column of R, A, C and I.

owner chief "Name of your chief executive" { role "Chief Executive" }
owner you "Your Name" { role "Chief Marketing Officer" reports to chief capacity 3 }
owner demand_lead "Name of your demand generation lead" {
  role "Director, Demand Generation"
  team demand
  reports to you
  // Promises that this person can keep in one week. Above that, mos says so.
  capacity 4
}
owner account_lead "Name of your account marketing lead" {
  role "Account Marketing" team demand reports to demand_lead capacity 5
}
owner partner_lead "Name of your partner marketing lead" {
  role "Partner Marketing" team partner reports to you capacity 4
}
owner ops_lead "Name of your operations lead" { role "Marketing Operations" team ops reports to you capacity 4 }
owner counsel "Name of your counsel" { role "Counsel" reports to chief }

team demand "Demand Generation" { lead demand_lead }
team partner "Partner Marketing" { lead partner_lead }
team ops "Marketing Operations" { lead ops_lead }

// Approvals, each with one person and a limit.
gate legal "Legal review" { kind legal dri counsel within 3 days }
gate money "Budget above $50k" { kind budget dri you within 2 days }
`;
}

function kpiFramework(): string {
  return `// 5 of 7. The numbers. An activity is what we did, an output what it produced, an outcome what changed in the market or in revenue.
// Only outcomes decide. Leading ones move early enough to act on; lagging ones say how it ended. Three to five an objective.

// Outcomes
metric sourced "Pipeline sourced" {
  outcome lagging primary unit "USD" source "CRM report 7" read monthly agreed with chief
}
metric partner_pipeline "Pipeline influenced by partners" {
  outcome lagging primary unit "USD" source "CRM report 12" read monthly agreed with chief
}
metric agreed_share "Share of pipeline that sales and finance accept" {
  outcome lagging primary source "Monthly reconciliation" read monthly agreed with chief
}

// Outputs, each with the outcome that it is supposed to move
metric engaged "Buying groups engaged" { output leading source "Account dashboard" read weekly drives sourced }
metric introductions "Introductions by partners" {
  output leading source "Partner portal" read weekly drives partner_pipeline
}
metric complete "Opportunities with a complete source" {
  output leading source "CRM report 3" read weekly drives agreed_share
}

// Activities: worth counting only for what they are supposed to move
metric plays "Account plays launched" { activity lagging source "Campaign calendar" read monthly drives engaged }
metric sessions "Planning sessions" { activity lagging source "Calendar" read monthly drives introductions }

// Guardrails: must not get worse while the others get better
metric unsubscribes "Unsubscribe rate" { output lagging source "Marketing automation" read monthly }
`;
}

function monthlyReview(): string {
  return `// 6 of 7. The monthly business review. Ninety minutes, and what is not on this list is not in the meeting.

/**
 * 1. What we decided last time, and what came of it (10 minutes)
 * 2. Objectives: on track, at risk or off track, each by its own DRI, with options where it is not on track (40)
 * 3. Leading numbers that will miss their six-week date (15)
 * 4. Blockers that are older than a week, and who removes them (15)
 * 5. Decisions, each with a name and a reason, into the log (10)
 */
cadence monthly "Monthly business review" {
  every month on first Wednesday at 10:00 for 90 minutes
  chair you
  attend demand_lead, partner_lead, ops_lead
  reviews milestones, objectives, metrics, programs
  decides "a recovery plan for an objective at risk", "shift of up to $100k between programs"
}
`;
}

function teamReviews({ before, start }: PlanDates): string {
  return `// 7 of 7. How teams look back and plan ahead: what was learned in one quarter changes the next.

/** Before it, each team brings one page: what it promised, what it kept, and what it would stop. */
cadence quarterly "Quarterly planning" {
  every quarter for 6 hours
  chair you
  attend demand, partner, ops
  reviews objectives, bets, frames
  decides "the objectives of the next quarter, and what we stop for them"
}

/** What worked, what did not and why, and what changes because of it. A lesson that changes nothing is an anecdote. */
retro last_quarter "What the last quarter taught us" {
  covers ${before}
  on ${start}
  dri ops_lead
  worked "One list of accounts, agreed with sales before the first advertisement."
  failed "The comparison page came five weeks late." because "Legal saw it when it was finished."
  lesson "Legal reads the claims before design begins." changes legal
  lesson "Count engaged buying groups, not leads." changes pipeline
}

/** The log of decisions. A decision without a reason is taken again every month. */
decision groups_not_leads "Count buying groups, not leads" {
  on ${start}
  dri you
  why "Leads went up for three quarters while the pipeline went down."
  affects pipeline
}
`;
}
