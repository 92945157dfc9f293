/** The decision log: what was decided, by whom, why, what it changed, and what still holds. */

import { daysIn } from '../../model/deadlines.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { addDays, touches } from '../../values/calendar.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import { decisionTable, neededDecisions } from './needed-decisions.ts';
import type { Request } from './request.ts';
import { callout, column, count, dateCell, heading, listed, paragraph, reference, state, table } from './words.ts';

/** A log of decisions as part of the communication infrastructure: E. R. Miller, "The Marketing Execution Gap". */
export const decisionLog: DocumentKind = {
  name: 'decision-log',
  title: 'Decision log',
  purpose: 'What was decided, by whom and why, what it changed, what still holds, and what waits for a decision.',
  audience: 'whoever asks in March why something was done in January',
  covers: 'year',
  isTimeless: true,
  blocks(request) {
    const { plan, days, today, isAsked } = request;
    const { calendar } = plan.config;
    const on = (node: PlanNode) => daysIn(node, 'on', calendar);
    const all = plan
      .nodesOf('decision')
      .filter((node) => request.concerns(node) && (on(node)?.first ?? '') <= today)
      .filter((node) => {
        const own = on(node);
        // Last year’s decisions that hold belong into this year’s log.
        return (
          !own ||
          touches(own, days) ||
          (!isAsked && own.last < days.first && own.last >= addDays(days.first, -HALF_A_YEAR))
        );
      })
      .toSorted((a, b) => ((on(a)?.first ?? '') < (on(b)?.first ?? '') ? 1 : -1));
    return [
      ...log(request, all, on),
      ...incomplete(request, all, on),
      heading(2, 'What waits for a decision'),
      ...waiting(request),
    ];
  },
};

const HALF_A_YEAR = 183;

type DayOf = (node: PlanNode) => { first: string } | undefined;

function log({ plan, today }: Request, all: readonly PlanNode[], on: DayOf): Block[] {
  if (all.length === 0)
    return [
      callout(
        'act',
        'No decision is written down',
        'Write each down on the day it is taken: decision … { on … dri … why … affects … }. One minute now saves the discussion later.',
      ),
    ];
  const replacedBy = (node: PlanNode) =>
    [...node.users]
      .filter(
        (user) =>
          user.kind === 'decision' && user.targets('supersedes').includes(node) && (on(user)?.first ?? '') <= today,
      )
      .sort(compareNodes);
  const standing = all.filter((node) => replacedBy(node).length === 0);
  return [
    paragraph(`${count(all.length, 'decision')}, ${standing.length} of them hold. The latest first.`),
    table(
      'Decisions, the latest first',
      [column('On', 'date'), 'Decision', 'By', 'Why', 'It changes', column('Does it hold?', 'state')],
      all.map((node) => {
        const later = replacedBy(node);
        const before = node.targets('supersedes');
        return [
          dateCell(on(node)?.first),
          before.length > 0
            ? [reference(plan, node), ', in place of ', listed(before.map((each) => reference(plan, each)))]
            : reference(plan, node),
          answering(plan, node),
          node.text('why')?.value ?? 'not said',
          node.targets('affects').length > 0
            ? listed(node.targets('affects').map((each) => reference(plan, each)))
            : 'not said',
          later.length > 0
            ? [state('open', 'no, replaced by '), listed(later.map((each) => reference(plan, each)))]
            : state('good', 'yes'),
        ];
      }),
    ),
  ];
}

function incomplete({ plan }: Request, all: readonly PlanNode[], on: DayOf): Block[] {
  const lacking = all.filter((node) => !on(node) || !node.dri || !node.text('why'));
  if (lacking.length === 0) return [];
  return [
    callout(
      'act',
      'Without a day, a person or a reason',
      listed(lacking.map((node) => reference(plan, node))),
      '. Whoever was there adds it while they remember.',
    ),
  ];
}

function waiting(request: Request): Block[] {
  const { plan, today, concerns } = request;
  const needed = neededDecisions(plan, { first: today, last: today }).filter(({ node }) => concerns(node));
  if (needed.length === 0)
    return [callout('good', 'Nothing waits', 'No work that is under way names a decision that it needs.')];
  return [decisionTable(plan, 'Needed by work that is under way', needed)];
}
