/** `mos fmt`: plan files in their usual layout. */

import { resolve } from 'node:path';
import { formatPlan, loadFullReader } from '@mos/language';
import { decode } from '@mos/server/files';
import { openConsole, readInput } from '../console.ts';
import { shownPath } from '../output/paths.ts';
import { count } from '../output/summary.ts';
import { visible } from '../output/visible.ts';
import { exitCodes, Problem, type Trouble } from '../problem.ts';
import { type Change, writeChanges } from '../project/repair.ts';
import { openWorkspace } from '../project/workspace.ts';
import { diffOf } from '../terminal/diff.ts';

export interface FormatOptions {
  check?: boolean;
  color: boolean;
  diff?: boolean;
  stdinFilename?: string;
}

/** Gives the exit code; throws a Problem for wrong use. */
export async function fmt(paths: string[], options: FormatOptions): Promise<number> {
  const out = openConsole(options);
  await loadFullReader();
  if (options.stdinFilename !== undefined) return formatInput(paths, options.stdinFilename, options);
  const workspace = await openWorkspace({
    paths,
    cwd: out.cwd,
    rules: new Map(),
    askedOnly: true,
    progress: out.progress,
  });
  const asked = workspace.projects.flatMap(({ root, files, targets }) =>
    [...targets].flatMap((file) => files.get(file) ?? []).map((read) => ({ ...read, root })),
  );
  const wanted = new Set(workspace.projects.flatMap(({ targets }) => [...targets]));
  const troubles: Trouble[] = workspace.troubles.filter(({ file }) => wanted.has(file) || !file.endsWith('.mos'));
  const changes: Change[] = [];
  for (const { file, root, text, mark, faithful } of asked) {
    if (!faithful) continue;
    const formatted = formatPlan(text);
    if ('refused' in formatted) troubles.push({ file, message: `it was left as it is: ${formatted.refused}` });
    else if (formatted.text !== text) changes.push({ file, root, before: text, after: formatted.text, mark });
  }
  for (const note of workspace.notes) out.remark(note);
  const { done, written } = options.check || options.diff ? { done: [], written: false } : applied();
  out.remarkTroubles(troubles);
  const code =
    troubles.length > 0 ? exitCodes.unusable : changes.length > 0 && !written ? exitCodes.findings : exitCodes.clean;
  if (options.diff) out.print(changes.map((change) => diffOf(change, out.cwd, out.screen.colors)).join(''), code);
  else if (!written) out.print(changes.map(({ file }) => `${visible(shownPath(file, out.cwd))}\n`).join(''), code);
  out.remark(written ? summary('formatted', done.length) : summary('would change', changes.length));
  return code;

  function applied(): { done: Change[]; written: boolean } {
    const result = writeChanges(changes);
    for (const trouble of result.troubles) troubles.push(trouble);
    return { done: result.done, written: true };
  }

  function summary(verb: string, number: number): string {
    const rest = asked.length - number;
    return `${count(number, 'file')} ${verb}, ${count(rest, 'file')} left as ${rest === 1 ? 'it is' : 'they are'}.`;
  }
}

async function formatInput(paths: readonly string[], name: string, options: FormatOptions): Promise<number> {
  const out = openConsole(options);
  if (paths.length > 0) {
    throw new Problem(
      '--stdin-filename formats standard input, so there is nothing to do with a path.',
      'Leave out either of the two.',
    );
  }
  const file = resolve(out.cwd, name);
  const { read, trouble } = decode(file, await readInput());
  const formatted = trouble ? { refused: trouble.message } : formatPlan(read.text);
  if ('refused' in formatted) {
    out.remarkTroubles([{ file, message: `it was left as it is: ${formatted.refused}` }]);
    return exitCodes.unusable;
  }
  const changed = formatted.text !== read.text;
  const code = changed && (options.check || options.diff) ? exitCodes.findings : exitCodes.clean;
  if (options.diff) {
    out.print(
      changed ? diffOf({ file, before: read.text, after: formatted.text }, out.cwd, out.screen.colors) : '',
      code,
    );
  } else if (options.check) out.print(changed ? `${visible(shownPath(file, out.cwd))}\n` : '', code);
  else out.print((read.mark ? '\uFEFF' : '') + formatted.text, code);
  return code;
}
