/** Protects reading: what is written is understood, what is not is said once, in words of the language, and neighbours stay whole. */

import { kinds } from '@mos/language';
import fc from 'fast-check';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { MosGrammar } from '../../packages/language/src/generated/grammar.ts';
import { summarize } from '../../packages/language/src/syntax/reader.ts';

/** `«span» message [fix → text]`, line breaks shown as ⏎. */
function faults(text: string): string[] {
  return summarize('plan.mos', text).faults.map(({ start, end, message, fix }) => {
    const mended = fix ? ` [${fix.title}]` : '';
    return `«${text.slice(start, end).replaceAll('\n', '⏎')}» ${message}${mended}`;
  });
}

function outline(text: string): string[] {
  return summarize('plan.mos', text).declarations.map(({ kind, name, title, properties }) =>
    [kind, name?.value, title && `"${title.value}"`, ...properties.map((property) => property.key)]
      .filter(Boolean)
      .join(' '),
  );
}

describe('names', () => {
  test('no keyword is reserved', () => {
    expect(outline('owner week "Week Okafor"\nmetric source { unit "USD" }\nteam email')).toEqual([
      'owner week "Week Okafor"',
      'metric source unit',
      'team email',
    ]);
    for (const kind of Object.keys(kinds)) {
      const text = `owner ${kind} "X" { role "r" }\ncommitment c { dri ${kind} week 2026-W03 }`;
      expect(faults(text), kind).toEqual([]);
      expect(outline(text), kind).toEqual([`owner ${kind} "X" role`, 'commitment c dri week']);
    }
  });

  test('every keyword of the grammar may name an owner and be referred to', () => {
    const words = new Set(
      AstUtils.streamAllContents(MosGrammar())
        .filter(GrammarAST.isKeyword)
        .map(({ value }) => value)
        .filter((value) => /^[A-Za-z]/.test(value)),
    );
    expect(words.size).toBeGreaterThan(120);
    for (const word of words) {
      const { declarations, faults: found } = summarize(
        '',
        `owner ${word} "X"\nprogram p "P" { with ana, ${word} review "r" }`,
      );
      expect(found, word).toEqual([]);
      expect(declarations[0]?.name?.value).toBe(word);
      expect(declarations[1]?.properties[0]).toMatchObject({ targets: [{ path: 'ana' }, { path: word }] });
    }
  });

  test('letters of every script, digits, underscore and hyphen', () => {
    expect(outline('owner été-2026 "É"\nowner 張_3\nowner team_0\nowner e\u0301a')).toEqual([
      'owner été-2026 "É"',
      'owner 張_3',
      'owner team_0',
      'owner e\u0301a',
    ]);
  });

  test('a value that is still missing does not swallow what follows', () => {
    expect(outline('commitment c { dri\n advances jan }')).toEqual(['commitment c dri advances']);
    expect(outline('commitment\ncommitment pilot "P" { dri ben }')).toEqual(['commitment', 'commitment pilot "P" dri']);
    expect(outline('brief b { covers year on 2026-01-05 }')).toEqual(['brief b covers on']);
    expect(outline('objective o { team\n why "w" }')).toEqual(['objective o team why']);
  });

  test.each([
    ['commitment c {\n  needs \n  done 2026-01-16\n}', 'commitment c needs done', 'needs'],
    ['commitment c {\n  dri // who?\n  week 2026-W03\n}', 'commitment c dri week', 'dri'],
    ['commitment c {\r\n  advances\r\n  run\r\n}', 'commitment c advances run', 'advances'],
    ['objective o {\n  target pipeline from 3 to \n  dri ben\n}', 'objective o target dri', 'from 3 to'],
    ['objective o {\n  with\n  team demand\n  why "w"\n}', 'objective o with team why', 'with'],
    ['bet b {\n  advances fy26.\n  why "w"\n}', 'bet b advances why', 'fy26.'],
  ])('an unfinished line does not swallow the next one: %j', (text, expected, unfinished) => {
    expect(outline(text)).toEqual([expected]);
    expect(faults(text)).toHaveLength(1);
    expect(faults(text)[0]).toMatch(`«${unfinished}» expected`);
  });

  test('a list may go on in the next line, whatever the names are', () => {
    const text = 'objective o {\n  with ana,\n    week,\n    done\n  dri\n    ben\n  needs\n    legal\n}';
    expect(faults(text)).toEqual([]);
    expect(outline(text)).toEqual(['objective o with dri needs']);
  });
});

