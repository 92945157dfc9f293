/** One campaign from approval to review: its approvals, its weeks, its money, and the number that it is for. */

import { addDays } from '../values/calendar.ts';
import type { PlanDates } from './dates.ts';
import { milestones } from './quarter.ts';
import { DAYS_OF_WEEK, monthOfDay, weekFrom } from './weeks.ts';

export function campaign(dates: PlanDates): string {
  const { year, frame, quarter, months, sixWeeksBefore, start, end } = dates;
  // Two weeks to make it, four to run it, inside of the quarter.
  const launch = addDays(start, WEEKS_TO_MAKE * DAYS_OF_WEEK);
  const over = earlier(addDays(launch, WEEKS_TO_RUN * DAYS_OF_WEEK - 1), end);
  const month = (week: number) => {
    const wanted = monthOfDay(addDays(start, week * DAYS_OF_WEEK));
    return (months.find(({ literal }) => literal === wanted) ?? months[0])?.short ?? '';
  };
  const week = (at: number) => weekFrom(start, at);
  return `// One campaign, from the day it is approved to the day you know what it taught you.

/** What it belongs to. In a plan of your own, these lines stand in the file of the year. */
frame ${frame} "Become the first choice of independent clinics" {
  year ${year}
  dri you
  diagnosis "Clinics hear of us from advertisements and buy from whom a colleague recommends."
  policy "Let clinics hear it from clinics."
  why "Independent clinics stay three times as long."
  budget $400k
  decides "budget between the bets"
  bet evenings "Clinic evenings" { why "One guest in five becomes a customer." budget 40% capacity 40% }
  bet referrals "Customers bring customers" { why "Four in ten come by recommendation." budget 30% capacity 30% }
  run "Website, newsletter and the trade show" { budget 30% capacity 30% }
}

objective met "Win 24 clinics that were our guests" {
  advances ${frame}.evenings, ${frame}.referrals
  quarter ${quarter}
  dri campaigner
  team growth
  decides "cities, dates and guests", "spend up to $8k an evening"
  escalates to you
  why "A clinic owner who meets two users believes them."

  // The number that the campaign is for, then the one that moves first. What you did comes last, and decides nothing.
  metric won "Clinics won within 60 days of an evening" {
    outcome lagging primary from 3 to 24 source "CRM report: evenings" read monthly
  }
  metric guests "Clinic owners who came" {
    output leading from 0 to 120 source "Guest list" read weekly by ${sixWeeksBefore} drives won
  }
  metric invitations "Invitations sent" { activity lagging from 0 to 600 source "Mail tool" read monthly drives guests }
  guardrail cost_per_guest at most $90

${milestones(months, 'campaigner', 'met', ['Two cities have a host and a date', 'Sixty owners have been our guests', 'One hundred and twenty owners have been our guests'])}
}

metric cost_per_guest "Cost of a guest" { output lagging source "Finance" read monthly }

/** The campaign. From approved to shipped is your velocity; planned against shipped is your execution rate. */
program evening_tour "Eight evenings in eight cities" {
  advances met
  dri campaigner
  with designer
  team growth
  approved ${start}
  planned ${launch} to ${over}
  budget $64k
  needs legal, creative, money
  // When it is out, add: shipped, spec met (or spec missed "why"), spent. When you have looked back: review "what you learned".
}

// Whoever has to agree, and within how many days. An approval without a limit is where campaigns wait.
gate legal "Legal review" { kind legal dri counsel within 3 days }
gate creative "Creative sign-off" { kind creative dri designer within 2 days }
gate money "Budget release" { kind budget dri you within 2 days }

week ${week(0)} {
  commitment idea "Agree the one sentence that every evening proves" { dri campaigner advances met_${month(0)} }
  commitment hosts "Win a host in each of the first two cities" { dri field advances met_${month(0)} }
}
week ${week(1)} {
  commitment invitation "Finish the invitation" { dri designer advances met_${month(1)} needs idea, creative }
  commitment "Have the two customer quotes approved" { dri campaigner advances met_${month(1)} needs idea, legal }
}
week ${week(2)} {
  commitment "Send the first 80 invitations by hand" { dri field advances met_${month(2)} needs invitation, hosts }
}
week ${week(3)} {
  commitment "Hold the first evening, and call every guest within two days" {
    dri field advances met_${month(3)} needs hosts
  }
  commitment "Compare what the first evening cost with what was planned" { dri campaigner advances met_${month(3)} }
}

cadence standup "Campaign quarter of an hour" {
  every week on Monday at 09:30 for 15 minutes
  chair campaigner
  attend growth
  reviews commitments, milestones
  decides "what is moved, and what is left out"
}
cadence campaign_review "What it brings" {
  every month on last Thursday at 14:00 for 45 minutes
  chair you
  attend growth
  reviews milestones, objectives, metrics, programs
  decides "more of it, less of it, or the end of it"
}
cadence planning "Quarterly planning" {
  every quarter for 4 hours
  chair you
  attend growth
  reviews objectives, bets, frames
  decides "the campaigns of the next quarter"
}

team growth "Growth" { lead you }
owner you "Your Name" { role "Head of Marketing" team growth capacity 3 }
owner campaigner "Name of who answers for the campaign" { role "Campaigns" team growth reports to you capacity 4 }
owner designer "Name of your designer" { role "Design" team growth reports to you capacity 4 }
owner field "Name of who is on the road" { role "Field Marketing" team growth reports to you capacity 4 }
owner counsel "Name of your counsel" { role "Counsel" }

brief in_short "The evenings in three sentences" {
  covers met
  on ${start}
  dri campaigner
  text """
    We invite clinic owners to an evening with two of our users. Nobody sells. We call every guest within two days.
    """
}
brief the_year "The year in two sentences" {
  covers ${frame}
  on ${start}
  dri you
  text "Clinics believe clinics. What lets them meet comes first."
}
`;
}

const WEEKS_TO_MAKE = 2;
const WEEKS_TO_RUN = 4;

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
