/** Completion for bash. */

import type { CommandModel, CompletionModel, OptionModel } from './model.ts';

export function bash({ commands, options }: CompletionModel): string {
  return `# bash completion for mos
_mos() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" command="" word index
  (( COMP_CWORD > 0 )) && prev="\${COMP_WORDS[COMP_CWORD - 1]}"
  # bash takes --format=json apart at the sign
  if [[ $cur == "=" ]]; then cur=""; elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  for (( index = 1; index < COMP_CWORD; index++ )); do
    word="\${COMP_WORDS[index]}"
    if [[ $word != -* ]]; then command="$word"; break; fi
  done
  case "$command" in
    "") COMPREPLY=( $(compgen -W "${commands.map(({ name }) => name).join(' ')} help ${flags(options)}" -- "$cur") ) ;;
    help) COMPREPLY=( $(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$cur") ) ;;
${commands.map(branch).join('\n')}
  esac
  # a rule's name is followed by its severity
  [[ \${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _mos mos
`;
}

function branch({ name, options, takes }: CommandModel): string {
  const values = options
    .filter(({ value }) => value !== undefined)
    .map((option) => `        ${option.flags.join('|')}) ${reply(option.value)} ;;`);
  const words = [...takes.words, flags(options)].join(' ');
  return `    ${name})
      case "$prev" in
${[...values, `        *) COMPREPLY=( $(compgen -W "${words}" -- "$cur")${takes.files ? ' $(compgen -f -- "$cur")' : ''} ) ;;`].join('\n')}
      esac ;;`;
}

function reply(value: OptionModel['value']): string {
  if (value?.files) return 'COMPREPLY=( $(compgen -f -- "$cur") )';
  return value && value.words.length > 0
    ? `COMPREPLY=( $(compgen -W "${value.words.join(' ')}" -- "$cur") )`
    : 'COMPREPLY=()';
}

function flags(options: readonly OptionModel[]): string {
  return options.map((option) => option.flags.at(-1) ?? '').join(' ');
}
