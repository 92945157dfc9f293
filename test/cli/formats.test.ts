/** Protects what other programs read: every data format keeps to its schema and holds what the findings hold. */

import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import Draft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { fingerprint, uniqueFingerprints } from '../../packages/cli/src/output/fingerprint.ts';
import { worstFirst } from '../../packages/cli/src/output/order.ts';
import { outputNamed, outputs } from '../../packages/cli/src/output/outputs.ts';
import { shownPath } from '../../packages/cli/src/output/paths.ts';
import { openSources } from '../../packages/cli/src/output/sources.ts';
import {
  weekFile as file,
  finding,
  fix,
  hostileFiles,
  hostileReport,
  ordinary,
  other,
  place,
  plain,
  rangeOf,
  render,
  report,
  reports,
  spanOf,
  week,
} from './formats-report.ts';

function schema(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

function draft7(path: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(schema(path));
}

/** Not strict and without the `u` flag, as one pattern of the published SARIF schema has a stray bracket. */
function draft4(path: string): ValidateFunction {
  const ajv = new Draft4({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema(path));
}

function expectValid(validate: ValidateFunction, data: unknown): void {
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
}

test('formats are registered once, under the names that people type', () => {
  expect(outputs.map((output) => output.name)).toEqual(
    'text concise json json-lines sarif github gitlab junit checkstyle rdjson azure markdown'.split(' '),
  );
  expect(outputNamed('toString')).toBeUndefined();
});

describe.each(outputs)('$name', (output) => {
  test('prints no control character, even for a hostile plan', () => {
    expect(output.render(hostileReport(), plain)).not.toMatch(
      /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2028\ufeff]/u,
    );
  });

  test('is the same from run to run and ends with a line break', () => {
    const once = output.render(hostileReport(), plain);
    expect(output.render(hostileReport(), plain)).toBe(once);
    expect(once.endsWith('\n')).toBe(true);
  });
});

describe('json', () => {
  const validate = draft7('../../packages/cli/schemas/report.schema.json');

  test.each(reports)('keeps to its schema: %s', (_, input) => {
    expectValid(validate, JSON.parse(render('json', input)));
  });

  test('the schema refuses what is not in it', () => {
    expect(validate({ ...JSON.parse(render('json', ordinary)), extra: 1 })).toBe(false);
  });

  test('holds everything, with places counted from 1', () => {
    expect(JSON.parse(render('json', ordinary)).findings[0]).toEqual({
      rule: 'cascade/orphaned-commitment',
      severity: 'error',
      message: '"Redesign the booth" advances no milestone',
      why: 'work that advances nothing is how a strategy dies unnoticed',
      file: 'plans/weeks.mos',
      range: { start: { line: 3, column: 14 }, end: { line: 3, column: 19 } },
      related: [{ ...place, file: 'plans/weeks.mos' }],
      fix: {
        title: 'advance jan',
        safe: true,
        edits: [
          {
            file: 'plans/weeks.mos',
            range: { start: { line: 3, column: 27 }, end: { line: 3, column: 34 } },
            text: 'dri zoe advances jan',
          },
        ],
      },
      alternatives: [
        {
          title: 'delete it',
          safe: false,
          edits: [
            {
              file: 'plans/weeks.mos',
              range: { start: { line: 3, column: 1 }, end: { line: 3, column: 13 } },
              text: '',
            },
          ],
        },
      ],
      docs: 'mos://rules/cascade/orphaned-commitment',
      killer: 'K2',
    });
  });

  test('changes no character of a hostile plan', () => {
    const input = hostileReport();
    const messages = JSON.parse(render('json', input)).findings.map((each: { message: string }) => each.message);
    expect(messages).toEqual(input.findings.map((each) => each.message));
  });

  test('json-lines: the same findings, one a line, then the summary', () => {
    const lines = render('json-lines', ordinary).trimEnd().split('\n');
    const { findings, summary } = JSON.parse(render('json', ordinary));
    expect(lines.map((line) => JSON.parse(line))).toEqual([...findings, { summary }]);
  });
});

describe('sarif', () => {
  const validate = draft4('./schemas/sarif-2.1.0.json');

  test.each(reports)('keeps to its schema: %s', (_, input) => {
    expectValid(validate, JSON.parse(render('sarif', input)));
  });

  test('level, rule, region, fix and related place', () => {
    const [run] = JSON.parse(render('sarif', ordinary)).runs;
    const [first] = run.results;
    expect(run.results.map((each: { level: string }) => each.level)).toEqual(['error', 'warning', 'note']);
    expect(run.tool.driver.rules[first.ruleIndex].id).toBe(first.ruleId);
    const artifactLocation = { uri: 'plans/weeks.mos', uriBaseId: '%SRCROOT%' };
    const { start } = spanOf(week, 'stray');
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation,
      region: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 19, charOffset: start, charLength: 5 },
    });
    expect(first.fixes[0].artifactChanges[0]).toMatchObject({
      artifactLocation,
      replacements: [
        {
          deletedRegion: { startLine: 3, charOffset: spanOf(week, 'dri zoe').start, charLength: 7 },
          insertedContent: { text: 'dri zoe advances jan' },
        },
      ],
    });
    expect(first.relatedLocations[0].message.text).toBe('the week');
    expect(run.invocations[0].toolExecutionNotifications).toEqual([]);
  });

  test('file names survive as URIs', () => {
    const [run] = JSON.parse(render('sarif', hostileReport())).runs;
    const uris = new Set<string>(
      run.results.map((each: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        decodeURIComponent(each.locations[0]?.physicalLocation.artifactLocation.uri ?? ''),
      ),
    );
    const paths = hostileFiles
      .map((each) => shownPath(each, '/plan'))
      .map((path) => (path.startsWith('/') ? `file://${path}` : path));
    expect([...uris].sort()).toEqual(paths.sort());
  });

  test('a link in a plan stays plain text', () => {
    const linked = report([finding(week, 'stray', { message: 'see [here](https://evil.example)' })]);
    expect(JSON.parse(render('sarif', linked)).runs[0].results[0].message.text).toBe(
      'see \\[here\\](https://evil.example)',
    );
  });

  test('of 30,000 results the 5,000 worst, and says so', () => {
    const many = Array.from({ length: 30_000 }, (_, line) =>
      finding(week, 'stray', {
        severity: line >= 29_000 ? 'error' : line % 2 === 0 ? 'info' : 'warning',
        range: { start: { line: line + 1, column: 1 }, end: { line: line + 1, column: 2 } },
      }),
    );
    const log = JSON.parse(render('sarif', report(many, { [file]: week })));
    expectValid(validate, log);
    const levels = log.runs[0].results.map((each: { level: string }) => each.level);
    expect(levels).toEqual([...Array(1000).fill('error'), ...Array(4000).fill('warning')]);
    expect(log.runs[0].invocations[0].toolExecutionNotifications[0].message.text).toBe(
      '30,000 findings; this report holds the 5,000 worst.',
    );
  });
});

