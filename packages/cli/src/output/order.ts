/** Worst first, for formats that hold a limited number; the plan's own order is `compareFindings` of the language. */

import { compareFindings, type Finding, type Severity } from '@mos/language';

/** A sorted copy: errors, warnings, infos, each in plan order. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (one, other) => severityRank(one.severity) - severityRank(other.severity) || compareFindings(one, other),
  );
}

/** 0 for the worst. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
