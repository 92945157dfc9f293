/** The narrative brief: the year on one page, in whole sentences, for everybody who works on it. */

import { allocationOf } from '../../model/allocation.ts';
import { daysIn } from '../../model/deadlines.ts';
import { healthOf } from '../../model/health.ts';
import { measuresOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { describeDay, describePeriod, quarterOf, rangeOf, touches } from '../../values/calendar.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering, healthState } from './facts.ts';
import { goalText } from './measures.ts';
import { prose } from './prose.ts';
import type { Request } from './request.ts';
import { under } from './selections.ts';
import { bullets, callout, ended, heading, listed, paragraph, reference, strong, type Words } from './words.ts';

/** A narrative that keeps the strategy alive in every team; diagnosis, policy and actions are R. Rumelt’s, as E. R. Miller quotes him. */
export const narrativeBrief: DocumentKind = {
  name: 'narrative-brief',
  title: 'What we are doing, and why',
  purpose: 'The year on one page in plain sentences: what is true, what we do about it, what we bet on, what we leave.',
  audience: 'everybody; read it out, hang it up, give it to whoever joins',
  covers: 'year',
  isTimeless: true,
  blocks(request) {
    const frames = under(request, 'frame');
    if (frames.length === 0)
      return [
        callout(
          'act',
          'There is no year to tell',
          'Write the annual frame: what is true (diagnosis), what you do about it (policy), why it matters, and two or three bets.',
        ),
      ];
    return frames.flatMap((frame) => [
      ...(frames.length > 1 ? [heading(2, reference(request.plan, frame))] : []),
      ...story(request, frame),
    ]);
  },
};

function story(request: Request, frame: PlanNode): Block[] {
  const { plan } = request;
  const bets = frame.childrenOf('bet').filter((bet) => !isDropped(bet));
  const nots = frame.propertiesOf('TextProperty', 'not').flatMap(({ text }) => text?.value.trim() || []);
  return [
    paragraph(strong(reference(plan, frame).text), '. ', answering(plan, frame), ' answers for it.'),
    heading(2, 'What is true'),
    said(frame, 'diagnosis', 'what is true about the situation that the year responds to'),
    heading(2, 'What we do about it'),
    said(frame, 'policy', 'the rule by which we choose'),
    heading(2, 'Why it matters'),
    said(frame, 'why', 'what depends on it'),
    heading(2, bets.length > 0 ? `What we bet on` : 'What we bet on'),
    ...(bets.length > 0
      ? betBlocks(request, frame, bets)
      : [callout('act', 'No bet', 'Name the two or three things that get more attention than all else this year.')]),
    heading(2, 'What we do not do'),
    nots.length > 0
      ? bullets(nots)
      : callout(
          'act',
          'Nothing is left out',
          'Write what the year does not do; without it everything stays a priority.',
        ),
    heading(2, 'How we know'),
    ...known(request, frame),
    ...now(request, frame),
    ...own(request, frame),
  ];
}

function said(frame: PlanNode, key: string, what: string): Block {
  const text = frame.text(key)?.value;
  return text
    ? paragraph(ended(text))
    : callout('act', 'Not said yet', `Write in one or two sentences ${what}: ${key} "…".`);
}

function betBlocks({ plan }: Request, frame: PlanNode, bets: readonly PlanNode[]): Block[] {
  const money = allocationOf(frame, 'budget');
  const people = allocationOf(frame, 'capacity');
  const gets = (bet: PlanNode): string => {
    const own = [
      money.bets.find(({ node }) => node === bet)?.literal.literal,
      people.bets.find(({ node }) => node === bet)?.literal.literal,
    ];
    const said = [own[0] && `${own[0]} of the money`, own[1] && `${own[1]} of the people’s time`].filter(Boolean);
    return said.length > 0 ? ` It gets ${said.join(' and ')}.` : ' The plan does not say what it gets.';
  };
  return [
    bullets(
      bets.map((bet): Words => {
        const why = bet.text('why')?.value;
        return [
          strong(reference(plan, bet).text),
          ', ',
          answering(plan, bet),
          '. ',
          why ? ended(why) : 'The plan does not say why.',
          gets(bet),
        ];
      }),
    ),
  ];
}

function known({ plan }: Request, frame: PlanNode): Block[] {
  const measures = measuresOf(frame);
  if (measures.length === 0)
    return [
      callout('act', 'No number for the year', 'One number that shows whether the year worked: target … from … to …'),
    ];
  return [bullets(measures.map(({ metric, aim }): Words => [reference(plan, metric), `: ${goalText(metric, aim)}`]))];
}

/** The objectives of the quarter that the day lies in. */
function now({ plan, today }: Request, frame: PlanNode): Block[] {
  const { calendar } = plan.config;
  const quarter = quarterOf(today, calendar);
  const days = rangeOf(quarter, calendar);
  const objectives = plan.nodesOf('objective').filter((node) => {
    const own = plan.periodOf(node);
    return own !== undefined && touches(own, days) && !isDropped(node) && plan.ancestors(node).includes(frame);
  });
  return [
    heading(2, `Right now: ${describePeriod(quarter, calendar)}`),
    objectives.length > 0
      ? bullets(
          objectives.map(
            (node): Words => [
              reference(plan, node),
              ' (',
              answering(plan, node),
              '): ',
              healthState(healthOf(plan, node, today)),
            ],
          ),
        )
      : callout('act', 'No objective in this quarter', 'Nothing of this quarter serves the year yet.'),
  ];
}

/** What its author wrote to everybody, if somebody did: the latest by the day. */
function own({ plan, today }: Request, frame: PlanNode): Block[] {
  const { calendar } = plan.config;
  const on = (brief: PlanNode) => daysIn(brief, 'on', calendar)?.first ?? '';
  const brief = plan
    .nodesOf('brief')
    .filter((node) => node.targets('covers').includes(frame) && on(node) <= today && node.text('text'))
    .toSorted((a, b) => (on(a) < on(b) ? -1 : 1))
    .at(-1);
  if (!brief)
    return [
      callout(
        'note',
        'In whose words?',
        'This page is made of the plan. A page in your own words is read more willingly: brief … { covers … on … text """…""" }.',
      ),
    ];
  const by = brief.targets('dri').map((owner) => reference(plan, owner));
  return [
    heading(2, by.length > 0 ? ['In the words of ', listed(by)] : 'In their own words'),
    ...prose(brief.text('text')?.value ?? ''),
    paragraph(reference(plan, brief), on(brief) ? `, ${describeDay(on(brief))}` : ''),
  ];
}
