/** Protects what people read: the words, the excerpt with its carets, and that no plan's text steers the terminal. */

import { describe, expect, test } from 'vitest';
import { concise } from '../../packages/cli/src/output/concise.ts';
import { excerpt } from '../../packages/cli/src/output/excerpt.ts';
import { summaryLine } from '../../packages/cli/src/output/summary.ts';
import { text } from '../../packages/cli/src/output/text.ts';
import { visible, visibleShort } from '../../packages/cli/src/output/visible.ts';
import { loadWidths } from '../../packages/cli/src/terminal/width.ts';
import { finding, hostileReport, plain, rangeOf, report, spanOf } from './formats-report.ts';

await loadWidths();

const file = '/plan/plans/weeks.mos';
const week = 'week 2026-W03 {\n\n  commitment stray "Redesign the booth" { dri zoe }\n}\n';
const advance = {
  title: 'advance "Forty groups engaged" (jan), the milestone of 2026-W03',
  safe: false,
  edits: [{ file, start: 60, end: 60, text: ' advances jan' }],
};

describe('text', () => {
  test('a finding with its line, its reason, its way out and the summary', () => {
    const found = report(
      [finding(week, 'stray', { fixes: [advance] })],
      { [file]: week },
      { coverage: 0.91, fixableUnsafe: 1 },
    );
    expect(text.render(found, plain)).toBe(
      [
        'plans/weeks.mos:3:14 error cascade/orphaned-commitment',
        '  "Redesign the booth" advances no milestone',
        '',
        '  3 │   commitment stray "Redesign the booth" { dri zoe }',
        '    │              ^^^^^',
        '  why  work that advances nothing is how a strategy dies unnoticed',
        '  fix  advance "Forty groups engaged" (jan), the milestone of 2026-W03      mos check --fix-unsafe',
        '',
        '1 error in 12 files · 1 can be fixed with --fix-unsafe · cascade coverage 91%',
        '',
      ].join('\n'),
    );
  });

  test('several fixes, related places, a narrow terminal', () => {
    const place = {
      message: 'the milestone is here',
      file: '/plan/plans/q1.mos',
      range: rangeOf(week, spanOf(week, 'week')),
    };
    const others = ['delete the commitment', 'move it to 2026-W04', 'never shown'].map((title) => ({
      ...advance,
      title,
    }));
    const found = finding(week, 'stray', {
      severity: 'warning',
      related: Array.from({ length: 7 }, () => place),
      fixes: [{ ...advance, safe: true }, ...others],
    });
    expect(text.render(report([found]), { ...plain, width: 60, quiet: true })).toBe(
      [
        'plans/weeks.mos:3:14 warning cascade/orphaned-commitment',
        '  "Redesign the booth" advances no milestone',
        '  why  work that advances nothing is how a strategy dies unnoticed',
        ...Array.from({ length: 5 }, () => '  see  plans/q1.mos:1:1 the milestone is here'),
        '       and 2 more places',
        '  fix  advance "Forty groups engaged" (jan), the milestone of 2026-W03',
        '       mos check --fix',
        '  or   delete the commitment',
        '  or   move it to 2026-W04',
        '',
      ].join('\n'),
    );
  });

  test('a span of several lines underlines the first and names the last', () => {
    const found = report([finding(week, week.slice(0, -1))], { [file]: week });
    const lines = text.render(found, plain).split('\n');
    expect(lines.slice(3, 5)).toEqual(['  1 │ week 2026-W03 {', '    │ ^^^^^^^^^^^^^^^ … to line 4']);
  });

  test('a blank line parts findings; a file outside the folder is named in full', () => {
    const outside = finding('', '', { file: '/elsewhere/x.mos' });
    const below = finding('', '', { file: 'plans/y.mos', severity: 'info' });
    const lines = text.render(report([outside, below]), plain).split('\n');
    expect([lines[0], lines[3], lines[4]]).toEqual([
      '/elsewhere/x.mos:1:1 error cascade/orphaned-commitment',
      '',
      'plans/y.mos:1:1 info cascade/orphaned-commitment',
    ]);
  });

  test('a clean plan reads well, in every shape of summary', () => {
    expect(text.render(report([], {}, { coverage: 1 }), plain)).toBe(
      'All good: no findings in 12 files · cascade coverage 100%\n',
    );
    expect(text.render(report([]), { ...plain, quiet: true })).toBe('');
    const { summary } = report([], {}, { errors: 3, warnings: 2, fixable: 2, coverage: 0.91 });
    expect(summaryLine(summary)).toBe(
      '3 errors, 2 warnings in 12 files · 2 can be fixed with --fix · cascade coverage 91%',
    );
    expect(
      summaryLine({ ...summary, errors: 1, warnings: 0, infos: 1, files: 1, fixableUnsafe: 4, suppressed: 2 }),
    ).toBe(
      '1 error, 1 info in 1 file · 2 can be fixed with --fix, 4 more with --fix-unsafe · 2 suppressed · cascade coverage 91%',
    );
    expect(summaryLine({ ...summary, errors: 0, warnings: 0, fixable: 0, files: 0 })).toBe(
      'No plan files to check · cascade coverage 91%',
    );
  });

  test('coverage is never rounded up to 100%, nor down by binary fractions', () => {
    const { summary } = report([]);
    expect(summaryLine({ ...summary, coverage: 0.9999 })).toContain('coverage 99%');
    expect(summaryLine({ ...summary, coverage: 0.29 })).toContain('coverage 29%');
    expect(summaryLine({ ...summary, coverage: 0 })).toContain('coverage 0%');
  });

  test('colours and links only on request', () => {
    const found = report([finding(week, 'stray')], { [file]: week });
    expect(text.render(found, { ...plain, color: true })).toContain('\u001b[31merror\u001b[39m');
    expect(text.render(found, { ...plain, hyperlinks: true })).toContain(
      '\u001b]8;;file:///plan/plans/weeks.mos\u001b\\plans/weeks.mos:3:14\u001b]8;;\u001b\\ error',
    );
    expect(text.render(found, plain)).not.toContain('\u001b');
  });
});

