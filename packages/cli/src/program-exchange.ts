/** The commands by which a plan leaves for other programs, and by which their tables come in. */

import { Argument, type Command, Option } from 'commander';
import { exportFormats, exportTables } from './formats.ts';
import type { Add } from './program-facts.ts';

interface Shared {
  paths: () => Argument;
  today: () => Option;
  settings: () => Option;
}

export function addExchangeCommands(add: Add, { paths, today, settings }: Shared): void {
  add(
    'export',
    'Give the plan to a calendar, a spreadsheet, a diagram or a program',
    (command: Command) =>
      command
        .addArgument(new Argument('<format>', 'what to make of it').choices(exportFormats))
        .addArgument(paths())
        .optionsGroup('What it holds:')
        .option('--quarter <quarter>', 'only what falls into a quarter, such as 2026-Q1')
        .option('--month <month>', 'only what falls into a month, such as 2026-01')
        .option('--week <week>', 'only what falls into a week, such as 2026-W07')
        .option('--owner <name>', 'only what this person answers for, or attends')
        .option('--team <name>', 'only what this team or its people answer for')
        .addOption(new Option('--table <name>', 'one table (csv, xlsx)').choices(exportTables))
        .option('--depth <number>', 'levels of the diagram (mermaid; default: 4, down to milestones)')
        .option('--site <address>', 'where the site of the plan is published, for links to agendas (ics)')
        .addOption(today())
        .addOption(settings())
        .optionsGroup('Output:')
        .option('--out <file>', 'write it into a file, or into a folder for all tables as csv'),
    `Formats:
  ics      meetings that recur, milestones, and the readings that leave six weeks to act, for Outlook, Google and Apple
  csv      a table, or a folder with all of them; cells that look like a formula get an apostrophe in front
  xlsx     a workbook with a sheet for each table
  json     every declaration with all it says (schemas/export.schema.json)
  mermaid  the cascade as a flowchart, for pages that draw it from text`,
    [
      ['mos export ics --out plan.ics', 'for everybody’s calendar'],
      ['mos export ics --owner ben --out ben.ics', 'what concerns one person'],
      ['mos export xlsx --quarter 2026-Q1 --out q1.xlsx', 'a quarter as a workbook'],
      ['mos export csv --table commitments --week 2026-W07', 'one table'],
      ['mos export json | jq .declarations', 'for programs'],
    ],
    () => import('./commands/export.ts').then(({ exportPlan }) => exportPlan),
  );
}