describe('what is not understood is said in words of the language', () => {
  test.each([
    ['objective q1 Title { }', '«Title» expected a title or "{" after "objective q1" [put it in quotes]'],
    ['objective q1 "A" "B" { }', '«"B"» expected "{" after "objective q1 "A""'],
    ['owner ana { role CMO }', '«CMO» expected a role in quotes after "role" [put it in quotes]'],
    ['commitment c { dri "Ben" }', '«"Ben"» expected the name of an owner after "dri"'],
    ['commitment c { dri ben cho }', '«cho» expected "," between names [add the comma]'],
    ['commitment c { dri ben, }', '«,» expected the name of another owner after ","'],
    ['commitment c { dri }', '«dri» expected the name of an owner after "dri"'],
    ['commitment c { week soon }', '«soon» expected a week such as 2026-W03 after "week"'],
    ['commitment c { moved 2026-W05 }', '«2026-W05» expected "to" and a week such as 2026-W05 after "moved"'],
    ['metric m { at 40 }', '«at 40» expected "least" or "most" after "at"'],
    ['gate g { kind marketing }', '«marketing» expected creative, legal, technical or budget after "kind"'],
    ['objctive q1 "A" { }', '«objctive» there is no "objctive"; did you mean "objective" [write "objective"]'],
    ['owner a {\n rolle "x"\n}', '«rolle» there is no "rolle"; did you mean "role" [write "role"]'],
    ['dri ben', '«dri» "dri" stands outside of every declaration'],
    ['objective o { by ben }', '«by ben» "by" continues nothing here'],
    ['objective o { why "unclosed }', '«"unclosed» this text is never closed with " [close it with "]'],
    ['objective o “A” { }', '«“A”» a text stands in straight quotes: "…" [use straight quotes]'],
    ['commitment c { dri ben; }', '«;» ";" means nothing here [remove it]'],
    ['frame f { bet b { }', '«{» this "{" is never closed [add the missing "}"]'],
    ['frame f { }\n}', '«}» this "}" closes nothing [remove it]'],
    ['objective o { advances fy26. }', '«fy26.» expected a name after "fy26."'],
    ['brief b { text "a \\q b" }', '«\\q» "\\q" is no escape; a backslash itself is "\\\\"'],
    ['/* open\nowner ana', '«/*» this comment is never closed with */'],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual([expected]);
  });
});

describe('a broken declaration leaves its neighbours whole', () => {
  const before = 'owner ana "Ana" { role "CMO" }\n';
  const after = '\nmilestone m "M" {\n  month 2026-01\n}\n';
  test.each([
    'objective q1 "A" {\n  dri ana\n',
    'objective q1 Title {\n  dri ana\n}\n',
    'objective q1 "A" {\n  why "never closed\n}\n',
    'objective q1 "A" {\n  dri ana }\n}\n',
    'objective q1 "A" {\n  dri , , \n  quarter {\n}\n',
    '%%% ??? objective\n',
    'objective q1 "A" {\n  metric m {\n    from 1\n  dri ana\n}\n',
  ])('%j', (broken) => {
    const text = before + broken + after;
    expect(faults(text).length).toBeGreaterThan(0);
    expect(outline(text)[0]).toBe('owner ana "Ana" role');
    expect(summarize('', text).declarations.find(({ kind }) => kind === 'milestone')).toMatchObject({
      outer: -1,
      title: { value: 'M' },
      properties: [{ key: 'month' }],
    });
  });
});

