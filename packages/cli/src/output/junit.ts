/** JUnit XML: a suite for each file, a failed test for each error and warning, a passed one for each info. */

import type { Finding } from '@mos/language';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { count } from './summary.ts';
import { visibleShort } from './visible.ts';
import { attributes, escapeXml, xmlHeader } from './xml.ts';

export const junit: Output = {
  name: 'junit',
  render(report, { cwd }) {
    const files = Map.groupBy(report.findings, (finding) => shownPath(finding.file, cwd));
    const suites = [...files].flatMap(([path, findings]) => suite(path, findings));
    const failures = report.findings.filter(isFailure).length;
    const tests = Math.max(1, report.findings.length);
    return [
      xmlHeader,
      `<testsuites${attributes({ name: 'mos check', tests, failures, errors: 0 })}>`,
      // Services take a report without a single test for a broken one.
      ...(suites.length > 0 ? suites : cleanSuite(report.summary.files)),
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function isFailure(finding: Finding): boolean {
  return finding.severity !== 'info';
}

function suite(path: string, findings: readonly Finding[]): string[] {
  const failures = findings.filter(isFailure).length;
  const names = uniqueNames(findings);
  return [
    `  <testsuite${attributes({ name: path, tests: findings.length, failures, errors: 0 })}>`,
    ...findings.flatMap((finding, index) => testCase(finding, names[index] ?? finding.rule, path)),
    '  </testsuite>',
  ];
}

function testCase(finding: Finding, name: string, path: string): string[] {
  const message = visibleShort(finding.message);
  const { line, column } = finding.range.start;
  const [fix] = finding.fixes;
  const details = [
    `${path}:${line}:${column}`,
    `why: ${visibleShort(finding.why)}`,
    ...(fix === undefined ? [] : [`fix: ${visibleShort(fix.title)}`]),
  ];
  const content = isFailure(finding)
    ? [
        `      <failure${attributes({ message, type: finding.severity })}>${details.map(escapeXml).join('\n')}</failure>`,
      ]
    : [`      <system-out>${[message, ...details].map(escapeXml).join('\n')}</system-out>`];
  return [`    <testcase${attributes({ name, classname: path, time: 0 })}>`, ...content, '    </testcase>'];
}

/** Without line numbers, so that a service follows a finding from run to run; equal ones are counted. */
function uniqueNames(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.rule}: ${visibleShort(finding.message)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name} (${nth})`;
  });
}

function cleanSuite(files: number): string[] {
  return [
    `  <testsuite${attributes({ name: 'mos check', tests: 1, failures: 0, errors: 0 })}>`,
    `    <testcase${attributes({ name: `no findings in ${count(files, 'file')}`, classname: 'mos check', time: 0 })}/>`,
    '  </testsuite>',
  ];
}
