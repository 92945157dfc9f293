/** Protects whoever slips while typing: one slip is one finding, or two, wherever in a plan it happens, and nothing around it is blamed. */

import { compile, type SourceFile } from '@mos/language';
import { expect, test } from 'vitest';
import { readCorpus } from '../harness/corpus.ts';
import { pick, seeded } from '../harness/sentences.ts';

const acme = readCorpus('acme');
const TODAY = '2026-02-09';

/** Places tried of each slip: they are the same each time. */
const PLACES = 8;
/** Rubbish behind a brace, a date in two places: some of these are two slips. */
const MOST = 2;

const DECLARATION = '(?:objective|milestone|commitment|metric|bet|owner)';

/** What is found, and what it becomes. */
const SLIPS: Record<string, [pattern: RegExp, slip: string | ((found: string) => string)]> = {
  'a line with "}" is gone': [/^ *\}\n/gm, ''],
  'the "}" at the end of a line is gone': [/ \}$/gm, ''],
  'a line with "}" too many': [/^ *\}$/gm, (line) => `${line}\n${line}`],
  'a "}" too many at the end of a line': [/ \}$/gm, ' } }'],
  '"}" and rubbish behind it': [/^ *\}$/gm, (line) => `${line}} foo "`],
  'a "{" is gone': [/ \{(?=$| \w)/gm, ''],
  'two "{"': [/ \{$/gm, ' {{'],
  '"(" for "{"': [/\{$/gm, '('],
  'a text never closes': [/"(?=[ \n,])/g, ''],
  'a text never opens': [/(?<= )"(?=\w)/g, ''],
  'a title without quotes': [new RegExp(`(?<=^ *${DECLARATION} \\w+ )"[^"]*"`, 'gm'), (title) => title.slice(1, -1)],
  'quotes of a word processor': [/"[^"\n]*"/g, (text) => `“${text.slice(1, -1)}”`],
  'a comma for a space': [/(?<=^ +\w+) (?=[\w"])/gm, ', '],
  'a comma at the end': [/(?<=^ +(?:dri|with|needs|decides|advances|attend) .*)$/gm, ','],
  'a colon behind the word': [/(?<=^ *(?:dri|owner|advances|quarter|month|team|why|lead))(?= )/gm, ':'],
  'a semicolon at the end': [/(?<=^ +\w+ .*[\w"])$/gm, ';'],
  'letters change places': [/(?<=^ *)\w\w\w+(?= )/gm, (word) => `${word[1]}${word[0]}${word.slice(2)}`],
  'a capital letter': [
    new RegExp(`(?<=^ *)(?:dri|quarter|month|advances|why|source|${DECLARATION})(?= )`, 'gm'),
    (word) => `${word[0]?.toUpperCase()}${word.slice(1)}`,
  ],
  'more than one': [new RegExp(`(?<=^ *)${DECLARATION}(?= )`, 'gm'), (word) => `${word}s`],
  'a list as elsewhere': [/(?<=^ +)(?=\w+ )/gm, '- '],
  'a comment as elsewhere': [/\/\/ /g, '# '],
  'no value': [/(?<=^ +(?:dri|advances|quarter|month|team|why|lead|source|read)) .*$/gm, ''],
  'square brackets around a list': [/(?<=^ *(?:dri|with|needs|advances|attend) ).*$/gm, (list) => `[${list}]`],
  'a date as elsewhere': [/2026-\d\d-\d\d/g, (date) => date.split('-').reverse().join('.')],
  'a mark of a merge': [/^(?= +\w)/gm, '<<<<<<< HEAD\n'],
};

/** How often each error is found. */
function errorsIn(files: readonly SourceFile[]): Map<string, number> {
  const errors = new Map<string, number>();
  for (const { severity, file, rule, message } of compile(files, acme.config, TODAY).findings) {
    const error = `${file} ${rule}: ${message}`;
    if (severity === 'error') errors.set(error, (errors.get(error) ?? 0) + 1);
  }
  return errors;
}

test.each(Object.entries(SLIPS))('%s', { timeout: 60_000 }, (_name, [pattern, slip]) => {
  const random = seeded(5);
  const before = errorsIn(acme.files);
  const places = acme.files.flatMap((source) => [...source.text.matchAll(pattern)].map((match) => ({ source, match })));
  expect(places.length).toBeGreaterThan(0);
  for (let count = 0; count < PLACES; count++) {
    const { source, match } = pick(random, places);
    const [found] = match;
    const written = typeof slip === 'string' ? slip : slip(found);
    const text = source.text.slice(0, match.index) + written + source.text.slice(match.index + found.length);
    const after = errorsIn(acme.files.map((each) => (each === source ? { ...each, text } : each)));
    const fresh = [...after].flatMap(([error, times]) =>
      Array.from({ length: Math.max(0, times - (before.get(error) ?? 0)) }, () => error),
    );
    const story = `${source.file}, ${JSON.stringify(text.slice(match.index - 40, match.index + 40))}: ${fresh.join('\n')}`;
    expect(fresh.length, story).toBeGreaterThan(0);
    expect(fresh.length, story).toBeLessThanOrEqual(MOST);
  }
});
