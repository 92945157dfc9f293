/** The format for people at a terminal: each finding with its line of the plan, its reason and its way out. */

import type { Finding, Fix, Severity } from '@mos/language';
import picocolors from 'picocolors';
import { widthOf } from '../terminal/width.ts';
import { excerpt } from './excerpt.ts';
import { fileUrl, shownPath } from './paths.ts';
import type { Output, OutputOptions, Report } from './report.ts';
import { openSources, type Sources } from './sources.ts';
import { summaryLine } from './summary.ts';
import { visible, visibleShort } from './visible.ts';

export const text: Output = {
  name: 'text',
  render(report: Report, options: OutputOptions): string {
    const page: Page = { options, sources: openSources(report), colors: picocolors.createColors(options.color) };
    const blocks = report.findings.map((finding) => block(finding, page));
    if (!options.quiet) {
      blocks.push([summaryLine(report.summary)]);
    }
    return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
  },
};

type Colors = ReturnType<typeof picocolors.createColors>;

interface Page {
  options: OutputOptions;
  sources: Sources;
  colors: Colors;
}

/** More places and ways out than these are left to the editor. */
const shownPlaces = 5;
const shownAlternatives = 2;

/** Columns between a fix and the command that applies it. */
const hintGap = 6;

function block(finding: Finding, page: Page): string[] {
  const { colors } = page;
  const { line, column } = finding.range.start;
  const place = linked(`${shownPath(finding.file, page.options.cwd)}:${line}:${column}`, finding.file, page);
  return [
    `${place} ${severityColor(finding.severity, colors)(finding.severity)} ${colors.dim(visible(finding.rule))}`,
    `  ${visibleShort(finding.message)}`,
    ...planLines(finding, page),
    `  ${colors.dim('why')}  ${visibleShort(finding.why)}`,
    ...related(finding, page),
    ...waysOut(finding, page),
  ];
}

function planLines(finding: Finding, page: Page): string[] {
  const { start, end } = finding.range;
  const line = page.sources.line(finding.file, start.line);
  if (line === undefined) {
    return [];
  }
  const number = String(start.line);
  const gutter = `  ${number} │ `.length;
  const { text: shown, marks } = excerpt(line, finding.range, Math.max(20, page.options.width - gutter));
  const { colors } = page;
  const onwards = end.line > start.line ? ` … to line ${end.line}` : '';
  return [
    '',
    `  ${colors.dim(`${number} │`)} ${shown}`.trimEnd(),
    `  ${colors.dim(`${' '.repeat(number.length)} │`)} ${severityColor(finding.severity, colors)(marks)}${onwards}`,
  ];
}

function related(finding: Finding, page: Page): string[] {
  const { colors, options } = page;
  const lines = finding.related.slice(0, shownPlaces).map(({ file, range, message }) => {
    const place = linked(`${shownPath(file, options.cwd)}:${range.start.line}:${range.start.column}`, file, page);
    return `  ${colors.dim('see')}  ${place} ${visibleShort(message)}`;
  });
  const more = finding.related.length - shownPlaces;
  return more > 0 ? [...lines, `       and ${more} more ${more === 1 ? 'place' : 'places'}`] : lines;
}

function waysOut(finding: Finding, page: Page): string[] {
  const { colors } = page;
  const [best, ...others] = finding.fixes;
  if (best === undefined) {
    return [];
  }
  return [
    ...fixLines(best, page),
    ...others.slice(0, shownAlternatives).map((fix) => `  ${colors.dim('or')}   ${visibleShort(fix.title)}`),
  ];
}

/** The command stands to the right of the fix, or beneath it where the terminal is too narrow for both. */
function fixLines(fix: Fix, { colors, options }: Page): string[] {
  const title = visibleShort(fix.title);
  const command = fix.safe ? 'mos check --fix' : 'mos check --fix-unsafe';
  if (fix.manual) return [`  ${colors.dim('fix')}  ${title}`];
  const wide = '  fix  '.length + widthOf(title) + hintGap + command.length;
  const label = `  ${colors.dim('fix')}  `;
  return wide <= options.width
    ? [`${label}${title}${' '.repeat(hintGap)}${colors.dim(command)}`]
    : [`${label}${title}`, `       ${colors.dim(command)}`];
}

function linked(shown: string, file: string, { colors, options }: Page): string {
  const place = colors.bold(visible(shown));
  return options.hyperlinks ? `\u001B]8;;${fileUrl(file, options.cwd)}\u001B\\${place}\u001B]8;;\u001B\\` : place;
}

function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
}
