/** The retro pack: what the quarter set out to do, what came of it, and the questions that the facts raise. */

import { cameTrue } from '../../model/health.ts';
import { promisedOf } from '../../model/kept.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { stateOf } from '../../model/states.ts';
import { addDays, describePeriod, previous, quarterOf, rangeOf } from '../../values/calendar.ts';
import type { Period } from '../../values/period.ts';
import { reachedBy } from '../numbers.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { lastRetro, retrosOf } from './evidence.ts';
import { answering, healthState, milestoneState, reasonOf } from './facts.ts';
import { healthReasons } from './objectives.ts';
import { programTable } from './programs.ts';
import type { Request } from './request.ts';
import { everUnder, figures, numbersIn, under } from './selections.ts';
import {
  bullets,
  callout,
  cell,
  column,
  count,
  heading,
  listed,
  paragraph,
  partOf,
  reference,
  table,
  type Words,
} from './words.ts';

/** A quarter that has ended is looked back at for so many days of the next one. */
const LOOKS_BACK = 42;

/** What worked, what did not, why, and what changes in the next plan: the Learn stage of E. R. Miller, "The Marketing Execution Gap". */
export const retroPack: DocumentKind = {
  name: 'retro-pack',
  title: 'Retrospective',
  purpose:
    'What the quarter set out to do, what came of it in numbers, and the questions that a retrospective has to answer.',
  audience: 'the team that looks back, before it plans the next quarter',
  covers: 'quarter',
  defaultPeriod: (today, plan) => quarterLookedAt(today, plan),
  blocks(request) {
    const numbers = numbersIn(request);
    const isOver = request.days.last < request.today;
    return [
      ...(isOver
        ? []
        : [
            callout(
              'note',
              'The quarter is not over',
              'This is what is known so far. A look back while something can still be changed is worth more than one afterwards.',
            ),
          ]),
      heading(2, 'What we set out to do, and what came of it'),
      ...objectives(request, numbers),
      ...figures(numbers.figures, ['attainment', 'forecast-error']),
      heading(2, 'Milestones'),
      ...milestones(request),
      heading(2, 'Promises'),
      ...promises(request, numbers.figures),
      heading(2, 'Programs'),
      ...programs(request, numbers.figures),
      heading(2, 'Questions that these facts raise'),
      bullets(questions(request)),
      heading(2, 'What was noted'),
      ...noted(request),
    ];
  },
};

function quarterLookedAt(today: string, plan: Plan): Period {
  const { calendar } = plan.config;
  const quarter = quarterOf(today, calendar);
  return today < addDays(rangeOf(quarter, calendar).first, LOOKS_BACK) ? previous(quarter) : quarter;
}

function objectives({ plan, today, period }: Request, { objectives: all }: ReturnType<typeof numbersIn>): Block[] {
  if (all.length === 0)
    return [
      callout(
        'act',
        'No objective',
        `No objective of the plan belongs to ${describePeriod(period, plan.config.calendar)}. Look at another quarter: --quarter 2026-Q1.`,
      ),
    ];
  return [
    table(
      'Each objective and how it ended, or stands now',
      [
        'Objective',
        'Who answers for it',
        column('How it went', 'state'),
        column('Numbers that came 7/10 of the way', 'share'),
        'By what',
      ],
      all.map(({ objective, health }) => {
        const { reached, of, dropped } = reachedBy(plan, objective, today);
        return [
          reference(plan, objective),
          answering(plan, objective),
          healthState(health),
          cell(
            `${partOf(reached, of, 'number')}${dropped > 0 ? `, ${dropped} dropped` : ''}`,
            of === 0 ? null : reached / of,
          ),
          healthReasons(health),
        ];
      }),
    ),
  ];
}

function milestones(request: Request): Block[] {
  const { plan, today } = request;
  const all = under(request, 'milestone');
  if (all.length === 0)
    return [
      callout(
        'act',
        'No milestones',
        'The quarter had none, so nothing could tell before its end. Plan one a month for each objective next time.',
      ),
    ];
  const came = all.filter((node) => cameTrue(plan, node, today) === true).length;
  const not = all.filter((node) => cameTrue(plan, node, today) === false);
  const open = all.length - came - not.length;
  return [
    paragraph(
      `${came} of ${count(all.length, 'milestone')} came true, ${not.length} did not, ${open} ${open === 1 ? 'is' : 'are'} open.`,
    ),
    ...(not.length > 0
      ? [
          table(
            'Those that did not come',
            ['Milestone', 'Who', column('How it went', 'state'), 'Why'],
            not.map((node) => [
              reference(plan, node),
              answering(plan, node),
              milestoneState(plan, node, today),
              reasonOf(node) ?? 'no reason was given',
            ]),
          ),
        ]
      : []),
  ];
}

