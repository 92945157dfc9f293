/** All objectives, all metrics and all people of a plan, a line each. */

import { keptRateOf } from '../../model/kept.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { describePeriod, quarterOf, weekOf } from '../../values/calendar.ts';
import { formatPeriod, isPeriodFault, parsePeriod } from '../../values/period.ts';
import type { Chart, Reference, Word } from '../documents/document.ts';
import { goalText, measureState } from '../documents/measures.ts';
import { reference } from '../documents/words.ts';
import { figureText } from '../numbers.ts';
import { weekView } from '../week.ts';
import { metricChart, metricUses } from './metric.ts';
import { heldBy } from './owner.ts';
import { gravestFirst, type Standing, standingOf } from './standing.ts';
import type { SiteSource } from './subject.ts';

export interface ObjectiveGroup {
  /** `Q1 2026, 1 January – 31 March`. */
  title: string;
  standings: Standing[];
}

/** By the quarter that they begin in: that of the day first, then those ahead, then those that are over, the nearest first. */
export function objectiveGroups(source: SiteSource): ObjectiveGroup[] {
  const { plan, today } = source;
  const { calendar } = plan.config;
  const now = formatPeriod(quarterOf(today, calendar));
  const groups = Map.groupBy(plan.nodesOf('objective'), (node) => plan.quarterOf(node) ?? '');
  const ahead = [...groups.keys()].filter((literal) => literal >= now).sort();
  const over = [...groups.keys()].filter((literal) => literal !== '' && literal < now).sort();
  const without = groups.has('') ? [''] : [];
  return [...ahead, ...over.reverse(), ...without].map((literal) => {
    const quarter = parsePeriod(literal);
    return {
      title: isPeriodFault(quarter) ? 'Without a quarter' : describePeriod(quarter, calendar),
      standings: gravestFirst((groups.get(literal) ?? []).map((node) => standingOf(source, node))),
    };
  });
}

export interface MetricLine {
  metric: Reference;
  /** What it measures. */
  of?: Reference;
  goal: string;
  state?: Word;
  chart?: Chart;
}

export function metricLines(source: SiteSource): MetricLine[] {
  const { plan, today } = source;
  return plan.nodesOf('metric').map((metric) => {
    const [main] = metricUses(metric);
    const chart = metricChart(source, metric);
    return {
      metric: reference(plan, metric),
      goal: goalText(metric, main?.measure.aim),
      ...(main && { of: reference(plan, main.by), state: measureState(plan, main.by, main.measure, today) }),
      ...(chart && { chart }),
    };
  });
}

export interface PersonLine {
  owner: Reference;
  role?: string;
  /** Of all weeks that are over: `92%, 11 of 12`. */
  kept?: string;
  objectives: number;
  /** Commitments of this week. */
  promised: number;
  /** Commitments of the weeks before without a word on how they went. */
  open: number;
}

export interface TeamOfPeople {
  team?: Reference;
  people: PersonLine[];
}

/** In the order of the plan; those without a team last. */
export function peopleByTeam({ plan, today }: SiteSource): TeamOfPeople[] {
  const week = new Map(weekView(plan, weekOf(today)).people.map((each) => [each.owner, each]));
  const groups = Map.groupBy(
    plan.nodesOf('owner'),
    (owner) => owner.targets('team')[0] ?? (owner.scope?.kind === 'team' ? owner.scope : undefined),
  );
  const teams = [...plan.nodesOf('team')].filter((team) => groups.has(team)).sort(compareNodes);
  return [...teams, ...(groups.has(undefined) ? [undefined] : [])].map((team) => ({
    ...(team && { team: reference(plan, team) }),
    people: (groups.get(team) ?? []).map((owner): PersonLine => {
      const held = heldBy(owner);
      const { promised, open } = week.get(owner) ?? { promised: [], open: [] };
      const role = owner.text('role')?.value;
      const kept = keptText(plan, held.get('commitment') ?? [], today);
      return {
        owner: reference(plan, owner),
        ...(role !== undefined && { role }),
        ...(kept !== undefined && { kept }),
        objectives: held.get('objective')?.length ?? 0,
        promised: promised.length,
        open: open.length,
      };
    }),
  }));
}

function keptText(plan: SiteSource['plan'], commitments: readonly PlanNode[], today: string): string | undefined {
  const past = commitments.filter((node) => (plan.periodOf(node)?.last ?? today) < today);
  const { counts, counted, rate } = keptRateOf(plan, past);
  return rate === undefined ? undefined : figureText({ value: rate, unit: 'share', part: counts.kept, whole: counted });
}
