/** What a plan can begin with: `mos init` and the editor offer these. */

import { type Calendar, defaultCalendar } from '../values/calendar.ts';
import { blank } from './blank.ts';
import { blueprint } from './blueprint.ts';
import { campaign } from './campaign.ts';
import { datesOf, type PlanDates } from './dates.ts';
import { full } from './full.ts';
import { markets } from './markets.ts';
import { martech } from './martech.ts';
import { quarter } from './quarter.ts';
import { roadmap } from './roadmap.ts';
import { roadmapGap } from './roadmap-gap.ts';
import { roadmapSystem } from './roadmap-system.ts';
import { start } from './start.ts';
import { year } from './year.ts';

interface Template {
  /** For a list to choose from. */
  label: string;
  /** One line: what it begins with. */
  summary: string;
  /** File name → text, without mos.json. */
  plan: (dates: PlanDates) => Record<string, string>;
  /** Lines of mos.json behind the fiscal year. */
  settings?: readonly string[];
}

/** What most people want comes first. */
const all = {
  quarter: {
    label: 'One quarter of a small team',
    summary: 'one quarter of a small team, down to this week',
    plan: (dates) => ({ 'plan.mos': quarter(dates) }),
    settings: [
      '// A team of three takes on less than the usual three to five objectives with three to five metrics each.',
      '"limits": { "objectives": [2, 5], "metrics": [2, 5] }',
    ],
  },
  blank: {
    label: 'A blank frame',
    summary: 'a frame to fill in, with notes on what goes where',
    plan: (dates) => ({ 'plan.mos': blank(dates) }),
  },
  year: {
    label: 'The year on one page',
    summary: 'the annual frame: what is true, what guides the year, two or three bets',
    plan: (dates) => ({ 'plan.mos': year(dates) }),
  },
  blueprint: {
    label: 'The seven documents of an operating system',
    summary: 'the seven documents of a marketing operating system, a file each',
    plan: blueprint,
  },
  'roadmap-system': {
    label: 'Ninety days to an operating system',
    summary: '90 days, dated: diagnose, design and launch an operating system',
    plan: (dates) => ({ 'plan.mos': roadmap(dates, roadmapSystem) }),
    settings: transition(),
  },
  'roadmap-gap': {
    label: 'Ninety days to close the execution gap',
    summary: '90 days, dated: measure what ships, mend what stops it, measure again',
    plan: (dates) => ({ 'plan.mos': roadmap(dates, roadmapGap) }),
    settings: transition(),
  },
  start: {
    label: 'S.T.A.R.T. for a small organisation',
    summary: 'S.T.A.R.T.: a few initiatives with an owner each, and four to six numbers',
    plan: (dates) => ({ 'plan.mos': start(dates) }),
    settings: [
      '// Three to five initiatives with one to three success metrics each; two are enough to begin with.',
      '"profile": "start",',
      '"limits": { "objectives": [2, 5] }',
    ],
  },
  martech: {
    label: 'An audit of the marketing platforms',
    summary: 'your platforms: how far they are used, and which of four gaps holds each back',
    plan: (dates) => ({ 'plan.mos': martech(dates) }),
    settings: ['"limits": { "objectives": [2, 5], "metrics": [2, 5] }'],
  },
  campaign: {
    label: 'One campaign',
    summary: 'one campaign from approval to review, with its approvals and its money',
    plan: (dates) => ({ 'plan.mos': campaign(dates) }),
    settings: ['// One campaign is one objective.', '"limits": { "objectives": [1, 5] }'],
  },
  markets: {
    label: 'One program for several markets',
    summary: 'several markets: what is fixed for all, and what each may change',
    plan: (dates) => ({ 'plan.mos': markets(dates) }),
    settings: ['"limits": { "objectives": [2, 5] }'],
  },
  full: {
    label: 'A whole marketing organisation',
    summary: 'a small example of everything the language has',
    plan: full,
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof all;

export const templateNames = Object.keys(all) as TemplateName[];

/** For people to choose from. */
export const templates: readonly { name: TemplateName; label: string; summary: string }[] = templateNames.map(
  (name) => ({ name, label: all[name].label, summary: all[name].summary }),
);

/** File name → text, with its mos.json; `today` is an ISO date. Quarters are those of `calendar`. */
export function template(
  name: TemplateName,
  { title, today, calendar = defaultCalendar }: { title: string; today: string; calendar?: Calendar },
): Record<string, string> {
  const { plan, settings }: Template = all[name];
  return { 'mos.json': settingsFor(title, calendar, settings ?? []), ...plan(datesOf(today, calendar)) };
}

function settingsFor(title: string, { fiscalYearStart }: Calendar, own: readonly string[]): string {
  const more = own.length === 0 ? '' : `,\n${own.map((line) => `  ${line}`).join('\n')}`;
  return `{
  // Settings of the plan in this folder and below. "mos check --show-config" prints all that there are.
  "name": ${JSON.stringify(title)},
  // The month in which your fiscal year begins; years and quarters in the plan are fiscal ones.
  "fiscalYearStart": ${fiscalYearStart}${more}
}
`;
}

/** A way of working is one objective a quarter, while everything else goes on. */
function transition(): readonly string[] {
  return [
    '// These ninety days are one objective a quarter; put them beside your others.',
    '"limits": { "objectives": [1, 5] }',
  ];
}
