/** Checkstyle XML, which Jenkins, reviewdog and many older services read. */

import { shownPath } from './paths.ts';
import type { Output } from './report.ts';
import { visibleShort } from './visible.ts';
import { attributes, xmlHeader } from './xml.ts';

export const checkstyle: Output = {
  name: 'checkstyle',
  render(report, { cwd }) {
    const files = Map.groupBy(report.findings, (finding) => shownPath(finding.file, cwd));
    const elements = [...files].flatMap(([path, findings]) => [
      `  <file${attributes({ name: path })}>`,
      ...findings.map(({ range: { start }, severity, message, rule: source }) => {
        const { line, column } = start;
        return `    <error${attributes({ line, column, severity, message: visibleShort(message), source })}/>`;
      }),
      '  </file>',
    ]);
    return [xmlHeader, `<checkstyle${attributes({ version: formatVersion })}>`, ...elements, '</checkstyle>', ''].join(
      '\n',
    );
  },
};

/** The version of Checkstyle whose report this follows, as other linters state it. */
const formatVersion = '4.3';
