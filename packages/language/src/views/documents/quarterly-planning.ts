/** The quarterly planning pack: what the year asks for, what the last quarter leaves, what the coming one promises, and what is open. */

import type { Finding } from '../../finding.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import {
  describePeriod,
  monthsOf,
  next,
  previous,
  quarterOf,
  rangeOf,
  sixWeeksBefore,
  touches,
} from '../../values/calendar.ts';
import type { Period } from '../../values/period.ts';
import { numbersOf } from '../numbers.ts';
import { holderOf } from '../problems.ts';
import { rightsOf } from '../rights.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { retrosBefore } from './evidence.ts';
import { answering, healthState } from './facts.ts';
import { meetingBlock, meetingOf } from './meetings.ts';
import { healthReasons, measuresTable } from './objectives.ts';
import type { Request } from './request.ts';
import { lessonsOf } from './retro-pack.ts';
import { under } from './selections.ts';
import {
  bullets,
  callout,
  cell,
  column,
  count,
  ended,
  heading,
  listed,
  paragraph,
  reference,
  table,
  type Words,
} from './words.ts';

/** Three to five outcomes in service of the annual frame: E. R. Miller, "The Marketing Execution Gap". */
export const quarterlyPlanning: DocumentKind = {
  name: 'quarterly-planning',
  title: 'Quarterly planning pack',
  purpose:
    'What the year asks for, what the last quarter leaves, what the coming quarter promises, and what is still open.',
  audience: 'everybody who answers for an objective, before the planning day',
  covers: 'quarter',
  needsFindings: true,
  defaultPeriod: (today, plan) => quarterPlanned(today, plan),
  blocks(request) {
    const { plan, today } = request;
    const objectives = under(request, 'objective');
    return [
      meetingBlock(plan, meetingOf(plan, 'quarterly', ['objectives', 'bets']), 'quarterly', today),
      heading(2, 'What the year asks for'),
      ...year(request, objectives),
      heading(2, 'What the quarter before leaves'),
      ...before(request),
      heading(2, 'What this quarter promises'),
      ...promised(request, objectives),
      ...objectives.flatMap((objective) => one(request, objective)),
      heading(2, 'What is still open'),
      ...open(request, objectives),
      heading(2, 'What the planning day decides'),
      ...decides(request, objectives),
    ];
  },
};

/** In the last six weeks of a quarter the next one is planned. */
function quarterPlanned(today: string, plan: Plan): Period {
  const { calendar } = plan.config;
  const quarter = quarterOf(today, calendar);
  return today > sixWeeksBefore(rangeOf(quarter, calendar).last) ? next(quarter) : quarter;
}

function year(request: Request, objectives: readonly PlanNode[]): Block[] {
  const { plan } = request;
  const frames = under(request, 'frame');
  if (frames.length === 0)
    return [
      callout(
        'act',
        'No frame covers this quarter',
        'Without the year’s two or three bets there is nothing that objectives serve. Write the frame first.',
      ),
    ];
  return frames.flatMap((frame): Block[] => {
    const why = frame.text('why')?.value;
    const bets = frame.childrenOf('bet').filter((bet) => !isDropped(bet));
    return [
      paragraph(reference(plan, frame), why ? `: ${ended(why)}` : '.'),
      ...(bets.length === 0
        ? [callout('act', 'No bet', 'The frame makes no bet, so every objective looks equally important.')]
        : [
            table(
              'The bets, and what this quarter does for each',
              ['Bet', 'Who answers', 'Gets', 'Objectives of this quarter'],
              bets.map((bet) => {
                const own = objectives.filter((objective) => plan.ancestors(objective).includes(bet));
                const gets = [bet.amount('budget')?.literal, bet.amount('capacity')?.literal];
                return [
                  reference(plan, bet),
                  answering(plan, bet),
                  [gets[0] && `${gets[0]} of the money`, gets[1] && `${gets[1]} of the people`]
                    .filter(Boolean)
                    .join(', ') || 'not said',
                  own.length > 0
                    ? listed(own.map((objective) => reference(plan, objective)))
                    : 'none: begin one, or say that the bet waits',
                ];
              }),
            ),
          ]),
    ];
  });
}

function before({ plan, today, days, period, concerns, options }: Request): Block[] {
  const { calendar } = plan.config;
  const numbers = numbersOf(
    plan,
    today,
    rangeOf(previous(period), calendar),
    options.owner || options.team ? concerns : undefined,
  );
  const retros = retrosBefore(plan, days, today);
  return [
    ...(numbers.objectives.length > 0
      ? [
          table(
            `Objectives of ${describePeriod(previous(period), calendar)}`,
            ['Objective', 'Who answered for it', column('How it stands', 'state'), 'By what'],
            numbers.objectives.map(({ objective, health }) => [
              reference(plan, objective),
              answering(plan, objective),
              healthState(health),
              healthReasons(health),
            ]),
          ),
        ]
      : [
          callout(
            'note',
            'Nothing of the quarter before',
            'The plan holds no objective of the quarter before, so there is nothing to learn from in numbers.',
          ),
        ]),
    ...(retros.length > 0
      ? retros.flatMap((retro) => lessonsOf(plan, retro))
      : [
          callout(
            'act',
            'No retrospective yet',
            'Look back before you plan: the retro pack has the facts, one hour is enough, and each lesson changes something in this plan.',
          ),
        ]),
  ];
}

