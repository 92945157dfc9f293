/** Ninety days in three phases as a dated plan: programs for the phases, a milestone where each ends, a promise or two a week. */

import { WIDTH } from '../format/render.ts';
import { addDays, monthsOf, next, quarterOf, rangeOf, sixWeeksBefore, weekOf } from '../values/calendar.ts';
import { formatPeriod, type Period } from '../values/period.ts';
import { type PlanDates, shortMonth } from './dates.ts';
import { DAYS_OF_WEEK, monthOfDay, weekFrom } from './weeks.ts';

export interface Roadmap {
  /** Comment lines at the head of the file. */
  head: readonly string[];
  /** Names of the bets that its objectives advance. */
  bets: readonly string[];
  /** The frame of a fiscal year, with these bets; ninety days may reach into a second one. */
  frame(frame: string, year: string): string;
  /** Everything else that is not dated by the roadmap: people, cadences, a brief that covers the frames. */
  rest(start: string, frames: readonly string[]): string;
  /** Objectives: the quarter in which it begins, and the one after where the ninety days reach into that. */
  objectives: readonly [ObjectiveText, ObjectiveText];
  phases: readonly [Phase, Phase, Phase];
  /** What is true at the end of a month after the ninety days. */
  afterwards: string;
}

export interface ObjectiveText {
  name: string;
  title: string;
  /** Its properties behind `advances`, `quarter` and `dri`, and its metrics; `by` is six weeks before its quarter ends. */
  body(by: string): readonly string[];
}

export interface Phase {
  name: string;
  title: string;
  /** What is true when it ends, and before that at the end of a month. */
  done: string;
  under: string;
  /** Promises in order, spread over its weeks: the person, then the words. */
  work: readonly (readonly [dri: string, title: string])[];
}

interface RoadmapDates extends PlanDates {
  /** The Monday on which day 1 is: that of the week in which the plan begins. */
  first: string;
}

/** Days of a phase. */
const PHASE = 30;
/** Weeks that belong to each of the three phases. */
const WEEKS = [4, 4, 5] as const;

