/** `mos export`: the plan for other programs: calendars, spreadsheets, diagrams, scripts. */

import { fstatSync, mkdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { hash53, treeOf } from '@mos/language';
import {
  agendaOf,
  declaredIn,
  type Narrowing,
  narrowed,
  type Sheet,
  type TableName,
  tableNames,
  tableOf,
} from '@mos/language/exchange';
import { version } from '../../package.json';
import { type Console, openConsole } from '../console.ts';
import { readTarget, refuseEnding, store } from '../files/target.ts';
import type { ExportFormat } from '../formats.ts';
import { shownPath } from '../output/paths.ts';
import { visible, visibleLines } from '../output/visible.ts';
import { exitCodes, Problem, reasonOf } from '../problem.ts';
import { type AskedPeriod, readAsked } from '../project/asked.ts';
import { readCount, readToday } from '../project/options.ts';
import { personCalled, teamCalled } from '../project/people.ts';
import { onlyPlan, openPlans, placeFinder, type ViewOptions } from '../project/views.ts';

export interface ExportOptions extends Omit<ViewOptions, 'format'>, AskedPeriod {
  owner?: string;
  team?: string;
  out?: string;
  table?: TableName;
  depth?: string;
  site?: string;
}

/** Gives the exit code; throws a Problem for what is asked and does not exist, and for a place that cannot be written to. */
export async function exportPlan(format: ExportFormat, paths: string[], options: ExportOptions): Promise<number> {
  const out = openConsole(options);
  const period = readAsked(options);
  const today = readToday(options.today);
  const site = readSite(options.site);
  const depth = readCount('--depth', options.depth, 1);
  const { workspace, judged } = await openPlans(paths, { ...options, format: 'text' }, out);
  const of = onlyPlan(judged, out.cwd, 'Name the folder of one of them.');
  const { plan } = of.engine;
  const narrowing: Narrowing = {
    ...(period && { period }),
    ...person('owner', options.owner === undefined ? undefined : personCalled(judged, options.owner).get(of)),
    ...person('team', options.team === undefined ? undefined : teamCalled(judged, options.team).get(of)),
  };
  const keeps = narrowed(plan, today, narrowing);
  const code = workspace.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
  const name = of.project.config.name ?? (shownPath(of.project.root, out.cwd).split('/').at(-1) || 'Plan');

  switch (format) {
    case 'ics': {
      const { ics } = await import('../export/ics.ts');
      const entries = agendaOf(plan, today, narrowing);
      return deliver(
        ics(entries, { name, realm: hash53(name).toString(36), today, ...(site !== undefined && { site }) }),
      );
    }
    case 'csv':
      return deliverTables();
    case 'xlsx': {
      const { xlsx } = await import('../export/xlsx.ts');
      if (options.out === undefined && process.stdout.isTTY)
        throw new Problem('A workbook is nothing to read in a terminal.', 'Name a file, as in --out plan.xlsx.');
      return deliver(await xlsx(tables()));
    }
    case 'json': {
      const { json } = await import('../export/json.ts');
      const placeOf = placeFinder(judged, out.cwd);
      const declarations = declaredIn(plan, keeps).map(({ node, data }) => ({
        ...data,
        ...placeOf({ file: node.file, span: node.place }),
      }));
      const { calendar, name: own = null } = of.project.config;
      return deliver(
        json({ project: shownPath(of.project.root, out.cwd), name: own, today, calendar, declarations }, version),
      );
    }
    case 'mermaid': {
      const { mermaid } = await import('../export/mermaid.ts');
      const isNarrowed = Object.keys(narrowing).length > 0;
      return deliver(mermaid(treeOf(plan, [], { depth: depth ?? MILESTONES, ...(isNarrowed && { keeps }) })));
    }
  }

  function tables(): Sheet[] {
    return (options.table === undefined ? tableNames : [options.table]).map((table) => tableOf(plan, table, keeps));
  }

  /** One table to a file or to standard output; all of them into a folder, a file each. */
  async function deliverTables(): Promise<number> {
    const { csv } = await import('../export/csv.ts');
    const [first, second] = tables();
    if (first && !second) return deliver(csv(first));
    if (options.out === undefined || extname(options.out).toLowerCase() === '.csv')
      throw new Problem(
        'A CSV file holds one table, and a plan has several.',
        `Choose one with --table (${tableNames.join(', ')}), or name a folder for all of them, as in --out tables/.`,
      );
    const folder = resolve(out.cwd, options.out);
    if (statSync(folder, { throwIfNoEntry: false })?.isFile())
      throw new Problem(`${visible(options.out)} is a file.`, 'Name a folder with --out, or one table with --table.');
    makeFolder(folder, out);
    const files = tables().map((table) => ({ file: join(folder, `${table.name}.csv`), text: csv(table) }));
    for (const { file, text } of files) store(file, withMark(text), out.cwd);
    out.remark(`${files.length} tables written to ${visible(shownPath(folder, out.cwd))}`);
    return code;
  }

  function deliver(content: string | Uint8Array): number {
    if (options.out === undefined) {
      out.print(typeof content === 'string' && isSeen() ? visibleLines(content) : content, code);
      return code;
    }
    const target = readTarget(options.out, out.cwd, `plan.${format}`);
    refuseEnding(options.out, ENDINGS[format]);
    store(target, typeof content === 'string' && format === 'csv' ? withMark(content) : content, out.cwd);
    out.remark(`Written to ${visible(shownPath(target, out.cwd))}`);
    return code;
  }
}

const ENDINGS: Readonly<Record<ExportFormat, readonly string[]>> = {
  ics: ['.ics'],
  csv: ['.csv', '.txt'],
  xlsx: ['.xlsx'],
  json: ['.json'],
  mermaid: ['.mmd', '.mermaid', '.md', '.txt'],
};

/** Levels of a cascade down to its milestones: commitments would make a picture that nobody can look at. */
const MILESTONES = 4;

/** Somebody reads it as it comes: in a terminal, or in the log of a CI service. What goes into a file stays as it is. */
function isSeen(): boolean {
  if (process.stdout.isTTY) return true;
  return Boolean(process.env.CI) && !fstatSync(process.stdout.fd).isFile();
}

/** Excel takes a file without it for one of an older alphabet. */
function withMark(text: string): string {
  return `\uFEFF${text}`;
}

function person(key: 'owner' | 'team', node: Narrowing['owner']): Narrowing {
  return node ? { [key]: node } : {};
}

/** An address that a calendar can open, and nothing that would do more. */
function readSite(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const address = URL.parse(text);
  if (address && /^https?:$/.test(address.protocol) && address.search === '' && address.hash === '')
    return address.href.replace(/\/+$/, '');
  throw new Problem(
    `--site takes the address where the site of the plan is published, not "${visible(text)}".`,
    'Write it as in --site https://plans.example.com/marketing.',
  );
}

function makeFolder(folder: string, { cwd }: Console): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Problem(
      `The folder ${visible(shownPath(folder, cwd))} could not be made: ${reasonOf(error)}.`,
      'Name a place that you may write to with --out.',
    );
  }
}
