/** `mos rules`: every rule on a line. */

import { DOCS_SCHEME, rulePages, rules, type Severity } from '@mos/language';
import { openConsole } from '../console.ts';
import { exitCodes } from '../problem.ts';
import { firstSentence } from '../terminal/page.ts';
import { wrap } from '../terminal/wrap.ts';

interface RuleLine {
  name: string;
  severity: Severity;
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
  const names = Math.max(...list.map(({ name }) => shortName(name).length));
  const lines: string[] = [];
  for (const [group, own] of Map.groupBy(list, ({ name }) => name.split('/')[0] ?? '')) {
    lines.push(...(lines.length > 0 ? [''] : []), colors.bold(group));
    for (const { name, severity, killer, fix, summary } of own) {
      const head = `  ${shortName(name).padEnd(names)}  `;
      const facts = `${severity.padEnd(7)}  ${(killer ?? '').padEnd(2)}  ${fix ? 'fix' : '   '}  `;
      const [first = '', ...rest] = wrap(summary, width, ' '.repeat(head.length + facts.length));
      const painted = facts.replace(severity, paint[severity](severity));
      lines.push(head + painted + first.trimStart(), ...rest);
    }
  }
  const legend =
    'K1 to K5 are the execution killers that a rule reveals, B a bottleneck; "mos explain <rule>" says more.';
  out.print(`${lines.join('\n')}\n\n${legend}\n`, exitCodes.clean);
  return exitCodes.clean;
}

function shortName(name: string): string {
  return name.split('/')[1] ?? name;
}

/**
 * Examples that no fix can mend are marked `by-hand`. What a fix only begins, for a person to finish, is marked `begun`, wherever
 * it stands on the page.
 */
function hasFix(page: string): boolean {
  const [, mended = ''] = /^## Mended$(.*?)(?=^## )/ms.exec(page) ?? [];
  return /^```mos(?!.*\bby-hand\b)/m.test(mended) || /^```mos.*\bbegun=/m.test(page);
}
