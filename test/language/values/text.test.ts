/** Protects quoted text: what a person typed is what the plan holds, and any value can be written and read again. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText, escapeFaults } from '../../../packages/language/src/values/text.ts';

const SEED = 20260116;

describe('one line', () => {
  test.each([
    ['""', ''],
    ['"Win the mid-market"', 'Win the mid-market'],
    [String.raw`"say \"now\""`, 'say "now"'],
    [String.raw`"a\\b"`, 'a\\b'],
    [String.raw`"a\nb\tc"`, 'a\nb\tc'],
    [String.raw`"a\\nb"`, 'a\\nb'],
    [String.raw`"\u{e9}t\u{E9}"`, 'été'],
    [String.raw`"\u{1F600}"`, '😀'],
    [String.raw`"\u{0}"`, '\0'],
    ['"👩‍💻"', '👩‍💻'],
  ])('%s', (raw, value) => {
    expect(decodeText(raw)).toBe(value);
    expect(escapeFaults(raw)).toEqual([]);
  });

  test.each([
    ['"', ''],
    ['"abc', 'abc'],
    [String.raw`"abc\"`, 'abc"'],
    [String.raw`"abc\\"`, 'abc\\'],
    ['"abc\\', 'abc\\'],
  ])('%s, closed or not, goes as far as it goes', (raw, value) => {
    expect(decodeText(raw)).toBe(value);
  });
});

describe('escapes nobody knows', () => {
  test.each([
    [String.raw`"C:\data"`, 'C:\\data', [{ offset: 3, text: '\\d' }]],
    [String.raw`"\u{110000}"`, '\\u{110000}', [{ offset: 1, text: '\\u{110000}' }]],
    [String.raw`"\u{}"`, '\\u{}', [{ offset: 1, text: '\\u{}' }]],
    [String.raw`"\u{zz}"`, '\\u{zz}', [{ offset: 1, text: '\\u{zz}' }]],
    [String.raw`"\u{12"`, '\\u{12', [{ offset: 1, text: '\\u' }]],
    [String.raw`"\u00e9"`, '\\u00e9', [{ offset: 1, text: '\\u' }]],
    ['"\\😀"', '\\😀', [{ offset: 1, text: '\\😀' }]],
    [
      String.raw`"\q\n\r"`,
      '\\q\n\\r',
      [
        { offset: 1, text: '\\q' },
        { offset: 5, text: '\\r' },
      ],
    ],
  ])('%s stays as written', (raw, value, faults) => {
    expect(decodeText(raw)).toBe(value);
    expect(escapeFaults(raw)).toEqual(faults);
  });

  test('half a million of them give the first hundred, at once', () => {
    expect(escapeFaults(`"${'\\q'.repeat(500_000)}"`)).toHaveLength(100);
  });
});

describe('blocks', () => {
  test.each([
    ['on one line', '"""one"""', 'one'],
    ['empty', '""""""', ''],
    ['only a line break', '"""\n"""', ''],
    ['indentation common to all lines goes', '"""\n    one\n      two\n    three\n  """', 'one\n  two\nthree'],
    ['an empty line does not count', '"""\n    one\n\n    two\n    """', 'one\n\ntwo'],
    ['nor does one of blanks', '"""\n    one\n  \n    two\n    """', 'one\n\ntwo'],
    ['a tab is not two spaces', '"""\n\tone\n  two\n"""', '\tone\n  two'],
    ['tabs alike go', '"""\n\t\tone\n\t  two\n"""', '\tone\n  two'],
    ['text on the opening line', '"""one\n    two\n    """', 'one\ntwo'],
    ['text on the closing line', '"""\n  one\n  two"""', 'one\ntwo'],
    ['blanks at the end of a line stay: Markdown breaks there', '"""\n  one  \n  two\n"""', 'one  \ntwo'],
    ['blanks behind the opening go', '"""  \n  one\n"""', 'one'],
    ['Windows line ends', '"""\r\n  one\r\n  two\r\n"""', 'one\ntwo'],
    ['old Mac line ends', '"""\r  one\r  two\r"""', 'one\ntwo'],
    ['quotes and backslashes as they stand', '"""say "now" \\* \\n"""', 'say "now" \\* \\n'],
    ['not closed', '"""\n  one\n  two', 'one\ntwo'],
    ['not closed, with a quote', '"""one"', 'one"'],
    ['nothing but the opening', '"""', ''],
  ])('%s', (_, raw, value) => {
    expect(decodeText(raw)).toBe(value);
    expect(escapeFaults(raw)).toEqual([]);
  });
});

describe('writing', () => {
  test.each([
    ['plain', 'Win', '"Win"'],
    ['quote and backslash', 'a "b" \\', String.raw`"a \"b\" \\"`],
    ['line break and tab', 'a\nb\tc', String.raw`"a\nb\tc"`],
    ['carriage return', 'a\rb', String.raw`"a\u{d}b"`],
    ['half a pair', '\ud83d', String.raw`"\u{d83d}"`],
    ['a whole pair', '😀', '"😀"'],
    ['a turn of direction', 'a\u202eb', String.raw`"a\u{202e}b"`],
    ['a line separator', 'a\u2028b', String.raw`"a\u{2028}b"`],
  ])('%s', (_, value, raw) => {
    expect(encodeText(value)).toBe(raw);
  });

  test(`any value is read back as it was, from one line without a fault (seed ${SEED})`, () => {
    const anything = fc.oneof(
      fc.string(),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom('\\', '"', 'u', '{', '}', 'n', '\n', '\r', '\ud83d', '\ude00'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const raw = encodeText(value);
        const seen = { value: decodeText(raw), faults: escapeFaults(raw), lines: raw.split(/[\r\n]/).length };
        expect({ ...seen, wellFormed: raw.isWellFormed() }).toEqual({ value, faults: [], lines: 1, wellFormed: true });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test(`reading never fails, whatever stands there (seed ${SEED})`, () => {
    const pieces = fc.constantFrom('"', '"""', '\\', '\n', '\r\n', ' ', '\t', 'u{', '}', 'a');
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        expect(decodeText(parts.join(''))).toBeTypeOf('string');
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

test.each([
  ['backslashes', (size: number) => `"${'\\'.repeat(size)}`],
  ['open escapes', (size: number) => `"${'\\u{'.repeat(size)}"`],
  ['blanks', (size: number) => `"""${' '.repeat(size)}"""`],
  ['lines of blanks', (size: number) => `"""${'  \n'.repeat(size)}"""`],
  // Quadratic work on this much would run into the time that every test has.
])('3,000,000 %s are read in one go', (_, write) => {
  const raw = write(3_000_000);
  expect(decodeText(raw).length).toBeLessThanOrEqual(raw.length);
  expect(escapeFaults(raw).length).toBeLessThanOrEqual(100);
});
