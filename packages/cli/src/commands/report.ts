/** `mos report`: a document that a plan and its facts make, for a meeting, a person or a program. */

import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { nearest, type Period, type PlanNode } from '@mos/language';
import {
  buildDocument,
  type Document,
  type DocumentKind,
  type DocumentOptions,
  documentKinds,
} from '@mos/language/documents';
import { type Console, openConsole } from '../console.ts';
import { type DocumentFormat, written } from '../documents/documents.ts';
import { readTarget, refuseEnding, store } from '../files/target.ts';
import { shownPath } from '../output/paths.ts';
import { visible } from '../output/visible.ts';
import { exitCodes, Problem } from '../problem.ts';
import { readAsked } from '../project/asked.ts';
import type { Judged } from '../project/judged.ts';
import { readToday } from '../project/options.ts';
import { personCalled, teamCalled } from '../project/people.ts';
import { openPlans, type ViewOptions } from '../project/views.ts';
import { safeText } from '../terminal/facts.ts';
import { wrap } from '../terminal/wrap.ts';

export interface ReportOptions extends Omit<ViewOptions, 'format'> {
  format?: DocumentFormat;
  quarter?: string;
  month?: string;
  week?: string;
  owner?: string;
  team?: string;
  out?: string;
}

/** Gives the exit code; throws a Problem for a document, period, person, team or place that does not exist. */
export async function report(name: string | undefined, paths: string[], options: ReportOptions): Promise<number> {
  const out = openConsole(options);
  if (name === undefined) {
    out.print(listing(out), exitCodes.clean);
    return exitCodes.clean;
  }
  if (name.toLowerCase() === 'all') {
    const { reportAll } = await import('./report-all.ts');
    const asked = readAsked(options);
    return reportAll(paths, asked ? { period: asked } : {}, options);
  }
  const kind = kindCalled(name);
  if (kind.needsOwner && options.owner === undefined)
    throw new Problem(`"${kind.name}" is about one person.`, 'Say whom, as in --owner ben.');
  const period = readAsked(options);
  const target = options.out === undefined ? undefined : readTarget(options.out, out.cwd, `${kind.name}.html`);
  if (options.out !== undefined) refuseEnding(options.out, ENDINGS[options.format ?? 'any']);
  const today = readToday(options.today);
  const { workspace, judged } = await openPlans(paths, { format: 'text', ...options }, out);
  const documents = documentsOf(kind, judged, today, period, options);
  const text = written(documents, options.format ?? formatOf(options.out));
  const code = workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
  if (target === undefined) {
    out.print(text, code);
    return code;
  }
  store(target, text, out.cwd);
  out.remark(`${kind.title} written to ${visible(shownPath(target, out.cwd))}`);
  return code;
}

const ENDINGS: Readonly<Record<DocumentFormat | 'any', readonly string[]>> = {
  html: ['.html', '.htm'],
  json: ['.json'],
  markdown: ['.md', '.markdown', '.txt'],
  any: ['.html', '.htm', '.md', '.markdown', '.txt', '.json'],
};

/** One for each plan; with a person or a team, for each plan that knows them. */
function documentsOf(
  kind: DocumentKind,
  judged: readonly Judged[],
  today: string,
  period: Period | undefined,
  { owner, team }: ReportOptions,
): Document[] {
  const people = owner === undefined ? undefined : personCalled(judged, owner);
  const teams = team === undefined ? undefined : teamCalled(judged, team);
  return judged.flatMap((each) => {
    const asked: DocumentOptions = {
      ...(kind.needsFindings && { findings: each.engine.result().findings }),
      ...(period && { period }),
      ...chosen('owner', people, each),
      ...chosen('team', teams, each),
    };
    const isMissing = (people && !asked.owner) || (teams && !asked.team);
    return isMissing ? [] : [buildDocument(kind, each.engine.plan, today, asked)];
  });
}

function chosen(key: 'owner' | 'team', nodes: Map<Judged, PlanNode> | undefined, of: Judged): DocumentOptions {
  const node = nodes?.get(of);
  return node ? { [key]: node } : {};
}

/** Each with what it is for. */
function listing({ screen: { colors, width } }: Console): string {
  const blocks = documentKinds.map(({ name, title, purpose, audience, needsOwner }) =>
    [
      `${colors.bold(name)}  ${title}${needsOwner ? '  (with --owner)' : ''}`,
      ...wrap(`${purpose} For ${audience}.`, width, '  ').map((line) => colors.dim(line)),
    ].join('\n'),
  );
  return `${blocks.join('\n')}\n\nmos report ${documentKinds[0]?.name} --out review.html writes one of them as a page.
mos report all --out site writes all of them as a site, with the cascade, a timeline and a page for each objective, metric and person.\n`;
}

function kindCalled(name: string): DocumentKind {
  const wanted = name.toLowerCase();
  const kind = documentKinds.find((each) => each.name === wanted || each.title.toLowerCase() === wanted);
  if (kind) return kind;
  if (existsSync(name) && extname(name) !== '')
    throw new Problem(
      `${visible(name)} is a file, and no document.`,
      `Name the document first: mos report weekly-review ${visible(name)}`,
    );
  const near = nearest(
    wanted,
    documentKinds.flatMap((each) => [each.name, each.title.toLowerCase()]),
  );
  const names = near.map(
    (found) => documentKinds.find((each) => each.name === found || each.title.toLowerCase() === found)?.name,
  );
  const [first] = names;
  throw new Problem(
    `There is no document "${safeText(name)}".`,
    first === undefined
      ? '"mos report" lists them all.'
      : `Did you mean ${[...new Set(names)].slice(0, 3).join(' or ')}?`,
  );
}

/** By the ending of the file that it is written to; Markdown reads well in a terminal. */
function formatOf(path: string | undefined): DocumentFormat {
  const ending = path === undefined ? '' : extname(path).toLowerCase();
  if (ending === '.html' || ending === '.htm') return 'html';
  return ending === '.json' ? 'json' : 'markdown';
}