function promises(request: Request, all: Parameters<typeof figures>[0]): Block[] {
  const { plan, today } = request;
  const rate = all.filter(({ term, of }) => term === 'kept-rate' && of !== 'person');
  if (rate.length === 0)
    return [
      callout(
        'note',
        'No promise was judged',
        'Nobody has said what became of the weekly promises, or there were none.',
      ),
    ];
  const over = everUnder(request, 'commitment').filter((node) => (plan.periodOf(node)?.last ?? today) < today);
  const ways = Map.groupBy(over, (node) => promisedOf(plan, node));
  const not = (['late', 'moved', 'missed', 'dropped'] as const).flatMap((way) =>
    (ways.get(way) ?? []).map((node) => ({ way, node })),
  );
  const open = ways.get('open') ?? [];
  const silent = open.filter((node) => !stateOf(node)).length;
  return [
    ...figures(rate, ['kept-rate']),
    ...(not.length > 0
      ? [
          table(
            'Promises that were not kept in their week',
            ['Promise', 'Who', 'What became of it', 'Why'],
            not
              .slice(0, MOST)
              .map(({ way, node }) => [
                reference(plan, node),
                answering(plan, node),
                way,
                reasonOf(node) ?? 'no reason was given',
              ]),
          ),
        ]
      : []),
    ...(not.length > MOST ? [paragraph(`And ${not.length - MOST} more.`)] : []),
    ...(silent > 0 ? [paragraph(`${count(silent, 'promise')} ${silent === 1 ? 'has' : 'have'} no word at all.`)] : []),
    ...(open.length > silent
      ? [
          paragraph(
            `${count(open.length - silent, 'promise')} ${open.length - silent === 1 ? 'is' : 'are'} still blocked.`,
          ),
        ]
      : []),
  ];
}

/** A longer list is not talked about. */
const MOST = 20;

function programs(request: Request, all: Parameters<typeof figures>[0]): Block[] {
  const found = everUnder(request, 'program');
  if (found.length === 0)
    return [callout('note', 'No programs', 'The quarter had no campaign or deliverable with planned days.')];
  return [
    ...figures(all, ['execution-rate', 'planning-accuracy-time', 'planning-accuracy-money']),
    programTable(request, found),
  ];
}

function questions(request: Request): Words[] {
  const { plan, today } = request;
  const all = everUnder(request, 'commitment', 'milestone');
  const moved = all.filter((node) => node.propertiesOf('StateProperty', 'moved').length > 0);
  const gates = Map.groupBy(
    all
      .filter((node) => node.propertiesOf('StateProperty', 'blocked').length > 0)
      .flatMap((node) => node.targets('blocked')),
    (gate) => gate,
  );
  const silent = all.filter(
    (node) => node.kind === 'commitment' && !stateOf(node) && (plan.periodOf(node)?.last ?? today) < today,
  );
  const missed = under(request, 'milestone').filter((node) => cameTrue(plan, node, today) === false);
  const names = (nodes: readonly PlanNode[]): Words => [
    listed(nodes.slice(0, 3).map((node) => reference(plan, node))),
    nodes.length > 3 ? ` and ${nodes.length - 3} more` : undefined,
  ];
  const found: Words[] = [
    ...(moved.length > 0 ? [['What was moved: ', names(moved), '. What did we not know when we promised it?']] : []),
    ...[...gates].map(
      ([gate, times]): Words => [
        'What waited for ',
        reference(plan, gate),
        ` (${times.length === 1 ? 'once' : `${times.length} times`}): how do we ask earlier?`,
      ],
    ),
    ...(missed.length > 0
      ? [['Milestones that did not come: ', names(missed), '. Was the promise wrong, or the way to it?']]
      : []),
    ...(silent.length > 0
      ? [`${count(silent.length, 'promise')} without a word: was nobody asked, or did nobody want to say?`]
      : []),
    'Which number moved although nobody worked on it, and which one did not although many did?',
    'What would we stop, if we began the quarter again?',
  ];
  return found;
}

/** Of this time; else what is missing, and the last one that was held. */
function noted({ plan, days, today }: Request): Block[] {
  const retros = retrosOf(plan, days, today);
  if (retros.length === 0) {
    const last = lastRetro(plan, today);
    return [
      callout(
        'act',
        'No retrospective of this quarter is noted',
        'Write what comes out of it where the next plan will find it: retro … { covers … worked "…" failed "…" because "…" lesson "…" changes … }.',
      ),
      ...(last ? [paragraph('The last one that was held:'), ...whatWasNoted(plan, [last])] : []),
    ];
  }
  return whatWasNoted(plan, retros);
}

function whatWasNoted(plan: Plan, retros: readonly PlanNode[]): Block[] {
  return retros.flatMap((retro): Block[] => {
    const worked = retro.propertiesOf('TextProperty', 'worked').flatMap(({ text }) => text?.value.trim() || []);
    const failed = retro
      .propertiesOf('FailedProperty')
      .map(
        ({ text, because }): Words => [
          text?.value.trim() || 'not said',
          because?.value.trim() ? ` Because: ${because.value.trim()}` : undefined,
        ],
      );
    return [
      heading(3, reference(plan, retro)),
      ...(worked.length > 0 ? [paragraph('Worked:'), bullets(worked)] : []),
      ...(failed.length > 0 ? [paragraph('Did not work:'), bullets(failed)] : []),
      ...lessonsOf(plan, retro),
    ];
  });
}

/** What was learnt, and what it changed; a lesson that changed nothing is named. */
export function lessonsOf(plan: Plan, retro: PlanNode): Block[] {
  const lessons = retro.propertiesOf('LessonProperty');
  if (lessons.length === 0)
    return [
      callout(
        'act',
        'No lesson',
        'A retrospective without a lesson was a conversation. What changes in the plan because of it?',
      ),
    ];
  const changed = (property: (typeof lessons)[number]) =>
    retro.links.flatMap((link) => (link.property === property && link.target ? [link.target] : []));
  return [
    table(
      'Lessons, and what they changed',
      ['Lesson', 'It changed'],
      lessons.map((lesson) => {
        const targets = changed(lesson);
        return [
          cell(lesson.text?.value.trim() || 'not said'),
          targets.length > 0 ? listed(targets.map((each) => reference(plan, each))) : 'nothing yet',
        ];
      }),
    ),
  ];
}
