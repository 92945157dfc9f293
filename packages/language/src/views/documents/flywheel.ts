/** The execution flywheel: which of its five stages the quarter shows, and which one is missing. */

import { allocationOf } from '../../model/allocation.ts';
import { isWithoutWord } from '../week.ts';
import { answerState, type Criterion, criteriaTable, joined, PRESENCE, shareAnswer } from './criteria.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { evidenceOf } from './evidence.ts';
import type { Request } from './request.ts';
import { callout, column, count, heading, listed, paragraph, partOf, table } from './words.ts';

/** Plan, align, execute, measure, learn: E. R. Miller, "The Marketing Execution Gap". */
export const flywheel: DocumentKind = {
  name: 'flywheel',
  title: 'The execution flywheel',
  purpose: 'Which of the five stages – plan, align, execute, measure, learn – the quarter shows, and which is missing.',
  audience: 'the marketing leader, once a quarter',
  covers: 'quarter',
  blocks(request) {
    const stages = stagesOf(request);
    const weakest = stages.filter(({ criteria }) => joined(criteria) === 'no');
    const partial = stages.filter(({ criteria }) => joined(criteria) === 'partly');
    return [
      weakest.length > 0
        ? callout(
            'act',
            weakest.length === 1 ? 'One stage is missing' : 'Stages are missing',
            listed(weakest.map(({ title }) => title)),
            ': the wheel stops there, and the next turn begins with what this one did not know.',
          )
        : partial.length > 0
          ? callout(
              'note',
              'The wheel turns, with friction',
              'Every stage is there; ',
              listed(partial.map(({ title }) => title)),
              partial.length === 1 ? ' is there in part.' : ' are there in part.',
            )
          : callout(
              'good',
              'The wheel turns',
              'All five stages are there in this quarter. Each turn makes the next one faster.',
            ),
      table(
        'The five stages in this quarter',
        ['Stage', column('Is it there?', 'state'), 'What it is for'],
        stages.map(({ title, why, criteria }) => [title, answerState(joined(criteria), PRESENCE), why]),
      ),
      ...stages.flatMap(({ title, criteria }): Block[] => [
        heading(2, title),
        criteriaTable(`${title}: what the plan shows`, 'Sign', criteria, PRESENCE),
      ]),
      paragraph(
        'What has no date in the plan cannot be seen here: a meeting that was held and not noted, a number that was read and not written down.',
      ),
    ];
  },
};

interface Stage {
  title: string;
  why: string;
  criteria: Criterion[];
}

function stagesOf(request: Request): Stage[] {
  const found = evidenceOf(request);
  const { plan, today } = request;
  const { objectives, milestones, commitments, bets, frames } = found;
  const shared = frames.filter((frame) => !allocationOf(frame, 'budget').open || !allocationOf(frame, 'capacity').open);
  const over = commitments.filter((node) => (plan.periodOf(node)?.last ?? today) < today);
  const said = over.filter((node) => !isWithoutWord(node));
  const present = (title: string, number: number, evidence: string, todo: string): Criterion => ({
    title,
    answer: number > 0 ? 'yes' : 'no',
    evidence,
    todo,
  });
  const share = (
    title: string,
    part: number,
    whole: number,
    noun: string,
    todo: string,
    none: Criterion['answer'] = 'no',
  ): Criterion => ({
    title,
    answer: shareAnswer(part, whole, none),
    evidence: whole === 0 ? `no ${noun} to ask about` : partOf(part, whole, noun),
    todo,
  });
  return [
    {
      title: 'Plan',
      why: 'The strategy becomes objectives, milestones and commitments, written and owned.',
      criteria: [
        present(
          'Objectives',
          objectives.length,
          count(objectives.length, 'objective'),
          'write three to five for the quarter',
        ),
        present(
          'Milestones',
          milestones.length,
          count(milestones.length, 'milestone'),
          'one a month for each objective',
        ),
        present('Commitments', commitments.length, count(commitments.length, 'commitment'), 'one a person and week'),
      ],
    },
    {
      title: 'Align',
      why: 'Money and people follow the strategy, and it is clear who decides before the work begins.',
      criteria: [
        share(
          'Bets with a share of money or people',
          bets.length > 0 ? shared.length : 0,
          frames.length,
          'frame',
          'give each bet a budget or a capacity',
        ),
        share(
          'DRIs with rights',
          found.withRights.length,
          objectives.length,
          'objective',
          'say what each DRI decides alone',
        ),
        share(
          'Objectives with a reason',
          found.withWhy.length,
          objectives.length,
          'objective',
          'say why, in one sentence',
        ),
      ],
    },
    {
      title: 'Execute',
      why: 'Weekly promises, and a rhythm in which blockers are seen early.',
      criteria: [
        present(
          'Weekly reviews held',
          found.held.weekly.length,
          `${count(found.held.weekly.length, 'weekly review')} noted as held`,
          'hold it, and note the day',
        ),
        share(
          'Promises of past weeks with a word',
          said.length,
          over.length,
          'promise',
          'ask each Monday what became of them',
          'unknown',
        ),
      ],
    },
    {
      title: 'Measure',
      why: 'Early numbers every week and outcomes every month tell whether the strategy works.',
      criteria: [
        share(
          'Early numbers read',
          found.leadingRead.length,
          found.leading.length,
          'early number',
          'name one for each objective, and read it weekly',
        ),
        share(
          'Outcomes read',
          found.outcomesRead.length,
          found.outcomes.length,
          'outcome',
          'name one for each objective, and read it monthly',
        ),
      ],
    },
    {
      title: 'Learn',
      why: 'What worked and what did not becomes part of the next plan.',
      criteria: [
        present(
          'A retrospective of the quarter before',
          found.retros.length,
          found.retros.length > 0 ? count(found.retros.length, 'retrospective') : 'none covers the quarter before',
          'hold one: retro … { covers … worked … failed … lesson … }',
        ),
        share(
          'Lessons that changed something',
          found.usedLessons,
          found.lessons,
          'lesson',
          'say with “changes” what each lesson changed',
        ),
      ],
    },
  ];
}
