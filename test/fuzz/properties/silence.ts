/** Nothing is missed in silence: one word too many in a plan that can be read is a finding, or the plan says something else. */

import { AstUtils, GrammarAST } from 'langium';
import { MosGrammar } from '../../../packages/language/src/generated/grammar.ts';
import { summarize, tokenize } from '../../../packages/language/src/syntax/reader.ts';
import { pick, type Random, sentence } from '../../harness/sentences.ts';
import { Broken, type Property } from '../property.ts';
import { lines, real } from '../texts.ts';

export const silence: Property = {
  name: 'silence',
  promise: 'a word too many is a finding, or makes the plan say something else',
  quick: 3_000,
  long: 500_000,
  run(random: Random) {
    const text = readable(random);
    const before = summarize('plan.mos', text);
    const words = tokenize(text).filter(({ comment }) => !comment);
    const after = pick(random, words);
    const word = pick(random, WORDS);
    if (after.image in COURTESY && COURTESY[after.image] === word) return;
    const end = after.start + after.image.length;
    const longer = `${text.slice(0, end)} ${word} ${text.slice(end)}`;
    const summary = summarize('plan.mos', longer);
    if (summary.faults.length === 0 && meaning(summary) === meaning(before)) {
      throw new Broken(`"${word}" after "${after.image}" is passed over`, { 'plan.mos': text, 'longer.mos': longer });
    }
  },
};

/** A text with words in it that can be read from its beginning to its end. */
function readable(random: Random): string {
  for (;;) {
    const text = random() < 0.4 ? sentence(random) : lines(pick(random, real(random)), random, 20);
    if (summarize('plan.mos', text).faults.length === 0 && tokenize(text).some(({ comment }) => !comment)) return text;
  }
}

/** Words of the language, values of each kind, signs. */
const WORDS = [
  ...new Set(
    AstUtils.streamAllContents(MosGrammar())
      .filter(GrammarAST.isKeyword)
      .map(({ value }) => value),
  ),
  ...Array.from({ length: 4 }, () => [
    ',',
    '.',
    ';',
    '{',
    '}',
    'ana',
    '"a text"',
    '"""a block"""',
    '2026-Q1',
    '5',
    '$5k',
    '9:30',
  ]).flat(),
];

/** May be said and may be left out. */
const COURTESY: Readonly<Record<string, string>> = { escalates: 'to', reports: 'to', agreed: 'with', selected: 'by' };

/** All that is read, wherever it stands. */
function meaning({ declarations, suppressions }: ReturnType<typeof summarize>): string {
  return JSON.stringify([declarations, suppressions], (key, value) => (PLACES.has(key) ? undefined : value));
}

const PLACES = new Set(['start', 'end', 'removal', 'body']);