export function roadmap(dates: PlanDates, plan: Roadmap): string {
  const { first } = rangeOf(weekOf(dates.start));
  const lastOf = (phase: number) => addDays(first, (phase + 1) * PHASE - 1);
  const own = { ...dates, first };
  const begun = quarterOf(dates.start, dates.calendar);
  const reaches = quarterOf(lastOf(2), dates.calendar);
  const quarters = formatPeriod(begun) === formatPeriod(reaches) ? [begun] : [begun, next(begun)];
  const frames = [...new Set(quarters.map(frameOf))];
  const weeks = weeksOf(plan, first, dates.start);
  const sections = quarters.map((quarter, at) =>
    objective(
      plan.objectives[at] as ObjectiveText,
      quarter,
      own,
      plan.bets,
      milestonesOf(plan, quarter, weeks, lastOf, own),
    ),
  );
  const programs = plan.phases.map(({ name, title }, at) => {
    const from = at === 0 ? first : addDays(lastOf(at - 1), 1);
    const serves = quarters.length > 1 && quarterIs(lastOf(at), quarters[1] as Period, own) ? 1 : 0;
    return `program ${name} "Days ${at * PHASE + 1} to ${(at + 1) * PHASE}: ${title}" {
  advances ${(plan.objectives[serves] as ObjectiveText).name}
  dri ops
  approved ${dates.start}
  planned ${from < dates.start ? dates.start : from} to ${lastOf(at)}
}`;
  });
  const promises = weeks.map(({ literal, work }) => {
    const lines = work.map(({ dri, title, milestone }) =>
      block(`commitment ${quote(title)}`, [`dri ${dri}`, `advances ${milestone}`]),
    );
    return `week ${literal} {\n${lines.join('\n')}\n}`;
  });
  return [
    plan.head.map((line) => `// ${line}`).join('\n'),
    ...frames.map((frame, at) => plan.frame(frame, String(Number(dates.year) + at)).trim()),
    plan.rest(dates.start, frames).trim(),
    '// The three phases. Their order is the point: nothing is designed before it is understood, nothing is finished before it runs.',
    programs.join('\n'),
    ...sections,
    '// One or two promises a week. Move them as you learn; the dates of the phases stay.',
    promises.join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

interface Week {
  literal: string;
  phase: number;
  /** `2026-01`, that of its first day. */
  month: string;
  work: { dri: string; title: string; milestone: string }[];
}

function weeksOf({ phases }: Roadmap, first: string, start: string): Week[] {
  const weeks: Week[] = [];
  for (const [phase, count] of WEEKS.entries()) {
    const work = phases[phase]?.work ?? [];
    for (let at = 0; at < count; at++) {
      const day = addDays(first, weeks.length * DAYS_OF_WEEK);
      const month = monthOfDay(day < start ? start : day);
      const mine = work.filter((_, index) => Math.floor((index * count) / work.length) === at);
      weeks.push({
        literal: weekFrom(day, 0),
        phase,
        month,
        work: mine.map(([dri, title]) => ({ dri, title, milestone: `${phases[phase]?.name}_${shortMonth(month)}` })),
      });
    }
  }
  return weeks;
}

interface MilestoneText {
  name: string;
  title: string;
  month: string;
}

/** For each month that is not over: what each phase with work in it has brought by then; afterwards, that it goes on. */
function milestonesOf(
  { phases, afterwards }: Roadmap,
  quarter: Period,
  weeks: readonly Week[],
  lastOf: (phase: number) => string,
  { calendar, start }: RoadmapDates,
): MilestoneText[] {
  return monthsOf(quarter, calendar)
    .filter((month) => rangeOf(month).last >= start)
    .flatMap((month) => {
      const literal = formatPeriod(month);
      const { last } = rangeOf(month);
      const here = phases.flatMap(({ name, done, under }, phase): MilestoneText[] => {
        const own = weeks.filter((week) => week.phase === phase);
        const ends = own.at(-1)?.month === literal;
        if (!own.some((week) => week.month === literal)) return [];
        return [{ name: `${name}_${shortMonth(literal)}`, title: ends ? done : under, month: literal }];
      });
      if (here.length > 0) return here;
      const title = last > lastOf(2) ? afterwards : (phases[0]?.under ?? '');
      return [{ name: `goes_on_${shortMonth(literal)}`, title, month: literal }];
    });
}

function objective(
  { name, title, body }: ObjectiveText,
  quarter: Period,
  { calendar }: RoadmapDates,
  bets: readonly string[],
  milestones: readonly MilestoneText[],
): string {
  const by = sixWeeksBefore(rangeOf(quarter, calendar).last);
  return [
    `objective ${name} ${quote(title)} {`,
    `  advances ${bets.map((bet) => `${frameOf(quarter)}.${bet}`).join(', ')}`,
    `  quarter ${formatPeriod(quarter)}`,
    '  dri you',
    '  escalates to chief',
    ...body(by).map((line) => (line === '' ? '' : `  ${line}`)),
    '',
    ...milestones.map(({ name: own, title: words, month }) =>
      block(`milestone ${own} ${quote(words)}`, [`month ${month}`, 'dri ops']),
    ),
    '}',
  ].join('\n');
}

/** `fy26`: the name of the frame of its year. */
function frameOf(quarter: Period): string {
  return `fy${formatPeriod(quarter).slice(2, 4)}`;
}

function quarterIs(day: string, quarter: Period, { calendar }: RoadmapDates): boolean {
  return formatPeriod(quarterOf(day, calendar)) === formatPeriod(quarter);
}

/** Inside of another block: on one line where there is room for it, as the formatter lays it out. */
function block(head: string, properties: readonly string[]): string {
  const line = `  ${head} { ${properties.join(' ')} }`;
  return line.length <= WIDTH ? line : `  ${head} {\n${properties.map((property) => `    ${property}\n`).join('')}  }`;
}

function quote(text: string): string {
  return `"${text}"`;
}
