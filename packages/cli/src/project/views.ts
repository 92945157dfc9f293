/** What the commands that show a plan share: opening it, and its places as lines and columns. */

import { lineStarts, type Span } from '@mos/language';
import type { Console } from '../console.ts';
import { shownPath } from '../output/paths.ts';
import { visible } from '../output/visible.ts';
import { Problem } from '../problem.ts';
import { type Judged, judge } from './judged.ts';
import { readSettingsPath, readToday } from './options.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface ViewOptions {
  color: boolean;
  config?: string;
  format: string;
  today?: string;
}

/** Says what could not be read; throws a Problem when there is nothing. */
export async function openPlans(
  paths: readonly string[],
  { config, today }: ViewOptions,
  out: Console,
): Promise<{ workspace: Workspace; judged: Judged[] }> {
  const settings = readSettingsPath(config, out.cwd);
  const day = readToday(today);
  const workspace = await openWorkspace({
    paths,
    cwd: out.cwd,
    rules: new Map(),
    progress: out.progress,
    ...(settings !== undefined && { settings }),
  });
  for (const note of workspace.notes) out.remark(note);
  out.remarkTroubles(workspace.troubles);
  return { workspace, judged: await judge(workspace.projects, day) };
}

/** For what is about one plan. `wayOut`: what to do where there are several, which throws a Problem. */
export function onlyPlan(judged: readonly Judged[], cwd: string, wayOut: string): Judged {
  const [first, second] = judged;
  if (first && !second) return first;
  const folders = judged.map(({ project }) => visible(shownPath(project.root, cwd)));
  throw new Problem(`There are ${judged.length} plans here: ${folders.slice(0, 5).join(', ')}.`, wayOut);
}

/** 1-based, for people and programs; `file` as people write it. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Places in the plans of one run; each file's lines are counted once. */
export function placeFinder(judged: readonly Judged[], cwd: string): (at: { file: string; span: Span }) => Place {
  const starts = new Map<string, number[]>();
  return ({ file, span }) => {
    const text = judged.find(({ project }) => project.files.has(file))?.engine.plan.text(file) ?? '';
    const known = starts.get(file) ?? lineStarts(text);
    starts.set(file, known);
    const after = known.findIndex((start) => start > span.start);
    const line = after === -1 ? known.length : after;
    return { file: shownPath(file, cwd), line, column: span.start - (known[line - 1] ?? 0) + 1 };
  };
}
