/** An objective whose title is a task or a list of tasks instead of what will be different. */

import { isClosed } from '../../model/states.ts';
import { listsTasks, taskVerbOf } from '../../vocabulary/tasks.ts';
import { nodeRule } from '../rule.ts';
import { placeInTitle } from '../titles.ts';

export default nodeRule({
  name: 'cascade/backlog-as-objective',
  severity: 'info',
  killer: 'K4',
  why: 'a backlog that is worked off proves effort; an outcome proves that it paid',
  kinds: ['objective'],
  judge(node, { report }) {
    const title = node.title ?? '';
    // Work that keeps the business running may well be a task.
    if (node.has('run') || isClosed(node)) return;
    const advice = 'an objective says what will be different';
    if (listsTasks(title)) {
      report({ node, at: placeInTitle(node), message: `${node.label} is a list of tasks; ${advice}` });
      return;
    }
    const task = taskVerbOf(title);
    if (task)
      report({
        node,
        at: placeInTitle(node, task.start, task.text.length),
        message: `${node.label} is a task; ${advice}`,
      });
  },
});
