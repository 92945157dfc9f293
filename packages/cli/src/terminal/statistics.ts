/** How often each rule finds something, in place of the findings. */

import type { Severity } from '@mos/language';
import picocolors from 'picocolors';
import type { OutputOptions, Report } from '../output/report.ts';
import { summaryLine } from '../output/summary.ts';

interface RuleCount {
  rule: string;
  severity: Severity;
  count: number;
  /** Repaired by --fix. */
  fixable: number;
  /** Repaired by --fix-unsafe only. */
  fixableUnsafe: number;
}

/** A table, or for `json` a list of objects; the most frequent rule first. */
export function statistics(report: Report, format: string, { color, quiet }: OutputOptions): string {
  const counts = countByRule(report);
  if (format === 'json')
    return `${JSON.stringify({ version: report.version, statistics: counts, summary: report.summary }, null, 2)}\n`;
  const colors = picocolors.createColors(color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan };
  const width = Math.max(0, ...counts.map(({ count }) => String(count).length));
  const names = Math.max(0, ...counts.map(({ rule }) => rule.length));
  const lines = counts.map(({ rule, severity, count, fixable, fixableUnsafe }) => {
    const fix = fixable > 0 ? `${fixable} by --fix` : fixableUnsafe > 0 ? `${fixableUnsafe} by --fix-unsafe` : '';
    const line = `${String(count).padStart(width)}  ${paint[severity](severity.padEnd(7))}  ${rule.padEnd(names)}  ${colors.dim(fix)}`;
    return line.trimEnd();
  });
  if (!quiet) lines.push(...(lines.length > 0 ? [''] : []), summaryLine(report.summary));
  return lines.map((line) => `${line}\n`).join('');
}

/** A rule that speaks with two severities has two lines. */
function countByRule({ findings }: Report): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, fixes } of findings) {
    const key = `${rule} ${severity}`;
    const counted = counts.get(key) ?? { rule, severity, count: 0, fixable: 0, fixableUnsafe: 0 };
    counted.count += 1;
    if (fixes[0]?.safe) counted.fixable += 1;
    else if (fixes[0] && !fixes[0].manual) counted.fixableUnsafe += 1;
    counts.set(key, counted);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
