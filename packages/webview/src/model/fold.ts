/** Texts without case and accents, so that "Munchen" finds "München"; and back to where that stands in the text. */

/** `text` is what is compared; what it holds at an index stands at `at[index]` in the original, in UTF-16 units. */
export interface Folded {
  text: string;
  /** One longer than the text; absent where every index is the same in both. */
  at?: number[];
}

/** Letters that are no letter with an accent to Unicode, and are looked for as if they were. */
const LIKE: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: every character of ASCII is its own fold but for case.
const PLAIN = /^[\x00-\x7f]*$/;

export function folded(original: string): Folded {
  if (PLAIN.test(original)) return { text: original.toLowerCase() };
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const sign of original) {
    const plain = sign.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    const shown = LIKE[plain] ?? plain;
    for (let count = 0; count < shown.length; count++) at.push(index);
    text += shown;
    index += sign.length;
  }
  at.push(index);
  return { text, at };
}

export function fold(text: string): string {
  return folded(text).text;
}
