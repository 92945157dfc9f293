/** A frame that nobody explains to those who work for it. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { insertAfter, quoted } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'communication/missing-brief',
  severity: 'warning',
  killer: 'K5',
  why: 'where nobody knows the why, people do what is urgent instead of what is important',
  kinds: ['frame'],
  judge(node, { plan, today, report }) {
    if ([...node.users].some((user) => user.kind === 'brief' && user.targets('covers').includes(node))) return;
    // A year that is over needs no explanation any more.
    if ((plan.periodOf(node)?.last ?? today) < today) return;
    report({ node, message: `${node.label} has no brief`, young: true, fixes: () => [brief(plan, node, today)] });
  },
});

/** In the plan's own words: the title, the diagnosis, the policy, the bets with their reasons. */
function brief(plan: Plan, frame: PlanNode, today: string): ProposedFix | undefined {
  if (!frame.name || frame.outer) return undefined;
  let name = `${frame.name}_brief`;
  for (let count = 2; plan.names.bearersOf(name).size > 0; count++) name = `${frame.name}_brief_${count}`;
  const says = [frame.title ?? frame.name, frame.text('diagnosis')?.value, frame.text('policy')?.value];
  const bets = frame.childrenOf('bet').map((bet) => {
    const why = bet.text('why')?.value;
    return `- ${bet.title ?? bet.name}${why ? `: ${why}` : ''}`;
  });
  const paragraphs = [...says.filter((text) => text !== undefined), ...(bets.length > 0 ? [bets.join('\n')] : [])];
  const text = paragraphs.map(inBlock).join('\n\n').split('\n');
  const lines = [
    `brief ${name} ${quoted('What we are doing, and why')} {`,
    `  covers ${frame.name}`,
    `  on ${today}`,
    '  text """',
    ...text.map((line) => (line === '' ? '' : `    ${line}`)),
    '    """',
    '}',
  ];
  const title = 'write one from the frame and its bets, to be made shorter';
  return { title, safe: false, manual: true, edits: [insertAfter(plan, frame, ['', ...lines])] };
}

/** What would end the text is written otherwise. */
function inBlock(text: string): string {
  return text.replaceAll('"""', "'''").trim();
}
