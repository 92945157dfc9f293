/** The commands of mos with their options, help and examples; each loads its code only when it runs. */

import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { outputNames } from './formats.ts';
import { exitCodes, isSystemError, Problem, reasonOf } from './problem.ts';
import { addExchangeCommands } from './program-exchange.ts';
import { addFactCommands } from './program-facts.ts';
import { addReportCommand } from './program-report.ts';
import { templateLines } from './templates.ts';
import { columns } from './terminal/columns.ts';
import { sayUsageError } from './usage.ts';

/** Builds the program, runs the command that `args` ask for, and gives its exit code. Problems are said here. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.clean;
  const program = buildProgram((result) => {
    code = result;
  });
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return exitCodes.unusable;
    }
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.clean;
      return exitCodes.unusable;
    }
    if (error instanceof Problem) {
      process.stderr.write(`mos: ${error.message}\n${error.wayOut}\n`);
      return exitCodes.unusable;
    }
    if (isSystemError(error)) {
      const { path } = error;
      process.stderr.write(
        `mos: ${path === undefined ? 'A file' : path}: ${reasonOf(error)}.\nMend that and run the same command again.\n`,
      );
      return exitCodes.unusable;
    }
    throw error;
  }
}

/** `done` receives the exit code of the command that ran. */
export function buildProgram(done: (code: number) => void): Command {
  const program = new Command('mos')
    .description('Plans as code: mos proves that the cascade from strategy to this week’s work holds.')
    .version(`mos ${version}`, '-V, --version', 'Say which mos this is')
    .helpOption('-h, --help', 'Explain a command')
    .helpCommand('help [command]', 'Explain a command')
    .exitOverride()
    .showHelpAfterError(false)
    .configureHelp({ sortSubcommands: false, helpWidth: Math.min(process.stdout.columns ?? HELP_WIDTH, HELP_WIDTH) })
    .configureOutput({ outputError: sayUsageError });

  add(
    'check',
    'Find the faults of a plan, explain and repair them',
    (command) =>
      command
        .addArgument(paths())
        .optionsGroup('Repair:')
        .option('--fix', 'repair what has one safe way out, then say what is left')
        .option('--fix-unsafe', 'also apply the best fix of findings whose repair changes what the plan says')
        .option(
          '--diff',
          'show what --fix (or --fix-unsafe) would change instead of changing it; exit 1 if there is something',
        )
        .optionsGroup('Output:')
        .addOption(new Option('--format <name>', 'form of the findings').choices(outputNames).default('text'))
        .option('--output <file>', 'write the findings into a file')
        .option('--statistics', 'count the findings by rule instead of listing them (text, concise or json)')
        .option('--quiet', 'leave out the closing summary')
        .option('--show-files', 'list the files that would be checked, and stop')
        .option('--show-config', 'print the settings that hold, and stop')
        .optionsGroup('Judgement:')
        .addOption(
          new Option('--fail-on <severity>', 'exit 1 from this severity on')
            .choices(['error', 'warning', 'info'])
            .default('error'),
        )
        .option('--max-warnings <number>', 'exit 1 when there are more warnings than this')
        .addOption(ruleOption())
        .addOption(todayOption())
        .addOption(settingsOption())
        .optionsGroup('Input:')
        .option('--stdin-filename <name>', 'check standard input as if it were this file of the plan')
        .option('--watch', 'check again whenever a plan file changes')
        .option('--cache', 'say again what was said last time if nothing has changed since; kept in .mos-cache'),
    `Exit codes:
  0 clean · 1 findings · 2 wrong use, settings or unreadable files · 3 a fault of mos

A plan is the folder with a mos.json, or else this folder. Names live in the whole plan, so checking one file
reads them all; findings are shown for the files that you name. Ignored files (.gitignore) are left out, and links to
folders are not followed. With --diff, nothing is written and findings are not listed.`,
    [
      ['mos check', 'the plan in this folder'],
      ['mos check plans/q1.mos --format concise', 'one file, a line a finding'],
      ['mos check --fix --diff', 'what --fix would change'],
      ['mos check --fail-on warning --max-warnings 0', 'strict, for CI'],
      ['mos check --rule metrics/missing-source=off', 'leave one rule out'],
      ['mos check --format sarif --output mos.sarif', 'for code scanning'],
    ],
    () => import('./commands/check.ts').then(({ check }) => check),
  );
  add(
    'fmt',
    'Lay plan files out in the usual way',
    (command) =>
      command
        .addArgument(paths())
        .option('--check', 'say which files would change, and change none; exit 1 if there are some')
        .option('--diff', 'show what would change, and change nothing; exit 1 if there is something')
        .option('--stdin-filename <name>', 'format standard input, under this name, to standard output'),
    'Formatting changes white space only: every word and every comment stays. A file with a syntax error is left as it is.',
    [
      ['mos fmt', 'every plan file in this folder'],
      ['mos fmt --check', 'for CI'],
      ['mos fmt --stdin-filename q1.mos < q1.mos', 'for editors'],
    ],
    () => import('./commands/fmt.ts').then(({ fmt }) => fmt),
  );
  add(
    'explain',
    'Read the page of a rule, or what a number counts and leaves out',
    (command) =>
      command
        .addArgument(
          new Argument(
            '<rule>',
            'a rule by its full or short name, a number such as kept-rate, or numbers for all of these',
          ),
        )
        .addOption(
          new Option('--format <name>', 'text to read here, or the page as it stands')
            .choices(['text', 'markdown'])
            .default('text'),
        ),
    '',
    [
      ['mos explain cascade/missing-why', ''],
      ['mos explain missing-why', 'the short name will do'],
      ['mos explain execution-rate', 'what a number counts and leaves out'],
    ],
    () => import('./commands/explain.ts').then(({ explain }) => explain),
  );
  add(
    'rules',
    'List every rule',
    (command) => command.addOption(listFormat()),
    '',
    [
      ['mos rules', ''],
      ['mos rules --format json', 'for programs'],
    ],
    () => import('./commands/rules.ts').then(({ listRules }) => listRules),
  );
  add(
    'tree',
    'Show the cascade from the frame to the week, with its problems',
    (command) =>
      command
        .addArgument(paths())
        .option('--owner <name>', 'only what this person is DRI of, with the line above it')
        .option('--quarter <quarter>', 'only what falls into a quarter, such as 2026-Q1')
        .option('--depth <number>', 'how many levels to show')
        .addOption(listFormat())
        .addOption(todayOption())
        .addOption(settingsOption()),
    '',
    [
      ['mos tree', ''],
      ['mos tree --quarter 2026-Q1 --depth 4', 'frame, bets, objectives and milestones of a quarter'],
      ['mos tree --owner ana', 'what one person holds'],
    ],
    () => import('./commands/tree.ts').then(({ tree }) => tree),
  );
  add(
    'trace',
    'Why does this matter? The line from a piece of work up to the frame',
    (command) =>
      command
        .addArgument(new Argument('<name>', 'a name, a path, a title or a part of it, or a person'))
        .addArgument(paths())
        .addOption(listFormat())
        .addOption(settingsOption()),
    '',
    [
      ['mos trace segment_brief', 'why this commitment matters'],
      ['mos trace "plant visits"', 'by a part of its title'],
      ['mos trace ana', 'everything that ana holds'],
    ],
    () => import('./commands/trace.ts').then(({ trace }) => trace),
  );
  addReportCommand(add, { paths, today: todayOption, settings: settingsOption });
  addExchangeCommands(add, { paths, today: todayOption, settings: settingsOption });
  addFactCommands(add, { paths, listFormat, today: todayOption, settings: settingsOption });
  add(
    'init',
    'Begin a plan',
    (command) =>
      command
        .addArgument(new Argument('[template]', 'what to begin with').choices(templateLines.map(([name]) => name)))
        .option('--dir <folder>', 'folder to begin it in', '.')
        .option('--name <text>', 'what the plan is called')
        .option('--fiscal-year-start <month>', 'the month in which your fiscal year begins, from 1 to 12 (default: 1)')
        .addOption(todayOption('the day whose quarter the plan begins with (default: today)')),
    `Templates:
${columns(templateLines)}

No file is ever overwritten.`,
    [
      ['mos init', 'asks what it needs to know'],
      ['mos init quarter --dir plans', ''],
      ['mos init roadmap-gap --fiscal-year-start 7', 'for a year that begins in July'],
    ],
    () => import('./commands/init.ts').then(({ init }) => init),
  );
  add(
    'lsp',
    'Serve an editor: findings, completion, rename and the rest as you type',
    (command) => command.option('--stdio', 'talk over standard input and output'),
    'The editor starts it, with the folder of the plan as its workspace. The language of .mos files is "mos".',
    [['mos lsp --stdio', '']],
    () => import('./commands/lsp.ts').then(({ lsp }) => lsp),
  );
  add(
    'completions',
    'Print what makes a shell complete mos',
    (command) => command.addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish'])),
    `Where it goes:
  bash  mos completions bash > ~/.local/share/bash-completion/completions/mos
  zsh   mos completions zsh > "\${fpath[1]}/_mos"
  fish  mos completions fish > ~/.config/fish/completions/mos.fish`,
    [['mos completions bash', '']],
    () => import('./commands/completions.ts').then(({ completions }) => completions),
  );
  program.addHelpText(
    'after',
    `\nExamples:\n${columns([
      ['mos init quarter', 'begin a plan'],
      ['mos check', 'find its faults'],
      ['mos explain missing-dri', 'read why a rule matters'],
      ['mos check --help', 'every option of a command'],
    ])}`,
  );
  return program;

  /** A command whose handler receives its positional arguments in order, then its options. */
  function add(
    name: string,
    summary: string,
    shape: (command: Command) => Command,
    notes: string,
    examples: [string, string][],
    load: () => Promise<Handler>,
  ): void {
    const command = shape(program.command(name).summary(summary).description(`${summary}.`));
    command
      .optionsGroup('Everywhere:')
      .option('--no-color', 'plain text (NO_COLOR and FORCE_COLOR are heeded, too)')
      .addOption(new Option('--verbose', 'say more when mos is at fault').hideHelp())
      .helpOption('-h, --help', 'this text')
      .addHelpText('after', `${notes === '' ? '' : `\n${notes}\n`}\nExamples:\n${columns(examples)}`)
      .action(async (...received: unknown[]) => {
        const handle = await load();
        const values = received.slice(0, -2);
        done(await handle(...(values as never[]), command.opts() as never));
      });
  }
}

/** Columns; wider help is hard to follow with the eye. */
const HELP_WIDTH = 100;

type Handler = (...values: never[]) => Promise<number>;

function paths(): Argument {
  return new Argument('[paths...]', 'files, folders or patterns (default: this folder)');
}

function listFormat(): Option {
  return new Option('--format <name>', 'for people or for programs').choices(['text', 'json']).default('text');
}

function ruleOption(): Option {
  return new Option('--rule <name=severity>', 'off, info, warning or error for one rule; may be given often')
    .argParser((value: string, before: string[]) => [...before, value])
    .default([], 'as set');
}

function todayOption(description = 'the day as of which the plan is judged (default: today)'): Option {
  return new Option('--today <date>', description);
}

function settingsOption(): Option {
  return new Option('--config <file>', 'settings for all files, in place of the nearest mos.json');
}
