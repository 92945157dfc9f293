/** The five components of a marketing operating system: which the plan has, in part has, or lacks. */

import { numbersOf } from '../numbers.ts';
import { answerState, type Criterion, criteriaTable, joined, PRESENCE, shareAnswer } from './criteria.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Request } from './request.ts';
import { callout, column, count, heading, listed, paragraph, partOf, table } from './words.ts';

/**
 * Planning architecture, operating cadence, accountability framework, metrics system, communication infrastructure: all five have to
 * be there, even in an early form. E. R. Miller, "The Marketing Execution Gap".
 */
export const fiveComponents: DocumentKind = {
  name: 'five-components',
  title: 'The five components',
  purpose:
    'Which of the five components of an operating system the plan has, which it has in part, and which it lacks.',
  audience: 'the leadership team, when it decides what to build next',
  covers: 'quarter',
  blocks(request) {
    const parts = componentsOf(request, evidenceOf(request));
    const by = Map.groupBy(parts, ({ criteria }) => joined(criteria));
    const absent = by.get('no') ?? [];
    return [
      paragraph(
        `Of the five components, ${(by.get('yes') ?? []).length} are present, ${(by.get('partly') ?? []).length} in part, ${absent.length} absent. None has to be perfect; what breaks execution is one that is not there at all.`,
      ),
      ...(absent.length > 0
        ? [
            callout(
              'act',
              'Begin here',
              listed(absent.map(({ title }) => title)),
              absent.length === 1 ? ' is absent.' : ' are absent.',
            ),
          ]
        : []),
      overview(parts),
      ...parts.flatMap(({ title, why, criteria }): Block[] => [
        heading(2, title),
        paragraph(why),
        criteriaTable(`${title}: what of it is there`, 'Part', criteria, PRESENCE),
      ]),
    ];
  },
};

export interface Component {
  title: string;
  why: string;
  criteria: Criterion[];
}

function overview(parts: readonly Component[]): Block {
  return table(
    'The five components at a glance',
    ['Component', column('Is it there?', 'state'), 'What is missing'],
    parts.map(({ title, criteria }) => {
      const missing = criteria.filter(({ answer }) => answer === 'no' || answer === 'partly');
      return [
        title,
        answerState(joined(criteria), PRESENCE),
        missing.length > 0 ? listed(missing.map((each) => each.title)) : 'nothing',
      ];
    }),
  );
}

function componentsOf(request: Request, found: Evidence): Component[] {
  return [planning(request, found), cadence(found), accountability(found), metrics(found), communication(found)];
}

function planning(
  { plan, today, days }: Request,
  { frames, objectives, milestones, commitments }: Evidence,
): Component {
  const levels: [string, number, string][] = [
    ['The annual frame', frames.length, 'write the two or three bets of the year, and why'],
    ['Quarterly objectives', objectives.length, 'write three to five outcomes of the quarter'],
    ['Monthly milestones', milestones.length, 'say what should be true by the end of each month'],
    ['Weekly commitments', commitments.length, 'let each person promise one thing a week'],
  ];
  const coverage = numbersOf(plan, today, days).figures.filter(({ term }) => term === 'coverage');
  const [part, whole] = [sum(coverage.map((each) => each.part ?? 0)), sum(coverage.map((each) => each.whole ?? 0))];
  return {
    title: 'Planning architecture',
    why: 'A line from the year down to the week, so that everybody can say what today’s work is for.',
    criteria: [
      ...levels.map(
        ([title, number, todo]): Criterion => ({
          title,
          answer: number > 0 ? 'yes' : 'no',
          evidence: number > 0 ? `${number} in this time` : 'none in this time',
          todo,
        }),
      ),
      {
        title: 'The line between them',
        answer: shareAnswer(part, whole, 'unknown'),
        evidence: whole === 0 ? 'there is nothing to connect yet' : `${part} of ${whole} reach an annual frame`,
        todo: '“mos check” names each piece of work that advances nothing',
      },
    ],
  };
}

