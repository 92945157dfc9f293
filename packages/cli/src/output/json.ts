/** Everything a report holds, for programs. Its fields are described in `schemas/report.schema.json`. */

import type { Finding, Fix, Range } from '@mos/language';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { openSources, type Sources } from './sources.ts';
import { visibleJson } from './visible.ts';

export const json: Output = {
  name: 'json',
  render(report, { cwd }) {
    const sources = openSources(report);
    const { version, summary } = report;
    const findings = report.findings.map((finding) => findingData(finding, sources, cwd));
    return `${visibleJson({ version, findings, summary }, 2)}\n`;
  },
};

export interface FindingData {
  rule: string;
  severity: string;
  message: string;
  why: string;
  file: string;
  range: Range;
  related: { message: string; file: string; range: Range }[];
  fix: FixData | null;
  alternatives: FixData[];
  docs: string;
  killer?: string;
}

export interface FixData {
  title: string;
  safe: boolean;
  manual?: boolean;
  /** `range` is null where the file's text is not at hand. */
  edits: { file: string; range: Range | null; text: string }[];
}

/** One finding as plain data, with files named as people see them and places counted from 1. */
export function findingData(finding: Finding, sources: Sources, cwd: string): FindingData {
  const { rule, severity, message, why, range, docs, killer } = finding;
  const [best, ...others] = finding.fixes.map((fix) => fixData(fix, sources, cwd));
  return {
    rule,
    severity,
    message,
    why,
    file: shownPath(finding.file, cwd),
    range,
    related: finding.related.map((place) => ({
      message: place.message,
      file: shownPath(place.file, cwd),
      range: place.range,
    })),
    fix: best ?? null,
    alternatives: others,
    docs,
    ...(killer === undefined ? {} : { killer }),
  };
}

function fixData(fix: Fix, sources: Sources, cwd: string): FixData {
  const edits = fix.edits.map((edit) => ({
    file: shownPath(edit.file, cwd),
    range: sources.range(edit.file, edit) ?? null,
    text: edit.text,
  }));
  return { title: fix.title, safe: fix.safe, ...(fix.manual && { manual: true }), edits };
}
