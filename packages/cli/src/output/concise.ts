/** One line a finding, in the form that editors and `grep` know: `file:line:column: severity rule message`. */

import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { summaryLine } from './summary.ts';
import { visible, visibleShort } from './visible.ts';

export const concise: Output = {
  name: 'concise',
  render(report, { cwd, quiet }) {
    const lines = report.findings.map(({ file, range, severity, rule, message }) => {
      const place = `${visible(shownPath(file, cwd))}:${range.start.line}:${range.start.column}`;
      return `${place}: ${severity} ${visible(rule)} ${visibleShort(message)}`;
    });
    if (!quiet) {
      lines.push(summaryLine(report.summary));
    }
    return lines.map((line) => `${line}\n`).join('');
  },
};
