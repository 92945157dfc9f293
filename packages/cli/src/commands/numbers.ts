/** `mos numbers`: what the facts of a plan add up to. */

import { isPeriodFault, numbersOf, parsePeriod, rangeOf, sketch, terms } from '@mos/language';
import { openConsole } from '../console.ts';
import { shownPath } from '../output/paths.ts';
import { visibleJson } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import { readToday } from '../project/options.ts';
import { openPlans, type ViewOptions } from '../project/views.ts';
import { safeText } from '../terminal/facts.ts';
import { drawNumbers } from '../terminal/numbers.ts';

export interface NumbersOptions extends ViewOptions {
  period?: string;
}

/** Gives the exit code; throws a Problem for a period that does not exist. */
export async function numbers(paths: string[], options: NumbersOptions): Promise<number> {
  const out = openConsole(options);
  const today = readToday(options.today);
  const period = readPeriod(options.period);
  const { workspace, judged } = await openPlans(paths, options, out);
  const code = workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
  const all = judged.map(({ project, engine: { plan } }) => {
    const within = period && rangeOf(period, project.config.calendar);
    return { project, plan, numbers: numbersOf(plan, today, within) };
  });
  if (options.format === 'json') {
    const plans = all.map(({ project, plan, numbers: { objectives, figures } }) => ({
      project: shownPath(project.root, out.cwd),
      name: project.config.name ?? null,
      today,
      objectives: objectives.map(({ objective, health, sixWeeks, paces }) => ({
        ...pathAndTitle(sketch(plan, objective)),
        health: health.word,
        reasons: health.reasons,
        since: health.since ?? null,
        sixWeeks,
        metrics: paces.map(({ metric, pace }) => ({
          ...pathAndTitle(sketch(plan, metric)),
          reading: pace.reading.value.literal,
          on: pace.reading.on.literal,
          expected: pace.expected ?? null,
          verdict: pace.verdict,
        })),
      })),
      figures,
    }));
    out.print(`${visibleJson({ plans, terms }, 2)}\n`, code);
    return code;
  }
  const drawn = all.map(({ project, plan, numbers: own }) => {
    const text = drawNumbers(plan, own, out.screen);
    const title = safeText(project.config.name ?? shownPath(project.root, out.cwd));
    return judged.length > 1 ? `${out.screen.colors.bold(title)}\n\n${text}` : text;
  });
  out.print(drawn.join('\n'), code);
  return code;
}

function readPeriod(text: string | undefined) {
  if (text === undefined) return undefined;
  const period = parsePeriod(text);
  if (!isPeriodFault(period)) return period;
  throw new Problem(
    `"${text}" is no period: ${period.fault}.`,
    period.nearest === undefined
      ? 'Write a year, quarter, month or week, as in --period 2026-Q1.'
      : `Did you mean --period ${period.nearest}?`,
  );
}

function pathAndTitle({ path, title }: { path: string; title: string }): { path: string; title: string } {
  return { path, title };
}
