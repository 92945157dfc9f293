/** A summary for a pull request or a job page. Every word of a plan stands in code marks, where no host looks for links or names. */

import { compareFindings, type Finding } from '@mos/language';
import { worstFirst } from './order.ts';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { summaryLine, thousands } from './summary.ts';
import { visible, visibleShort } from './visible.ts';

export const markdown: Output = {
  name: 'markdown',
  render(report, { cwd, quiet }) {
    const shown = worstFirst(report.findings).slice(0, shownFindings).sort(compareFindings);
    const files = Map.groupBy(shown, (finding) => shownPath(finding.file, cwd));
    const more = report.findings.length - shown.length;
    const parts = [
      '### mos check',
      ...(quiet ? [] : [summaryLine(report.summary)]),
      ...[...files].map(([path, findings]) => `#### ${code(visible(path))}\n\n${findings.map(item).join('\n')}`),
      ...(more > 0 ? [`and ${thousands(more)} more`] : []),
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

/** A comment holds 65,536 characters on GitHub; with the lengths below this many findings stay under it. */
const shownFindings = 60;

const messageLength = 300;
const reasonLength = 200;

function item(finding: Finding): string {
  const [fix] = finding.fixes;
  const details = [
    `  - why: ${code(visibleShort(finding.why, reasonLength))}`,
    ...(fix === undefined ? [] : [`  - fix: ${code(visibleShort(fix.title, reasonLength))}`]),
  ];
  const place = `**${finding.severity}** on line ${finding.range.start.line}`;
  const head = `- ${place}, ${code(visible(finding.rule))}: ${code(visibleShort(finding.message, messageLength))}`;
  return [head, ...details].join('\n');
}

/** A code span whose fence is longer than any run of backticks within; blanks keep the two apart. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text === '' ? ' ' : text}${fence}`;
}
