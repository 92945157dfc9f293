/** Completion for zsh. */

import type { CommandModel, CompletionModel, OptionModel } from './model.ts';

export function zsh({ commands, options }: CompletionModel): string {
  return `#compdef mos
_mos() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments ${options.flatMap(specs).join(' ')}
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT -= 1 ))
  case "$command" in
    help) _describe command commands ;;
${commands.map(branch).join('\n')}
  esac
}
if [[ "$funcstack[1]" == _mos ]]; then _mos "$@"; else compdef _mos mos; fi
`;
}

function branch({ name, options, takes }: CommandModel): string {
  const rest = takes.words.length > 0 ? [quoted(`1: :(${takes.words.join(' ')})`)] : [];
  const files = takes.files ? [quoted('*:plan:_files')] : [];
  const all = [...options.flatMap(specs), ...rest, ...files];
  return `    ${name})
      _arguments \\
${all.map((spec) => `        ${spec}`).join(' \\\n')}
      ;;`;
}

/** One specification for each spelling of an option. */
function specs({ flags, description, value }: OptionModel): string[] {
  const told = description.replace(/[[\]:\\]/g, '\\$&');
  const action = value === undefined ? '' : value.files ? ':file:_files' : `:value:${words(value.words)}`;
  const repeated = value?.words[0]?.endsWith('=') ? '*' : '';
  return flags.map((flag) => quoted(`${repeated}${flag}[${told}]${action}`));
}

function words(list: readonly string[]): string {
  return list.length === 0 ? ' ' : `(${list.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
