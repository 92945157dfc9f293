/** The execution report: the distance between what was planned and what shipped, and where it comes from. */

import { limitOf } from '../../model/gates.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped, stateOf } from '../../model/states.ts';
import { previous, rangeOf } from '../../values/calendar.ts';
import { numbersOf } from '../numbers.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering, reasonOf, sinceText, standing } from './facts.ts';
import { programTable } from './programs.ts';
import type { Request } from './request.ts';
import { everUnder, figures, numbersIn } from './selections.ts';
import { callout, cell, column, count, heading, listed, paragraph, reference, table, type Words } from './words.ts';

/**
 * Execution rate, velocity and time to market as standing numbers of marketing operations, against the plan’s own baseline:
 * the framework of erikmiller.com, and Robin C, Execution Marketing.
 */
export const executionReport: DocumentKind = {
  name: 'execution',
  title: 'Execution report',
  purpose: 'How much of what was planned shipped on time, to spec and to budget, how fast, and what slowed it down.',
  audience: 'marketing operations and the leadership team, once a month',
  covers: 'quarter',
  blocks(request) {
    const { figures: all } = numbersIn(request);
    const delivery = figures(all, DELIVERY);
    return [
      ...(delivery.length > 0
        ? delivery
        : [
            callout(
              'act',
              'Nothing to measure execution by',
              'No program of this time has come due. With its days a program tells it: program … { approved … planned … to … shipped … spec met }.',
            ),
          ]),
      ...(delivery.length > 0 ? compared(request, all) : []),
      heading(2, 'Programs'),
      ...programs(request),
      heading(2, 'Promises'),
      ...kept(all),
      heading(2, 'What slows us down'),
      ...bottlenecks(request),
      ...attained(all),
    ];
  },
};

const DELIVERY = ['execution-rate', 'velocity', 'time-to-market', 'planning-accuracy-time', 'planning-accuracy-money'];

/** With the time before, where that has the same number. */
function compared({ plan, today, period, options, concerns }: Request, now: Parameters<typeof figures>[0]): Block[] {
  const whose = options.owner || options.team ? concerns : undefined;
  const before = numbersOf(plan, today, rangeOf(previous(period), plan.config.calendar), whose).figures;
  const sentences = (['execution-rate', 'kept-rate'] as const).flatMap((term) => {
    const [own, old] = [now, before].map((all) => all.find((figure) => figure.term === term));
    if (!own || !old) return [];
    const change = Math.round((own.value - old.value) * 100);
    const word = change === 0 ? 'the same as' : `${Math.abs(change)} points ${change > 0 ? 'above' : 'below'}`;
    return [`The ${term === 'execution-rate' ? 'execution rate' : 'kept rate'} is ${word} the time before. `];
  });
  return sentences.length > 0
    ? [paragraph(sentences.join('').trim())]
    : [paragraph('The time before has no such number, so this is the baseline to compare with.')];
}

function programs(request: Request): Block[] {
  const found = everUnder(request, 'program');
  if (found.length === 0)
    return [callout('note', 'No program in this time', 'Campaigns and deliverables with their days belong here.')];
  const { plan } = request;
  const reviews = found.flatMap((program) => {
    const text = program.text('review')?.value;
    return text ? [paragraph(reference(plan, program), `: ${text}`)] : [];
  });
  return [
    programTable(request, found),
    ...(reviews.length > 0 ? [heading(3, 'What was learnt from them'), ...reviews] : []),
  ];
}

/** Everybody and six weeks; of people all who did not keep every promise, since nobody is shown alone as the last one. */
function kept(all: Parameters<typeof figures>[0]): Block[] {
  const rates = all.filter(({ term }) => term === 'kept-rate');
  if (rates.length === 0)
    return [
      callout(
        'note',
        'No promise has been judged yet',
        'Say what became of each promise once its week is over: mos done, mos miss or mos move.',
      ),
    ];
  const isWhole = ({ of, value }: (typeof rates)[number]) => of === 'person' && value === 1;
  const whole = rates.filter(isWhole).length;
  const listedRates = rates.filter((rate) => !isWhole(rate));
  return [
    ...figures(listedRates, ['kept-rate'], listedRates.length),
    ...(whole > 0
      ? [
          paragraph(
            `${whole} ${whole === 1 ? 'person' : 'people'} kept every promise that was judged, and ${whole === 1 ? 'is' : 'are'} not listed.`,
          ),
        ]
      : []),
  ];
}

/** What is blocked and by what, how much waits for each approval, and what was moved. */
function bottlenecks(request: Request): Block[] {
  const { plan, today } = request;
  const work = everUnder(request, 'commitment', 'milestone', 'program').filter((node) => !isDropped(node));
  const blocked = work.filter((node) => stateOf(node)?.key === 'blocked');
  const moved = work.filter((node) => node.propertiesOf('StateProperty', 'moved').length > 0);
  const gates = plan.nodesOf('gate').map((gate) => ({
    gate,
    waiting: waitingFor(gate, work),
    blocked: blocked.filter((node) => node.targets('blocked').includes(gate)),
  }));
  const busy = gates
    .filter(({ waiting, blocked: stuck }) => waiting.length + stuck.length > 0)
    .sort((a, b) => b.waiting.length - a.waiting.length);
  if (blocked.length + moved.length + busy.length === 0)
    return [
      callout(
        'note',
        'Nothing is noted that slows us down',
        'No work is blocked, moved, or waits for an approval, as far as the plan says.',
      ),
    ];
  return [
    ...(blocked.length > 0
      ? [
          table(
            'Blocked',
            ['What', 'Who', 'Waits for', 'Since', 'Why'],
            blocked.map((node) => [
              reference(plan, node),
              answering(plan, node),
              listed(node.targets('blocked').map((each) => reference(plan, each))),
              sinceText(plan, node, today) ?? 'not said',
              reasonOf(node) ?? 'no reason was given',
            ]),
          ),
        ]
      : []),
    ...(moved.length > 0
      ? [
          table(
            'Moved to another time',
            ['What', 'Who', column('How it stands', 'state'), 'Why'],
            moved.map((node) => [reference(plan, node), answering(plan, node), standing(node), movedBecause(node)]),
          ),
        ]
      : []),
    ...(busy.length > 0
      ? [
          table(
            'Approvals that work of this time has to pass',
            [
              'Approval',
              'Whose',
              'Answers within',
              column('Pieces of work', 'number'),
              column('Blocked there', 'number'),
            ],
            busy.map(({ gate, waiting, blocked: stuck }): (Cell | Words)[] => {
              const days = limitOf(gate);
              return [
                reference(plan, gate),
                answering(plan, gate),
                days === undefined ? 'no limit is named' : count(days, 'day'),
                cell(String(waiting.length), waiting.length),
                cell(String(stuck.length), stuck.length),
              ];
            }),
          ),
        ]
      : []),
  ];
}

function waitingFor(gate: PlanNode, work: readonly PlanNode[]): PlanNode[] {
  return work.filter((node) => node.targets('needs').includes(gate));
}

function movedBecause(node: PlanNode): string {
  return node.propertiesOf('StateProperty', 'moved').at(-1)?.reason?.value.trim() || 'no reason was given';
}

function attained(all: Parameters<typeof figures>[0]): Block[] {
  const found = figures(all, ['attainment', 'forecast-error']);
  return found.length > 0 ? [heading(2, 'How far objectives came'), ...found] : [];
}