test('places and lines are the editor’s, whether lines end in LF, CRLF or CR', () => {
  const mixed = 'one\r\ntwo\rthree\n\nfive';
  const sources = openSources(report([], { [file]: mixed }));
  expect([1, 2, 3, 4, 5, 6].map((line) => sources.line(file, line))).toEqual([
    'one',
    'two',
    'three',
    '',
    'five',
    undefined,
  ]);
  for (const word of ['one', 'two', 'three', 'five', 'e\n\nf']) {
    expect(sources.range(file, spanOf(mixed, word))).toEqual(rangeOf(mixed, spanOf(mixed, word)));
  }
});

describe('fingerprints', () => {
  const [first] = ordinary.findings;

  test('stay when lines shift, words of the message change or the line is indented', () => {
    for (const moved of [
      `// one more line\n\n${week}`,
      week.replace('  commitment', '\t\tcommitment'),
      week.replaceAll('\n', '\r\n'),
    ]) {
      expect(fingerprint(finding(moved, 'stray', { message: '3 weeks late' }), moved)).toBe(
        fingerprint(finding(week, 'stray'), week),
      );
    }
  });

  test('stay when a marked block is indented or gets other line ends', () => {
    const indented = week.replaceAll('\n', '\r\n\t');
    expect(fingerprint(finding(indented, indented), indented)).toBe(fingerprint(finding(week, week), week));
  });

  test('differ by rule, by marked text, by line', () => {
    const renamed = week.replace('"日本"', '"Booth"');
    const prints = [
      fingerprint(finding(week, 'stray'), week),
      fingerprint(finding(week, 'stray', { rule: 'owner/no-dri' }), week),
      fingerprint(finding(week, 'zoe'), week),
      fingerprint(finding(renamed, 'stray'), renamed),
    ];
    expect(new Set(prints).size).toBe(4);
  });

  test('are unique for equal findings, and the first keeps its own', () => {
    if (first === undefined) {
      throw new Error('The report has no finding');
    }
    const twins = [first, { ...first }, { ...first, file: '/plan/b.mos' }];
    const sources = openSources(report(twins, { [file]: week, '/plan/b.mos': week }));
    const prints = twins.map((each) => uniqueFingerprints(twins, sources, '/plan').get(each));
    expect(new Set(prints).size).toBe(3);
    expect(prints[0]).toBe(uniqueFingerprints([first], sources, '/plan').get(first));
  });
});

