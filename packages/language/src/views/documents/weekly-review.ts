/** The weekly review: what became of last week, what is in the way, and what each person promises for this week. */

import { daysFor } from '../../model/deadlines.ts';
import { expectationsOf } from '../../model/expectations.ts';
import { measuresOf, timingOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isClosed, isDropped, stateOf } from '../../model/states.ts';
import { type DateRange, monthOf, previous, rangeOf, touches } from '../../values/calendar.ts';
import { numbersOf } from '../numbers.ts';
import { titleOf } from '../sketch.ts';
import { weekView } from '../week.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering, milestoneState, periodText, reasonOf, sinceText, standing } from './facts.ts';
import { figuresBlock } from './figures.ts';
import { goalText, measureState, readingCell } from './measures.ts';
import { meetingBlock, meetingOf } from './meetings.ts';
import { decisionTable, type NeededDecision, neededDecisions } from './needed-decisions.ts';
import type { Request } from './request.ts';
import {
  callout,
  column,
  count,
  heading,
  listed,
  paragraph,
  reference,
  state,
  steps,
  table,
  type Words,
} from './words.ts';

/**
 * The weekly look at commitments that E. R. Miller, "The Marketing Execution Gap", asks for: blockers early, leading numbers weekly, a
 * commitment as one person's promise to the team.
 */
export const weeklyReview: DocumentKind = {
  name: 'weekly-review',
  title: 'Weekly review',
  purpose: 'The agenda of the week: what was promised and kept, what is in the way, what each person promises now.',
  audience: 'whoever leads the weekly meeting, and everybody in it',
  covers: 'week',
  blocks(request) {
    const { plan, today } = request;
    const look = lookAt(request);
    const sections: [agenda: string, title: string, blocks: Block[]][] = [
      [
        `What became of last week: ${count(look.last.length, 'promise')}${look.open.length > 0 ? `, and ${look.open.length} older without a word` : ''}`,
        'What became of last week',
        lastWeek(request, look),
      ],
      [`What is blocked: ${look.blocked.length || 'nothing'}`, 'What is blocked', blockers(request, look)],
      ['The numbers that move first', 'The numbers that move first', leadingNumbers(request)],
      [
        `The month’s milestones: ${look.milestones.length || 'none'}`,
        'The month’s milestones',
        milestones(request, look),
      ],
      [
        `What we promise this week: ${count(look.promised.length, 'promise')}`,
        'What we promise this week',
        promises(request, look),
      ],
      [
        `Decisions that are needed: ${look.decisions.length || 'none'}`,
        'Decisions that are needed',
        decisions(request, look),
      ],
    ];
    return [
      meetingBlock(plan, meetingOf(plan, 'weekly', ['commitments', 'milestones']), 'weekly', today),
      heading(2, 'Agenda'),
      steps(sections.map(([agenda]) => agenda)),
      ...sections.flatMap(([, title, blocks]) => [heading(2, title), ...blocks]),
    ];
  },
};

/** What the week has, looked up once. */
interface Look {
  lastDays: DateRange;
  /** Commitments of the week before. */
  last: PlanNode[];
  /** Older ones that nobody has said a word about. */
  open: PlanNode[];
  blocked: PlanNode[];
  milestones: PlanNode[];
  promised: PlanNode[];
  decisions: NeededDecision[];
}

function lookAt(request: Request): Look {
  const { plan, today, period, days, concerns, serves } = request;
  const lastDays = rangeOf(previous(period));
  const commitments = plan.nodesOf('commitment').filter((node) => concerns(node) && !isDropped(node));
  const within = (node: PlanNode, range: DateRange) => {
    const due = daysFor(plan, node);
    return due !== undefined && touches(due, range);
  };
  const last = commitments.filter((node) => {
    const own = plan.periodOf(node);
    return own !== undefined && touches(own, lastDays);
  });
  const months = [days.first, days.last].map((day) => rangeOf(monthOf(day)));
  const view = weekView(plan, period);
  const ending = new Set(view.people.flatMap((person) => person.ending));
  return {
    lastDays,
    last,
    open: view.people
      .flatMap((person) => person.open)
      .filter((node) => concerns(node) && !last.includes(node) && (daysFor(plan, node)?.last ?? today) < today),
    blocked: [...commitments, ...plan.nodesOf('milestone')].filter(
      (node) => concerns(node) && stateOf(node)?.key === 'blocked' && (daysFor(plan, node)?.first ?? '') <= days.last,
    ),
    milestones: plan
      .nodesOf('milestone')
      .filter((node) => serves(node) && !isDropped(node))
      .filter((node) => ending.has(node) || months.some((month) => within(node, month))),
    promised: commitments.filter((node) => within(node, days)),
    decisions: neededDecisions(plan, days).filter(({ node }) => concerns(node)),
  };
}

