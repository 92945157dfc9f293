/** Ninety days to a running marketing operating system: diagnose, design, launch. */

import type { Roadmap } from './roadmap.ts';

/** Phases and their contents: E. R. Miller, "The Marketing Execution Gap", the 90-day roadmap. */
export const roadmapSystem: Roadmap = {
  head: [
    'After the 90-day roadmap in "The Marketing Execution Gap" by E. R. Miller.',
    'Ninety days from "we have a strategy" to a system that carries it into every week.',
    'Diagnose before you design, design before you launch, launch before you call it done. Put your own names in; the days are set.',
    'The hard part is the change from telling what was done to answering for what came of it. Where that hurts, it works.',
  ],
  bets: ['system', 'outcomes'],
  frame: (frame, year) => `
frame ${frame} "What we decide is what we do" {
  year ${year}
  dri you
  diagnosis "Less than half of what was planned last year was shipped, and nobody could say by March that it would be so."
  policy "Repair how we work before we write another strategy."
  why "The same people deliver more once what is around them works."
  decides "what every team stops doing for these ninety days"

  bet system "A marketing operating system that runs without reminders" {
    why "Plan, rhythm, answerability, numbers and a story that everybody knows: where one of the five is missing, the others fail."
    budget 30%
    capacity 35%
  }
  bet outcomes "Answer for results instead of reporting activity" {
    why "As long as the report counts what we did, it stays green while the result turns red."
    budget 30%
    capacity 30%
  }
  run "Campaigns under way" { budget 40% capacity 35% }
}`,
  rest: (start, frames) => `
metric meeting_hours "Hours in meetings, a person and week" { output lagging source "Calendar" read monthly }

owner chief "Name of your chief executive" { role "Chief Executive" }
owner you "Your Name" { role "Chief Marketing Officer" reports to chief capacity 3 }
owner ops "Name of who builds the system with you" { role "Marketing Operations" reports to you capacity 4 }
owner analyst "Name of who knows the numbers" { role "Marketing Analytics" reports to ops capacity 4 }
owner pilot "Name of the lead whose team goes first" { role "Team lead" reports to you capacity 3 }

cadence weekly "Weekly commitments" {
  every week on Monday at 09:30 for 45 minutes
  chair you
  attend ops, analyst, pilot
  reviews commitments, milestones
  decides "the order of the week's work"
}
cadence monthly "Monthly business review" {
  every month on first Wednesday at 10:00 for 90 minutes
  chair you
  attend ops, analyst, pilot
  reviews milestones, objectives, metrics, programs
  decides "what changes when a number says that it has to"
}
cadence quarterly "Quarterly planning" {
  every quarter for 6 hours
  chair you
  attend ops, analyst, pilot
  reviews objectives, bets, frames
  decides "the objectives of the coming quarter, and what we stop for them"
}

/** Two pages at most. The narrative that everybody can tell is the fifth part of the system. */
brief in_short "Why we change how we work" {
  covers ${frames.join(', ')}
  on ${start}
  dri you
  text """
    Our plans are good and half of them never happen. So for ninety days we look at how work gets done here, redraw it with
    one team, and then all of us work that way. Nobody is asked to work more; everybody is asked to promise less, and keep it.
    """
}

decision ninety_days "Ninety days for how we work" {
  on ${start}
  dri you
  why "Another plan would meet the same fate as the last one."
  affects ${frames[0]}.system
}`,
  objectives: [
    {
      name: 'built',
      title: 'Everybody can trace this week back to the year',
      body: (by) => [
        'decides "meetings, formats and who answers for what"',
        'why "A system that only its authors understand is a document."',
        'metric kept "Revenue objectives on track" {',
        '  outcome lagging primary from 30% to 60% source "Quarterly review" read monthly',
        '}',
        'metric named "Outcomes with one person who answers for them and may decide" {',
        `  output leading from 20% to 100% source "Register of outcomes" read weekly by ${by} drives kept`,
        '}',
        'metric reviews "Reviews that ended with a decision" {',
        '  activity lagging from 0 to 9 source "Decision log" read monthly drives named',
        '}',
        'guardrail meeting_hours at most 6',
      ],
    },
    {
      name: 'running',
      title: 'The new way of working is the ordinary one',
      body: (by) => [
        'decides "meetings, formats and who answers for what"',
        'why "What is launched and not looked after is gone by the next quarter."',
        'metric kept_after "Revenue objectives on track at the review" {',
        '  outcome lagging primary from 30% to 70% source "Quarterly review" read monthly',
        '}',
        'metric promises "Commitments kept" {',
        `  output leading from 50% to 80% source "mos numbers" read weekly by ${by} drives kept_after`,
        '}',
        'metric cycles "Full cycles of reviews" {',
        '  activity lagging from 0 to 3 source "Decision log" read monthly drives promises',
        '}',
        'guardrail meeting_hours at most 6',
      ],
    },
  ],
  phases: [
    {
      name: 'diagnose',
      title: 'diagnose',
      done: 'The two or three failures that cost us most are named, with their evidence',
      under: 'We know which plans, meetings and numbers are really used',
      work: [
        ['ops', 'List every plan and report we have, and who opened it last month'],
        ['ops', 'Write down who may decide what for our ten most important outcomes'],
        ['analyst', 'Sort every number we report into activity, output or outcome'],
        ['pilot', 'Ask four team leads where work most often gets stuck'],
        ['ops', 'For each meeting, write down the last decision that it made'],
        ['you', 'Choose the two or three failures that do the most damage'],
      ],
    },
    {
      name: 'design',
      title: 'design',
      done: 'One team has worked for two weeks with the whole system',
      under: 'The year, the quarter and who answers for what are on paper',
      work: [
        ['you', 'Draft the year on one page, and the objectives of the quarter'],
        ['ops', 'Give every important outcome one person, with what that person may decide'],
        ['ops', 'Draw the weekly, monthly and quarterly meeting, each with what it decides'],
        ['analyst', 'Choose three to five numbers for every objective, an outcome first'],
        ['you', 'Write the story of the year in one page, and begin the log of decisions'],
        ['pilot', 'Work with the whole system in one team before anybody else has to'],
      ],
    },
    {
      name: 'launch',
      title: 'launch and stabilise',
      done: 'Every team has been through a full cycle, and has said in a retrospective what to change',
      under: 'All teams plan and meet in the new way',
      work: [
        ['you', 'Hold a planning session with each team, from the year to the week'],
        ['ops', 'Run the first full round of weekly and monthly reviews'],
        ['ops', 'Publish the list of who answers for what'],
        ['analyst', 'Open each weekly review with the outcome numbers'],
        ['pilot', 'Hold the first retrospective: what works, what has to change'],
        ['you', 'Put quarterly planning into everybody’s calendar for a year'],
      ],
    },
  ],
  afterwards: 'Reviews are held without a reminder, and what we learned has changed the plan',
};
