/** The commands by which a plan leaves for other programs, and by which their tables come in. */

import { Argument, type Command, Option } from 'commander';
import { exportFormats, exportTables, importFormats, importTables } from './formats.ts';
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
  mermaid  the cascade as a flowchart, for pages that draw it from text

Exit codes:
  0 written · 2 wrong use, an unreadable plan, or a place that cannot be written to · 3 a fault of mos`,
    [
      ['mos export ics --out plan.ics', 'for everybody’s calendar'],
      ['mos export ics --owner ben --out ben.ics', 'what concerns one person'],
      ['mos export xlsx --quarter 2026-Q1 --out q1.xlsx', 'a quarter as a workbook'],
      ['mos export csv --table commitments --week 2026-W07', 'one table'],
      ['mos export json | jq .declarations', 'for programs'],
    ],
    () => import('./commands/export.ts').then(({ exportPlan }) => exportPlan),
  );
  add(
    'import',
    'Take commitments, milestones, owners or readings from a table into the plan',
    (command: Command) =>
      command
        .addArgument(new Argument('<format>', 'what the file is').choices(importFormats))
        .addArgument(new Argument('<file>', 'the table'))
        .addOption(new Option('--table <name>', 'what it holds (default: by its headers)').choices(importTables))
        .addOption(
          new Option(
            '--map <column=property>',
            'what a column is, or - to leave it out; may be given often, and is remembered',
          )
            .argParser((value: string, before: string[]) => [...before, value])
            .default([], 'by its header'),
        )
        .option('--dry-run', 'show the change and write nothing')
        .option('--allow-errors', 'write it even if the plan has more errors afterwards')
        .option('--in <path>', 'file or folder of the plan (default: this folder)')
        .addOption(today())
        .addOption(settings()),
    `Rows are matched by their name, else by their title and week or month. New ones stand where their siblings do, cells that say
otherwise change what is there, empty cells say nothing, and nothing is taken out. A row that is not understood is left out
and told, with the reason. What --map says is kept in mos-import.json beside the plan.

Exit codes:
  0 all of it came in · 1 rows were left out, or it would bring errors · 2 wrong use or an unreadable file · 3 a fault of mos`,
    [
      ['mos import csv week.csv --dry-run', 'what would change'],
      ['mos import xlsx plan.xlsx', 'the sheets that "mos export xlsx" made, edited'],
      ['mos import csv tasks.csv --map "Wer=dri" --map "KW=week"', 'a table with words of its own'],
    ],
    () => import('./commands/import.ts').then(({ importTable }) => importTable),
  );
}
