/** `mos week`: what this week asks, of everybody or of one person; on a terminal, one promise after the other. */

import { isPeriodFault, ownerCalled, type Period, type PlanNode, parsePeriod, weekOf, weekView } from '@mos/language';
import { openConsole } from '../console.ts';
import { shownPath } from '../output/paths.ts';
import { visibleJson } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import type { Judged } from '../project/judged.ts';
import { readToday } from '../project/options.ts';
import { openPlans, placeFinder, type ViewOptions } from '../project/views.ts';
import { safeText } from '../terminal/facts.ts';
import { drawWeek, weekData } from '../terminal/week.ts';

export interface WeekOptions extends ViewOptions {
  owner?: string;
  week?: string;
  all?: boolean;
  ask?: boolean;
  list?: boolean;
}

/** Gives the exit code; throws a Problem for a week or a person that does not exist. */
export async function week(paths: string[], given: WeekOptions): Promise<number> {
  // Who says once for all who they are need not say it every Monday.
  const { MOS_OWNER: me } = process.env;
  const options = me && given.owner === undefined && !given.all ? { ...given, owner: me } : given;
  const out = openConsole(options);
  const today = readToday(options.today);
  const asked = readWeek(options.week) ?? weekOf(today);
  const { workspace, judged } = await openPlans(paths, options, out);
  const views = judged.flatMap((of) => {
    const owner = options.owner === undefined ? undefined : ownerOf(of, options.owner);
    if (options.owner !== undefined && !owner) return [];
    return [{ of, owner, view: weekView(of.engine.plan, asked, owner) }];
  });
  if (options.owner !== undefined && views.length === 0) throw nobody(judged, options.owner);
  const code = workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
  if (options.format === 'json') {
    const placeOf = placeFinder(judged, out.cwd);
    const plans = views.map(({ of, view }) => ({
      project: shownPath(of.project.root, out.cwd),
      ...weekData(of.engine.plan, view, asked, placeOf),
    }));
    out.print(`${visibleJson({ plans }, 2)}\n`, code);
    return code;
  }
  if (!options.list && (options.ask || options.owner !== undefined) && process.stdin.isTTY && process.stdout.isTTY) {
    const { walkThrough } = await import('./week-dialog.ts');
    for (const { of, view } of views) await walkThrough(of, view, { today, out });
    return code;
  }
  out.print(views.map(({ of, view }) => drawWeek(of.engine.plan, view, asked, out.screen)).join('\n'), code);
  return code;
}

function readWeek(text: string | undefined): Period | undefined {
  if (text === undefined) return undefined;
  const period = parsePeriod(text);
  if (!isPeriodFault(period) && period.unit === 'week') return period;
  const near = isPeriodFault(period) && period.nearest?.includes('W') ? period.nearest : undefined;
  throw new Problem(
    `"${text}" is no week.`,
    near === undefined ? 'Write a year and a week, as in --week 2026-W07.' : `Did you mean --week ${near}?`,
  );
}

function ownerOf({ engine }: Judged, query: string): PlanNode | undefined {
  const owner = ownerCalled(engine.plan, query);
  return Array.isArray(owner) ? undefined : owner;
}

function nobody(judged: readonly Judged[], query: string): Problem {
  const near = judged.flatMap(({ engine }) => {
    const found = ownerCalled(engine.plan, query);
    return Array.isArray(found) ? found : [];
  });
  const names = [...new Set(near)].slice(0, 5).map((name) => safeText(name));
  return new Problem(
    `Nobody in this plan is called ${safeText(query)}.`,
    names.length > 0 ? `Did you mean ${names.join(' or ')}?` : 'Owners are declared as in: owner ana "Ana Duarte".',
  );
}
