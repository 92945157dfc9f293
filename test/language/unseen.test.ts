/** Protects readers from characters that nobody sees: each is found, those that writing needs are left alone. */

import { compile, defaultConfig, spelt } from '@mos/language';
import { expect, test } from 'vitest';
import { unseenIn } from '../../packages/language/src/syntax/unseen.ts';

const codes = (text: string) => unseenIn(text).map(({ start, end, code }) => `${start}-${end} ${code}`);

test.each([
  ['a zero-width space', 'a\u200Bb', ['1-2 U+200B']],
  ['direction turned and turned back', '\u202Elive\u202C', ['0-1 U+202E', '5-6 U+202C']],
  ['isolates', '\u2066x\u2069', ['0-1 U+2066', '2-3 U+2069']],
  ['control characters, old and new', 'a\u0000b\u001b[31m\u009bc', ['1-2 U+0000', '3-4 U+001B', '8-9 U+009B']],
  ['separators that some programs take for line breaks', 'a\u2028b\u2029', ['1-2 U+2028', '3-4 U+2029']],
  ['a soft hyphen, a filler, a tag', 'a\u00adb\u3164c\u{E0041}', ['1-2 U+00AD', '3-4 U+3164', '5-7 U+E0041']],
  ['half a surrogate pair', 'a\uD800b', ['1-2 U+D800']],
  ['a row of them is one', 'a\u200B\u200C\u2060b', ['1-4 U+200B']],
  ['a byte order mark that is not at the beginning', 'a\uFEFF', ['1-2 U+FEFF']],
  ['a joiner between Latin letters', 'ad\u200Dmin', ['2-3 U+200D']],
  ['a direction mark in a line of Latin letters', 'Ana\u200F', ['3-4 U+200F']],
])('%s', (_name, text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test.each([
  ['tabs and line breaks', 'a\tb\r\nc\n'],
  ['a byte order mark at the beginning', '\uFEFFowner a'],
  ['joined emoji, flags and keycaps', '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ❤️'],
  ['letters that join', 'نمی‌خواهم क्‍ष'],
  ['direction marks where somebody writes from right to left', 'לב\u200F (Lev)'],
  ['dashes, quotes, currencies, scripts', 'é — “x” € 張 Ω ж'],
])('%s are as they should be', (_name, text) => {
  expect(codes(text)).toEqual([]);
});

test('no character of the first plane is passed over by the quick look', () => {
  const unseen =
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    const isFound = codes(`x${character}x`).length === 1;
    expect(isFound, code.toString(16)).toBe(
      (unseen.test(character) && !'\t\n\r'.includes(character)) || /[\ufff9-\ufffb]/.test(character),
    );
  }
});

const found = (text: string) =>
  compile([{ file: 'a.mos', text }], defaultConfig, '2026-01-14').findings.map(
    ({ rule, range, message }) => `${range.start.line}:${range.start.column} ${rule} ${message.slice(-30)}`,
  );

test('in titles, texts and comments, wherever they stand; in a name they are spelt out once', () => {
  expect(found('// \u202Ehidden\nowner ana "A\u200Bna" { role """\nx\u0007\n""" }\n')).toEqual([
    expect.stringMatching(/^1:4 language\/unseen-character .*turns the direction of writing$/),
    expect.stringMatching(/^2:13 language\/unseen-character .*U\+200B, which takes no room$/),
    expect.stringMatching(/^3:2 language\/unseen-character .*eers machines and is no letter$/),
  ]);
  const [only, ...others] = found('owner a\u200Bb\n');
  expect(only).toContain('"<U+200B>" means nothing here');
  expect(others.join()).not.toContain('unseen');
});

test('it can be allowed with a reason, and a file full of them says how many there are', () => {
  const allowed = '// mos-allow language/unseen-character: from the archive\nowner ana "A\u200Bna"\n';
  expect(found(allowed)).toEqual([]);
  const many = compile([{ file: 'a.mos', text: '// \u200Bx\n'.repeat(1000) }], defaultConfig, '2026-01-14').findings;
  expect(many).toHaveLength(50);
  expect(many.at(-1)?.message).toContain('and 950 more');
});

test('messages spell them out', () => {
  expect(spelt('a\u202Eb\uD800 👩‍💻')).toBe('a<U+202E>b<U+D800> 👩‍💻');
});
