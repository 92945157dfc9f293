/** One quarter of a small team: two bets, two objectives, their months, and the work of this week and the next. */

import type { PlanDates } from './dates.ts';

export function quarter(dates: PlanDates): string {
  const { year, frame, quarter: literal, months, weeks, sixWeeksBefore } = dates;
  const month = (at: number) => months[at]?.short ?? '';
  const [thisWeek, nextWeek] = weeks;
  return `// One quarter of a team of three. Put your own words between the quotes; "mos check" says what no longer fits.

team growth "Growth" { lead ada }
owner ada "Ada Moreno" { role "Head of Marketing" team growth capacity 4 }
owner bo "Bo Lindqvist" { role "Demand Generation" team growth reports to ada capacity 5 }
owner cem "Cem Aydin" { role "Customer Marketing" team growth reports to ada capacity 5 }

frame ${frame} "Become the obvious choice for independent clinics" {
  year ${year}
  dri ada
  diagnosis "Clinics that see a colleague use us buy in half the time, yet nine of ten hear of us from an advertisement."
  policy "Let clinics hear it from clinics, and stop paying for reach that nobody remembers."
  why "Independent clinics stay three times as long and pay for everything that we want to build."
  budget $400k

  bet referrals "Customers bring customers" {
    why "Four of ten new clinics already come from a recommendation, and nobody asks for one."
    budget 45%
    capacity 45%
  }
  bet evenings "Clinic evenings in eight cities" {
    why "A clinic owner who meets two users becomes a customer in one case out of five."
    budget 25%
    capacity 25%
  }
  run "Website, newsletter and the yearly trade show" { budget 30% capacity 30% }
  not "Advertisements on social media"
}

objective referred "Win every third new clinic by referral" {
  advances ${frame}.referrals
  quarter ${literal}
  dri cem
  team growth
  decides "which clinics we ask", "thank-you gifts up to $200 a clinic"
  escalates to ada
  why "A referred clinic costs us a fifth of any other and stays longer."

  metric referred_share "New clinics won by referral" {
    outcome
    lagging
    primary
    from 18% to 33%
    source "CRM, field: how did you hear of us"
    read monthly
  }
  metric referrals_made "Referrals made by customers" {
    output
    leading
    from 6 to 30
    source "Referral form"
    read weekly by ${sixWeeksBefore}
    drives referred_share
  }
  guardrail gift_cost at most $250

${milestones(months, 'cem', 'referred', ['Twelve clinics have named a colleague', 'Thirty clinics have been introduced by a colleague', 'Every third clinic in the pipeline came by referral'])}
}

metric gift_cost "Cost of gifts for a new clinic" { output lagging source "Finance" read monthly }

objective met "Meet 120 clinic owners face to face" {
  advances ${frame}.evenings
  quarter ${literal}
  dri bo
  team growth
  decides "cities, dates and guests", "spend up to $8k an evening"
  escalates to ada
  why "Nobody believes an advertisement; everybody believes the practice across the street."

  metric won_after "Clinics won within 60 days of an evening" {
    outcome
    lagging
    primary
    from 3 to 24
    source "CRM report: evenings"
    read monthly
  }
  metric owners_met "Clinic owners who came" {
    output
    leading
    from 14 to 120
    source "Guest list"
    read weekly by ${sixWeeksBefore}
    drives won_after
  }

${milestones(months, 'bo', 'met', ['Two cities have a host and a date', 'Sixty owners have been our guests', 'One hundred and twenty owners have been our guests'])}
}

week ${thisWeek?.literal} {
  commitment "Ask the ten happiest clinics for one name each" { dri cem advances referred_${month(thisWeek?.month ?? 0)} }
  commitment "Agree a host and an evening in the first city" { dri bo advances met_${month(thisWeek?.month ?? 0)} }
}
week ${nextWeek?.literal} {
  commitment "Call every clinic that was named, within two days" { dri cem advances referred_${month(nextWeek?.month ?? 0)} }
  commitment "Send 40 invitations for the first evening" { dri bo advances met_${month(nextWeek?.month ?? 0)} }
}

cadence monday "Monday commitments" {
  every week on Monday at 09:30 for 30 minutes
  chair ada
  attend growth
  reviews commitments, milestones
  decides "the order of the week's work"
}
cadence month_end "Month in review" {
  every month on last Thursday at 14:00 for 60 minutes
  chair ada
  attend growth
  reviews milestones, objectives, metrics
  decides "what we change when a milestone is missed"
}
cadence planning "Quarterly planning" {
  every quarter for 4 hours
  chair ada
  attend growth
  reviews objectives, bets, frames
  decides "the objectives of the next quarter, and what we stop for them"
}

brief in_short "What we are doing this year, and why" {
  covers ${frame}
  on ${dates.start}
  text """
    Clinics believe clinics. So we ask our customers to introduce us, we bring owners together in eight cities,
    and we stop advertising to strangers. If your work this week serves neither, say so on Monday.
    """
}
`;
}

/** One milestone for each month that is left; \`titles\` are those of the three months. */
export function milestones(months: PlanDates['months'], dri: string, name: string, titles: readonly string[]): string {
  const left = titles.slice(titles.length - months.length);
  return months
    .map(({ literal, short }, at) => `  milestone ${name}_${short} "${left[at]}" { month ${literal} dri ${dri} }`)
    .join('\n');
}
