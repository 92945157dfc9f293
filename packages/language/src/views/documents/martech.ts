/** Platforms: how much of each is used, where the gap between owning and using lies, and whether a new one may be bought. */

import { daysIn } from '../../model/deadlines.ts';
import type { PlanNode } from '../../model/node.ts';
import { isWorkedOn, usedShareOf } from '../../model/platforms.ts';
import { describeDay } from '../../values/calendar.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import type { Request } from './request.ts';
import {
  callout,
  cell,
  column,
  count,
  dateCell,
  heading,
  listed,
  paragraph,
  reference,
  state,
  table,
  type Words,
} from './words.ts';

/** Percent of a platform’s capability that is in use before another is bought: "The Execution Gap". */
const ENOUGH_USED = 70;

/** Skills, process, governance, alignment: the four layers of "The Execution Gap", with what each asks. */
const LAYERS = [
  ['skills', 'Can the people who use it daily do the advanced things?'],
  ['process', 'Was the work changed for it, or does it run the old way?'],
  ['governance', 'Does somebody keep improving and measuring it?'],
  ['alignment', 'Did those choose it who use it?'],
] as const;

export const martech: DocumentKind = {
  name: 'martech',
  title: 'Platforms',
  purpose:
    'How much of each platform is used, in which of four layers its gap lies, and whether something new may be bought.',
  audience: 'marketing operations, finance, and whoever wants a new tool',
  covers: 'quarter',
  isTimeless: true,
  blocks(request) {
    const { plan, concerns } = request;
    const platforms = plan.nodesOf('platform').filter(concerns);
    if (platforms.length === 0)
      return [
        callout(
          'act',
          'No platform is named',
          'List what you run, with how much of it is used and who keeps it useful: platform crm { dri … used 60% gap skills "…" }.',
        ),
      ];
    const used = platforms.filter((node) => !isStillToCome(request, node));
    return [
      ...seventy(request, platforms),
      heading(2, 'How much is used'),
      usage(request, used),
      heading(2, 'Where the gaps are'),
      ...gaps(request, used),
      heading(2, 'What is to be bought'),
      ...purchases(request, platforms),
    ];
  },
};

/** It is to be acquired, and nobody says that it is used. */
function isStillToCome({ plan, today }: Request, node: PlanNode): boolean {
  const on = daysIn(node, 'acquire', plan.config.calendar)?.first;
  return node.has('acquire') && usedShareOf(node) === undefined && (on === undefined || on > today);
}

function seventy(request: Request, platforms: readonly PlanNode[]): Block[] {
  const { plan } = request;
  const known = platforms.flatMap((node) => usedShareOf(node) ?? []);
  const idle = platforms.filter((node) => (usedShareOf(node) ?? 100) < ENOUGH_USED);
  if (known.length === 0)
    return [
      callout(
        'act',
        'Nobody says how much is used',
        `Estimate it with the people who work with each platform, and write it down: used 60%. Below ${ENOUGH_USED}% nothing new should be bought.`,
      ),
    ];
  if (idle.length > 0)
    return [
      callout(
        'act',
        'Buy nothing new yet',
        listed(idle.map((node) => [reference(plan, node), ` (${usedShareOf(node)}%)`])),
        ` ${idle.length === 1 ? 'is' : 'are'} used below ${ENOUGH_USED}%. Close that gap first: a tool more makes it wider.`,
      ),
    ];
  return [
    callout(
      'good',
      'What is there is used',
      `Every platform whose use is known is at ${ENOUGH_USED}% or more, so something new can be considered.`,
    ),
  ];
}

function usage({ plan }: Request, platforms: readonly PlanNode[]): Block {
  const people = (node: PlanNode, key: string): Words => {
    const found = node.targets(key);
    return found.length > 0 ? listed(found.map((each) => reference(plan, each))) : 'not said';
  };
  return table(
    `Use of each platform, against ${ENOUGH_USED}%`,
    [
      'Platform',
      'Who keeps it useful',
      column('Used', 'share'),
      column(`Against ${ENOUGH_USED}%`, 'state'),
      'Chosen by',
      'Used by',
      'Training',
    ],
    platforms
      .toSorted((a, b) => (usedShareOf(a) ?? -1) - (usedShareOf(b) ?? -1))
      .map((node): (Cell | Words)[] => {
        const used = usedShareOf(node);
        return [
          reference(plan, node),
          answering(plan, node),
          used === undefined ? cell('not said', null) : cell(`${used}%`, used / 100),
          used === undefined
            ? state('open', 'not known')
            : used >= ENOUGH_USED
              ? state('good', 'enough')
              : state('bad', `${Number((ENOUGH_USED - used).toFixed(1))} points short`),
          people(node, 'selected'),
          people(node, 'used'),
          node.text('training')?.value ?? 'none named',
        ];
      }),
  );
}

