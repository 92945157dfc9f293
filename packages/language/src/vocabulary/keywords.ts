/** What each keyword says, in one sentence: shown beside it wherever an editor lists or explains it. */

import type { Kind } from '../model/kinds.ts';

export interface KeywordNote {
  says: string;
  /** A line of a plan that uses it. */
  example?: string;
}

/** What a kind of declaration is. */
export const kindNotes: Readonly<Record<Kind, KeywordNote>> = {
  frame: {
    says: 'The strategy of a year: what stands in the way, how it will be overcome, the few bets, and what is left out.',
    example: 'frame fy26 "Win the mid-market" { year 2026 dri ana }',
  },
  bet: {
    says: 'One of the few choices that a year stands on, with its share of the resources.',
    example: 'bet abm "Signal-led ABM in three segments" { why "In-market accounts buy sooner." budget 60% }',
  },
  run: {
    says: 'The share of the resources that keeps the business running and serves no bet.',
    example: 'run "Legacy demand generation" { budget 25% capacity 25% }',
  },
  objective: {
    says: 'What a quarter has to change, with one person who answers for it and a number that tells.',
    example: 'objective q1_pipeline "Source $4M of pipeline" { advances abm quarter 2026-Q1 dri ben }',
  },
  milestone: {
    says: 'A state that is true by the end of a month; it shows in time whether the quarter will be reached.',
    example: 'milestone jan_groups "40 buying groups show engagement" { month 2026-01 dri cho }',
  },
  commitment: {
    says: "One person's promise to the team for one week.",
    example: 'commitment brief "Publish the segment brief" { dri ben advances jan_groups }',
  },
  week: {
    says: 'Groups the commitments of one week and gives them their week.',
    example: 'week 2026-W03 { }',
  },
  program: {
    says: 'A campaign or deliverable, with what was planned and what was shipped.',
    example: 'program pilot "ABM pilot" { advances q1_pipeline dri ben planned 2026-01-12 to 2026-02-20 }',
  },
  owner: {
    says: 'One person, whom the plan then calls by this name.',
    example: 'owner ben "Ben Okafor" { role "Director, Demand Generation" reports to ana }',
  },
  team: {
    says: 'People who work together; its lead answers for it.',
    example: 'team demand "Demand Generation" { lead ben }',
  },
  gate: {
    says: 'A review that work has to pass, who decides there, and how soon.',
    example: 'gate legal "Legal review" { kind legal dri zoe within 3 days }',
  },
  metric: {
    says: 'A number that tells whether something was reached, where it comes from, and where it should go.',
    example: 'metric sourced "Pipeline sourced" { outcome lagging from $1.2M to $4M source "CRM report 7" }',
  },
  cadence: {
    says: 'A meeting that comes back, what it looks at, and what it may decide.',
    example: 'cadence weekly "Weekly review" { every week on Monday chair ana reviews commitments }',
  },
  retro: {
    says: 'A look back: what worked, what failed and why, and what the plan changes because of it.',
    example: 'retro q4 "Q4 2025" { covers 2025-Q4 worked "…" failed "…" because "…" }',
  },
  brief: {
    says: 'What people were told about the plan, and when.',
    example: 'brief fy26_brief "What we are doing and why" { covers fy26 on 2026-01-05 }',
  },
  decision: {
    says: 'Something that was decided: when, by whom, why, and what it touches.',
    example: 'decision shift "Move 10% to ABM" { on 2026-01-19 dri ana why "…" affects abm }',
  },
  platform: {
    says: 'A system that the team pays for, how much of it is used, and what is missing to use it well.',
    example: 'platform cdp "Customer data platform" { dri kim used 45% gap skills "…" }',
  },
  market: { says: 'A region or country that has its own say in the plan.', example: 'market emea "EMEA" { lead eva }' },
};

