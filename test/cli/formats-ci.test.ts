/** Protects what CI services and code hosts read: test reports, commands and comments, from which no plan's text breaks out. */

import { readFileSync } from 'node:fs';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { shownPath } from '../../packages/cli/src/output/paths.ts';
import { visible } from '../../packages/cli/src/output/visible.ts';
import { finding, hostileReport, ordinary, render, report, reports, week } from './formats-report.ts';

async function expectValidXml(contents: string, path: string): Promise<void> {
  const xsd = readFileSync(new URL(path, import.meta.url), 'utf8');
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [xsd] });
  expect(errors).toEqual([]);
}

describe('junit', () => {
  test.each(reports)('keeps to its schema: %s', async (_, input) => {
    await expectValidXml(render('junit', input), './schemas/junit.xsd');
  });

  test('a suite for each file; errors and warnings fail', () => {
    expect(render('junit', ordinary)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="mos check" tests="3" failures="2" errors="0">',
        '  <testsuite name="plans/weeks.mos" tests="3" failures="2" errors="0">',
        '    <testcase name="cascade/orphaned-commitment: &quot;Redesign the booth&quot; advances no milestone" classname="plans/weeks.mos" time="0">',
        '      <failure message="&quot;Redesign the booth&quot; advances no milestone" type="error">plans/weeks.mos:3:14',
        'why: work that advances nothing is how a strategy dies unnoticed',
        'fix: advance jan</failure>',
        '    </testcase>',
        '    <testcase name="owner/no-dri: &quot;Redesign the booth&quot; advances no milestone" classname="plans/weeks.mos" time="0">',
        '      <failure message="&quot;Redesign the booth&quot; advances no milestone" type="warning">plans/weeks.mos:3:25',
        'why: work that advances nothing is how a strategy dies unnoticed</failure>',
        '    </testcase>',
        '    <testcase name="words/vague: &quot;Redesign the booth&quot; advances no milestone" classname="plans/weeks.mos" time="0">',
        '      <system-out>&quot;Redesign the booth&quot; advances no milestone',
        'plans/weeks.mos:1:1',
        'why: work that advances nothing is how a strategy dies unnoticed</system-out>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  test('a clean plan passes one test, since an empty report counts as broken', () => {
    expect(render('junit', report([]))).toContain(
      '<testcase name="no findings in 12 files" classname="mos check" time="0"/>',
    );
  });

  test('equal findings have different names', () => {
    const xml = render('junit', report([finding(week, 'stray'), finding(week, 'stray')]));
    expect(xml.match(/milestone( \(\d\))?" classname/g)).toEqual(['milestone" classname', 'milestone (2)" classname']);
  });
});

describe('checkstyle', () => {
  test.each(reports)('keeps to its schema: %s', async (_, input) => {
    await expectValidXml(render('checkstyle', input), './schemas/checkstyle.xsd');
  });

  test('a file with its findings', () => {
    const one = report([finding(week, 'stray', { message: '<b> & "c"' })]);
    expect(render('checkstyle', one)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        '  <file name="plans/weeks.mos">',
        '    <error line="3" column="14" severity="error" message="&lt;b&gt; &amp; &quot;c&quot;" source="cascade/orphaned-commitment"/>',
        '  </file>',
        '</checkstyle>',
        '',
      ].join('\n'),
    );
  });
});

describe('github', () => {
  test('an annotation for each finding', () => {
    expect(render('github', ordinary).split('\n')).toEqual([
      '::error file=plans/weeks.mos,line=3,endLine=3,col=14,endColumn=19,title=cascade/orphaned-commitment::' +
        '"Redesign the booth" advances no milestone%0Awhy: work that advances nothing is how a strategy dies unnoticed%0Afix: advance jan',
      expect.stringMatching(/^::warning file=.*owner\/no-dri::/),
      expect.stringMatching(/^::notice file=.*words\/vague::/),
      '1 error, 1 warning, 1 info in 12 files · 1 can be fixed with --fix · cascade coverage 91%',
      '',
    ]);
  });

  test('no columns on a finding of several lines, which GitHub refuses', () => {
    expect(render('github', report([finding(week, week)]))).toContain(
      '::error file=plans/weeks.mos,line=1,endLine=5,title=',
    );
  });

  test('read back as the runner reads it, a hostile plan gives its findings and nothing else', () => {
    const input = hostileReport();
    const lines = render('github', input).trimEnd().split('\n');
    const commands = lines.slice(0, -1).map(readGithubCommand);
    expect(commands.map((command) => command.file)).toEqual(
      input.findings.map((each) => visible(shownPath(each.file, '/plan'))),
    );
    expect(commands.every((command) => command.message.split('\n').length <= 3)).toBe(true);
    expect(new Set(commands.map((command) => command.name))).toEqual(new Set(['error', 'warning', 'notice']));
    expect(lines.at(-1)).toMatch(/^\d+ errors, /);
  });
});

/** As documented for workflow commands: `::name property=value,…::message`, properties and message unescaped. */
function readGithubCommand(line: string): { name: string; file: string; message: string } {
  const [, name = '', list = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
  const properties = new Map(
    list.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  expect([...properties.keys()].filter((key) => !['line', 'endLine', 'col', 'endColumn'].includes(key))).toEqual([
    'file',
    'title',
  ]);
  return { name, file: decodeURIComponent(properties.get('file') ?? ''), message: unescapePercents(message) };
}

function unescapePercents(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

describe('azure', () => {
  test('an issue for each finding', () => {
    const [first] = render('azure', ordinary).split('\n');
    expect(first).toBe(
      '##vso[task.logissue type=error;sourcepath=plans/weeks.mos;linenumber=3;columnnumber=14;code=cascade/orphaned-commitment;]' +
        '"Redesign the booth" advances no milestone (work that advances nothing is how a strategy dies unnoticed)',
    );
  });

  test('a hostile plan starts no command of its own and adds no property', () => {
    const input = hostileReport();
    const lines = render('azure', input).trimEnd().split('\n').slice(0, -1);
    expect(lines.length).toBe(input.findings.length);
    for (const line of lines) {
      const list = /^##vso\[task\.logissue ([^\]]*)\]/.exec(line)?.[1] ?? '';
      expect(list.split(';').map((pair) => pair.split('=')[0])).toEqual([
        'type',
        'sourcepath',
        'linenumber',
        'columnnumber',
        'code',
        '',
      ]);
      expect(line.slice(1)).not.toMatch(/##(vso)?\[/i);
    }
  });

  test('percent signs are escaped in Azure’s own way', () => {
    expect(render('azure', report([finding(week, 'stray', { message: '100%0A' })]))).toContain(']100%AZP250A (');
  });
});

describe('markdown', () => {
  test('findings by file', () => {
    expect(render('markdown', ordinary).split('\n').slice(0, 10)).toEqual([
      '### mos check',
      '',
      '1 error, 1 warning, 1 info in 12 files · 1 can be fixed with --fix · cascade coverage 91%',
      '',
      '#### `plans/weeks.mos`',
      '',
      '- **info** on line 1, `words/vague`: `"Redesign the booth" advances no milestone`',
      '  - why: `work that advances nothing is how a strategy dies unnoticed`',
      '- **error** on line 3, `cascade/orphaned-commitment`: `"Redesign the booth" advances no milestone`',
      '  - why: `work that advances nothing is how a strategy dies unnoticed`',
    ]);
  });

  test('nothing of a hostile plan is markup: no link, image, tag, mention or break outside code marks', () => {
    const tokens: Token[] = [];
    marked.walkTokens(marked.lexer(render('markdown', hostileReport())), (token) => {
      tokens.push(token);
    });
    const kinds = new Set(tokens.map((token) => token.type));
    expect(kinds).toEqual(
      new Set(['heading', 'space', 'paragraph', 'list', 'list_item', 'text', 'strong', 'codespan']),
    );
    const prose = tokens.filter((token) => token.type === 'text' && !('tokens' in token && token.tokens));
    expect(new Set(prose.map((token) => token.raw.replaceAll(/\d+/g, '0')))).toEqual(
      new Set(['mos check', summaryProse, 'error', ' on line 0, ', ': ', 'why: ', 'fix: ', 'and 0 more']),
    );
  });

  test('the 60 worst, in the order of the plan, then how many more; short enough for one comment', () => {
    const long = 'x\u202e'.repeat(1000);
    const many = Array.from({ length: 200 }, (_, line) =>
      finding(week, 'stray', {
        severity: line < 150 ? 'info' : 'error',
        range: { start: { line: line + 1, column: 1 }, end: { line: line + 1, column: 2 } },
        span: { start: 2 * line, end: 2 * line + 1 },
        message: long,
        why: long,
        fixes: [{ title: long, safe: true, edits: [] }],
      }),
    );
    const printed = render('markdown', report(many));
    expect(printed.match(/\*\*error\*\*/g)?.length).toBe(50);
    expect(printed.match(/\*\*info\*\*/g)?.length).toBe(10);
    expect(printed.indexOf('**info**')).toBeLessThan(printed.indexOf('**error**'));
    expect(printed).toMatch(/\n\nand 140 more\n$/);
    expect(printed.length).toBeLessThan(65_536);
  });
});

const summaryProse =
  '0 errors, 0 warnings, 0 infos in 0 files · 0 can be fixed with --fix, 0 more with --fix-unsafe · 0 suppressed · cascade coverage 0%';
