/** What a plan can begin with: `mos init` and the editor offer these. */

import { blank } from './blank.ts';
import { datesOf } from './dates.ts';
import { full } from './full.ts';
import { quarter } from './quarter.ts';

export const templateNames = ['blank', 'quarter', 'full'] as const;

export type TemplateName = (typeof templateNames)[number];

/** File name → text, with its mos.json; `today` is an ISO date. */
export function template(
  name: TemplateName,
  { title, today }: { title: string; today: string },
): Record<string, string> {
  const dates = datesOf(today);
  const settings = settingsFor(name, title);
  switch (name) {
    case 'blank':
      return { 'mos.json': settings, 'plan.mos': blank(dates) };
    case 'quarter':
      return { 'mos.json': settings, 'plan.mos': quarter(dates) };
    case 'full':
      return { 'mos.json': settings, ...full(dates) };
  }
}

function settingsFor(name: TemplateName, title: string): string {
  const limits =
    name === 'quarter'
      ? `,
  // A team of three takes on less than the usual three to five objectives with three to five metrics each.
  "limits": { "objectives": [2, 5], "metrics": [2, 5] }`
      : '';
  return `{
  // Settings of the plan in this folder and below. "mos check --show-config" prints all that there are.
  "name": ${JSON.stringify(title)},
  // The month in which your fiscal year begins; years and quarters in the plan are fiscal ones.
  "fiscalYearStart": 1${limits}
}
`;
}
