/** A leading metric that is first read when less than six weeks of the quarter are left. */

import {
  firstReadingByRhythm,
  firstReadingDue,
  hasUnknownYardstick,
  type Measure,
  type Quarter,
  quarterOf,
  readingsOf,
  yardsticksOf,
} from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { understood } from '../../model/periods.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { insertProperty, replace } from '../edits.ts';
import { BEFORE_READ } from '../metric-edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'metrics/late-leading-indicator',
  severity: 'error',
  why: 'a signal that comes in the last six weeks of a quarter leaves no time to act on it',
  kinds: ['objective'],
  judge(node, { plan, report }) {
    const quarter = quarterOf(plan, node);
    if (!quarter || isDropped(node)) return;
    const leading = yardsticksOf(node).filter(({ metric }) => metric.has('leading') && !metric.declaration.damaged);
    const late = leading.filter((measure) => !isInTime(plan, measure, quarter));
    // One number that tells in time is enough: where none says when it is read, only the first one is asked.
    const silent = late.filter(({ metric }) => !metric.has('read'));
    const asked = silent.length === leading.length && !hasUnknownYardstick(node) ? silent[0] : undefined;
    for (const measure of late) {
      if (measure !== asked && silent.includes(measure)) continue;
      const { metric, role, aim } = measure;
      const read = metric.propertiesOf('ReadProperty')[0];
      const message = `${metric.label} ${howItIsRead(metric, quarter)}`;
      const fixes = () => inTime(plan, metric, quarter);
      // Nothing said is a gap; a date that comes too late is a plan that cannot work.
      const severity = read ? 'error' : 'warning';
      if (role === 'own') report({ node: metric, at: read?.by ?? read ?? metric.place, message, severity, fixes });
      else {
        const related = [{ node: metric, message: `${metric.label} is declared here` }];
        report({ node, at: aim?.metric ?? node.place, message, related, severity, fixes });
      }
    }
  },
});

function isInTime(plan: Plan, { metric, role }: Measure, quarter: Quarter): boolean {
  const { calendar } = plan.config;
  const by = metric.propertiesOf('ReadProperty')[0]?.by;
  // A date that does not exist is for language/invalid-period to say.
  if (by && !understood(by)) return true;
  const isEarly = (date: string | undefined) => date !== undefined && date <= quarter.sixWeeksBefore;
  if (isEarly(firstReadingDue(metric, quarter, calendar))) return true;
  if (role !== 'own' && isEarly(firstReadingByRhythm(metric, quarter, calendar))) return true;
  return readingsOf(metric, calendar).some(({ date }) => date >= quarter.first && isEarly(date));
}

function howItIsRead(metric: PlanNode, { sixWeeksBefore }: Quarter): string {
  const read = metric.propertiesOf('ReadProperty')[0];
  if (read?.by) return `is read by ${read.by.literal}; six weeks before the quarter ends is ${sixWeeksBefore}`;
  if (read?.rhythm) return `is read ${read.rhythm}; six weeks before the quarter ends is ${sixWeeksBefore}`;
  return `has no reading by ${sixWeeksBefore}, six weeks before the quarter ends`;
}

function inTime(plan: Plan, metric: PlanNode, { sixWeeksBefore }: Quarter): ProposedFix[] {
  const read = metric.propertiesOf('ReadProperty')[0];
  const title = `read it by ${sixWeeksBefore}`;
  if (read?.by) return [{ title, safe: false, edits: [replace(metric, read.by, sixWeeksBefore)] }];
  if (read) {
    const end = { start: read.end, end: read.end };
    return [{ title, safe: false, edits: [replace(metric, end, ` by ${sixWeeksBefore}`)] }];
  }
  const insert = (property: string) => [insertProperty(plan, metric, property, BEFORE_READ)];
  return [
    { title, safe: false, edits: insert(`read by ${sixWeeksBefore}`) },
    {
      title: `read it weekly, and by ${sixWeeksBefore}`,
      safe: false,
      edits: insert(`read weekly by ${sixWeeksBefore}`),
    },
  ];
}
