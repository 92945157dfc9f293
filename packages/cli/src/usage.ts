/** Wrong use of the command line, in our words instead of the argument parser's, with what to do about it. */

/** As `outputError` of the argument parser: `text` is its message, perhaps with a suggestion on a second line. */
export function sayUsageError(text: string, write: (text: string) => void): void {
  const [message = '', suggestion = ''] = text.trim().split('\n');
  const near = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(suggestion)?.[1];
  const sentence = inOurWords(message.replace(/^error: /, ''));
  const wayOut = near === undefined ? 'Run the command with --help to see what it takes.' : `Did you mean ${near}?`;
  write(`mos: ${sentence}\n${wayOut}\n`);
}

const REWORDED: readonly [RegExp, string][] = [
  [/^unknown option '(.+)'$/s, 'There is no option $1.'],
  [/^unknown command '(.+)'$/s, 'There is no command $1.'],
  [/^missing required argument '(.+)'$/s, 'The $1 is missing.'],
  [/^option '(?:-\w, )?(--[\w-]+) <(.+)>' argument missing$/s, '$1 needs a $2 after it.'],
  [
    /^option '(?:-\w, )?(--[\w-]+) <.+>' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/s,
    '$1 does not take "$2"; it takes $3.',
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.+)'\. Allowed choices are (.+)\.$/s,
    'There is no $2 "$1"; there are $3.',
  ],
  [
    /^too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+).*$/s,
    'That is more than $1 takes: $3 instead of $2.',
  ],
];

function inOurWords(message: string): string {
  for (const [pattern, words] of REWORDED) if (pattern.test(message)) return message.replace(pattern, words);
  return message;
}
