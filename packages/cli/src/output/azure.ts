/** Azure Pipelines logging commands: each finding becomes an issue of the run. */

import type { Finding, Severity } from '@mos/language';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { summaryLine } from './summary.ts';
import { visible, visibleShort } from './visible.ts';

export const azure: Output = {
  name: 'azure',
  render(report, { cwd, quiet }) {
    const lines = report.findings.map((finding) => command(finding, cwd));
    if (!quiet) {
      lines.push(summaryLine(report.summary));
    }
    return lines.map((line) => `${line}\n`).join('');
  },
};

/** Azure knows errors and warnings only. */
const types: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'warning' };

function command(finding: Finding, cwd: string): string {
  const { line, column } = finding.range.start;
  const properties = [
    ['type', types[finding.severity]],
    ['sourcepath', visible(shownPath(finding.file, cwd))],
    ['linenumber', String(line)],
    ['columnnumber', String(column)],
    ['code', visible(finding.rule)],
  ];
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(value ?? '')};`).join('');
  return `##vso[task.logissue ${list}]${escapeMessage(`${visibleShort(finding.message)} (${visibleShort(finding.why)})`)}`;
}

/** The agent turns `%AZP25` back into a percent sign. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Those of a message, and the two that end a property or the list of them. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
