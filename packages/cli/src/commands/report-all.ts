/** `mos report all`: everything that can be told of a plan, as a site. */

import { basename, resolve } from 'node:path';
import type { DocumentOptions } from '@mos/language/documents';
import { openConsole } from '../console.ts';
import { written } from '../fault.ts';
import { shownPath } from '../output/paths.ts';
import { visible } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import { readToday } from '../project/options.ts';
import { openPlans, type ViewOptions } from '../project/views.ts';
import { checkFolder, writeSite } from '../site/folder.ts';
import { sitePages } from '../site/site.ts';

export interface SiteOptions extends Omit<ViewOptions, 'format'> {
  format?: string;
  owner?: string;
  team?: string;
  out?: string;
}

/** `asked`: the period that documents look at. Gives the exit code; throws a Problem for what a site cannot be made of. */
export async function reportAll(paths: string[], asked: DocumentOptions, options: SiteOptions): Promise<number> {
  const { out: target, format = 'html', owner, team } = options;
  if (target === undefined)
    throw new Problem('A site needs a folder to be written into.', 'Name one, as in: mos report all --out site');
  if (format !== 'html')
    throw new Problem(
      `A site is made of HTML pages, not of ${format}.`,
      'Leave --format out, or ask for one document: "mos report" lists them.',
    );
  if (owner !== undefined || team !== undefined)
    throw new Problem(
      'A site is about the whole plan, with a page for each person.',
      'Leave --owner and --team out, or ask for one document: "mos report" lists them.',
    );
  const out = openConsole(options);
  const folder = resolve(out.cwd, target);
  checkFolder(folder, target);
  const { workspace, judged } = await openPlans(paths, { ...options, format: 'text' }, out);
  const [only, another] = judged;
  if (!only) throw new Problem('There is no plan to make a site of.', 'Name the folder of a plan.');
  if (another)
    throw new Problem(
      `There are ${judged.length} plans here, and a site is about one.`,
      `Name the folder of the one that you mean, as in: mos report all ${visible(shownPath(only.project.root, out.cwd))} --out ${visible(target)}`,
    );
  const { project, engine } = only;
  const name = project.config.name ?? basename(project.root);
  const source = {
    plan: engine.plan,
    today: readToday(options.today),
    findings: engine.result(() => false).findings,
  };
  const pages = sitePages(name, source, asked);
  written.push(folder);
  writeSite(
    folder,
    pages.map(({ path }) => path),
    made(pages),
  );
  const count = pages.filter(({ path }) => path.endsWith('.html')).length;
  out.remark(`A site of ${count} pages is in ${visible(shownPath(folder, out.cwd))}; open index.html in a browser.`);
  return workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
}

function* made(pages: ReturnType<typeof sitePages>) {
  for (const { make } of pages) yield make();
}