function promised({ plan }: Request, objectives: readonly PlanNode[]): Block[] {
  const [least, most] = plan.config.limits.objectives;
  if (objectives.length === 0)
    return [
      callout(
        'act',
        'No objective yet',
        `Write ${least} to ${most} outcomes: what will be different in the market, in pipeline or in what we are able to do by the end of the quarter?`,
      ),
    ];
  const teams = Map.groupBy(objectives, (node) => node.targets('team')[0]);
  const crowded = [...teams].filter(([, own]) => own.length > most);
  const people = [...Map.groupBy(objectives, ({ dri }) => dri)].filter(([dri, own]) => dri && own.length > 1);
  return [
    paragraph(
      `${count(objectives.length, 'objective')}. A quarter carries ${least} to ${most}${objectives.length < least ? ', so there is room, or something was not written down' : ''}.`,
    ),
    ...(crowded.length > 0
      ? [
          callout(
            'act',
            'Too many to be true',
            listed(crowded.map(([team, own]) => [team ? reference(plan, team) : 'no team', ` has ${own.length}`])),
            '. Which ones would you keep, if only three could succeed?',
          ),
        ]
      : []),
    ...(people.length > 0
      ? [
          paragraph(
            'Answering for several: ',
            listed(people.map(([dri, own]) => [dri ? reference(plan, dri) : '', ` (${own.length})`])),
            '.',
          ),
        ]
      : []),
  ];
}

function one(request: Request, objective: PlanNode): Block[] {
  const { plan, period } = request;
  const why = objective.text('why')?.value;
  const { decides: rights, escalatesTo } = rightsOf(objective);
  const milestones = objective.childrenOf('milestone').filter((node) => !isDropped(node));
  const months = monthsOf(period, plan.config.calendar);
  return [
    heading(3, reference(plan, objective)),
    paragraph(
      answering(plan, objective),
      ' answers for it. ',
      objective.parents.length > 0
        ? ['It serves ', listed(objective.parents.map((parent) => reference(plan, parent))), '. ']
        : 'It serves nothing yet. ',
      why ? ended(why) : 'The plan does not say why.',
    ),
    paragraph(
      rights.length > 0 ? `Decided alone: ${rights.join('; ')}. ` : 'Nothing is said to be decided alone. ',
      escalatesTo.length > 0
        ? [
            'Beyond that: ',
            listed(
              escalatesTo.map((each) => reference(plan, each)),
              'or',
            ),
            '.',
          ]
        : 'Nobody is named for what is beyond.',
    ),
    measuresTable(request, objective),
    table(
      'What should be true, month by month',
      ['Month', 'Milestone', 'Who'],
      months.flatMap((month): Words[][] => {
        const days = rangeOf(month, plan.config.calendar);
        const own = milestones.filter((node) => {
          const range = plan.periodOf(node);
          return range !== undefined && touches(range, days);
        });
        const name = describePeriod(month, plan.config.calendar);
        return own.length > 0
          ? own.map((node) => [name, reference(plan, node), answering(plan, node)])
          : [[name, 'none yet', '–']];
      }),
    ),
  ];
}

/** Findings on what this quarter promises, the gravest first. */
function open(request: Request, objectives: readonly PlanNode[]): Block[] {
  const { plan, findings } = request;
  const found = findings
    .filter((finding) => isAbout(plan, finding, objectives))
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  if (found.length === 0)
    return [
      callout(
        'good',
        'Nothing is open',
        'mos finds nothing that is missing or contradicts itself in what this quarter promises.',
      ),
    ];
  return [
    table(
      'What mos finds in this quarter',
      [column('How grave', 'text'), 'What', 'Why it matters', 'Way out'],
      found
        .slice(0, MOST)
        .map(({ severity, message, why, fixes }) => [
          cell(severity),
          message,
          why,
          fixes[0]?.title ?? 'for you to say',
        ]),
    ),
    ...(found.length > MOST ? [paragraph(`And ${found.length - MOST} more: “mos check” lists them all.`)] : []),
  ];
}

const RANK = { error: 0, warning: 1, info: 2 } as const;
const MOST = 15;

function isAbout(plan: Plan, { file, span }: Finding, objectives: readonly PlanNode[]): boolean {
  const nodes = plan.files.get(file)?.nodes.values();
  const holder = nodes && holderOf(nodes, span.start);
  return holder !== undefined && [holder, ...plan.ancestors(holder)].some((node) => objectives.includes(node));
}

function decides(request: Request, objectives: readonly PlanNode[]): Block[] {
  const { plan } = request;
  const open = objectives.filter((node) => !node.dri);
  const questions: Words[] = [
    'Which of these objectives would we keep, if only three could succeed?',
    'What do we stop so that they get people and money?',
    ...(open.length > 0 ? [['Who answers for ', listed(open.map((node) => reference(plan, node))), '?']] : []),
    'Which number tells us, six weeks before the end, that each of them will come?',
    'What does each DRI decide alone, so that nobody waits?',
  ];
  return [bullets(questions)];
}
