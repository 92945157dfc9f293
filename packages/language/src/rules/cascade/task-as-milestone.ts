/** A milestone whose title tells what to do instead of what is true when it is reached. */

import { isClosed } from '../../model/states.ts';
import { taskVerbOf } from '../../vocabulary/tasks.ts';
import { nodeRule } from '../rule.ts';
import { placeInTitle } from '../titles.ts';

export default nodeRule({
  name: 'cascade/task-as-milestone',
  severity: 'info',
  killer: 'K4',
  why: 'a task can be done while nothing has changed, so it gives no early sign of the quarter',
  kinds: ['milestone'],
  judge(node, { report }) {
    const task = taskVerbOf(node.title ?? '');
    if (!task || isClosed(node)) return;
    report({
      node,
      at: placeInTitle(node, task.start, task.text.length),
      message: `${node.label} is a task; a milestone says what is true by then`,
    });
  },
});
