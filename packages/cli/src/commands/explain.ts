/** `mos explain`: the page of a rule, or what a number counts, for reading. */

import { type Killer, rulePages, rules, termPage, terms, termsPage } from '@mos/language';
import { openConsole } from '../console.ts';
import { exitCodes, Problem } from '../problem.ts';
import { ruleCalled } from '../project/settings.ts';
import { renderPage } from '../terminal/page.ts';

/** The five execution killers of E. R. Miller, "The Marketing Execution Gap", and the bottlenecks beside them. */
const KILLERS: Record<Killer, string> = {
  K1: 'strategy and resources that do not match',
  K2: 'no rhythm',
  K3: 'accountability without authority',
  K4: 'activity taken for outcome',
  K5: 'a strategy that never reaches the week',
  B: 'bottlenecks in the structure',
};

/** Throws a Problem for a rule that does not exist. */
export async function explain(text: string, options: { color: boolean; format: string }): Promise<number> {
  const out = openConsole(options);
  const asked = text.trim().toLowerCase().replace(/\s+/g, '-');
  if (asked === 'numbers') {
    const { colors, width } = out.screen;
    out.print(
      options.format === 'markdown' ? termsPage() : renderPage(termsPage(), { width, colors }),
      exitCodes.clean,
    );
    return exitCodes.clean;
  }
  const term = terms.find(({ name }) => name === asked);
  if (term) {
    const { colors, width } = out.screen;
    const page = termPage(term);
    out.print(options.format === 'markdown' ? page : renderPage(page, { width, colors }), exitCodes.clean);
    return exitCodes.clean;
  }
  const name = ruleCalled(
    text,
    terms.map((each) => each.name),
  );
  const page = (await rulePages())[name];
  const rule = rules.find((each) => each.name === name);
  if (page === undefined || !rule)
    throw new Problem(`The page of ${name} is missing.`, 'Run "mos rules" to see the others.');
  if (options.format === 'markdown') {
    out.print(page, exitCodes.clean);
    return exitCodes.clean;
  }
  const { colors, width } = out.screen;
  const facts = [rule.severity, ...(rule.killer ? [`reveals an execution killer: ${KILLERS[rule.killer]}`] : [])];
  const [heading = '', ...rest] = renderPage(page, { width, colors }).split('\n');
  out.print([heading, colors.dim(facts.join(' · ')), ...rest].join('\n'), exitCodes.clean);
  return exitCodes.clean;
}
