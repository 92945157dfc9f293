/** `mos rules`: every rule on a line. */

import { DOCS_SCHEME, rulePages, rules } from '@mos/language';
import { openConsole } from '../console.ts';
import { exitCodes } from '../problem.ts';
import { firstSentence } from '../terminal/page.ts';
import { fit } from '../terminal/wrap.ts';

interface RuleLine {
  name: string;
  severity: string;
  killer: string | null;
  /** Its page tells of a way out that mos can take. */
  fix: boolean;
  summary: string;
  docs: string;
}

export async function listRules(options: { color: boolean; format: string }): Promise<number> {
  const out = openConsole(options);
  const pages = await rulePages();
  const list = rules
    .map(({ name, severity, killer, why }): RuleLine => {
      const page = pages[name] ?? '';
      return {
        name,
        severity,
        killer: killer ?? null,
        fix: hasFix(page),
        summary: firstSentence(page) ?? why,
        docs: `${DOCS_SCHEME}${name}`,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (options.format === 'json') {
    out.print(`${JSON.stringify(list, null, 2)}\n`, exitCodes.clean);
    return exitCodes.clean;
  }
  const { colors, width } = out.screen;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan };
  const names = Math.max(...list.map(({ name }) => name.length));
  const lines = list.map(({ name, severity, killer, fix, summary }) => {
    const head = `${name.padEnd(names)}  ${severity.padEnd(7)}  ${(killer ?? '').padEnd(2)}  ${fix ? 'fix' : '   '}  `;
    const painted = head.replace(severity, paint[severity as keyof typeof paint](severity));
    return painted + colors.dim(fit(summary, Math.max(20, width - head.length)));
  });
  const legend =
    '\nK1 to K5 are the execution killers that a rule reveals, B a bottleneck; "mos explain <rule>" says more.';
  out.print(`${lines.join('\n')}\n${legend}\n`, exitCodes.clean);
  return exitCodes.clean;
}

/** Pages show what a fix makes of the faulty example under this heading. */
function hasFix(page: string): boolean {
  return /^## Mended$/m.test(page);
}
