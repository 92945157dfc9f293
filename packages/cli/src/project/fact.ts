/** One fact that a person notes in a plan: finds what is meant, shows the change as a diff, and writes it. */

import {
  type Change,
  editText,
  type Kind,
  loadFullReader,
  type Outcome,
  oneCalled,
  type Plan,
  type PlanNode,
  sketch,
} from '@mos/language';
import { type Console, openConsole } from '../console.ts';
import { exitCodes, Problem } from '../problem.ts';
import { diffOf } from '../terminal/diff.ts';
import { safeText } from '../terminal/facts.ts';
import { factLine } from '../terminal/trace.ts';
import type { Judged } from './judged.ts';
import { readToday } from './options.ts';
import { type Change as FileChange, writeChanges } from './repair.ts';
import { openPlans } from './views.ts';

export interface FactOptions {
  color: boolean;
  config?: string;
  dryRun?: boolean;
  /** File or folder of the plan; this folder by default. */
  in?: string;
  today?: string;
}

export interface Fact {
  /** What the person called it. */
  query: string;
  kinds: readonly Kind[];
  /** Said where nothing of that name is there, as in "no commitment or milestone". */
  noun: string;
  edit(plan: Plan, node: PlanNode, today: string): Outcome;
}

/** Gives the exit code; throws a Problem for a name that means nothing or more than one thing, and for what cannot be done. */
export async function noteFact(options: FactOptions, { query, kinds, noun, edit }: Fact): Promise<number> {
  const out = openConsole(options);
  await loadFullReader();
  const today = readToday(options.today);
  const { workspace, judged } = await openPlans(
    options.in === undefined ? [] : [options.in],
    { ...options, format: 'text' },
    out,
  );
  const { plan, node, of } = meant(judged, query, { kinds, noun, today }, out);
  const outcome = edit(plan, node, today);
  if ('refused' in outcome) throw new Problem(sentence(outcome.refused), 'Nothing was changed.');
  const changes = changesOf(of, outcome);
  const diffs = changes.map((change) => diffOf(change, out.cwd, out.screen.colors)).join('');
  if (options.dryRun) {
    out.print(diffs, exitCodes.clean);
    out.remark('Nothing was written (--dry-run).');
    return exitCodes.clean;
  }
  const { troubles } = writeChanges(changes);
  const code = troubles.length > 0 || workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
  out.print(troubles.length > 0 ? '' : diffs, code);
  out.remarkTroubles(troubles);
  return code;
}

/** The new texts of the files that a change touches. Throws a Problem for a file whose bytes could not be kept. */
export function changesOf({ project, engine }: Judged, { edits }: Change): FileChange[] {
  return [...Map.groupBy(edits, ({ file }) => file)].map(([file, own]) => {
    const read = project.files.get(file);
    if (!read?.faithful)
      throw new Problem(
        `${safeText(file)} holds bytes that are no text, so it is left as it is.`,
        'Save it as UTF-8 and run the command again.',
      );
    return {
      file,
      root: project.root,
      before: read.text,
      after: editText(engine.plan.text(file), own),
      mark: read.mark,
    };
  });
}

function meant(
  judged: readonly Judged[],
  query: string,
  { kinds, noun, today }: { kinds: readonly Kind[]; noun: string; today: string },
  { screen }: Console,
): { plan: Plan; node: PlanNode; of: Judged } {
  const several: { plan: Plan; node: PlanNode; of: Judged }[] = [];
  const near: string[] = [];
  for (const of of judged) {
    const { plan } = of.engine;
    const called = oneCalled(plan, query, kinds, today);
    if ('one' in called) several.push({ plan, node: called.one, of });
    else if ('several' in called) several.push(...called.several.map((node) => ({ plan, node, of })));
    else near.push(...called.nearest);
  }
  const [first, second] = several;
  if (first && !second) return first;
  if (!first) {
    const names = [...new Set(near)].slice(0, 3).map((name) => safeText(name));
    throw new Problem(
      `There is no ${noun} called ${safeText(query) || '""'}.`,
      names.length > 0
        ? `Did you mean ${names.join(' or ')}?`
        : 'A name, or a part of the title, will do. "mos tree" shows them all.',
    );
  }
  const lines = several.slice(0, MOST_SHOWN).map(({ plan, node }) => {
    const one = sketch(plan, node);
    const name = one.path === '' ? '' : `${safeText(one.path)}  `;
    return `  ${name}${safeText(one.title)}  ${factLine(one, { colors: screen.colors })}`;
  });
  const rest = several.length - lines.length;
  throw new Problem(
    `${several.length} are called that:\n${lines.join('\n')}${rest > 0 ? `\n  and ${rest} more` : ''}`,
    'Name one of them more closely, by its name or by more of its title.',
  );
}

/** Lines; who has more to choose from writes more of the title. */
const MOST_SHOWN = 8;

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
