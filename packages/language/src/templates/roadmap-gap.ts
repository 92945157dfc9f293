/** Ninety days to close the execution gap: measure what ships, mend what stops it, measure again. */

import type { Roadmap } from './roadmap.ts';

/** Phases and their contents: "Marketing Execution Gap Framework" of erikmiller.com, the 90-day remediation roadmap. */
export const roadmapGap: Roadmap = {
  head: [
    'After the 90-day remediation in the "Marketing Execution Gap Framework" of erikmiller.com.',
    'Ninety days to learn how much of what you plan is shipped, to mend what stops it, and to prove that it helped.',
    'The number that counts is the execution rate: the share of planned programs that ship on time and to spec. "mos numbers" computes it',
    'from the programs in your plan, with velocity and time to market.',
  ],
  bets: ['system', 'signals'],
  frame: (frame, year) => `
frame ${frame} "Four of five programs ship on time and to spec" {
  year ${year}
  dri you
  diagnosis "Of the programs of the last two quarters, fewer than half shipped when and as they were planned."
  policy "Mend how work flows before adding people, budget or tools."
  why "A campaign that is six weeks late meets a market that has moved on."
  decides "which programs wait while we mend"

  bet system "Take the friction out of the three slowest processes" {
    why "Approvals, unclear ownership and manual work around our tools cost more time than the work itself."
    budget 35%
    capacity 40%
  }
  bet signals "Tie every program to a number that the business knows" {
    why "Who never hears what came of the last campaign cannot make the next one better."
    budget 25%
    capacity 20%
  }
  run "Programs under way" { budget 40% capacity 40% }
}`,
  rest: (start, frames) => `
metric rework "Work that had to be done again" { output lagging source "Time sheet" read monthly }

owner chief "Name of your chief executive" { role "Chief Executive" }
owner you "Your Name" { role "Chief Marketing Officer" reports to chief capacity 3 }
owner ops "Name of who mends the processes" { role "Marketing Operations" reports to you capacity 4 }
owner analyst "Name of who measures" { role "Marketing Analytics" reports to ops capacity 4 }
owner producer "Name of who runs most programs" { role "Programs" reports to you capacity 4 }
owner counsel "Name of your counsel" { role "Counsel" }

// Where programs wait. Each answers within a number of days, or it is the bottleneck.
gate legal "Legal review" { kind legal dri counsel within 3 days }
gate creative "Creative approval" { kind creative dri producer within 2 days }
gate technical "Technical set-up" { kind technical dri ops within 3 days }
gate money "Budget release" { kind budget dri you within 2 days }

cadence weekly "Programs on Monday" {
  every week on Monday at 10:00 for 30 minutes
  chair producer
  attend ops, analyst
  reviews commitments, milestones
  decides "what is unblocked today, and by whom"
}
cadence monthly "What shipped, and what did not" {
  every month on last Wednesday at 10:00 for 60 minutes
  chair you
  attend ops, analyst, producer
  reviews milestones, objectives, metrics, programs
  decides "which process is redesigned next"
}
cadence quarterly "Quarterly planning" {
  every quarter for 4 hours
  chair you
  attend ops, analyst, producer
  reviews objectives, bets, frames
  decides "how many programs we can really ship"
}

brief in_short "Why we count what ships" {
  covers ${frames.join(', ')}
  on ${start}
  dri you
  text """
    We plan more than we ship, and every team thinks that it is the only one. For a month we measure, for a month we mend the
    three worst places, and for a month we measure again. The number is public from the first day.
    """
}`,
  objectives: [
    {
      name: 'mended',
      title: 'Programs ship when and as they were planned',
      body: (by) => [
        'decides "approvals, hand-overs and who answers for a program"',
        'why "What ships late costs as much and brings less."',
        'metric pipeline "Pipeline from programs of the quarter" {',
        '  outcome lagging primary from $1.1M to $1.8M source "CRM report: programs" read monthly',
        '}',
        'metric rate "Programs that shipped on time and to spec" {',
        `  output leading from 45% to 70% source "mos numbers" read weekly by ${by} drives pipeline`,
        '}',
        'metric days "Days from approval to launch" {',
        '  output lagging from 47 to 30 source "mos numbers" read monthly drives rate',
        '}',
        'guardrail rework at most 15%',
      ],
    },
    {
      name: 'holding',
      title: 'The gap stays closed without anybody watching it',
      body: (by) => [
        'decides "approvals, hand-overs and who answers for a program"',
        'why "What got faster by attention alone is slow again a quarter later."',
        'metric pipeline_after "Pipeline from programs, second quarter" {',
        '  outcome lagging primary from $1.4M to $2M source "CRM report: programs" read monthly',
        '}',
        'metric rate_after "Programs shipped on time and to spec" {',
        `  output leading from 60% to 80% source "mos numbers" read weekly by ${by} drives pipeline_after`,
        '}',
        'metric days_after "Days from approval to launch, second quarter" {',
        '  output lagging from 36 to 25 source "mos numbers" read monthly drives rate_after',
        '}',
        'guardrail rework at most 15%',
      ],
    },
  ],
  phases: [
    {
      name: 'baseline',
      title: 'diagnose and take the baseline',
      done: 'Execution rate, velocity and time to market of the last two quarters are on one page',
      under: 'The programs of the last two quarters are listed, planned beside delivered',
      work: [
        ['producer', 'List every program of the last two quarters: planned, approved, shipped'],
        ['analyst', 'For each, count the days from approval to launch, and where they went'],
        ['ops', 'Mark for each what stopped it: approval, owner, tool, or a change of mind'],
        ['analyst', 'Write down the baseline: execution rate, velocity, time to market'],
      ],
    },
    {
      name: 'redesign',
      title: 'redesign and align',
      done: 'The three slowest processes are redrawn, and every program has one owner',
      under: 'One process is redrawn and tried on a real program',
      work: [
        ['ops', 'Redraw the process with the most friction, with those who work in it'],
        ['you', 'Name one owner for every program under way or planned'],
        ['ops', 'Agree with each approver within how many days they answer'],
        ['producer', 'Close the two or three tool gaps that cause most work by hand'],
      ],
    },
    {
      name: 'launch',
      title: 'launch and measure',
      done: 'The execution rate is measured against the baseline and reported like any other number',
      under: 'All new programs run in the new way',
      work: [
        ['you', 'Start all new programs in the new way, and none in the old one'],
        ['producer', 'Ship the first program that went through it from start to end'],
        ['analyst', 'Compare the execution rate with the baseline, program by program'],
        ['ops', 'Ask everybody who shipped what still slows them down'],
        ['you', 'Report the gap between plan and delivery beside the usual numbers'],
      ],
    },
  ],
  afterwards: 'The gap is reported every month, and a program that slips is seen in its first week',
};
