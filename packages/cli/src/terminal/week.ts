/** A week as a list that can be read aloud in a review: people, their promises, and what waits for a word. */

import {
  describePeriod,
  type Period,
  type Plan,
  type PlanNode,
  rangeOf,
  type Sketch,
  sketch,
  type WeekOf,
  type WeekView,
  weekOf,
} from '@mos/language';
import { count } from '../output/summary.ts';
import type { Place } from '../project/views.ts';
import { safeText, stateText } from './facts.ts';
import type { Screen } from './screen.ts';

export function drawWeek(plan: Plan, { people }: WeekView, week: Period, { colors }: Screen): string {
  const title = colors.bold(sentenceCase(describePeriod(week)));
  if (people.length === 0) {
    const [first] = plan
      .nodesOf('commitment')
      .flatMap((node) => plan.periodOf(node)?.first ?? [])
      .sort();
    const isAhead = first !== undefined && first > rangeOf(week).last;
    const begins = isAhead ? ` yet: the first promises are of ${describePeriod(weekOf(first))}` : '';
    return `${title}\n\nNothing is asked of anybody${begins}.\n`;
  }
  const blocks = people.map((person) => {
    const name = person.owner ? safeText(sketch(plan, person.owner).title) : 'Nobody in particular';
    return [colors.bold(name), ...sectionsOf(plan, person, colors)].join('\n');
  });
  return `${[title, ...blocks].join('\n\n')}\n`;
}

function sectionsOf(
  plan: Plan,
  { promised, open, older, blocked, unread, ending }: WeekOf,
  colors: Screen['colors'],
): string[] {
  const line = (node: PlanNode) => `  ${entry(plan, node, colors)}`;
  return [
    ...promised.map(line),
    ...section('without a word from the weeks before', [
      ...open.map(line),
      ...(older.length === 0 ? [] : [colors.dim(`  ${open.length > 0 ? 'and ' : ''}${older.length} older`)]),
    ]),
    ...section('waiting for something', blocked.map(line)),
    ...section(`${count(ending.length, 'milestone')} to say something about`, ending.map(line)),
    ...section(
      'to read',
      unread.map((node) => `  ${called(sketch(plan, node))}`),
    ),
  ];

  function section(heading: string, lines: readonly string[]): string[] {
    return lines.length === 0 ? [] : [colors.dim(`  ${heading}`), ...lines];
  }
}

/** `○ open  brief  Publish the segment brief`, with the reason where there is one. */
function entry(plan: Plan, node: PlanNode, colors: Screen['colors']): string {
  const one = sketch(plan, node);
  const reason = one.state?.reason === undefined ? '' : colors.dim(`  ${safeText(one.state.reason)}`);
  return `${stateText(one, colors) ?? ''}  ${called(one)}${reason}`;
}

function called({ name, title }: Sketch): string {
  return name === undefined || name === title ? safeText(title) : `${safeText(name)}  ${safeText(title)}`;
}

/** For programs. */
export function weekData(
  plan: Plan,
  { days, people }: WeekView,
  week: Period,
  placeOf: (at: Sketch) => Place,
): Record<string, unknown> {
  const data = (node: PlanNode) => {
    const { span: _span, ...facts } = sketch(plan, node);
    return { ...facts, ...placeOf(sketch(plan, node)) };
  };
  return {
    week: describePeriod(week),
    first: days.first,
    last: days.last,
    people: people.map(({ owner, promised, open, older, blocked, unread, ending }) => ({
      owner: owner ? sketch(plan, owner).title : null,
      promised: promised.map(data),
      open: open.map(data),
      older: older.map(data),
      blocked: blocked.map(data),
      unread: unread.map(data),
      ending: ending.map(data),
    })),
  };
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