describe('a brace that is missing is said once, where it is missing, and what it holds stays where it belongs', () => {
  /** With the kind around each declaration, and "!" for what is damaged. */
  function nesting(text: string): string[] {
    const { declarations } = summarize('plan.mos', text);
    return declarations.map(({ kind, outer, damaged, properties }) =>
      [declarations[outer]?.kind ?? '-', `${kind}${damaged ? '!' : ''}`, ...properties.map(({ key }) => key)].join(' '),
    );
  }

  /** What the text is once the only fault is mended by its own way out. */
  function mended(text: string): string {
    const edit = summarize('plan.mos', text).faults[0]?.fix?.edits[0];
    if (!edit) throw new Error('there is no way out');
    return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }

  const NO_OPENING = 'expected "{" after';
  test.each([
    ['commitment "Other"\n  dri zoe\n}\n', `«commitment "Other"» ${NO_OPENING} "Other"`, ['- commitment! dri']],
    ['commitment "Other"\ndri zoe\n}\n', `«commitment "Other"» ${NO_OPENING} "Other"`, ['- commitment! dri']],
    ['commitment "Other" dri zoe }\n', `«commitment "Other"» ${NO_OPENING} "Other"`, ['- commitment! dri']],
    [
      'week 2026-W03 // this week\n  commitment "A" { dri ben }\n}\n',
      `«week 2026-W03» ${NO_OPENING} "2026-W03"`,
      ['- week! week', 'week commitment dri'],
    ],
    [
      'objective o "O" {\n  milestone m\n    commitment "A" { dri ben }\n    month 2026-01\n  }\n  dri ana\n}\n',
      `«milestone m» ${NO_OPENING} "m"`,
      ['- objective dri', 'objective milestone! month', 'milestone commitment dri'],
    ],
    [
      'objective o "O" {\nmilestone m "M"\nmonth 2026-01\n}\ndri ana\n}\n',
      `«milestone m "M"» ${NO_OPENING} "M"`,
      ['- objective dri', 'objective milestone! month'],
    ],
    [
      'objective o {\nmilestone m {\nmonth 2026-01\ncommitment "A" {\ndri ben\n}\n}\n',
      '«{» this "{" is never closed',
      ['- objective', 'objective milestone month', 'milestone commitment! dri'],
    ],
    [
      'frame f {\nbet a "A" {\nwhy "w"\nbet b "B" {\nwhy "w"\n}\n}\n',
      '«{» this "{" is never closed',
      ['- frame', 'frame bet! why', 'frame bet why'],
    ],
    [
      'objective o {\nmilestone m {\nmonth 2026-01\ncommitment "A" {\nweek 2026-W03\nmet 2026-01-30\n}\n}\n',
      '«{» this "{" is never closed',
      ['- objective', 'objective milestone month met', 'milestone commitment! week'],
    ],
  ])('%j', (text, message, expected) => {
    expect(faults(text)).toHaveLength(1);
    expect(faults(text)[0]).toContain(message);
    expect(nesting(text)).toEqual(expected);
    expect(faults(mended(text))).toEqual([]);
    expect(nesting(mended(text))).toEqual(expected.map((line) => line.replace('!', '')));
  });

  test('what else is wrong with the line is said before', () => {
    const text = 'objective q1 Big Title\n  dri zoe\n}\n';
    expect(faults(text)).toEqual(['«Big Title» expected a title or "{" after "objective q1" [put it in quotes]']);
    expect(nesting(text)).toEqual(['- objective! dri']);
  });

  test('a declaration without braces is whole, whatever stands behind it', () => {
    const text = 'objective o "O" {\n  milestone m "M"\n  dri ana\n}\n}\n';
    expect(faults(text)).toEqual(['«}» this "}" closes nothing [remove it]']);
    expect(nesting(text)).toEqual(['- objective dri', 'objective milestone']);
  });
});

test('documentation stands before its declaration, a suppression may stand between', () => {
  const text =
    '/** Why we\n * do it. */\n// mos-allow cascade/missing-why: young\nframe f\n// no documentation\nframe g';
  expect(summarize('', text).declarations.map(({ documentation }) => documentation)).toEqual([
    'Why we\ndo it.',
    undefined,
  ]);
});

