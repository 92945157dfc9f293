/** GitLab's Code Quality report: the merge request shows which findings are new and which are gone. */

import type { Severity } from '@mos/language';
import { uniqueFingerprints } from './fingerprint.ts';
import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { openSources } from './sources.ts';
import { visibleJson, visibleShort } from './visible.ts';

export const gitlab: Output = {
  name: 'gitlab',
  render(report, { cwd }) {
    const fingerprints = uniqueFingerprints(report.findings, openSources(report), cwd);
    const issues = report.findings.map((finding) => ({
      description: visibleShort(finding.message),
      check_name: finding.rule,
      fingerprint: fingerprints.get(finding),
      severity: severities[finding.severity],
      location: {
        path: shownPath(finding.file, cwd),
        lines: { begin: finding.range.start.line, end: finding.range.end.line },
      },
    }));
    return `${visibleJson(issues, 2)}\n`;
  },
};

/** Three of GitLab's five words; `critical` and `blocker` are for faults in running software. */
const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };
