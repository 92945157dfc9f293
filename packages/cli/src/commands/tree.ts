/** `mos tree`: the cascade in the terminal. */

import {
  isPeriodFault,
  ownerCalled,
  type Period,
  type PlanNode,
  parsePeriod,
  rangeOf,
  type TreeItem,
  treeOf,
} from '@mos/language';
import { openConsole } from '../console.ts';
import { shownPath } from '../output/paths.ts';
import { visibleJson } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import type { Judged } from '../project/judged.ts';
import { readCount } from '../project/options.ts';
import { openPlans, type Place, placeFinder, type ViewOptions } from '../project/views.ts';
import { safeText } from '../terminal/facts.ts';
import { drawTree } from '../terminal/tree.ts';

export interface TreeCommandOptions extends ViewOptions {
  depth?: string;
  owner?: string;
  quarter?: string;
}

/** Gives the exit code; throws a Problem for an owner or a quarter that does not exist. */
export async function tree(paths: string[], options: TreeCommandOptions): Promise<number> {
  const out = openConsole(options);
  const depth = readCount('--depth', options.depth, 1);
  const quarter = readQuarter(options.quarter);
  const { workspace, judged } = await openPlans(paths, options, out);
  const owners = options.owner === undefined ? undefined : findOwners(judged, options.owner);
  const code = workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;

  const trees = judged.flatMap(({ project, engine }) => {
    const owner = owners?.get(engine.plan);
    if (owners && !owner) return [];
    const view = treeOf(engine.plan, engine.result().findings, {
      ...(owner && { owner }),
      ...(quarter && { within: rangeOf(quarter, project.config.calendar) }),
      ...(depth !== undefined && { depth }),
    });
    return [{ project, view }];
  });

  if (options.format === 'json') {
    const placeOf = placeFinder(judged, out.cwd);
    const plans = trees.map(({ project, view }) => ({
      project: shownPath(project.root, out.cwd),
      name: project.config.name ?? null,
      unconnected: view.unconnected.map((item) => itemData(item, placeOf)),
      cascade: view.cascade.map((item) => itemData(item, placeOf)),
      run: view.run.map((item) => itemData(item, placeOf)),
    }));
    out.print(`${visibleJson({ plans }, 2)}\n`, code);
    return code;
  }

  const drawn = trees.flatMap(({ project, view }) => {
    const text = drawTree(view, out.screen);
    if (text === '') return [];
    const title = safeText(project.config.name ?? shownPath(project.root, out.cwd));
    return [judged.length > 1 ? `${out.screen.colors.bold(out.screen.colors.underline(title))}\n\n${text}` : text];
  });
  out.print(drawn.length > 0 ? drawn.join('\n\n') : `${nothing(options)}\n`, code);
  return code;
}

function nothing({ owner, quarter }: TreeCommandOptions): string {
  if (owner === undefined && quarter === undefined)
    return 'There is no cascade here yet. A plan begins with a frame: "mos init" writes one.';
  const whose = owner === undefined ? 'Nothing' : `Nothing that ${safeText(owner)} is DRI of`;
  return quarter === undefined ? `${whose} is in this plan.` : `${whose} falls into ${quarter}.`;
}

function readQuarter(text: string | undefined): Period | undefined {
  if (text === undefined) return undefined;
  const period = parsePeriod(text);
  if (!isPeriodFault(period) && period.unit === 'quarter') return period;
  const near = isPeriodFault(period) ? period.nearest : undefined;
  throw new Problem(
    `"${text}" is no quarter.`,
    near !== undefined && /-Q/.test(near)
      ? `Did you mean --quarter ${near}?`
      : 'Write a year and a quarter, as in --quarter 2026-Q1.',
  );
}

/** Plan → the one person of that name in it. */
function findOwners(judged: readonly Judged[], query: string): Map<unknown, PlanNode> {
  const owners = new Map<unknown, PlanNode>();
  const near = new Set<string>();
  for (const { engine } of judged) {
    const owner = ownerCalled(engine.plan, query);
    if (Array.isArray(owner)) for (const name of owner) near.add(name);
    else owners.set(engine.plan, owner);
  }
  if (owners.size > 0) return owners;
  throw new Problem(
    `Nobody in this plan is called ${query}.`,
    near.size > 0
      ? `Did you mean ${[...near]
          .slice(0, 5)
          .map((name) => safeText(name))
          .join(' or ')}?`
      : 'Owners are declared as in: owner ana "Ana Duarte".',
  );
}

/** For programs: a place in place of a span. */
function itemData(item: TreeItem, placeOf: (at: TreeItem) => Place): Record<string, unknown> {
  const { span: _span, children, ...facts } = item;
  return { ...facts, ...placeOf(item), children: children.map((child) => itemData(child, placeOf)) };
}
