/** Reports for the tests of the formats: a builder that finds its places by the marked text, and the nastiest plan we could think of. */

import type { Finding, Range, Span } from '@mos/language';
import { outputNamed } from '../../packages/cli/src/output/outputs.ts';
import type { OutputOptions, Report, Summary } from '../../packages/cli/src/output/report.ts';

export const plain: OutputOptions = { color: false, width: 100, cwd: '/plan', hyperlinks: false, quiet: false };

/** A finding whose place is the first occurrence of `marked` in the text; other fields have harmless values. */
export function finding(text: string, marked: string, rest: Partial<Finding> = {}): Finding {
  const span = spanOf(text, marked);
  return {
    rule: 'cascade/orphaned-commitment',
    severity: 'error',
    message: '"Redesign the booth" advances no milestone',
    why: 'work that advances nothing is how a strategy dies unnoticed',
    file: '/plan/plans/weeks.mos',
    range: rangeOf(text, span),
    span,
    related: [],
    fixes: [],
    docs: `mos://rules/${rest.rule ?? 'cascade/orphaned-commitment'}`,
    ...rest,
  };
}

export function spanOf(text: string, marked: string): Span {
  const start = text.indexOf(marked);
  if (start === -1) {
    throw new Error(`The text has no ${JSON.stringify(marked)}`);
  }
  return { start, end: start + marked.length };
}

/** Written apart from the code under test: counts line breaks before the offset. */
export function rangeOf(text: string, { start, end }: Span): Range {
  function position(offset: number): { line: number; column: number } {
    const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }
  return { start: position(start), end: position(end) };
}

export function report(
  findings: Finding[],
  texts: Record<string, string> = {},
  summary: Partial<Summary> = {},
): Report {
  function number(severity: string): number {
    return findings.filter((each) => each.severity === severity).length;
  }
  return {
    version: '0.1.0',
    findings,
    summary: {
      errors: number('error'),
      warnings: number('warning'),
      infos: number('info'),
      files: 12,
      fixable: 0,
      fixableUnsafe: 0,
      suppressed: 0,
      ...summary,
    },
    source: (file) => texts[file],
  };
}

/** Everything that has ever hurt a report: commands, escapes, control characters, markup, width, length, line ends. */
export const hostileTitles: readonly string[] = [
  '::error::pwned',
  '##vso[task.setvariable variable=PATH]pwned',
  '##[stop-commands]pwned',
  'a%0A::error::b',
  'comma, colon: semicolon; bracket] percent% equals=',
  '\u001b[31mred\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '\u009b31m C1 \u0085 next line \u0007 bell \u0000 nul',
  'line\nbreak\r\nand\rreturn\tand tab',
  'left \u202e right \u2066 isolate \u200b zero \ufeff bom \u00ad soft \u2028 separator',
  '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;<![CDATA[ ]]>',
  '| pipe | @user #1 !2 ~label $snippet https://evil.example www.evil.example',
  '[link](javascript:alert(1)) ![image](https://evil.example/x.png) `code` ``` fence',
  '`',
  '``` ``` `````',
  '🎉 👩‍💻 日本語 e\u0301 ﷽',
  '\ud800 lone \udc00 surrogates \uffff \ufffe \u{1fffe}',
  '"quoted" and \'single\' & \\ back',
  `${'long '.repeat(2000)}end`,
  '{0} {{1}} $HOME $(id)',
];

export const hostileFiles: readonly string[] = [
  '/plan/plans/week 1, team: a;b].mos',
  '/plan/plänе/日本 🎉.mos',
  '/plan/::error::.mos',
  '/plan/##vso[task.complete result=Failed].mos',
  '/plan/<b>&"\'`|@user.mos',
  '/plan/esc\u001b[31m\u202e.mos',
  '/plan/line\nbreak.mos',
  '/plan/100%25.mos',
  '/elsewhere/outside.mos',
  'relative/below.mos',
];

/** Each hostile title in each hostile file, under changing severity, in the message, the reason, a fix and the marked line itself. */
export function hostileReport(): Report {
  const texts: Record<string, string> = {};
  const findings: Finding[] = [];
  const severities = ['error', 'warning', 'info'] as const;
  for (const [index, file] of hostileFiles.entries()) {
    const title = hostileTitles[index % hostileTitles.length] ?? '';
    const text = `\ufeff// first\r\n${hostileTitles.map((each) => `\tcommitment x "${each}" { }\r\n`).join('')}`;
    texts[file] = text;
    for (const [number, each] of hostileTitles.entries()) {
      const fix = {
        title: `advance ${each}`,
        safe: number % 2 === 0,
        edits: [{ file, ...spanOf(text, each), text: each }],
      };
      findings.push(
        finding(text, each, {
          file,
          severity: severities[(number + index) % 3] ?? 'error',
          message: each,
          why: `${title} ${each}`,
          fixes: number % 4 === 3 ? [] : [fix, { ...fix, title: each }],
          related: [{ message: each, file, range: rangeOf(text, spanOf(text, 'first')) }],
          ...(number % 5 === 0 ? { killer: 'K2' as const } : {}),
        }),
      );
    }
  }
  return report(findings, texts, { fixable: 3, fixableUnsafe: 4, coverage: 0.91, suppressed: 2 });
}

export const weekFile = '/plan/plans/weeks.mos';
export const week = 'week 2026-W03 {\n  // größer 🎉\n  commitment stray "日本" { dri zoe }\n}\n';
export const fix = {
  title: 'advance jan',
  safe: true,
  edits: [{ file: weekFile, ...spanOf(week, 'dri zoe'), text: 'dri zoe advances jan' }],
};
export const other = {
  title: 'delete it',
  safe: false,
  edits: [{ file: weekFile, ...spanOf(week, '  commitment'), text: '' }],
};
export const place = {
  message: 'the week',
  file: weekFile,
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } },
};
/** One finding of each severity, the first with all that a finding can have. */
export const ordinary = report(
  [
    finding(week, 'stray', { fixes: [fix, other], related: [place], killer: 'K2' }),
    finding(week, '{ dri zoe }', { rule: 'owner/no-dri', severity: 'warning' }),
    finding(week, 'week', { rule: 'words/vague', severity: 'info' }),
  ],
  { [weekFile]: week },
  { coverage: 0.91, fixable: 1 },
);
export const reports: [string, Report][] = [
  ['an ordinary report', ordinary],
  ['a clean report', report([])],
  ['a hostile report', hostileReport()],
  ['a report without texts', { ...hostileReport(), source: () => undefined }],
];

/** In the format of that name. */
export function render(name: string, input: Report): string {
  const output = outputNamed(name);
  if (output === undefined) {
    throw new Error(`There is no format ${name}`);
  }
  return output.render(input, plain);
}
