/** What mos counts: each number with its formula, what it counts, what it leaves out, and where it comes from. */

export interface Term {
  /** As people type it: `kept-rate`. */
  name: string;
  title: string;
  /** One sentence. */
  is: string;
  formula: string;
  counts: string;
  leavesOut: string;
  source: string;
}

const MILLER = 'E. R. Miller, The Marketing Execution Gap';
const FRAMEWORK = 'the Marketing Execution Gap framework of erikmiller.com';
const ROBIN = 'Robin C, Execution Marketing: Strategy Without Action Fails';
const DOERR = 'J. Doerr, Measure What Matters, as quoted by E. R. Miller';

export const terms: readonly Term[] = [
  {
    name: 'pace',
    title: 'Pace',
    is: 'Where a metric stands against the straight line from its baseline to its target.',
    formula: 'reading − (baseline + (target − baseline) × share of the days that have passed)',
    counts:
      'the latest reading that is not in the future; nearer than a twentieth of the way counts as on pace; what lies between two percentages is points',
    leavesOut: 'forecasts, and metrics without a number to reach',
    source: MILLER,
  },
  {
    name: 'milestone-state',
    title: 'State of a milestone',
    is: 'Whether what should be true by the end of a month came true.',
    formula:
      'met or missed as it was said; else, once the month is over, each expect against the last reading up to its last day',
    counts: 'every expect of the milestone; one that did not come is enough for a no',
    leavesOut:
      'readings after the month, those that fell short and were stale when it ended, and milestones without expect, of which nobody said anything',
    source: MILLER,
  },
  {
    name: 'objective-health',
    title: 'Health of an objective',
    is: 'On track, at risk or off track, with the reason; not known since the last fact, once that is old.',
    formula:
      'the gravest of: its status of the last 45 days, its leading metrics against their pace, its milestones that were due, its guardrails, and the reading six weeks before the end',
    counts:
      'off track: a leading metric more than a quarter of the whole way behind, or more than half of two or more milestones due did not come; at risk: a tenth of the way behind, one milestone that did not come, a guardrail out of bounds, or nothing read six weeks before the end; on track: something fresh speaks for it (a leading reading no older than its rhythm asks, 14 days without one; its DRI’s word of 14 days; every milestone due came, the last one due in these 45 days); not known since: what spoke for it is older than that; a final status as it was said',
    leavesOut:
      'lagging metrics, which move last; what was dropped; forecasts; a milestone that was due and of which nobody said anything, which counts neither as come nor as missed and is named; bad news is never left out for its age',
    source: MILLER,
  },
  {
    name: 'six-week-verdict',
    title: 'Six-week verdict',
    is: 'What the leading metrics said, six weeks before the quarter ends, about whether the objective will be reached.',
    formula: 'yes if each leading metric is on pace or ahead, no if each is behind, else in doubt',
    counts: 'the latest reading of the quarter up to 42 days before its last day',
    leavesOut: 'readings after that day, lagging metrics, and objectives whose period is no quarter',
    source: MILLER,
  },
  {
    name: 'kept-rate',
    title: 'Kept rate',
    is: 'The share of promises for a week that were kept in that week.',
    formula: 'kept ÷ (kept + late + missed + moved)',
    counts:
      'commitments of weeks that are over; kept is done by the last day of its own week, late is done after that or after a move',
    leavesOut: 'what was dropped, since that was a decision, and what is blocked or has no word yet',
    source: MILLER,
  },
  {
    name: 'execution-rate',
    title: 'Execution rate',
    is: 'The share of planned programs that shipped on time to spec.',
    formula: 'shipped by the last planned day and not short of the spec ÷ programs whose last planned day has come',
    counts: 'a program that has not shipped counts against it; a spec that nobody judged counts as met',
    leavesOut: 'programs without planned days, those that are not due yet, and those that were dropped',
    source: FRAMEWORK,
  },
  {
    name: 'velocity',
    title: 'Velocity',
    is: 'Days from approval to launch.',
    formula: 'median of shipped − approved',
    counts: 'programs with both days',
    leavesOut: 'what has not shipped, however long it takes',
    source: ROBIN,
  },
  {
    name: 'time-to-market',
    title: 'Time to market',
    is: 'Days of work from the planned start to launch.',
    formula: 'median of shipped − first planned day + 1',
    counts: 'programs with planned days that shipped',
    leavesOut: 'the time before work was planned to begin: that is part of velocity',
    source: FRAMEWORK,
  },
  {
    name: 'planning-accuracy-time',
    title: 'Planning accuracy, time',
    is: 'How many days programs shipped before or after their last planned day.',
    formula: 'mean of |shipped − last planned day|, in days',
    counts: 'programs that shipped and had planned days; early counts like late, since both are misses of the plan',
    leavesOut: 'what has not shipped',
    source: ROBIN,
  },
  {
    name: 'planning-accuracy-money',
    title: 'Planning accuracy, money',
    is: 'How far the money that programs took was from their budget.',
    formula: 'mean of |spent − budget| ÷ budget',
    counts: 'programs that shipped and name both in one currency',
    leavesOut: 'running programs, whose spending is not complete',
    source: ROBIN,
  },
  {
    name: 'attainment',
    title: 'Attainment',
    is: 'How many metrics came seven tenths of the way from baseline to target, or farther.',
    formula:
      'metrics with (last reading − baseline) ÷ (target − baseline) ≥ 0.7 ÷ metrics; once of all, once of those not dropped',
    counts: 'metrics in objectives whose time is over; one without a reading counts as not reached',
    leavesOut:
      'guardrails, and metrics that several objectives share; the second of the two numbers leaves out what was dropped',
    source: DOERR,
  },
  {
    name: 'forecast-error',
    title: 'Forecast error',
    is: 'How far forecasts were from what came, as a share of the way from baseline to target.',
    formula: 'mean of |forecast − last reading| ÷ |target − baseline|',
    counts: 'metrics in objectives with a forecast and a reading of a later day, dropped ones included',
    leavesOut: 'forecasts that no reading has answered yet',
    source: ROBIN,
  },
  {
    name: 'strategy-share',
    title: 'Share of resources on bets',
    is: 'How much of a frame’s budget and capacity its bets hold.',
    formula: 'sum of the shares of the bets, in per cent of the frame',
    counts: 'shares that can be compared with the whole',
    leavesOut: 'bets that were dropped, and what nobody put a number on',
    source: MILLER,
  },
  {
    name: 'strategy-work-share',
    title: 'Share of commitments on bets',
    is: 'How much of the weekly work serves the year’s bets, and how much keeps the business running.',
    formula: 'commitments whose line of parents ends in a frame ÷ all commitments',
    counts: 'each commitment once, by its first parent; run is on the other side',
    leavesOut: 'commitments that were dropped',
    source: MILLER,
  },
  {
    name: 'load',
    title: 'Load',
    is: 'How many promises a person has in a week, against how many fit.',
    formula: 'commitments of the week ÷ capacity',
    counts: 'those moved into the week, done ones included',
    leavesOut: 'what was dropped or moved away, and people without capacity',
    source: ROBIN,
  },
  {
    name: 'coverage',
    title: 'Cascade coverage',
    is: 'The share of the work whose line of parents reaches a frame, level by level.',
    formula: 'declarations of the level whose line of first parents ends in a frame ÷ all of the level',
    counts: 'objectives, milestones and commitments',
    leavesOut: 'work marked run, and what it stands in',
    source: MILLER,
  },
];

/** One of them as a page, in Markdown. */
export function termPage(term: Term): string {
  return `# ${term.title}\n\n${bodyOf(term)}`;
}

/** All of them as one page, in Markdown. */
export function termsPage(): string {
  const sections = terms.map((term) => `## ${term.title}\n\n\`mos explain ${term.name}\`\n\n${bodyOf(term)}`);
  return `# What mos counts

Each number that mos derives from a plan and its facts, with what it leaves out. \`mos numbers\` prints those that a plan has facts for.

All of them, and every rule and document, go by what was known on the day (\`--today\`): a fact that is dated later is not known yet, and with
the day of shipping goes what is said of it (spec, money spent, review). A fact without a date (missed, moved, dropped) counts; on a day
that later facts of its file have left behind, once its own time is over.

${sections.join('\n')}`;
}

function bodyOf({ is, formula, counts, leavesOut, source }: Term): string {
  return `${is}

- **Formula**: ${formula}
- **Counts**: ${counts}
- **Leaves out**: ${leavesOut}
- **From**: ${source}
`;
}
