/** Protects the formatter: same meaning, same comments, nothing left to do on the second run, and the layout that people expect. */

import { formatPlan } from '@mos/language';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function format(text: string): string {
  const result = formatPlan(text);
  if ('refused' in result) throw new Error(result.refused);
  return result.text;
}

test.each([
  [
    'one declaration a block, one level two spaces',
    'owner ana "Ana"{\nrole   "CMO"\n}',
    'owner ana "Ana" {\n  role "CMO"\n}\n',
  ],
  [
    'a short block stays on its line',
    'owner ana  "Ana" {role "CMO"  capacity 5}',
    'owner ana "Ana" { role "CMO" capacity 5 }\n',
  ],
  ['an empty block closes at once', 'owner ana {\n}', 'owner ana {}\n'],
  [
    'properties that share a line go on sharing it',
    'metric m {\n outcome  lagging   primary\n from 1 to 2\n}',
    'metric m {\n  outcome lagging primary\n  from 1 to 2\n}\n',
  ],
  [
    'blank lines fold to one, none at the edges',
    '\n\nowner a {\n\n  role "x"\n\n\n  capacity 5\n\n}\n\n\n\nowner b',
    'owner a {\n  role "x"\n\n  capacity 5\n}\n\nowner b\n',
  ],
  [
    'lists and paths have no space before commas and dots',
    'objective o { advances fy26 . abm ,fy26.b\n}',
    'objective o {\n  advances fy26.abm, fy26.b\n}\n',
  ],
  [
    'comments stay where they speak',
    '// about ana\nowner ana { // leads\n  role "x"   // since 2020\n  /* and */ capacity 5\n  // last\n}',
    '// about ana\nowner ana { // leads\n  role "x" // since 2020\n  /* and */\n  capacity 5\n  // last\n}\n',
  ],
  [
    'a long comment moves as a whole',
    'frame f {\n      /**\n       * Why.\n       */\n      bet b\n}',
    'frame f {\n  /**\n   * Why.\n   */\n  bet b\n}\n',
  ],
  [
    'texts of several lines are left alone',
    'brief b { text """\n    One\n      two\n  """ }',
    'brief b {\n  text """\n    One\n      two\n  """\n}\n',
  ],
  [
    'white space at the ends of lines stays in texts, and goes from comments',
    'brief b { text """\n  One  \n\t\n  two\n  """ }   // note  \n/* a  \n b */',
    'brief b {\n  text """\n  One  \n\t\n  two\n  """\n} // note\n/* a\n b */\n',
  ],
  [
    'white space at the ends of the lines of a description, and Windows line endings behind a brace',
    '/** What  \r\n * it is\t\r\n */\r\nowner a {} /* a\r\n b */\r\n',
    '/** What\r\n * it is\r\n */\r\nowner a {} /* a\r\n b */\r\n',
  ],
  ['a long comment behind a byte order mark', '\uFEFF/*\n * Why.\n */\nowner a', '\uFEFF/*\n * Why.\n */\nowner a\n'],
  [
    'a long comment behind a brace moves as far as the brace',
    'frame f { bet b {\nwhy "x"\n} /* a\n     b */ budget 20% }',
    'frame f {\n  bet b {\n    why "x"\n  } /* a\n       b */\n  budget 20%\n}\n',
  ],
  [
    'nested one-line blocks',
    'frame f {\nbet b "B" { why "x" budget 20% }\n}',
    'frame f {\n  bet b "B" { why "x" budget 20% }\n}\n',
  ],
  [
    'Windows line endings and the byte order mark stay',
    '\uFEFFowner a {\r\nrole "x"\r\n}\r\n',
    '\uFEFFowner a {\r\n  role "x"\r\n}\r\n',
  ],
  [
    'status details',
    'objective o {\n status 2026-02-13 at risk "why" { confidence 60%\n option "a" }\n}',
    'objective o {\n  status 2026-02-13 at risk "why" {\n    confidence 60%\n    option "a"\n  }\n}\n',
  ],
])('%s', (_name, text, expected) => {
  expect(format(text)).toBe(expected);
  expect(format(expected)).toBe(expected);
});

test('a block that is too long for its line is opened, and long lists wrap after commas', () => {
  const long = `objective o "A title" { decides ${Array.from({ length: 8 }, (_, index) => `"decision number ${index}"`).join(', ')} }`;
  const lines = format(long).split('\n');
  expect(lines[0]).toBe('objective o "A title" {');
  expect(lines[1]).toMatch(/^ {2}decides "decision number 0", .*,$/);
  expect(lines[2]).toMatch(/^ {4}"decision number/);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});

test('a plan that cannot be read is refused', () => {
  expect(formatPlan('objective q1 Title {')).toEqual({ refused: expect.stringContaining('cannot be read') });
});

test('a permission that would speak of another declaration after it has moved is said, and the plan stays as it is', () => {
  const amid = 'objective q "Q" { milestone j // mos-allow cascade/missing-why: yes\n "J" { month 2026-01 } }\n';
  expect(formatPlan(amid)).toEqual({ refused: expect.stringMatching(/^a mos-allow stands amid a declaration/) });
  const beside = 'objective q "Q" {\n  // mos-allow cascade/missing-why: yes\n  milestone j "J" { month 2026-01 }\n}\n';
  expect(format(beside)).toBe(beside);
});

test('any mixture of white space and comments between tokens comes out the same, and the same again', () => {
  const tokens =
    'frame fy26 "Win" { year 2026 dri ana , ben bet abm "ABM" { why "x" budget 55% } status 2026-02-13 at risk "w" { confidence 60% } } week 2026-W03 { commitment a { dri ben run } }'.split(
      ' ',
    );
  const gap = fc.constantFrom(' ', '  ', '\n', '\n\n\n', '\t', ' // note\n', ' /* note */ ', '\n/** doc */\n', '\r\n');
  fc.assert(
    fc.property(fc.array(gap, { minLength: tokens.length, maxLength: tokens.length }), (gaps) => {
      const text = tokens.map((token, index) => token + gaps[index]).join('');
      const once = format(text);
      expect(format(once)).toBe(once);
    }),
    { seed: 20260112, numRuns: 2000 },
  );
});
