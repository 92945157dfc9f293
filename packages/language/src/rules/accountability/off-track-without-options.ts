/** An outcome that is in danger, and nothing to choose from. */

import { keywordOf } from '../../model/records.ts';
import { detailsOf, isClosed, statusOf } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';
import { insertDetail } from '../status-edits.ts';

const QUESTION = 'What we could do instead, what it costs, and what it brings';

export default nodeRule({
  name: 'accountability/off-track-without-options',
  severity: 'warning',
  killer: 'K3',
  why: 'a review can choose between options, and can only listen to a problem',
  kinds: ['frame', 'bet', 'objective', 'program'],
  judge(node, { plan, report }) {
    const status = statusOf(node);
    // Off track asks for more than options; accountability/off-track-without-recovery says so.
    if (status?.status?.replace(/\s+/g, ' ') !== 'at risk' || isClosed(node)) return;
    if (detailsOf(status, 'option').length > 0 || detailsOf(status, 'recovery').length > 0) return;
    report({
      node,
      at: { start: status.start, end: status.on?.end ?? keywordOf(status).end },
      message: `${node.label} is at risk, and there is nothing to choose from`,
      fixes: () => [
        {
          title: 'add an option to fill in',
          safe: false,
          manual: true,
          edits: [insertDetail(plan, node, status, 'option', QUESTION)],
        },
      ],
    });
  },
});