function lastWeek({ plan, today, concerns, options }: Request, { lastDays, last, open }: Look): Block[] {
  if (last.length === 0 && open.length === 0)
    return [
      callout(
        'note',
        'Nothing was promised last week',
        'Write what each person promises for this week, so that the next review has something to ask about.',
      ),
    ];
  const whose = options.owner || options.team ? concerns : undefined;
  const [rate] = numbersOf(plan, today, lastDays, whose).figures.filter(({ term }) => term === 'kept-rate');
  const isAhead = today < lastDays.first;
  const asked = [...(isAhead ? [] : last.filter((node) => stateOf(node)?.key !== 'done')), ...open];
  const done = last.filter((node) => stateOf(node)?.key === 'done').length;
  return [
    ...(rate ? [figuresBlock([rate])] : []),
    paragraph(
      last.length === 0
        ? 'Nothing was promised last week, but older promises have no word yet.'
        : isAhead
          ? `${count(last.length, 'promise')} for the week before, which lies ahead.`
          : `${count(last.length, 'promise')} for last week, ${doneText(done, last.length)}${open.length > 0 ? `; ${count(open.length, 'older promise')} ${open.length === 1 ? 'has' : 'have'} no word yet` : ''}.`,
    ),
    ...(asked.length === 0
      ? []
      : [
          table(
            'Promises that were not done, to be asked about',
            ['Promise', 'Promised for', 'Who', 'What became of it', 'Why'],
            asked
              .slice(0, MOST_ASKED)
              .map((node) => [
                reference(plan, node),
                weekText(plan, node),
                answering(plan, node),
                standing(node),
                reasonOf(node) ?? (stateOf(node) ? 'no reason was given' : 'nobody has said yet'),
              ]),
          ),
        ]),
    ...(asked.length > MOST_ASKED
      ? [paragraph(`And ${asked.length - MOST_ASKED} more without a word: “mos week” lists them by person.`)]
      : []),
  ];
}

/** The week that it was promised for, wherever it was moved. */
function weekText(plan: Plan, node: PlanNode): string {
  const literal = plan.periodOf(node)?.literal.literal;
  return literal === undefined ? 'not said' : periodText(literal);
}

function doneText(done: number, all: number): string {
  if (all === 1) return done === 1 ? 'done' : 'not done';
  return `${done === all ? 'all' : done === 0 ? 'none' : done} of them done`;
}

/** What a meeting can ask about before its time is over. */
const MOST_ASKED = 25;

function blockers({ plan, today }: Request, { blocked }: Look): Block[] {
  if (blocked.length === 0)
    return [
      callout(
        'note',
        'Nothing is blocked',
        'Nobody has said that something is in the way. Ask once round the table before you believe it.',
      ),
    ];
  return [
    table(
      'What cannot go on, and what it waits for',
      ['What', 'Who', 'Waits for', 'Since', 'Why'],
      blocked.map((node) => [
        reference(plan, node),
        answering(plan, node),
        listed(
          node
            .targets('blocked')
            .map((each) => [reference(plan, each), each.dri ? [' (', reference(plan, each.dri), ')'] : undefined]),
        ),
        sinceText(plan, node, today) ?? 'not said',
        reasonOf(node) ?? 'no reason was given',
      ]),
    ),
  ];
}