describe('concise', () => {
  test('one line a finding', () => {
    expect(concise.render(report([finding(week, 'stray')]), plain)).toBe(
      'plans/weeks.mos:3:14: error cascade/orphaned-commitment "Redesign the booth" advances no milestone\n1 error in 12 files\n',
    );
  });
});

describe('excerpt', () => {
  /** Marks the brackets' content and shows line and carets, each within bars. */
  function shown(source: string, width = 80): string[] {
    const [before = '', marked = '', after = ''] = source.split(/[⟦⟧]/);
    const line = before + marked + after;
    const { text: printed, marks } = excerpt(
      line,
      rangeOf(line, { start: before.length, end: before.length + marked.length }),
      width,
    );
    return [printed, marks];
  }

  test.each([
    ['a tab counts to the next stop', '\tdri\t⟦zoe⟧', '    dri zoe', '        ^^^'],
    ['East Asian characters are two wide', '"日本" ⟦語⟧ x', '"日本" 語 x', '       ^^'],
    ['a joined emoji is one character', '👩‍💻 ⟦zoe⟧', '👩‍💻 zoe', '   ^^^'],
    ['combining marks take no column', 'e\u0301e\u0301 ⟦o\u0308⟧', 'e\u0301e\u0301 o\u0308', '   ^'],
    ['unseen characters are spelt out', 'a\u202e⟦b⟧', 'a<U+202E>b', '         ^'],
    ['a mark on an unseen character', 'a⟦\u200b⟧b', 'a<U+200B>b', ' ^^^^^^^^'],
    ['an empty mark within a line', 'ab⟦⟧c', 'abc', '  ^'],
    ['an empty mark at the end', 'abc⟦⟧', 'abc', '   ^'],
    ['an empty line', '⟦⟧', '', '^'],
    ['commands of CI services lose their meaning', '⟦x⟧ ##vso[task.complete]', 'x <U+0023>#vso[task.complete]', '^'],
  ])('%s', (_, source, line, marks) => {
    expect(shown(source)).toEqual([line, marks]);
  });

  test('a long line is cut around the mark', () => {
    const words = 'lorem ipsum '.repeat(1000);
    expect(shown(`${words}⟦stray⟧ ${words}`, 40)).toEqual([
      '…sum lorem ipsum stray lorem ipsum lore…',
      '                 ^^^^^',
    ]);
  });

  test('no cut line is wider than asked, wherever the mark stands', () => {
    const line = `${'日本 '.repeat(300)}\t${'x'.repeat(300)}`;
    for (let start = 0; start < line.length; start += 7) {
      const range = rangeOf(line, { start, end: Math.min(line.length, start + 90) });
      const { text: printed, marks } = excerpt(line, range, 40);
      expect(widthOf(printed)).toBeLessThanOrEqual(40);
      expect(marks.length).toBeLessThanOrEqual(40);
      expect(marks.endsWith('^')).toBe(true);
    }
  });
});

function widthOf(printed: string): number {
  return [...printed].reduce((sum, character) => sum + (/[日本]/.test(character) ? 2 : 1), 0);
}

describe('visible', () => {
  test.each([
    ['ordinary text stays', 'Größe 日本 "x" — 50%', 'Größe 日本 "x" — 50%'],
    ['joined emoji and flags stay', '👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['escapes', '\u001b[31m\u009b', '<U+001B>[31m<U+009B>'],
    ['bidi and zero-width', '\u202e\u2066\u200b\ufeff\u061c', '<U+202E><U+2066><U+200B><U+FEFF><U+061C>'],
    ['a joiner outside an emoji', 'a\u200db', 'a<U+200D>b'],
    ['hidden tag characters', 'a\u{e0041}', 'a<U+E0041>'],
    ['line ends and tabs', 'a\r\n\tb', 'a<U+000D><U+000A><U+0009>b'],
    ['lone surrogates and noncharacters', '\ud800 \uffff', '<U+D800> <U+FFFF>'],
    ['a command at the start', '  ::error::x', '  <U+003A>:error::x'],
    ['the same within a text is no command', 'a ::error::x', 'a ::error::x'],
    ['commands anywhere', 'x ##[error]y ##VSO[a]', 'x <U+0023>#[error]y <U+0023>#VSO[a]'],
  ])('%s', (_, raw, expected) => {
    expect(visible(raw)).toBe(expected);
  });

  test('a long text is cut at whole characters', () => {
    expect(visibleShort('abcdef', 6)).toBe('abcdef');
    expect(visibleShort('abcdefg', 6)).toBe('abcdef…');
    expect(visibleShort('abcde🎉', 6)).toBe('abcde…');
    expect(visibleShort('abc\u202edef', 6)).toBe('abc…');
  });
});

describe('a hostile plan', () => {
  test.each([text, concise])('prints no control character and no command: $name', (output) => {
    const printed = output.render(hostileReport(), plain);
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\ufeff\u2028]/u);
    expect(printed).not.toMatch(/^\s*::/m);
    expect(printed).not.toMatch(/##(\[|vso\[)/i);
    // A line break of the plan does not become one of the report.
    expect(printed).toContain('line<U+000A>break<U+000D><U+000A>and');
  });
});
