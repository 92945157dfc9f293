/** The findings of `json`, one a line, then a line with the summary: for streams and for `jq`. */

import { findingData } from './json.ts';
import type { Output } from './report.ts';
import { openSources } from './sources.ts';
import { visibleJson } from './visible.ts';

export const jsonLines: Output = {
  name: 'json-lines',
  render(report, { cwd }) {
    const sources = openSources(report);
    const lines = report.findings.map((finding) => visibleJson(findingData(finding, sources, cwd)));
    return [...lines, visibleJson({ summary: report.summary })].map((line) => `${line}\n`).join('');
  },
};
