/** What a calendar should hold: meetings that recur, the last days of milestones, and the readings that leave six weeks to act. */

import { daysFor } from '../model/deadlines.ts';
import { measuresOf, timingOf } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import { understood } from '../model/periods.ts';
import type { Plan } from '../model/plan.ts';
import { rhythmOf } from '../model/rhythm.ts';
import { isClosed, isDropped } from '../model/states.ts';
import { type DateRange, rangeOf, sixWeeksBefore } from '../values/calendar.ts';
import { identityOf } from '../views/documents/identity.ts';
import { titleOf } from '../views/sketch.ts';
import { daysOfPlan, type Narrowing, narrowed } from './narrow.ts';
import { firstOn, type Recurrence, recurrenceOf } from './recurrence.ts';

export interface CalendarEntry {
  /** Stable for as long as the declaration keeps its name. */
  id: string;
  kind: 'meeting' | 'milestone' | 'reading';
  title: string;
  /** Lines that say what it is about. */
  notes: string[];
  /** ISO date; of a meeting, the first one. */
  date: string;
  /** `09:30`, wherever the reader is; all day without it. */
  at?: string;
  /** Minutes. */
  duration?: number;
  every?: Recurrence;
  /** The document of `mos report` that is its agenda. */
  document?: string;
}

/** Meetings first, then by day. */
export function agendaOf(plan: Plan, today: string, narrowing: Narrowing = {}): CalendarEntry[] {
  const keeps = narrowed(plan, today, narrowing);
  const days = narrowing.period ? rangeOf(narrowing.period, plan.config.calendar) : daysOfPlan(plan, today);
  const dated = [
    ...plan
      .nodesOf('milestone')
      .filter((node) => keeps(node) && !isDropped(node))
      .flatMap((node) => milestoneEntry(plan, node)),
    ...plan
      .nodesOf('objective')
      .filter((node) => keeps(node) && !isClosed(node))
      .flatMap((node) => readingEntries(plan, node)),
  ];
  return [
    ...plan
      .nodesOf('cadence')
      .filter((node) => attends(node, narrowing))
      .flatMap((node) => meetingEntry(plan, node, days)),
    ...dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  ];
}

/** A meeting belongs to whoever chairs or attends it, alone or with the team. */
function attends(cadence: PlanNode, { owner, team }: Narrowing): boolean {
  const present = [...cadence.targets('chair'), ...cadence.targets('attend'), ...cadence.targets('dri')];
  const teams = owner ? owner.targets('team') : [];
  if (owner && !present.some((node) => node === owner || teams.includes(node))) return false;
  return !team || present.some((node) => node === team || node.targets('team').includes(team));
}

/** Agendas that `mos report` makes, by how often a meeting is held. */
export const AGENDAS: Readonly<Record<string, string>> = {
  weekly: 'weekly-review',
  monthly: 'monthly-business-review',
  quarterly: 'quarterly-planning',
};

function meetingEntry(plan: Plan, cadence: PlanNode, days: DateRange): CalendarEntry[] {
  const every = recurrenceOf(plan, cadence, days);
  const first = every && firstOn(every, days);
  if (!every || !first) return [];
  const [property] = cadence.propertiesOf('EveryProperty');
  const at = property?.at?.literal;
  const minutes = Number(property?.duration?.literal) * (property?.durationUnit === 'minutes' ? 1 : MINUTES_OF_HOUR);
  const document = AGENDAS[rhythmOf(cadence) ?? ''];
  const reviews = cadence.propertiesOf('ReviewsProperty').flatMap(({ levels }) => levels);
  return [
    {
      id: identityOf(plan, cadence),
      kind: 'meeting',
      title: titleOf(cadence),
      notes: [
        ...line('Chair', cadence.targets('chair').map(titleOf)),
        ...line('With', cadence.targets('attend').map(titleOf)),
        ...line('Looks at', reviews),
        ...line(
          'Decides',
          cadence.texts('decides').map(({ value }) => value),
        ),
        ...(cadence.text('why') ? [cadence.text('why')?.value ?? ''] : []),
      ],
      date: first,
      ...(at !== undefined && { at: at.padStart('09:30'.length, '0') }),
      ...(Number.isFinite(minutes) && minutes > 0 && minutes <= MINUTES_OF_DAY && { duration: Math.round(minutes) }),
      every,
      ...(document !== undefined && { document }),
    },
  ];
}

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1440;

function milestoneEntry(plan: Plan, node: PlanNode): CalendarEntry[] {
  const due = daysFor(plan, node);
  if (!due) return [];
  return [
    {
      id: identityOf(plan, node),
      kind: 'milestone',
      title: titleOf(node),
      notes: [
        'Should be true by the end of this day.',
        ...line('DRI', node.targets('dri').map(titleOf)),
        ...line('For', node.parents.map(titleOf)),
      ],
      date: due.last,
    },
  ];
}

/** The leading metrics of an objective, on the last day that leaves six weeks to act, or on the earlier one that the plan names. */
function readingEntries(plan: Plan, objective: PlanNode): CalendarEntry[] {
  const period = plan.periodOf(objective);
  if (period?.period.unit !== 'quarter') return [];
  return measuresOf(objective)
    .filter(({ metric, role }) => role !== 'guardrail' && timingOf(metric)?.value === 'leading' && !isDropped(metric))
    .map(({ metric }) => {
      const by = understood(metric.propertiesOf('ReadProperty')[0]?.by);
      const latest = sixWeeksBefore(period.last);
      const named = by && rangeOf(by, plan.config.calendar).last;
      const inTime = named !== undefined && named >= period.first && named <= latest;
      return {
        id: `${identityOf(plan, objective)}-${identityOf(plan, metric)}`,
        kind: 'reading' as const,
        title: `Read: ${titleOf(metric)}`,
        notes: [
          `Six weeks before the end of the quarter: it tells whether "${titleOf(objective)}" will be met.`,
          ...line('DRI', objective.targets('dri').map(titleOf)),
          ...line('Source', [metric.text('source')?.value ?? ''].filter(Boolean)),
        ],
        date: inTime ? named : latest,
      };
    });
}

function line(label: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${label}: ${items.join(', ')}`];
}
