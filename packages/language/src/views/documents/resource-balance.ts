/** The balance of strategy and resources: what the bets get in money, people and weekly work, against what runs as ever. */

import { allocationOf, percentText, RESOURCES, type Resource, type Share } from '../../model/allocation.ts';
import type { PlanNode } from '../../model/node.ts';
import { workByBet } from '../numbers.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import type { Request } from './request.ts';
import { figures, numbersIn, under } from './selections.ts';
import {
  bullets,
  callout,
  cell,
  column,
  count,
  heading,
  listed,
  paragraph,
  reference,
  table,
  type Words,
} from './words.ts';

/** Resources that stay with last year’s priorities are the first killer: E. R. Miller, "The Marketing Execution Gap". */
export const resourceBalance: DocumentKind = {
  name: 'resource-balance',
  title: 'Strategy and resources',
  purpose: 'What the bets of the year get in money, in people and in this quarter’s work, against what runs as ever.',
  audience: 'the marketing leader and finance, before the budget moves',
  covers: 'quarter',
  isTimeless: true,
  blocks(request) {
    const frames = under(request, 'frame');
    if (frames.length === 0)
      return [
        callout(
          'act',
          'No frame for this time',
          'Without a frame there is nothing to balance against. Write the year first: frame … { year … budget … bet … run … }.',
        ),
      ];
    const numbers = numbersIn(request).figures;
    return [
      ...verdict(request, frames),
      ...figures(numbers, ['strategy-share', 'strategy-work-share']),
      ...frames.flatMap((frame) => [heading(2, reference(request.plan, frame)), ...shares(request, frame)]),
      heading(2, 'Where the people’s weeks go'),
      ...work(request, frames),
      heading(2, 'What was chosen against'),
      ...notDone(request, frames),
    ];
  },
};

/** The least that the settings let the bets hold, in money and in people, said of each frame. */
function verdict({ plan }: Request, frames: readonly PlanNode[]): Block[] {
  const least = plan.config.limits.strategyShare * 100;
  return frames.flatMap((frame) =>
    RESOURCES.map((resource): Block => {
      const { bets, open } = allocationOf(frame, resource);
      const held = bets.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
      if (bets.length === 0 || (open && held < least))
        return callout(
          'act',
          `Nobody can tell where the ${resource} goes`,
          reference(plan, frame),
          ` does not name a ${resource} for each of its bets.`,
        );
      if (held < least)
        return callout(
          'act',
          `The ${resource} serves last year`,
          'The bets of ',
          reference(plan, frame),
          ` hold ${percentText(held)} of the ${resource}; less than ${percentText(least)} is not a strategy but a side project.`,
        );
      return callout(
        'good',
        `The ${resource} follows the strategy`,
        'The bets of ',
        reference(plan, frame),
        ` hold ${percentText(held)} of the ${resource}.`,
      );
    }),
  );
}

function shares({ plan }: Request, frame: PlanNode): Block[] {
  const by = new Map<PlanNode, Partial<Record<Resource, Share>>>();
  for (const node of [...frame.childrenOf('bet'), ...frame.childrenOf('run')]) by.set(node, {});
  for (const resource of RESOURCES) {
    const { bets, runs } = allocationOf(frame, resource);
    for (const share of [...bets, ...runs]) by.set(share.node, { ...by.get(share.node), [resource]: share });
  }
  if (by.size === 0)
    return [
      callout(
        'act',
        'No bet and no running business',
        'Say what the year bets on and what merely has to run, each with its share.',
      ),
    ];
  return [
    table(
      'What holds how much',
      ['What', 'Kind', 'Who answers', column('Budget', 'share'), column('Capacity', 'share')],
      [...by].map(([node, own]): (Cell | Words)[] => [
        reference(plan, node),
        node.kind === 'bet' ? 'bet' : 'running business',
        answering(plan, node),
        shareCell(own.budget),
        shareCell(own.capacity),
      ]),
    ),
  ];
}

function shareCell(share: Share | undefined): Cell {
  if (!share) return cell('not said', null);
  return cell(share.literal.literal, share.percent === undefined ? null : share.percent / 100);
}

/** Commitments by the bet that their line leads to, beside what the bet gets of the people’s time. */
function work({ plan, days, concerns }: Request, frames: readonly PlanNode[]): Block[] {
  const { counts, total, run, nothing } = workByBet(plan, days, concerns);
  if (total === 0)
    return [
      callout('note', 'No weekly work yet', 'Commitments of the quarter show whether people’s weeks follow the bets.'),
    ];
  const planned = new Map(
    frames.flatMap((frame) => allocationOf(frame, 'capacity').bets.map((share) => [share.node, share] as const)),
  );
  const rows = frames
    .flatMap((frame) => frame.childrenOf('bet'))
    .map((bet): (Cell | Words)[] => {
      const own = counts.get(bet) ?? 0;
      return [
        reference(plan, bet),
        shareCell(planned.get(bet)),
        cell(`${Math.round((own / total) * 100)}%`, own / total),
        cell(String(own), own),
      ];
    });
  const planRun = sum(
    frames.flatMap((frame) => allocationOf(frame, 'capacity').runs.flatMap(({ percent }) => percent ?? [])),
  );
  const gap = Math.round(planRun - (run / total) * 100);
  return [
    table(
      'Capacity as it was planned, and commitments as they were made',
      [
        'Bet, or running business',
        column('Planned share of people', 'share'),
        column('Share of commitments', 'share'),
        column('Commitments', 'number'),
      ],
      [
        ...rows,
        [
          'Running business',
          planRun > 0 ? cell(percentText(planRun), planRun / 100) : cell('not said', null),
          cell(`${Math.round((run / total) * 100)}%`, run / total),
          cell(String(run), run),
        ],
      ],
    ),
    ...(planRun > 0 && Math.abs(gap) >= FAR_APART
      ? [
          callout(
            'note',
            gap > 0
              ? 'Running business is planned, and hardly promised'
              : 'Running business takes more than was planned',
            gap > 0
              ? `It holds ${percentText(planRun)} of the people’s time, and ${Math.round((run / total) * 100)}% of the commitments are marked “run”. Either the weeks follow the bets better than planned, or running work is done beside the plan and nobody sees it.`
              : `It was to hold ${percentText(planRun)} of the people’s time, and ${Math.round((run / total) * 100)}% of the commitments are marked “run”. What of it would nobody miss?`,
          ),
        ]
      : []),
    paragraph(
      `${count(total, 'commitment')} in all; ${run === 0 ? 'none of them keeps' : `${run} keep`} the business running, ${nothing === 0 ? 'none serves nothing' : `${nothing} serve nothing`}. A commitment is one promise, however long it takes: the shares tell where attention goes, not hours.`,
    ),
  ];
}

/** Points between a plan and the weeks that are worth a word. */
const FAR_APART = 15;

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}

function notDone({ plan }: Request, frames: readonly PlanNode[]): Block[] {
  const nots = frames.flatMap((frame) =>
    frame.propertiesOf('TextProperty', 'not').flatMap(({ text }) => text?.value.trim() || []),
  );
  if (nots.length === 0)
    return [
      callout(
        'act',
        'Nothing was chosen against',
        'A strategy that stops nothing has no resources to move. Write what the year does not do: not "…" in ',
        listed(frames.map((frame) => reference(plan, frame))),
        '.',
      ),
    ];
  return [bullets(nots)];
}
