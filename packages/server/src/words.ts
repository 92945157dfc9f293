/** The words of an open text, for whoever shows them: of a text that is very long there is no time to find them, and it is shown without. */

import { type Token, tokenize } from '@mos/language';

/**
 * UTF-16 units, some 2,700 lines. To find the words of more, to lay it out or to read every change of it takes so long that somebody
 * in another file notices; `npm run soak -- --only stall` measures it. The command line has the time.
 */
export const LONGEST_AT_ONCE = 100_000;

export function wordsOf(text: string): readonly Token[] {
  return text.length > LONGEST_AT_ONCE ? [] : tokenize(text);
}
