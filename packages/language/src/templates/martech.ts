/** A martech audit: how far each platform is used, which of four gaps holds it back, and what closes the gap. */

import type { PlanDates } from './dates.ts';
import { milestones } from './quarter.ts';

/** The four gap layers and the 70% rule: the martech page "The Execution Gap". */
export function martech(dates: PlanDates): string {
  const { year, frame, quarter, months, weeks, sixWeeksBefore, start } = dates;
  const month = (at: number) => months[weeks[at]?.month ?? 0]?.short ?? '';
  return `// The four layers of gaps and the 70% are those of the martech article "The Execution Gap".
// An audit of what you run. For each platform: who keeps it useful, how much of it is used, and what holds it back.
// A platform that idles is seldom a bad one. Look for the gap in four layers before you look for another product.

/** The best case: used for more than 70% of what it can do, chosen with the people who work in it. */
platform crm "Customer relationship management" {
  dri ops_lead
  team ops
  used 82%
  selected by ops, demand
  used by ops, demand
  decides "fields, picklists and who may change them"
}

platform automation "Marketing automation" {
  dri lifecycle
  team demand
  used 55%
  selected by ops, demand
  used by demand
  // Skills: the people who work in it every day cannot use what it is good at.
  gap skills "Two of nine can build a journey with branches"
  training "One journey a month, built in pairs; everybody has built one by the end of the quarter"
  // Process: the work was never redesigned, so the new platform runs the old campaigns.
  gap process "Every campaign is still a list and one mail to all of it"
}

platform data "Customer data platform" {
  dri ops_lead
  used 40%
  // Alignment: who chose it does not work in it. When these two lines have nobody in common, mos says so.
  selected by it, ops
  used by ops, demand
  gap alignment "It was chosen for reports; the team needs audiences"
  // Governance: nobody looks after it since the project ended.
  gap governance "No one decides which data come in, and half of what we need is missing"
}

// Until what you have is used to 70%, another platform widens the gap: more that nobody works with, and more to connect.
decision no_purchase "Buy nothing before the next quarter" {
  on ${start}
  dri you
  why "Two of three platforms are used for about half of what they can do."
  affects automation, data
}

frame ${frame} "Get out of our platforms what we bought them for" {
  year ${year}
  dri you
  diagnosis "We pay for three platforms and use the half of two of them; campaigns look as they did before."
  policy "Use what we have to 70% before anything new is bought."
  why "What we have already pays for itself once it is used, and each new platform costs half a year of attention."
  budget $300k
  decides "which platforms are bought and which are ended"

  bet use "Use what we have" {
    why "Training, owners and new processes cost a tenth of a new platform."
    budget 60%
    capacity 60%
  }
  bet data_first "One set of data that everybody believes" {
    why "Nobody builds on an audience that they do not trust."
    budget 20%
    capacity 20%
  }
  run "Licences and keeping the lights on" { budget 20% capacity 20% }
}

objective used "The platforms do what we bought them for" {
  advances ${frame}.use
  quarter ${quarter}
  dri ops_lead
  team ops
  decides "training, access and process of every platform"
  escalates to you
  why "A campaign that needs six manual steps is run once; one that needs none is run every week."
  needs automation

  // Not how many people were trained: what changed because they were.
  metric pipeline "Pipeline from automated journeys" {
    outcome lagging primary from $200k to $700k source "CRM report: first touch" read monthly
  }
  metric capability "Capability of marketing automation in use" {
    output leading from 55% to 70% source "List of 40 functions" read weekly by ${sixWeeksBefore} drives pipeline
  }
  metric manual_steps "Manual steps in a standard campaign" {
    output lagging from 14 to 5 source "Process map" read monthly drives capability
  }
  guardrail data_faults at most 2%

${milestones(months, 'lifecycle', 'used', ['The standard campaign runs with half of the manual steps', 'Everybody in the team has built a journey with branches', 'Seven of ten functions that we pay for are in use'])}
}

objective trusted "Everybody works with the same customer data" {
  advances ${frame}.data_first
  quarter ${quarter}
  dri data_owner
  team ops
  decides "which data come in, and what they are called"
  escalates to you
  why "Personalisation shows everybody the same as long as nobody has built the segments."
  needs data

  metric matched "Revenue from known customers" {
    outcome lagging primary from 38% to 60% source "Finance, matched monthly" read monthly
  }
  metric complete "Customer records that hold what a segment needs" {
    output leading from 60% to 85% source "Data platform, health report" read weekly by ${sixWeeksBefore} drives matched
  }
  metric segments "Segments in use" {
    activity lagging from 2 to 8 source "Data platform" read monthly drives complete
  }

${milestones(months, 'data_owner', 'data', ['The team that uses the data has written down which ones it needs', 'Eight of ten records hold what a segment needs', 'Every campaign uses a segment instead of a list'])}
}

metric data_faults "Records with a fault" { output lagging source "Data platform, health report" read monthly }

// Looking after a platform has no end date. This meeting is what governance means.
cadence platforms "Platform hour" {
  every week on Tuesday at 14:00 for 45 minutes
  chair ops_lead
  attend ops, demand
  reviews commitments, milestones
  decides "what is changed in a platform this week"
}
cadence platform_review "What the platforms brought" {
  every month on last Wednesday at 11:00 for 60 minutes
  chair you
  attend ops_lead, lifecycle, data_owner
  reviews milestones, objectives, metrics
  decides "which gap is closed next"
}
cadence platform_planning "Before anything is bought" {
  every quarter for 3 hours
  chair you
  attend ops, demand, it
  reviews objectives, bets, frames
  decides "what is bought, and what is ended"
}

week ${weeks[0]?.literal} {
  commitment "List the 40 functions we pay for, and who used each last month" { dri ops_lead advances used_${month(0)} }
  commitment "Draw the standard campaign, step by step, as it is run" { dri lifecycle advances used_${month(0)} }
  commitment "Ask the five who build campaigns which data they miss" { dri data_owner advances data_${month(0)} }
}
week ${weeks[1]?.literal} {
  commitment "Redesign the standard campaign around what the platform can do" { dri lifecycle advances used_${month(1)} }
  commitment "Name one person who decides which data come in" { dri ops_lead advances data_${month(1)} }
}

team ops "Marketing Operations" { lead ops_lead }
team demand "Demand Generation" { lead lifecycle }
team it "Information Technology" { lead it_lead }

owner you "Your Name" { role "Chief Marketing Officer" capacity 3 }
owner ops_lead "Name of your operations lead" { role "Marketing Operations" team ops reports to you capacity 4 }
owner lifecycle "Name of your lifecycle lead" { role "Lifecycle Marketing" team demand reports to you capacity 4 }
owner data_owner "Name of who looks after the data" { role "Marketing Data" team ops reports to ops_lead capacity 4 }
owner it_lead "Name of your colleague in IT" { role "Information Technology" team it }

brief in_short "Why we buy nothing for now" {
  covers ${frame}
  on ${start}
  dri you
  text """
    We own more than we use. Until the end of the quarter we learn, we redesign how campaigns are made, and every platform has
    one person who keeps it useful. Then we look again at what is missing.
    """
}
`;
}