function cadence({ meetings, held }: Evidence): Component {
  const rhythm = (key: keyof Evidence['meetings'], title: string, todo: string): Criterion => {
    const [first] = meetings[key];
    const answer = !first ? 'no' : held[key].length > 0 || key === 'quarterly' ? 'yes' : 'partly';
    return {
      title,
      answer,
      evidence: !first
        ? 'no such meeting is named'
        : held[key].length > 0
          ? `named, and held ${count(held[key].length, 'time')} in this time`
          : key === 'quarterly'
            ? 'named; it falls at the turn of the quarter'
            : 'named, but none is noted as held in this time',
      todo: first ? 'hold it, and note it: held 2026-01-12' : todo,
    };
  };
  return {
    title: 'Operating cadence',
    why: 'Meetings at which drift is seen early and something is decided.',
    criteria: [
      rhythm('weekly', 'Weekly review of commitments', 'name one: cadence … { every week … reviews commitments }'),
      rhythm(
        'monthly',
        'Monthly business review',
        'name one: cadence … { every month … reviews objectives, milestones }',
      ),
      rhythm('quarterly', 'Quarterly planning', 'name one: cadence … { every quarter … reviews objectives, bets }'),
    ],
  };
}

function accountability({ objectives, withDri, withRights, withEscalation }: Evidence): Component {
  const share = (title: string, part: number, todo: string): Criterion => ({
    title,
    answer: shareAnswer(part, objectives.length),
    evidence:
      objectives.length === 0 ? 'there is no objective in this time' : partOf(part, objectives.length, 'objective'),
    todo,
  });
  return {
    title: 'Accountability framework',
    why: 'One person for each outcome, with the right to decide what it takes.',
    criteria: [
      share('Exactly one DRI', withDri.length, 'name one person as dri'),
      share('What the DRI decides alone', withRights.length, 'write it down with “decides”'),
      share('Who decides beyond that', withEscalation.length, 'write it down with “escalates to”'),
    ],
  };
}

function metrics({ objectives, withOutcome, withLeading, leading, leadingRead }: Evidence): Component {
  return {
    title: 'Metrics system',
    why: 'A few numbers that tell whether the strategy works, not whether the team is busy.',
    criteria: [
      {
        title: 'An outcome for each objective',
        answer: shareAnswer(withOutcome.length, objectives.length),
        evidence: partOf(withOutcome.length, objectives.length, 'objective'),
        todo: 'ask what would be different in the market or in revenue',
      },
      {
        title: 'A number that tells early',
        answer: shareAnswer(withLeading.length, objectives.length),
        evidence: partOf(withLeading.length, objectives.length, 'objective'),
        todo: 'ask what would tell six weeks before the end',
      },
      {
        title: 'Readings of the early numbers',
        answer: shareAnswer(leadingRead.length, leading.length, 'unknown'),
        evidence:
          leading.length === 0
            ? 'there is no early number to read'
            : `${partOf(leadingRead.length, leading.length, 'number')} read in this time`,
        todo: '“mos reading” takes one in seconds',
      },
    ],
  };
}

function communication({ frames, objectives, withWhy, briefs, decisions }: Evidence): Component {
  const covered = frames.filter((frame) => briefs.some((brief) => brief.targets('covers').includes(frame)));
  return {
    title: 'Communication infrastructure',
    why: 'What keeps the reasons alive in every team, so that people decide well when things change.',
    criteria: [
      {
        title: 'A brief of the year',
        answer: shareAnswer(covered.length, frames.length),
        evidence:
          covered.length > 0
            ? `${partOf(covered.length, frames.length, 'frame')} told in a brief`
            : 'no brief tells the year',
        todo: 'write one page: brief … { covers … text … }; the narrative brief makes a draft of it',
      },
      {
        title: 'A reason for each objective',
        answer: shareAnswer(withWhy.length, objectives.length),
        evidence: `${partOf(withWhy.length, objectives.length, 'objective')} ${withWhy.length === 1 || objectives.length === 0 ? 'says' : 'say'} why`,
        todo: 'write one sentence of “why” for each',
      },
      {
        title: 'A log of decisions',
        answer: decisions.length > 0 ? 'yes' : 'no',
        evidence: decisions.length > 0 ? count(decisions.length, 'decision') : 'no decision is written down',
        todo: 'write down what was decided and why: decision … { on … dri … why … }',
      },
    ],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
