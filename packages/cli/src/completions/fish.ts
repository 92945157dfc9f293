/** Completion for fish. */

import type { CommandModel, CompletionModel, OptionModel } from './model.ts';

export function fish({ commands, options }: CompletionModel): string {
  return [
    '# fish completion for mos',
    'complete -c mos -f',
    ...options.map((option) => line('__fish_use_subcommand', option)),
    ...commands.map(({ name, summary }) => `complete -c mos -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`),
    `complete -c mos -n '__fish_seen_subcommand_from help' -a ${quoted(commands.map(({ name }) => name).join(' '))}`,
    ...commands.flatMap(ofCommand),
    '',
  ].join('\n');
}

function ofCommand({ name, options, takes }: CommandModel): string[] {
  const here = `__fish_seen_subcommand_from ${name}`;
  return [
    ...options.map((option) => line(here, option)),
    ...(takes.words.length > 0 ? [`complete -c mos -n ${quoted(here)} -a ${quoted(takes.words.join(' '))}`] : []),
    ...(takes.files ? [`complete -c mos -n ${quoted(here)} -F`] : []),
  ];
}

function line(condition: string, { flags, description, value }: OptionModel): string {
  const spellings = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const taken =
    value === undefined
      ? ''
      : value.files
        ? ' -r -F'
        : ` -x${value.words.length > 0 ? ` -a ${quoted(value.words.join(' '))}` : ''}`;
  return `complete -c mos -n ${quoted(condition)} ${spellings.join(' ')}${taken} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
