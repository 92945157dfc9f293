/** All that is worth knowing of one declaration of the cascade, as plain data for whoever has selected it. */

import { type Health, healthOf } from '../model/health.ts';
import { type Kind, propertiesOf } from '../model/kinds.ts';
import {
  amountOf,
  amountsOf,
  goalsOf,
  type Measure,
  measuresOf,
  quarterOf,
  readingsOf,
  resolvedGoalOf,
} from '../model/metrics.ts';
import { compareNodes, type PlanNode } from '../model/node.ts';
import { describePace, paceOf } from '../model/pace.ts';
import { shortestPath } from '../model/paths.ts';
import type { Plan } from '../model/plan.ts';
import { formatAmount, isPlaceholder } from '../values/amount.ts';
import { describePeriod } from '../values/calendar.ts';
import { rightsOf } from './rights.ts';
import { titleOf } from './sketch.ts';
import { type State, stateOf } from './state.ts';
import { lineOf, type Trace } from './trace.ts';

/** Another declaration that a story speaks of. */
export interface Mention {
  /** Identity of its row; absent when it is none of the cascade's. */
  id?: string;
  kind: Kind | 'decision needed';
  title: string;
  state?: string;
}

export interface StoryMetric {
  /** Readings are recorded under it. */
  id?: string;
  title: string;
  /** `outcome`, `leading`, `guardrail` … as they are said. */
  marks: string[];
  /** The latest reading as it is written, and its ISO date. */
  now?: { text: string; date: string };
  target?: string;
  /** `4 ahead of pace`, `reached`; and whether that is good news. */
  pace?: { text: string; isGood: boolean };
  /** The oldest first; numbers in the unit of the metric. */
  readings: { date: string; value: number; text: string }[];
  goal?: { from?: number; to?: number };
  /** ISO dates between which the goal is to be reached. */
  days?: { first: string; last: string };
  /** The day by which a leading indicator has to have spoken. */
  sixWeeks?: string;
}

export interface CascadeStory {
  kind: Kind;
  title: string;
  /** How another part of the plan refers to it; absent without a name. */
  reference?: string;
  period?: string;
  state?: State;
  /** Of an objective: how it stands by its numbers, its milestones and its own last word, and why. */
  health?: Health;
  /** A word and a reason can be said of it. */
  hasStatus?: boolean;
  documentation?: string;
  why?: string;
  people: { name: string; role?: string }[];
  decides: string[];
  escalatesTo: string[];
  /** From the declaration itself up to where its line ends. */
  line: Mention[];
  end: Trace['end'];
  metrics: StoryMetric[];
  /** What it waits for. */
  needs: Mention[];
  /** What waits for it. */
  neededBy: Mention[];
}

/** `idOf` knows the rows of the cascade, and metrics; `today` is an ISO date. */
export function cascadeStory(
  plan: Plan,
  node: PlanNode,
  today: string,
  idOf: (node: PlanNode) => string | undefined,
): CascadeStory {
  const mention = (other: PlanNode): Mention => {
    const id = idOf(other);
    const state = stateOf(other)?.word;
    return { ...(id !== undefined && { id }), kind: other.kind, title: titleOf(other), ...(state && { state }) };
  };
  const period = plan.periodOf(node);
  const state = stateOf(node);
  const reference = shortestPath(plan, node, [node.kind]);
  const why = node.text('why')?.value ?? node.text('diagnosis')?.value;
  const { decides, escalatesTo } = rightsOf(node);
  const { end } = lineOf(plan, node);
  const { documentation } = node.declaration;
  return {
    kind: node.kind,
    title: titleOf(node),
    ...(reference !== undefined && { reference }),
    ...(period && { period: describePeriod(period.period, plan.config.calendar) }),
    ...(state && { state }),
    ...(node.kind === 'objective' && { health: healthOf(plan, node, today) }),
    ...(propertiesOf(node.kind).has('status') && { hasStatus: true }),
    ...(documentation && { documentation }),
    ...(why !== undefined && { why }),
    people: node.linksOf('dri').map(({ target, reference: { path } }) => {
      const role = target?.text('role')?.value;
      return { name: target ? titleOf(target) : path, ...(role !== undefined && { role }) };
    }),
    decides,
    escalatesTo: escalatesTo.map(titleOf),
    line: [node, ...plan.ancestors(node)].map(mention),
    end,
    metrics: measured(node).map((measure) => {
      const id = idOf(measure.metric);
      return { ...(id !== undefined && { id }), ...storyOfMetric(plan, node, measure, today) };
    }),
    needs: [...new Set(['needs', 'blocked'].flatMap((key) => node.targets(key)))]
      .map(mention)
      .concat(decisionsNeeded(node)),
    neededBy: [...node.users]
      .filter((user) => ['needs', 'blocked'].some((key) => user.targets(key).includes(node)))
      .sort(compareNodes)
      .map(mention),
  };
}

/** A metric tells of itself. */
function measured(node: PlanNode): readonly Measure[] {
  return node.kind === 'metric' ? [{ metric: node, role: 'own' }] : measuresOf(node);
}

function decisionsNeeded(node: PlanNode): Mention[] {
  return node
    .propertiesOf('NeedsProperty')
    .flatMap(({ decision }) => (decision ? [{ kind: 'decision needed' as const, title: decision.value }] : []));
}

function storyOfMetric(plan: Plan, by: PlanNode, { metric, role, aim }: Measure, today: string): StoryMetric {
  const { calendar } = plan.config;
  const pace = paceOf(plan, metric, today, aim && { by, aim });
  const readings = readingsOf(metric, calendar).flatMap(({ date, value }) => {
    const amount = amountOf(value);
    return amount && !isPlaceholder(amount) ? [{ date, value: amount.value, text: value.literal }] : [];
  });
  const written = [
    ...goalsOf(metric, aim).flatMap(amountsOf).map(amountOf),
    amountOf(metric.propertiesOf('ReadingProperty')[0]?.value),
  ];
  const like = pace?.like ?? written.find((amount) => amount !== undefined && !isPlaceholder(amount));
  const now = readings.findLast(({ date }) => date <= today);
  const { baseline, target } = resolvedGoalOf(metric, aim);
  const period = plan.periodOf(by);
  const quarter = quarterOf(plan, by);
  const marks = ['primary', 'outcome', 'output', 'activity', 'leading', 'lagging'].filter((mark) => metric.has(mark));
  return {
    title: titleOf(metric),
    marks: role === 'guardrail' ? ['guardrail', ...marks] : marks,
    ...(now && { now: { text: now.text, date: now.date } }),
    ...(target !== undefined && like && { target: formatAmount(target, like) }),
    ...(pace && { pace: { text: describePace(pace), isGood: !BAD.has(pace.verdict) } }),
    readings,
    ...((baseline !== undefined || target !== undefined) && {
      goal: { ...(baseline !== undefined && { from: baseline }), ...(target !== undefined && { to: target }) },
    }),
    ...(period && { days: { first: period.first, last: period.last } }),
    ...(quarter && metric.has('leading') && { sixWeeks: quarter.sixWeeksBefore }),
  };
}

const BAD: ReadonlySet<string> = new Set(['behind', 'out of bounds', 'not reached']);
