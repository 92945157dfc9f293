/** The front page of a plan: how it stands today, in the order in which a board asks. */

import type { Finding, Severity } from '../../finding.ts';
import { allocationOf, percentText } from '../../model/allocation.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { describeDay, describePeriod, weekOf } from '../../values/calendar.ts';
import { coverageOf } from '../coverage.ts';
import type { Block, DocumentFigure, Inline, Reference, Word } from '../documents/document.ts';
import { answering, healthState } from '../documents/facts.ts';
import { figuresBlock } from '../documents/figures.ts';
import { freshness } from '../documents/freshness.ts';
import { count, reference, sentenceCase, words } from '../documents/words.ts';
import { killerNames, killersIn } from '../killers.ts';
import { type Figure, numbersOf } from '../numbers.ts';
import { type Ask, asksOf } from './asks.ts';
import { type KeptWeek, keptWeeks } from './kept-weeks.ts';
import { gravestFirst, isUnderWay, type Standing, standingOf } from './standing.ts';
import type { SiteSource } from './subject.ts';

export interface Front {
  /** `week 8 of 2026, 16–22 February`. */
  week: string;
  /** That the facts are old, where they are: said before anything that goes by them. */
  warnings: Block[];
  /** How the objectives stand, in one line. */
  headline: string;
  frames: FrameLine[];
  /** Of the objectives under way, how many stand in which way; the gravest first. */
  health: { word: Word; count: number }[];
  figures: DocumentFigure[];
  weeks: KeptWeek[];
  /** Those under way, the gravest first. */
  objectives: Standing[];
  asks: Ask[];
  /** Where there are none: why that may not mean that all is well. */
  calm: { isGood: boolean; text: string };
  /** What mos finds in the plan itself. */
  findings: Record<Severity, number>;
  /** How much each way in which execution dies shows in the findings. */
  killers: { name: string; count: number }[];
  /** The findings that show in none of these ways, by what they are about. */
  others: { name: string; count: number }[];
}

export interface FrameLine {
  frame: Reference;
  people: Inline[];
  why?: string;
  bets: BetLine[];
}

export interface BetLine {
  bet: Reference;
  people: Inline[];
  /** Of the budget of the frame: `38%`. */
  budget?: string;
  /** Of its objectives under way. */
  health: { word: Word; count: number }[];
}