test('suppressions: on the line above, at the end of the line, for the file; with and without date and reason', () => {
  const text = [
    '// mos-allow-file cascade/missing-why: all of it',
    'frame f {',
    '  // mos-allow a/b until 2026-03-31: feed lands in March',
    '  bet x "X" { why "w" } // mos-allow c/d: soon',
    '  // mos-allow e/f',
    '  dri ana',
    '}',
  ].join('\n');
  expect(
    summarize('', text).suppressions.map(({ rule, until, reason, declaration, wholeFile }) => [
      rule.value,
      until?.value,
      reason,
      declaration,
      wholeFile,
    ]),
  ).toEqual([
    ['cascade/missing-why', undefined, 'all of it', undefined, true],
    ['a/b', '2026-03-31', 'feed lands in March', 1, false],
    ['c/d', undefined, 'soon', 1, false],
    ['e/f', undefined, undefined, 0, false],
  ]);
});

test('what only looks like a permission is one that allows nothing, and is not passed over', () => {
  for (const comment of [
    '// mos-allow cascade/missing-why because',
    '// mos allow x/y: r',
    '// mos-ignore x/y: r',
    '/* mos-allow x/y: r */',
  ]) {
    expect(summarize('', `${comment}\nframe f`).suppressions, comment).toMatchObject([{ rule: { value: '' } }]);
  }
  expect(summarize('', '// almost allowed\nframe f').suppressions).toEqual([]);
});

describe('half a property is not passed over', () => {
  test.each([
    ['commitment c { moved to }', 'to'],
    ['commitment c { blocked by }', 'by'],
    ['objective o { needs decision }', 'decision'],
    ['objective o { status 2026-01-12 at }', 'at'],
    ['retro r { failed "x" because }', 'because'],
    ['retro r { lesson "x" changes }', 'changes'],
    ['cadence c { every week at }', 'at'],
    ['metric m { read weekly by }', 'by'],
    ['program p { planned 2026-01-01 to }', 'to'],
    ['commitment c { moved to "later" }', 'to'],
    ['commitment c { blocked by since 2026-01-12 }', 'by'],
    ['objective o { status off "why" }', 'off'],
    ['cadence c { every week on at 9:30 }', 'on'],
    ['cadence c { every month on day at 9:30 }', 'day'],
  ])('%s', (text, word) => {
    expect(faults(text)).toEqual([`«${word}» something is missing after "${word}"`]);
  });

  test.each([
    [
      'objective o { status 2026-02-13 "why" }',
      '«status» expected a state such as on track, at risk or off track after "status"',
    ],
    ['commitment c { moved "later" }', '«moved» expected "to" and a week such as 2026-W05 after "moved"'],
    ['metric m { reading 2026-01-31 "note" }', '«reading» expected a date and an amount after "reading"'],
    ['metric m { between and 5 }', '«between and 5» expected two amounts such as 3 and 5 after "between"'],
    ['cadence c { every on Monday }', '«every» expected day, week, month, quarter or year after "every"'],
    ['cadence c { every month on first }', '«every» expected a weekday after "first"'],
    ['cadence c { every week for 45 }', '«every» expected minutes or hours after "for"'],
    ['gate g { within days }', '«within» expected a time such as 3 days after "within"'],
    [
      'program p { planned 2026-01-12 }',
      '«planned» expected two dates such as 2026-01-12 to 2026-02-20 after "planned"',
    ],
    ['program p { spec "late" }', '«spec» expected met or missed after "spec"'],
    ['platform p { gap "nobody knows it" }', '«gap» expected skills, process, governance or alignment after "gap"'],
    ['retro r { failed because "x" }', '«failed» expected a text in quotes after "failed"'],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual([expected]);
  });

  test.each(['decides "a",, "b"', 'with ana,, ben', 'blocked by ana,, ben', 'reviews bets,, metrics'])(
    'a comma too many: %s',
    (list) => {
      expect(faults(`objective o { ${list} }`)).toEqual([
        '«,» one comma is enough between two parts of a list [remove it]',
      ]);
    },
  );

  test('what cannot stand in the braces of a status counts with the declaration around, and is said once', () => {
    const text =
      'objective o {\n status 2026-02-13 at risk "w" {\n  confidence 60%\n  dri ana\n  commitment c "C" { run }\n }\n}';
    expect(faults(text)).toEqual([
      '«dri» "dri" says nothing in the braces of a status, which hold option, recovery and confidence',
    ]);
    expect(outline(text)).toEqual(['objective o status dri', 'commitment c "C" run']);
  });

  test('names that are spelt like a word of the language are names', () => {
    expect(faults('owner by\nobjective o { dri by escalates to on }\nowner on')).toEqual([]);
  });

  test('run stands before any property, whatever the names are', () => {
    for (const name of ['legal', 'creative', 'review', 'week', 'email', 'run']) {
      expect(faults(`commitment a "x" { dri rosa run needs ${name} }`), name).toEqual([]);
      expect(outline(`commitment a "x" { dri rosa run needs ${name} }`), name).toEqual([
        'commitment a "x" dri run needs',
      ]);
    }
  });

  test('run stands before a property with a text, too', () => {
    expect(outline('commitment a "x" { run dropped "no time" }\nframe f { run old "Old" { budget 5% } }')).toEqual([
      'commitment a "x" run dropped',
      'frame f',
      'run old "Old" budget',
    ]);
  });

  test('a brace that is missing before a share of the resources takes nothing with it', () => {
    const { declarations } = summarize('', 'frame f {\n  bet x "X" { budget 60%\n  run "Old" { budget 40% }\n}\n');
    expect(declarations.map(({ kind, outer }) => `${kind} ${outer}`)).toEqual(['frame -1', 'bet 0', 'run 0']);
  });
});

