/** The command that makes documents of a plan. */

import { Argument, type Command, Option } from 'commander';
import { documentFormats } from './formats.ts';
import type { Add } from './program-facts.ts';

interface Shared {
  paths: () => Argument;
  today: () => Option;
  settings: () => Option;
}

export function addReportCommand(add: Add, { paths, today, settings }: Shared): void {
  add(
    'report',
    'Make a document of the plan: a review, a register, a pack for a meeting',
    (command: Command) =>
      command
        .addArgument(new Argument('[document]', 'which one, or all for a site; without it, they are listed'))
        .addArgument(paths())
        .optionsGroup('What it looks at:')
        .option('--quarter <quarter>', 'a quarter, such as 2026-Q1')
        .option('--month <month>', 'a month, such as 2026-01')
        .option('--week <week>', 'a week, such as 2026-W07')
        .option('--owner <name>', 'only what this person answers for')
        .option('--team <name>', 'only what this team or its people answer for')
        .addOption(today())
        .addOption(settings())
        .optionsGroup('Output:')
        .addOption(
          new Option('--format <name>', 'default: by the ending of --out, else markdown').choices(documentFormats),
        )
        .option('--out <path>', 'write it into a file, whole or not at all; a site into a folder'),
    `Where nobody says otherwise, a document looks at the week, month, quarter or year of the day. An HTML page stands alone: it
fetches nothing, runs nothing, and prints well.`,
    [
      ['mos report', 'what there is'],
      ['mos report weekly-review', 'for Monday’s meeting'],
      ['mos report weekly-review --out review.html', 'as a page'],
      ['mos report all --out site', 'the whole plan as a site: these, the cascade, a timeline, charts'],
      ['mos report weekly-review --today 2026-02-09', 'as it was known on a day'],
    ],
    () => import('./commands/report.ts').then(({ report }) => report),
  );
}
