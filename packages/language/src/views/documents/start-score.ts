/** S.T.A.R.T.: five letters, two points each, with what each rests on. */

import { allocationOf } from '../../model/allocation.ts';
import { kindOf, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { rightsOf } from '../rights.ts';
import { type Criterion, criteriaTable, pointsOf } from './criteria.ts';
import type { DocumentKind } from './documents.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Request } from './request.ts';
import { bullets, callout, count, heading, listed, paragraph, partOf, reference, strong } from './words.ts';

/** Four to six numbers in all: E. Petropoulos, Bridging the Marketing Strategy-Execution Gap. How many initiatives and numbers each fit is for the plan’s own limits to say, as in check. */
const NUMBERS = [4, 6] as const;

export const startScore: DocumentKind = {
  name: 'start-score',
  title: 'S.T.A.R.T.',
  purpose: 'Whether the strategy can be executed, asked in five letters, each answered from the plan.',
  audience: 'a team that begins, and whoever wants a first look in five minutes',
  covers: 'quarter',
  isTimeless: true,
  blocks(request) {
    const found = evidenceOf(request);
    const criteria = letters(request, found);
    const { points, most } = pointsOf(criteria);
    const weak = criteria.filter(({ answer }) => answer === 'no');
    return [
      paragraph(
        strong(`${points} of ${most} points.`),
        ' A yes counts two, a partly one, a no none. The score says how much of the frame is there, not how good the strategy is.',
      ),
      ...(weak.length > 0 ? [callout('act', 'Begin with', listed(weak.map(({ title }) => title)), '.')] : []),
      criteriaTable('The five letters', 'Letter', criteria),
      heading(2, 'Initiatives that stand out'),
      ...initiatives(request, found.objectives),
      paragraph(
        'With a frame like this and a weekly rhythm, look for the first improvement after eight to twelve weeks.',
      ),
    ];
  },
};

function letters({ plan }: Request, found: Evidence): Criterion[] {
  const { objectives, frames, withWhy, withRights } = found;
  const { objectives: fit } = plan.config.limits;
  const intent = frames.filter((frame) => frame.text('why') || frame.text('diagnosis'));
  const primary = [
    ...new Set(
      objectives
        .flatMap((each) => yardsticksOf(each).map(({ metric }) => metric))
        .filter((metric) => metric.has('primary') || kindOf(metric)?.value === 'outcome'),
    ),
  ];
  const funded = frames.filter(
    (frame) => !allocationOf(frame, 'budget').open || !allocationOf(frame, 'capacity').open,
  ).length;
  const rights = objectives.length > 0 && withRights.length === objectives.length;
  const weekly = found.meetings.weekly.length > 0;
  const monthly = found.meetings.monthly.length > 0;
  const inside = (value: number, [least, most]: readonly [number, number]) => least <= value && value <= most;
  const owned = objectives.filter(({ dri }) => dri).length;
  return [
    {
      title: 'Strategic intent',
      answer:
        intent.length > 0 && withWhy.length === objectives.length && objectives.length > 0
          ? 'yes'
          : intent.length > 0 || withWhy.length > 0
            ? 'partly'
            : 'no',
      evidence: `${intent.length > 0 ? 'the year says why' : 'no frame says why'}; ${partOf(withWhy.length, objectives.length, 'objective')} ${withWhy.length === 1 || objectives.length === 0 ? 'does' : 'do'}`,
      todo: 'say why, and what will be different',
    },
    {
      title: 'Targeted initiatives',
      answer:
        inside(objectives.length, fit) && owned === objectives.length ? 'yes' : objectives.length > 0 ? 'partly' : 'no',
      evidence: `${count(objectives.length, 'objective')}, ${owned} with one owner`,
      todo: `keep ${fit[0]} to ${fit[1]}, each with one owner`,
    },
    {
      title: 'Authority and resources',
      answer: rights && funded > 0 ? 'yes' : withRights.length > 0 || funded > 0 ? 'partly' : 'no',
      evidence: `${partOf(withRights.length, objectives.length, 'objective')} with something that its owner decides; ${funded > 0 ? 'the bets have money or people' : 'not every bet has money or people'}`,
      todo: 'write down what owners decide, and what each bet gets',
    },
    {
      title: 'Rituals and reporting',
      answer: weekly && monthly ? 'yes' : weekly || monthly ? 'partly' : 'no',
      evidence: `${weekly ? 'a weekly check-in' : 'no weekly check-in'}, ${monthly ? 'a monthly review' : 'no monthly review'}`,
      todo: 'name a weekly check-in and a monthly strategy review',
    },
    {
      title: 'Track what matters',
      answer: inside(primary.length, NUMBERS) ? 'yes' : primary.length > 0 ? 'partly' : 'no',
      evidence: `${count(primary.length, 'number')} to go by: outcomes, and those marked as primary`,
      todo: `keep ${NUMBERS[0]} to ${NUMBERS[1]} numbers that are tied to the result`,
    },
  ];
}

function initiatives(request: Request, objectives: readonly PlanNode[]) {
  const { plan } = request;
  // What is true of all of them is said once, among the letters.
  const noRights = objectives.every((objective) => rightsOf(objective).decides.length === 0);
  const [least, most] = plan.config.limits.metrics;
  const off = objectives.flatMap((objective) => {
    const numbers = yardsticksOf(objective).length;
    const said = [
      ...(objective.dri ? [] : ['no one owner']),
      ...(noRights || rightsOf(objective).decides.length > 0 ? [] : ['an owner who decides nothing']),
      ...(numbers >= least && numbers <= most
        ? []
        : [
            `${count(numbers, 'number')} where ${least} to ${most} ${numbers > most ? 'are enough' : 'make a picture'}`,
          ]),
    ];
    return said.length > 0 ? [[reference(plan, objective), `: ${said.join(', ')}`]] : [];
  });
  if (objectives.length === 0) return [callout('act', 'No initiative', 'The plan has no objective in this quarter.')];
  const all = noRights ? [paragraph('None of their owners may decide anything alone, as far as the plan says.')] : [];
  return off.length + all.length > 0
    ? [...all, ...(off.length > 0 ? [bullets(off)] : [])]
    : [callout('good', 'All are in shape', 'Each has an owner who may decide, and few enough numbers.')];
}
