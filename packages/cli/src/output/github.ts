/** GitHub Actions workflow commands: each finding becomes an annotation on its line of the pull request. */

import type { Finding, Severity } from '@mos/language';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { summaryLine } from './summary.ts';
import { visible, visibleShort } from './visible.ts';

export const github: Output = {
  name: 'github',
  render(report, { cwd, quiet }) {
    const lines = report.findings.map((finding) => command(finding, cwd));
    if (!quiet) {
      lines.push(summaryLine(report.summary));
    }
    return lines.map((line) => `${line}\n`).join('');
  },
};

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

function command(finding: Finding, cwd: string): string {
  const { start, end } = finding.range;
  const properties = [
    ['file', visible(shownPath(finding.file, cwd))],
    ['line', String(start.line)],
    ['endLine', String(end.line)],
    // GitHub refuses columns on an annotation of several lines.
    ...(start.line === end.line
      ? [
          ['col', String(start.column)],
          ['endColumn', String(end.column)],
        ]
      : []),
    ['title', visible(finding.rule)],
  ];
  const [fix] = finding.fixes;
  const body = [
    visibleShort(finding.message),
    `why: ${visibleShort(finding.why)}`,
    ...(fix === undefined ? [] : [`fix: ${visibleShort(fix.title)}`]),
  ].join('\n');
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(value ?? '')}`).join(',');
  return `::${commands[finding.severity]} ${list}::${escapeMessage(body)}`;
}

/** The characters that end a message, and the percent sign that escapes them. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Those of a message, and the two that end a property. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