describe('gitlab', () => {
  const validate = draft7('./schemas/gitlab-code-quality.schema.json');

  test.each(reports)('keeps to its schema, with unique fingerprints: %s', (_, input) => {
    const issues = JSON.parse(render('gitlab', input));
    expectValid(validate, issues);
    expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(input.findings.length);
  });

  test('severity and place', () => {
    expect(JSON.parse(render('gitlab', ordinary))[1]).toMatchObject({
      check_name: 'owner/no-dri',
      severity: 'minor',
      location: { path: 'plans/weeks.mos', lines: { begin: 3, end: 3 } },
    });
  });
});

describe('rdjson', () => {
  const validate = draft7('./schemas/rdjson.schema.json');

  test.each(reports)('keeps to its schema: %s', (_, input) => {
    expectValid(validate, JSON.parse(render('rdjson', input)));
  });

  test('columns count bytes; a fix of one change is suggested', () => {
    const [first] = JSON.parse(render('rdjson', ordinary)).diagnostics;
    const line = Buffer.from(week.split('\n')[2] ?? '');
    const [{ range, text }] = first.suggestions;
    expect(line.subarray(range.start.column - 1, range.end.column - 1).toString()).toBe('dri zoe');
    expect(text).toBe('dri zoe advances jan');
    expect(first.severity).toBe('ERROR');
  });

  test('a fix of several changes or of another file is not suggested, as reviewdog would offer its parts', () => {
    const [edit] = fix.edits;
    const fixes = [
      { ...fix, edits: [...fix.edits, ...other.edits] },
      { ...fix, edits: [{ ...edit, file: '/plan/b.mos' }] },
    ];
    for (const each of fixes) {
      const input = report([finding(week, 'stray', { fixes: [each as typeof fix] })], {
        [file]: week,
        '/plan/b.mos': week,
      });
      expect(JSON.parse(render('rdjson', input)).diagnostics[0].suggestions).toBeUndefined();
    }
  });
});

test('worst first: severity, then the order of the plan', () => {
  const later = finding(week, 'zoe');
  const earlier = finding(week, 'week', { severity: 'info' });
  const otherRule = finding(week, 'zoe', { rule: 'a/a', severity: 'warning' });
  const otherFile = finding(week, 'zoe', { file: '/plan/a.mos', severity: 'warning' });
  const all = [earlier, otherRule, otherFile, later];
  expect(worstFirst(all)).toEqual([later, otherFile, otherRule, earlier]);
  expect(all[0]).toBe(earlier);
});
