/** Objectives as documents tell of them: how each stands and why, its numbers, and what its DRI brings to the table. */

import { type Health, sixWeekVerdictOf } from '../../model/health.ts';
import { kindOf, measuresOf, timingOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { detailsOf, isDropped, statusOf } from '../../model/states.ts';
import { describeDay } from '../../values/calendar.ts';
import type { Numbers } from '../numbers.ts';
import type { Block, Word } from './document.ts';
import { answering, healthState, notKnown } from './facts.ts';
import { chartOf, goalText, measureState, readingCell } from './measures.ts';
import type { Request } from './request.ts';
import { bullets, callout, cell, column, count, listed, paragraph, reference, state, table, words } from './words.ts';

/** `3 on track, 1 at risk`, and each with the reason, the gravest first. */
export function standingOfObjectives({ plan, today }: Request, { objectives }: Numbers): Block[] {
  if (objectives.length === 0)
    return [
      callout(
        'act',
        'No objective',
        'No objective of the plan falls into this time. Write three to five outcomes: objective … { advances … quarter … }.',
      ),
    ];
  const sorted = objectives.toSorted((a, b) => GRAVITY.indexOf(a.health.word) - GRAVITY.indexOf(b.health.word));
  const tally = [...Map.groupBy(sorted, ({ health }) => health.word)].map(
    ([word, of]) => `${of.length} ${word === 'unknown' ? notKnown(of.map(({ health }) => health.since)) : word}`,
  );
  return [
    paragraph(
      objectives.length === 1
        ? `One objective: ${tally.join('').replace('1 ', '')}.`
        : [`Of ${count(objectives.length, 'objective')}: `, listed(tally), '.'],
    ),
    table(
      'How each objective stands, and why',
      [
        'Objective',
        'Who answers for it',
        column('Health', 'state'),
        'Why',
        column('Six weeks before the end', 'state'),
      ],
      sorted.map(({ objective, health }) => [
        reference(plan, objective),
        answering(plan, objective),
        healthState(health),
        healthReasons(health),
        verdictState(plan, objective, today),
      ]),
    ),
  ];
}

const GRAVITY: readonly Health['word'][] = [
  'off track',
  'missed',
  'at risk',
  'partial',
  'unknown',
  'on track',
  'achieved',
  'dropped',
];

export function healthReasons({ word, reasons, since }: Health): string {
  if (word === 'unknown' && since === undefined)
    return ['no early number, no milestone and no word of its DRI tells', ...reasons.slice(1)].join('; ');
  return reasons.length > 0 ? reasons.join('; ') : 'nothing was said with it';
}

/** What the leading numbers said on the day that leaves six weeks; before it, when it comes. */
export function verdictState(plan: Plan, objective: PlanNode, today: string): Word {
  const { day, verdict } = sixWeekVerdictOf(plan, objective, today);
  switch (verdict) {
    case 'yes':
      return state('good', 'yes, it will be reached');
    case 'no':
      return state('bad', 'no, it will not');
    case 'in doubt':
      return state('warning', 'in doubt');
    case 'not read':
      return state('bad', 'nothing had been read');
    case 'early':
      return state('open', day === undefined ? 'not asked yet' : `asked on ${describeDay(day)}`);
    default:
      return state('warning', 'no leading number to ask');
  }
}

/** For those at risk or off track: what their DRIs propose. Those who have nothing to propose yet are told what to bring. */
export function recoveries({ plan }: Request, { objectives }: Numbers): Block[] {
  const troubled = objectives.filter(({ health: { word } }) => word === 'at risk' || word === 'off track');
  const silent = troubled.filter(({ objective }) => proposalsOf(objective).length === 0);
  return [
    ...troubled.flatMap(({ objective, health }): Block[] => {
      const proposals = proposalsOf(objective);
      if (proposals.length === 0) return [];
      return [paragraph(reference(plan, objective), ` is ${health.word}. To choose from:`), bullets(proposals)];
    }),
    ...(silent.length > 0
      ? [
          callout(
            'act',
            'Nothing to choose from yet',
            listed(
              silent.map(({ objective, health }) => [
                reference(plan, objective),
                ` (${health.word}, `,
                answering(plan, objective),
                ')',
              ]),
            ),
            silent.length === 1 ? ': its DRI' : ': each DRI',
            ' brings two options, what each costs and what it brings; the meeting takes one.',
          ),
        ]
      : []),
  ];
}

function proposalsOf(objective: PlanNode): string[] {
  const status = statusOf(objective);
  if (!status) return [];
  return [
    ...detailsOf(status, 'option').map((text) => `Option: ${text}`),
    ...detailsOf(status, 'recovery').map((text) => `Recovery: ${text}`),
  ];
}

/** Every number of an objective: what it is, where it stands, where it has to go; what to do where it has none. */
export function measuresTable({ plan, today }: Request, objective: PlanNode): Block {
  const measures = measuresOf(objective).filter(({ metric }) => !isDropped(metric));
  if (measures.length === 0)
    return callout(
      'act',
      measuresOf(objective).length > 0 ? 'Every number was dropped' : 'No number yet',
      'How would we know that it was reached? Three to five numbers make a picture: an outcome that counts, what leads to it, a guardrail.',
    );
  return table(
    `The numbers of “${reference(plan, objective).text}”`,
    ['Number', 'What it is', column('Last read', 'number'), column('How it stands', 'state'), 'Goal', 'From'],
    measures.map((measure) => [
      reference(plan, measure.metric),
      roleText(measure.metric, measure.role === 'guardrail'),
      readingCell(plan, measure.metric, today),
      measureState(plan, objective, measure, today),
      goalText(measure.metric, measure.aim),
      cell(words(measure.metric.text('source')?.value ?? 'no source named')),
    ]),
  );
}

/** `outcome, moves last, the one that counts`. */
export function roleText(metric: PlanNode, isGuardrail = false): string {
  const timing = timingOf(metric)?.value;
  const parts = [
    isGuardrail ? 'guardrail' : undefined,
    kindOf(metric)?.value ?? (isGuardrail ? undefined : 'of no kind yet'),
    timing === 'leading' ? 'tells early' : timing === 'lagging' ? 'moves last' : undefined,
    metric.has('primary') ? 'the one that counts' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** The lines of those numbers that were read twice or more; of each objective the one that counts, and those that tell early. */
export function charts({ plan, today }: Request, objective: PlanNode): Block[] {
  return measuresOf(objective)
    .filter(
      ({ metric, role }) =>
        role !== 'guardrail' && !isDropped(metric) && (metric.has('primary') || metric.has('leading')),
    )
    .flatMap((measure) => chartOf(plan, objective, measure, today) ?? []);
}