function gaps({ plan }: Request, platforms: readonly PlanNode[]): Block[] {
  const found = platforms
    .flatMap((node) => LAYERS.map(([layer]) => gapIn(node, layer)))
    .filter((each) => each !== undefined).length;
  const worked = platforms.filter(
    (node) => LAYERS.some(([layer]) => gapIn(node, layer)) && !isWorkedOn(node) && !node.has('training'),
  );
  return [
    paragraph(
      found === 0
        ? 'No gap is named or can be seen. Ask the people who work with each platform before you believe it.'
        : `${count(found, 'gap')}, named by the plan or seen in it.`,
    ),
    table(
      'Each platform by the four layers',
      ['Platform', ...LAYERS.map(([layer]) => `${layer.charAt(0).toUpperCase()}${layer.slice(1)}`)],
      platforms.map((node) => [
        reference(plan, node),
        ...LAYERS.map(([layer]): Words => gapIn(node, layer) ?? 'none named'),
      ]),
    ),
    table(
      'What the four layers ask',
      ['Layer', 'Question'],
      LAYERS.map(([layer, question]) => [layer, question]),
    ),
    ...(worked.length > 0
      ? [
          callout(
            'act',
            'Nobody works on it',
            listed(worked.map((node) => reference(plan, node))),
            ` ${worked.length === 1 ? 'has' : 'have'} a gap that no commitment, decision or training takes up.`,
          ),
        ]
      : []),
  ];
}

/** As the plan names it; else what can be seen: nobody who owns it, or chosen by others than those who use it. */
function gapIn(node: PlanNode, layer: string): string | undefined {
  const named = node
    .propertiesOf('GapProperty')
    .filter((gap) => gap.layer === layer)
    .flatMap(({ text }) => text?.value.trim() || []);
  if (named.length > 0) return named.join('; ');
  if (layer === 'governance' && !node.dri) return 'nobody keeps it useful';
  if (layer === 'alignment') {
    const [chosen, using] = [node.targets('selected'), node.targets('used')];
    const teams = using.flatMap((each) => [each, ...each.targets('team')]);
    if (
      chosen.length > 0 &&
      using.length > 0 &&
      !chosen.some((each) => [each, ...each.targets('team')].some((one) => teams.includes(one)))
    )
      return 'chosen by others than those who use it';
  }
  return undefined;
}

function purchases(request: Request, platforms: readonly PlanNode[]): Block[] {
  const { plan } = request;
  const { calendar } = plan.config;
  const wanted = platforms.filter((node) => isStillToCome(request, node));
  if (wanted.length === 0)
    return [callout('good', 'Nothing is to be bought', 'The plan names no platform that is still to be acquired.')];
  const idle = platforms.filter((node) => (usedShareOf(node) ?? 100) < ENOUGH_USED);
  return [
    table(
      'Platforms that are still to come',
      ['Platform', column('From', 'date'), 'Budget', 'Why', column('May it be bought?', 'state')],
      wanted.map((node) => {
        const on = daysIn(node, 'acquire', calendar)?.first;
        return [
          reference(plan, node),
          on === undefined ? cell('not said', null) : dateCell(on),
          node.amount('budget')?.literal ?? 'not said',
          node.text('why')?.value ?? 'not said',
          idle.length > 0
            ? state('bad', `not before ${idle.length === 1 ? 'the other is' : 'the others are'} used`)
            : state('good', 'nothing idles'),
        ];
      }),
    ),
    paragraph(
      `As of ${describeDay(request.today)}. Plan the training and the owner before the purchase, not after it.`,
    ),
  ];
}
