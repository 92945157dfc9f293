/** What there is to complete, read from the definitions of the commands, so that no shell knows less than the help does. */

import type { Command } from 'commander';

export interface CompletionModel {
  commands: CommandModel[];
  /** Options of mos itself. */
  options: OptionModel[];
}

export interface CommandModel {
  name: string;
  summary: string;
  options: OptionModel[];
  /** What its arguments may be: words, or plan files. */
  takes: { words: string[]; files: boolean };
}

export interface OptionModel {
  /** As in `-h` and `--help`. */
  flags: string[];
  description: string;
  /** What stands after it, if anything: words to choose from (none for free text), files or folders. */
  value?: { words: string[]; files: boolean };
}

/** `documents`: the names of those that a plan can be made into. */
export function modelOf(
  program: Command,
  ruleNames: readonly string[],
  documents: readonly string[] = [],
): CompletionModel {
  const rules = [...ruleNames].sort();
  return {
    options: optionsOf(program, rules),
    commands: [...program.commands].map((command) => ({
      name: command.name(),
      summary: command.summary(),
      options: optionsOf(command, rules),
      takes: takes(command, { rule: rules, document: documents }),
    })),
  };
}

function optionsOf(command: Command, rules: readonly string[]): OptionModel[] {
  const help = command.createHelp();
  return help.visibleOptions(command).map((option) => ({
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    ...((option.required || option.optional) && { value: valueAfter(option.flags, option.argChoices, rules) }),
  }));
}

function valueAfter(flags: string, choices: readonly string[] | undefined, rules: readonly string[]) {
  if (flags.includes('<name=severity>')) return { words: rules.map((rule) => `${rule}=`), files: false };
  return { words: [...(choices ?? [])], files: /<(file|folder)>/.test(flags) };
}

/** `known`: what the first argument may be, by what it is called. */
function takes(command: Command, known: Readonly<Record<string, readonly string[]>>): CommandModel['takes'] {
  const [first] = command.registeredArguments;
  const words = first && known[first.name()];
  if (words) return { words: [...words], files: false };
  return {
    words: [...(first?.argChoices ?? [])],
    files: command.registeredArguments.some((argument) => ['paths', 'file'].includes(argument.name())),
  };
}