/** Of the objectives that are under way in the week: those that tell early, since lagging ones move last. */
function leadingNumbers({ plan, today, days, serves }: Request): Block[] {
  const rows = plan
    .nodesOf('objective')
    .filter((objective) => !isClosed(objective) && serves(objective))
    .filter((objective) => {
      const own = plan.periodOf(objective);
      return own !== undefined && touches(own, days);
    })
    .flatMap((objective) =>
      measuresOf(objective)
        .filter(
          ({ metric, role }) => role !== 'guardrail' && timingOf(metric)?.value === 'leading' && !isDropped(metric),
        )
        .map((measure): (Cell | Words)[] => [
          reference(plan, measure.metric),
          readingCell(plan, measure.metric, today),
          measureState(plan, objective, measure, today),
          goalText(measure.metric, measure.aim),
          reference(plan, objective),
        ]),
    );
  if (rows.length === 0)
    return [
      callout(
        'act',
        'No number tells early',
        'No objective that is under way has a leading metric. Ask of each: which number would tell us six weeks before the end whether it will be reached?',
      ),
    ];
  return [
    table(
      'Leading numbers of the objectives under way',
      ['Number', column('Last read', 'number'), column('Against its pace', 'state'), 'Goal', 'Objective'],
      rows,
    ),
  ];
}

function milestones({ plan, today }: Request, { milestones: found }: Look): Block[] {
  if (found.length === 0)
    return [
      callout(
        'act',
        'No milestone this month',
        'Say what should be true by the end of the month, so that the week has something to serve.',
      ),
    ];
  return [
    table(
      'What should be true by the end of the month',
      ['Milestone', 'Who', column('How it stands', 'state'), 'What its numbers say'],
      found.map((node) => [
        reference(plan, node),
        answering(plan, node),
        milestoneState(plan, node, today),
        expectationWords(plan, node, today),
      ]),
    ),
  ];
}

function promises({ plan, today, concerns, options, days }: Request, { promised }: Look): Block[] {
  if (promised.length === 0)
    return [
      callout(
        'act',
        'Nobody has promised anything for this week',
        'Write one promise a person: commitment "…" { dri … advances … }. One week, one person, one milestone.',
      ),
    ];
  const whose = options.owner || options.team ? concerns : undefined;
  const full = numbersOf(plan, today, days, whose).figures.filter(({ term, value }) => term === 'load' && value > 1);
  const people = [...Map.groupBy(promised, ({ dri }) => dri)].sort(([a], [b]) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return [
    ...(full.length > 0
      ? [
          callout(
            'act',
            'More than fits into the week',
            listed(full.map(({ label, part, whole }) => `${label} promised ${part}, ${whole} fit`)),
            '. Decide now what moves.',
          ),
        ]
      : []),
    table(
      'Promises of this week, person by person',
      ['Who', 'Promise', 'For', 'Waits for', column('How it stands', 'state')],
      people.flatMap(([, nodes]) =>
        nodes.map((node) => [
          answering(plan, node),
          reference(plan, node),
          node.parent ? reference(plan, node.parent) : node.has('run') ? 'running business' : 'nothing yet',
          isClosed(node) ? '–' : waitsFor(plan, node),
          standingIn(plan, node),
        ]),
      ),
    ),
  ];
}

/** What it needs and has not got yet; an approval is asked for each time anew. */
function waitsFor(plan: Plan, node: PlanNode): Words {
  return listed(
    node
      .targets('needs')
      .filter((each) => !isClosed(each))
      .map((each) => reference(plan, each)),
  );
}

/** A promise that was moved into this week has not failed it yet. */
function standingIn(plan: Plan, node: PlanNode): Words {
  const from = plan.periodOf(node);
  if (stateOf(node)?.key !== 'moved' || !from) return standing(node);
  return state('open', `open, moved here from ${periodText(from.literal.literal)}`);
}

function decisions({ plan }: Request, { decisions: needed }: Look): Block[] {
  if (needed.length === 0)
    return [callout('note', 'No decision is asked for', 'Nothing under way names a decision that it still needs.')];
  return [decisionTable(plan, 'What has to be decided, and who may', needed)];
}

/** `Buying groups engaged 34, to be at least 42`. */
export function expectationWords(plan: Plan, milestone: PlanNode, today: string): Words {
  const parts = expectationsOf(plan, milestone, today).map(
    ({ metric, aim, reading }): Words => [
      reference(plan, metric),
      ` ${reading ? reading.value.literal : 'not read yet'}, to be ${goalText(metric, aim)}`,
    ],
  );
  return parts.length > 0 ? parts.flatMap((part, index) => [index > 0 ? '; ' : undefined, part]) : 'it names no number';
}

function nameOf(owner: PlanNode | undefined): string {
  return owner ? titleOf(owner) : '~';
}
