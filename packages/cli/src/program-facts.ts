/** The commands that keep a plan up to date, and the one that asks what is to be said this week. */

import { Argument, type Command, Option } from 'commander';

/** As `add` in program.ts: name, summary, shape, notes, examples, code. */
export type Add = (
  name: string,
  summary: string,
  shape: (command: Command) => Command,
  notes: string,
  examples: [string, string][],
  load: () => Promise<(...values: never[]) => Promise<number>>,
) => void;

interface Shared {
  paths: () => Argument;
  listFormat: () => Option;
  today: () => Option;
  settings: () => Option;
}

export function addFactCommands(add: Add, { paths, listFormat, today, settings }: Shared): void {
  const named = (what: string) => new Argument(`<${what}>`, 'a name, a path, or a part of the title');
  const shared = (command: Command) =>
    command
      .option('--dry-run', 'show the change and write nothing')
      .option('--in <path>', 'file or folder of the plan (default: this folder)')
      .addOption(today())
      .addOption(settings());
  const on = () => new Option('--on <date>', 'the day of the fact (default: today)');

  add(
    'week',
    'What this week asks: promises, what has no word yet, numbers to read',
    (command) =>
      command
        .addArgument(paths())
        .option('--owner <name>', 'only what is asked of this person; on a terminal, one promise after the other')
        .option('--week <week>', 'another week, such as 2026-W07')
        .option('--all', 'of everybody, whatever MOS_OWNER says')
        .option(
          '--ask',
          'on a terminal, ask about everybody’s promises, those without a word from the weeks before first',
        )
        .option('--list', 'list only, and ask nothing')
        .addOption(listFormat())
        .addOption(today())
        .addOption(settings()),
    'Who sets MOS_OWNER to the own name is asked about the own week: export MOS_OWNER=ben.',
    [
      ['mos week', 'everybody, for the review on Monday'],
      ['mos week --ask', 'the review itself: kept, missed or moved, one after the other'],
      ['mos week --owner ben', 'kept, missed or moved, by one letter each'],
    ],
    () => import('./commands/week.ts').then(({ week }) => week),
  );
  add(
    'numbers',
    'What the facts add up to: health, kept promises, execution rate, balance, coverage',
    (command) =>
      command
        .addArgument(paths())
        .option('--period <period>', 'only what is due in a year, quarter, month or week, such as 2026-Q1')
        .addOption(listFormat())
        .addOption(today())
        .addOption(settings()),
    'A number that a plan has no facts for is left out. "mos explain <its name>" tells what each counts and leaves out.',
    [
      ['mos numbers', ''],
      ['mos numbers --period 2026-Q1 --format json', 'for programs'],
    ],
    () => import('./commands/numbers.ts').then(({ numbers }) => numbers),
  );
  add(
    'done',
    'Note that a commitment is done, or a milestone met',
    (command) => shared(command.addArgument(named('commitment')).addOption(on())),
    NOTES,
    [
      ['mos done brief', ''],
      ['mos done "value reviews" --on 2026-02-06', 'by a part of its title'],
    ],
    () => import('./commands/facts.ts').then(({ done }) => done),
  );
  add(
    'miss',
    'Note that a commitment was missed, and why',
    (command) => shared(command.addArgument(named('commitment')).addArgument(new Argument('<why>', 'the reason'))),
    NOTES,
    [['mos miss brief "the agency is two days late"', '']],
    () => import('./commands/facts.ts').then(({ miss }) => miss),
  );
  add(
    'move',
    'Move a commitment to another week, or a milestone to another month',
    (command) =>
      shared(
        command
          .addArgument(named('commitment'))
          .addArgument(new Argument('<week>', 'such as 2026-W08'))
          .addArgument(new Argument('[why]', 'the reason; needed once its own week has begun')),
      ),
    NOTES,
    [['mos move brief 2026-W08 "Legal wants a second source"', '']],
    () => import('./commands/facts.ts').then(({ move }) => move),
  );
  add(
    'reading',
    'Note what a metric says today',
    (command) =>
      shared(
        command
          .addArgument(named('metric'))
          .addArgument(new Argument('<value>', 'such as 41, 23% or $2.9M'))
          .addOption(on())
          .option('--replace', 'correct the reading that this day has'),
      ),
    NOTES,
    [
      ['mos reading engaged 41', ''],
      ['mos reading sourced "$2.9M" --on 2026-01-31', 'the shell keeps its hands off what is quoted'],
    ],
    () => import('./commands/facts.ts').then(({ reading }) => reading),
  );
  add(
    'status',
    'Say how an objective, bet or frame stands',
    (command) =>
      shared(
        command
          .addArgument(named('objective'))
          .addArgument(
            new Argument('<status...>', 'on track, at risk, off track, achieved, partial, missed or dropped, and why'),
          )
          .addOption(on())
          .option('--confidence <percent>', 'how sure you are')
          .addOption(
            new Option('--option <text>', 'something that could be done; may be given often')
              .argParser(collected)
              .default([], 'none'),
          )
          .option('--recovery <text>', 'how it comes back on track'),
      ),
    NOTES,
    [
      ['mos status q1_pipeline on track "34 groups of 42"', ''],
      ['mos status q1_pipeline at risk "the second play is late" --option "move $40k to it"', ''],
    ],
    () => import('./commands/facts.ts').then(({ status }) => status),
  );
}

const NOTES = `The change is shown as a diff. Of several that a part of a title fits, the one that is open and belongs to this week is
meant; where that leaves more than one, nothing is changed and they are listed.`;

function collected(value: string, before: string[]): string[] {
  return [...before, value];
}