export function frontOf(source: SiteSource): Front {
  const { plan, today, findings } = source;
  const underWay = plan.nodesOf('objective').filter((node) => isUnderWay(source, node));
  const standings = new Map(underWay.map((node) => [node, standingOf(source, node)]));
  const objectives = gravestFirst([...standings.values()]);
  return {
    week: describePeriod(weekOf(today)),
    warnings: freshness(plan, today),
    headline: headlineOf(objectives),
    frames: plan
      .nodesOf('frame')
      .filter((frame) => !isDropped(frame))
      .map((frame) => frameLine(source, frame, standings)),
    health: countsOf(objectives),
    figures: headFigures(source),
    weeks: keptWeeks(plan, plan.nodesOf('commitment'), today),
    objectives,
    asks: asksOf(source),
    calm: calmOf(objectives),
    findings: {
      error: findings.filter(({ severity }) => severity === 'error').length,
      warning: findings.filter(({ severity }) => severity === 'warning').length,
      info: findings.filter(({ severity }) => severity === 'info').length,
    },
    killers: [...killersIn(findings)]
      .map(([killer, found]) => ({ name: killerNames[killer], count: found.length }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    others: othersOf(findings),
  };
}

/** By the group of their rules, the most first. */
function othersOf(findings: readonly Finding[]): Front['others'] {
  const told = new Set([...killersIn(findings).values()].flat());
  return [
    ...Map.groupBy(
      findings.filter((each) => !told.has(each)),
      ({ rule }) => rule.slice(0, rule.indexOf('/')),
    ),
  ]
    .map(([name, found]) => ({ name, count: found.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What a board asks for first; what has no facts yet is left out. */
function headFigures({ plan, today }: SiteSource): DocumentFigure[] {
  const { figures } = numbersOf(plan, today);
  const { counted, reaching } = coverageOf(plan);
  const whole: Figure = {
    term: 'coverage',
    label: 'objectives, milestones and commitments',
    value: counted === 0 ? 0 : reaching / counted,
    unit: 'share',
    part: reaching,
    whole: counted,
  };
  const first = (term: string) => figures.filter((figure) => figure.term === term).slice(0, 1);
  return figuresBlock([
    ...(counted > 0 ? [whole] : []),
    ...first('kept-rate'),
    ...first('execution-rate'),
    ...first('strategy-share'),
    ...first('attainment'),
  ]).figures;
}

/** Nothing to decide is good news only where people have said how it stands. */
function calmOf(objectives: readonly Standing[]): Front['calm'] {
  const atRisk = objectives.filter(({ word }) => word === 'at risk').length;
  const silent = objectives.filter(({ word }) => word === 'unknown').length;
  if (atRisk > 0)
    return {
      isGood: false,
      text: `${count(atRisk, 'objective is', 'objectives are')} at risk, and the plan names no choice for ${atRisk === 1 ? 'it' : 'them'}. Ask whoever answers for ${atRisk === 1 ? 'it' : 'each'} what could be done.`,
    };
  if (silent > 0)
    return {
      isGood: false,
      text: `Nobody has asked for a decision, but nothing is known of ${count(silent, 'objective', 'objectives')} under way.`,
    };
  return { isGood: true, text: 'Nothing is off track, at risk or blocked, and no decision is waiting.' };
}

/** `2 of 4 objectives under way are on track, 2 at risk`: the best first, as it is the question that was asked; the silent ones last. */
function headlineOf(objectives: readonly Standing[]): string {
  const total = objectives.length;
  const said = countsOf(objectives.filter(({ word }) => word !== 'unknown')).toReversed();
  const silent = objectives.filter(({ word }) => word === 'unknown');
  const { since } = sinceOf(silent);
  const nothing = since === undefined ? 'nothing is known of' : `nothing is known since ${describeDay(since)} of`;
  const [best, ...others] = said;
  if (total === 0) return 'No objective is under way today';
  if (!best)
    return total === 1
      ? `${sentenceCase(nothing)} the one objective under way`
      : `${sentenceCase(nothing)} the ${total} objectives under way`;
  if (best.count === total)
    return total === 1
      ? `The one objective under way is ${best.word.text}`
      : `All ${total} objectives under way are ${best.word.text}`;
  const rest = others.map(({ word, count }) => `, ${count} ${word.text}`).join('');
  const last = silent.length > 0 ? `, ${nothing} ${silent.length}` : '';
  return `${best.count} of ${total} objectives under way ${best.count === 1 ? 'is' : 'are'} ${best.word.text}${rest}${last}`;
}

function countsOf(standings: readonly Standing[]): { word: Word; count: number }[] {
  return [...Map.groupBy(gravestFirst(standings), ({ word }) => word)].map(([word, own]) => ({
    word: healthState({ word, ...sinceOf(own) }),
    count: own.length,
  }));
}

/** The last day on which anything was known of any of them. */
function sinceOf(standings: readonly Standing[]): { since?: string } {
  const since = standings
    .flatMap((each) => each.since ?? [])
    .sort()
    .at(-1);
  return since === undefined ? {} : { since };
}

function frameLine({ plan }: SiteSource, frame: PlanNode, standings: ReadonlyMap<PlanNode, Standing>): FrameLine {
  const shares = new Map(allocationOf(frame, 'budget').bets.map(({ node, percent }) => [node, percent]));
  const why = frame.text('why')?.value;
  return {
    frame: reference(plan, frame),
    people: words(answering(plan, frame)),
    ...(why !== undefined && { why }),
    bets: frame
      .childrenOf('bet')
      .filter((bet) => !isDropped(bet))
      .map((bet) => {
        const percent = shares.get(bet);
        const own = bet.childrenOf('objective').flatMap((objective) => standings.get(objective) ?? []);
        return {
          bet: reference(plan, bet),
          people: words(answering(plan, bet)),
          ...(percent !== undefined && { budget: percentText(percent) }),
          health: countsOf(own),
        };
      }),
  };
}
