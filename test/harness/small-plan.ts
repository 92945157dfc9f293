/** A plan small enough that random edits often meet each other; it uses every chapter of the language. */

import type { SourceFile } from '@mos/language';

export const smallPlan: readonly SourceFile[] = [
  {
    file: 'a.mos',
    text: `team demand "Demand" {
  lead ben
  owner zed "Zed" { reports to ana }
}
owner ana "Ana" { reports to ben decides "x" }
owner ben "Ben" { team demand reports to ana escalates to ana }
gate legal "Legal" { kind legal dri ana within 3 days }
metric win "Win rate" { outcome lagging source "CRM" from 1% read monthly reading 2026-01-31 2% }
`,
  },
  {
    file: 'b.mos',
    text: `frame f "Win" {
  year 2026
  dri ana
  budget $1M
  bet x "X" { why "a" budget 60% }
  bet y "Y" {
    why "b"
    budget 10%
    objective n "N" {
      quarter 2026-Q1
      dri zed
      milestone jan "J" {
        month 2026-01
        dri zed
        commitment k "K" { week 2026-W02 dri zed }
      }
    }
  }
  run "Old" { budget 30% }
}
cadence weekly "Weekly" { every week chair ana reviews commitments decides "x" }
cadence q { every quarter reviews objectives, bets }
`,
  },
  {
    file: 'c.mos',
    text: `objective o "Source $4M" {
  advances f.x
  quarter 2026-Q1
  dri ben
  why "w"
  target win from 1% to 2%
  metric mql "MQLs" { output leading primary from 1 to 2 read weekly }
  metric em "Emails sent" { activity drives mql from 1 to TBD }
  milestone jan "Ten groups" { month 2026-01 dri ana }
  milestone feb "Twenty groups" { month 2026-02 dri ben needs o }
}
objective p "Launch it" { advances o quarter 2026-Q2 dri demand guardrail win at most 4% expect mql at least 4 }
`,
  },
  {
    file: 'd.mos',
    text: `week 2026-W03 {
  commitment k "Brief" { dri ben advances o.jan needs legal }
  // mos-allow cascade/orphaned-commitment: agreed
  commitment l "Stray" { dri ana }
  commitment m "Skip" { dri ben advances o needs k moved to 2026-W05 }
}
decision s "Shift" { on 2026-01-19 dri ana why "w" affects f.x, o needs k }
program pr "P" { advances o needs s dri ben }
`,
  },
  {
    file: 'e.mos',
    text: `objective q3 "Third" { advances f quarter 2026-Q1 dri ana run }
objective q4 "Fourth" { advances x, y quarter 2026-Q1 dri ana team demand status 2026-01-01 dropped "x" }
objective q5 {
  advances y
  quarter 2026-Q1
  dri ana
  metric win "Win rate" { outcome }
  target win up 20%
}
milestone jan "J" { advances q4 month 2026-01 dri ana }
`,
  },
];