describe('what people write before they know the form', () => {
  test.each([
    ['objective o { quarter Q1 2027 }', '«Q1 2027» expected a quarter such as 2026-Q1 after "quarter" [write 2027-Q1]'],
    [
      'commitment c { done 16.01.2026 }',
      '«16.01.2026» expected a date such as 2026-01-16 after "done" [write 2026-01-16]',
    ],
    ['frame f { budget EUR 900k }', '«EUR 900k» expected an amount such as $50k or 20% after "budget" [write €900k]'],
    ['goal o "O" { dri ana }', '«goal» there is no "goal"; did you mean "objective" [write "objective"]'],
    ['objective o {\n kpi m "M" { output }\n}', '«kpi» there is no "kpi"; did you mean "metric" [write "metric"]'],
    ['commitment c { dri ana due 2026-01-16 }', '«due» there is no "due"; did you mean "week" [write "week"]'],
    ['commitment c { dri Tom Becker }', '«Becker» expected one word after "dri"; "Tom Becker" is a whole name'],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual([expected]);
  });
});

describe('any text is read, in bounded time, with at most a bounded number of faults', () => {
  const words = [
    ...Object.keys(kinds),
    ...Object.values(kinds).flatMap(({ properties }) => properties.split(' ')),
  ].filter(Boolean);
  const token = fc.oneof(
    fc.constantFrom(...words, 'to', 'by', 'at', 'least', 'on', 'track', 'TBD', 'Monday', 'decision', 'because'),
    fc.constantFrom(
      '{',
      '}',
      ',',
      '.',
      '"text"',
      '"open',
      '"""',
      '2026',
      '2026-Q1',
      '2026-W99',
      '45%',
      '$1.2M',
      '//',
      '/*',
      '*/',
      '\n',
      '“',
      "'",
      ';',
      '\u202E',
      'ana',
      'x-1',
    ),
    fc.string({ maxLength: 6 }),
  );

  test('nothing is left to the parser to complain of', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), fc.constantFrom(' ', '\n', ''), (tokens, gap) => {
        const text = tokens.join(gap);
        const summary = summarize('', text);
        for (const { message, start, end } of summary.faults) {
          expect(message).not.toMatch(/^mos c/);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThanOrEqual(start);
        }
      }),
      { seed: 20260112, numRuns: 5000 },
    );
  });

  test('deep nesting, unclosed everything, and a million bad characters', () => {
    expect(summarize('', 'frame f {'.repeat(100)).declarations).toHaveLength(100);
    const deep = summarize('', 'frame f {'.repeat(3_000));
    expect(deep).toMatchObject({
      unreadable: true,
      declarations: [],
      faults: [{ message: expect.stringContaining('more than 100 deep') }],
    });
    expect(summarize('', '{'.repeat(100_000)).unreadable).toBe(true);
    expect(summarize('', '}\n'.repeat(100_000)).faults.length).toBeLessThanOrEqual(50);
    expect(summarize('', '"x\\'.repeat(50_000)).faults).toHaveLength(1);
    expect(summarize('', '?'.repeat(1_000_000)).faults).toHaveLength(1);
    expect(outline('owner ana "Ana"')).toEqual(['owner ana "Ana"']);
  });

  test('of a file of rubbish enough is said, and every declaration in it counts as damaged', () => {
    const rubbish = summarize('', 'commitment c { dri }\n'.repeat(200));
    expect(rubbish.faults).toHaveLength(50);
    expect(rubbish.faults.at(-1)?.message).toBe('151 more places here cannot be read');
    expect(rubbish.declarations.filter(({ damaged }) => damaged)).toHaveLength(200);
  });

  test('a text of any length is read while it is right, and is not searched for faults when it is endless', () => {
    const right = 'owner ana "Ana Ruiz" { role "CMO" }\n'.repeat(60_000);
    expect(summarize('', right)).toMatchObject({ unreadable: false, faults: [] });
    expect(summarize('', `${right}owner`)).toMatchObject({ unreadable: false, faults: [] });
    expect(summarize('', `${right}owner {`)).toMatchObject({
      unreadable: true,
      declarations: [],
      faults: [{ message: expect.stringContaining('split it') }],
    });
  });

  test('what follows a goal or a detail within a property is not passed over in silence', () => {
    for (const [text, message] of [
      ['objective o { target win from 1% to 2% soon }', '"soon" was not expected after "from 1% to 2%"'],
      ['objective o { guardrail win at most 4% or so }', '"or so" was not expected after "at most 4%"'],
      ['objective o { status 2026-01-01 at risk "x" { confidence 60% or so } }', /"confidence 60%"$/],
    ] as const) {
      const { faults } = summarize('', text);
      expect(faults).toHaveLength(1);
      expect(faults[0]?.message).toMatch(message);
    }
  });

  test('where the search is given up, the place is said: the fault stands there or right before', () => {
    const right = 'owner ana "Ana Ruiz" { role "CMO" }\n'.repeat(30_000);
    for (const [wrong, at] of [
      ['owner ben { role 5 }\n', '5'],
      ['owner ben § { }\n', '§'],
      ['owner ben "Ben\n', '"Ben'],
      ['role "CMO"\n', 'role "CMO"\n'],
    ] as const) {
      const text = `${right}${wrong}${right}`;
      const { faults } = summarize('', text);
      expect(faults).toHaveLength(1);
      expect(faults[0]?.start).toBe(right.length + wrong.indexOf(at));
    }
    // Few lines, and more words than there is time for.
    const [crowded] = summarize('', `owner a "A" { reports to ${'b, '.repeat(100_000)} }`).faults;
    expect(crowded?.message).toContain('split it');
  });
});

test('one slip in 6,000 lines leaves the rest of them known', () => {
  const block = (index: number) =>
    `commitment c${index} "Do ${index}" {\n  week 2026-W05\n  dri ana\n  needs m${index}\n}\n`;
  const text = Array.from({ length: 1200 }, (_, index) => block(index)).join('');
  const slip = text.replace('needs m600\n', 'needs m600,\n');
  const { declarations, faults: found } = summarize('plan.mos', slip);
  expect(declarations).toHaveLength(1200);
  expect(found).toHaveLength(1);
});
