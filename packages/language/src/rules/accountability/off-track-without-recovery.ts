/** An outcome that is off track, and no word on how it comes back. */

import { keywordOf } from '../../model/records.ts';
import { detailsOf, isClosed, statusOf } from '../../model/states.ts';
import { nodeRule } from '../rule.ts';
import { insertDetail } from '../status-edits.ts';

const QUESTION = 'What we change, who does it, and the day on which the number shows it';

export default nodeRule({
  name: 'accountability/off-track-without-recovery',
  severity: 'error',
  killer: 'K3',
  why: 'the DRI owns the miss and the way back from it; a red light alone helps nobody',
  kinds: ['frame', 'bet', 'objective', 'program'],
  judge(node, { plan, report }) {
    const status = statusOf(node);
    if (status?.status?.replace(/\s+/g, ' ') !== 'off track' || isClosed(node)) return;
    if (detailsOf(status, 'recovery').length > 0) return;
    report({
      node,
      at: { start: status.start, end: status.on?.end ?? keywordOf(status).end },
      message: `${node.label} is off track without a recovery plan`,
      fixes: () => [
        {
          title: 'add a recovery plan to fill in',
          safe: false,
          manual: true,
          edits: [insertDetail(plan, node, status, 'recovery', QUESTION)],
        },
      ],
    });
  },
});