/** What a property says. */
export const propertyNotes: Readonly<Record<string, KeywordNote>> = {
  activity: { says: 'Counts what we did. It tells nothing about what changed.' },
  adapts: { says: 'The program that this local version is made from.', example: 'adapts launch' },
  acquire: { says: 'When the platform was or will be bought.', example: 'acquire 2026-05' },
  advances: { says: 'What it serves one level up; the first name is the main one.', example: 'advances jan_groups' },
  affects: { says: 'What the decision touches.', example: 'affects fy26.abm, q1_pipeline' },
  agreed: { says: 'Who accepts this number as the truth.', example: 'agreed with sam' },
  alias: { says: 'What else this person is called.', example: 'alias "Benny", "bokafor"' },
  approved: { says: 'The day on which the program was approved.', example: 'approved 2025-12-10' },
  at: { says: 'A bound: at least, or at most.', example: 'at least 40' },
  attend: { says: 'Teams and people who take part.', example: 'attend demand, brand' },
  between: { says: 'The range that the number should stay in.', example: 'between 3 and 5' },
  blocked: { says: 'It cannot go on, because of what, and since when.', example: 'blocked by legal since 2026-01-12' },
  budget: { says: 'Money, or a share of it.', example: 'budget $50k' },
  capacity: { says: "A share of the team's time; of a person, commitments a week.", example: 'capacity 60%' },
  chair: { says: 'Who leads the meeting and sees to it that something is decided.', example: 'chair ana' },
  confidence: { says: 'How likely it still is.', example: 'confidence 60%' },
  core: { says: 'What local versions may not change.', example: 'core "positioning", "visual identity"' },
  covers: { says: 'The period, or the parts of the plan, that it speaks of.', example: 'covers 2025-Q4' },
  decides: { says: 'What may be decided here, without asking anybody.', example: 'decides "campaign mix"' },
  diagnosis: { says: 'What stands in the way: the fact that the whole year answers.' },
  done: { says: 'The day on which the promise was kept.', example: 'done 2026-01-16' },
  down: { says: 'How far the number should fall, from where it stands.', example: 'down 70%' },
  dri: { says: 'The one person who answers for it.', example: 'dri ben' },
  drives: { says: 'The metric that moves because this one does.', example: 'drives sourced' },
  dropped: { says: 'Given up on purpose, with the reason.', example: 'dropped "the market moved"' },
  email: { says: 'Where to reach the person.', example: 'email "ben@acme.example"' },
  escalates: { says: "Who decides what is beyond the DRI's own rights.", example: 'escalates to ana' },
  every: { says: 'How often it meets.', example: 'every week on Monday at 09:30 for 45 minutes' },
  expect: { says: 'What a metric should show by then.', example: 'expect engaged at least 40' },
  failed: { says: 'What did not work, and why.', example: 'failed "The webinar" because "no audience"' },
  forecast: { says: 'What somebody expected on a day.', example: 'forecast 2026-01-31 $3.8M' },
  from: { says: 'Where the number stands, and where it should go.', example: 'from 18% to 24%' },
  gap: {
    says: 'What is missing before the platform can be used well.',
    example: 'gap skills "nobody can build segments"',
  },
  guardrail: { says: 'A metric that must not get worse.', example: 'guardrail unsubscribe_rate at most 0.4%' },
  held: { says: 'The day on which the meeting took place.', example: 'held 2026-01-12' },
  kind: { says: 'What is looked at here.', example: 'kind legal' },
  lagging: { says: 'It is the result itself, and known only at the end.' },
  lead: { says: 'Who leads it.', example: 'lead ben' },
  leading: { says: 'It moves before the result does, while there is time to act.' },
  lesson: { says: 'What was learned, and what it changes.', example: 'lesson "Book legal first" changes q1_pipeline' },
  market: { says: 'Where it happens.', example: 'market emea' },
  met: { says: 'The day on which it was true.', example: 'met 2026-01-30' },
  missed: { says: 'It did not come true, with the reason.', example: 'missed "two reviewers were ill"' },
  month: { says: 'The month by the end of which it should be true.', example: 'month 2026-01' },
  moved: { says: 'It is done later, with the reason.', example: 'moved to 2026-W05 "waiting for legal"' },
  needs: { says: 'What has to come first: a gate, other work, a person, or a decision.', example: 'needs legal' },
  not: { says: 'What the strategy leaves out.', example: 'not "Paid-social brand campaigns"' },
  on: { says: 'The day.', example: 'on 2026-01-19' },
  option: { says: 'One of the ways to go on.', example: 'option "move spend to the pilot"' },
  outcome: { says: 'Counts what changed for customers, the market or revenue.' },
  output: { says: 'Counts what our work produced.' },
  overrides: { says: 'What the local version changes of the core.', example: 'overrides "positioning"' },
  planned: { says: 'From when to when the work was planned.', example: 'planned 2026-01-12 to 2026-02-20' },
  policy: { says: 'How the obstacle will be overcome: the choice that every bet follows.' },
  primary: { says: 'The one number that decides whether it was reached.' },
  priority: { says: 'What goes first when two things collide; 0 is the highest.', example: 'priority 1' },
  quarter: { says: 'The quarter that it belongs to.', example: 'quarter 2026-Q1' },
  read: { says: 'How often the number is read, and by when it has to be there.', example: 'read weekly by 2026-02-17' },
  reading: { says: 'What the metric showed on a day.', example: 'reading 2026-01-31 $1.6M' },
  recovery: { says: 'What will be done to get back on track.' },
  reports: { says: 'Whom the person reports to.', example: 'reports to ana' },
  review: { says: 'What was learned from it.' },
  reviews: { says: 'Which parts of the plan the meeting looks at.', example: 'reviews commitments, milestones' },
  role: { says: 'What the person does.', example: 'role "Director, Demand Generation"' },
  run: { says: 'Work that keeps the business running and needs no milestone.' },
  selected: { says: 'Who chose it.', example: 'selected by it_ops' },
  shipped: { says: 'The day on which it was delivered.', example: 'shipped 2026-02-27' },
  source: { says: 'Where the number is read.', example: 'source "CRM report 7"' },
  spec: { says: 'Whether it was delivered as agreed.', example: 'spec met' },
  spent: { says: 'What it cost in the end.', example: 'spent $47k' },
  status: { says: 'Where it stands, on a day, and why.', example: 'status 2026-02-13 at risk "two deals slipped"' },
  supersedes: { says: 'The earlier decision that no longer holds.', example: 'supersedes earlier_shift' },
  target: { says: 'A goal for a metric that is declared elsewhere.', example: 'target win_rate from 18% to 24%' },
  team: { says: 'Who works on it.', example: 'team demand' },
  text: { says: 'What was said.', example: 'text """Two pages."""' },
  to: { says: 'Where the number should go.', example: 'to 24%' },
  training: { says: 'How people learn to use it.' },
  unit: { says: 'What is counted.', example: 'unit "USD"' },
  until: { says: 'The last day of the person in this part of the plan.', example: 'until 2026-06-30' },
  up: { says: 'How far the number should rise, from where it stands.', example: 'up 20%' },
  used: { says: 'How much of it is used, or by whom.', example: 'used 45%' },
  week: { says: 'The week in which it is done.', example: 'week 2026-W03' },
  why: { says: 'The reason, in a sentence that a newcomer understands.' },
  with: { says: 'People who work on it and do not answer for it.', example: 'with cho, dev' },
  within: { says: 'How long the review may take.', example: 'within 3 days' },
  worked: { says: 'What worked.' },
  year: { says: 'The year that it stands for.', example: 'year 2026' },
};
