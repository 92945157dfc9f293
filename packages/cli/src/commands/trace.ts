/** `mos trace`: why does this matter. */

import { type Answer, type Sketch, traceOf } from '@mos/language';
import { type Console, openConsole } from '../console.ts';
import { shownPath } from '../output/paths.ts';
import { visibleJson } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import type { Judged } from '../project/judged.ts';
import { openPlans, type Place, placeFinder, type ViewOptions } from '../project/views.ts';
import { safeText } from '../terminal/facts.ts';
import { drawHoldings, drawTrace, factLine } from '../terminal/trace.ts';

/** Gives the exit code; throws a Problem for a name that means nothing, or more than one thing. */
export async function trace(query: string, paths: string[], options: ViewOptions): Promise<number> {
  const out = openConsole(options);
  const { workspace, judged } = await openPlans(paths, options, out);
  const answers = judged.map(({ project, engine }) => ({ project, answer: traceOf(engine.plan, query) }));
  const found = answers.filter(({ answer }) => answer.found === 'line' || answer.found === 'owner');
  const several = answers.flatMap(({ answer }) => (answer.found === 'several' ? answer.candidates : []));
  if (several.length > 0) throw ambiguous(query, several, judged, out);
  if (found.length === 0)
    throw unknown(
      query,
      answers.map(({ answer }) => answer),
    );

  const code = workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
  if (options.format === 'json') {
    const placeOf = placeFinder(judged, out.cwd);
    const traces = found.map(({ project, answer }) => ({
      project: shownPath(project.root, out.cwd),
      ...answerData(answer, placeOf),
    }));
    out.print(`${visibleJson({ traces }, 2)}\n`, code);
    return code;
  }
  const texts = found.map(({ project, answer }) => {
    const { colors } = out.screen;
    const head =
      found.length > 1
        ? `${colors.bold(colors.underline(safeText(project.config.name ?? shownPath(project.root, out.cwd))))}\n\n`
        : '';
    return head + drawn(answer, out);
  });
  out.print(texts.join('\n\n'), code);
  return code;
}

function drawn(answer: Answer, { screen }: Console): string {
  if (answer.found === 'line') return drawTrace(answer.trace, screen);
  return answer.found === 'owner' ? drawHoldings(answer.holdings, screen) : '';
}

/** Nobody reads a longer list to the end. */
const SHOWN_CANDIDATES = 12;

function ambiguous(query: string, candidates: readonly Sketch[], judged: readonly Judged[], out: Console): Problem {
  const placeOf = placeFinder(judged, out.cwd);
  const plain = { colors: out.screen.colors };
  const list = candidates.slice(0, SHOWN_CANDIDATES).map((candidate) => {
    const { file, line, column } = placeOf(candidate);
    const name = candidate.path === '' ? '' : `${safeText(candidate.path)}  `;
    return `  ${name}${safeText(candidate.title)}  (${factLine(candidate, plain)}, ${file}:${line}:${column})`;
  });
  const more = candidates.length - list.length;
  const byName = candidates.some(({ path }) => path !== '');
  return new Problem(
    `${candidates.length} declarations answer to "${safeText(query)}":\n${[...list, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')}`,
    byName
      ? 'Write the one that you mean, by its path or more of its title.'
      : 'Write more of the title that you mean.',
  );
}

function unknown(query: string, answers: readonly Answer[]): Problem {
  const near = new Set(answers.flatMap((answer) => (answer.found === 'nothing' ? answer.nearest : [])));
  return new Problem(
    `Nothing in this plan is called "${safeText(query)}".`,
    near.size > 0
      ? `Did you mean ${[...near]
          .slice(0, 3)
          .map((name) => safeText(name))
          .join(' or ')}?`
      : 'Write a name, a part of a title, or a person; "mos tree" shows them.',
  );
}

function answerData(answer: Answer, placeOf: (at: Sketch) => Place): Record<string, unknown> {
  const step = <Step extends Sketch>(sketch: Step): Record<string, unknown> => {
    const { span: _span, ...facts } = sketch;
    return { ...facts, ...placeOf(sketch) };
  };
  if (answer.found === 'line') return { line: answer.trace.steps.map(step), end: answer.trace.end };
  if (answer.found !== 'owner') return {};
  const { owner, role, groups } = answer.holdings;
  return {
    owner: { ...step(owner), role: role ?? null },
    holds: groups.flatMap(({ traces }) => traces.map(({ steps, end }) => ({ line: steps.map(step), end }))),
  };
}
