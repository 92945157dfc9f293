/** reviewdog's Diagnostic Format: findings and suggested changes as review comments, whatever the code host. */

import type { Finding, Position, Range, Severity } from '@mos/language';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { openSources, type Sources } from './sources.ts';
import { visibleJson, visibleShort } from './visible.ts';

export const rdjson: Output = {
  name: 'rdjson',
  render(report, { cwd }) {
    const sources = openSources(report);
    const diagnostics = report.findings.map((finding) => diagnostic(finding, sources, cwd));
    return `${visibleJson({ source: { name: 'mos' }, diagnostics }, 2)}\n`;
  },
};

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

function diagnostic(finding: Finding, sources: Sources, cwd: string): object {
  const suggestion = suggestedChange(finding, sources);
  return {
    message: `${visibleShort(finding.message)}\nwhy: ${visibleShort(finding.why)}`,
    location: { path: shownPath(finding.file, cwd), range: byteRange(finding.file, finding.range, sources) },
    severity: severities[finding.severity],
    // No `url`: reviewdog makes it a link for a browser, which does not open `mos:` addresses.
    code: { value: finding.rule },
    ...(suggestion === undefined ? {} : { suggestions: [suggestion] }),
  };
}

/** reviewdog offers each change by itself, so only a fix that is one change in the finding's file can be offered. */
function suggestedChange(finding: Finding, sources: Sources): { range: Range; text: string } | undefined {
  const [edit, ...more] = finding.fixes[0]?.edits ?? [];
  if (edit === undefined || more.length > 0 || edit.file !== finding.file) {
    return undefined;
  }
  const range = sources.range(edit.file, edit);
  return range && { range: byteRange(edit.file, range, sources), text: edit.text };
}

/** The format counts columns in bytes of UTF-8, from 1. */
function byteRange(file: string, range: Range, sources: Sources): Range {
  function bytePosition({ line, column }: Position): Position {
    const before = sources.line(file, line)?.slice(0, column - 1);
    return { line, column: before === undefined ? column : Buffer.byteLength(before) + 1 };
  }
  return { start: bytePosition(range.start), end: bytePosition(range.end) };
}
