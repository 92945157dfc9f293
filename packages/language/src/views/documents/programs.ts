/** Programs as documents tell of them: planned, shipped, to spec, and what they cost. */

import type { PlanNode } from '../../model/node.ts';
import { type Delivery, deliveryOf } from '../../model/programs.ts';
import { isDropped } from '../../model/states.ts';
import { daysBetween } from '../../values/calendar.ts';
import type { Table, Word } from './document.ts';
import { answering } from './facts.ts';
import type { Request } from './request.ts';
import { cell, column, count, dateCell, reference, state, table } from './words.ts';

export function programTable({ plan, today }: Request, programs: readonly PlanNode[]): Table {
  return table(
    'Planned, and as it went',
    [
      'Program',
      'Who',
      column('Planned end', 'date'),
      column('Shipped', 'date'),
      column('How it went', 'state'),
      'Spec',
      'Money',
    ],
    programs.map((program) => {
      const delivery = deliveryOf(plan, program);
      return [
        reference(plan, program),
        answering(plan, program),
        dateCell(delivery.due),
        delivery.shipped === undefined ? cell('not yet', null) : dateCell(delivery.shipped),
        deliveryState(delivery, today),
        specText(program, delivery),
        moneyText(delivery),
      ];
    }),
  );
}

/** `on time`, `12 days late`, `due in 4 days`. */
export function deliveryState({ program, due, shipped, start }: Delivery, today: string): Word {
  if (isDropped(program)) return state('open', 'dropped');
  if (shipped !== undefined && due !== undefined) {
    const late = daysBetween(due, shipped);
    return late > 0
      ? state('warning', `${count(late, 'day')} late`)
      : state('good', late < 0 ? `${count(-late, 'day')} early` : 'on time');
  }
  if (shipped !== undefined) return state('open', 'shipped; it had no planned days');
  if (due === undefined) return state('warning', 'no planned days');
  const left = daysBetween(today, due);
  if (left < 0) return state('bad', `overdue by ${count(-left, 'day')}`);
  const word = start !== undefined && start > today ? 'has not begun' : 'under way';
  return state('open', left === 0 ? `${word}, due today` : `${word}, due in ${count(left, 'day')}`);
}

function specText(program: PlanNode, { spec, shipped }: Delivery): string {
  if (spec === 'met') return 'met';
  const reason = program.propertiesOf('SpecProperty')[0]?.reason?.value.trim();
  if (spec === 'missed') return reason ? `missed: ${reason}` : 'missed';
  return shipped === undefined ? 'to be judged when it ships' : 'nobody has judged it';
}

function moneyText({ budget, spent }: Delivery): string {
  if (!budget) return spent ? `${spent.text} spent, no budget named` : 'no budget named';
  return spent ? `${spent.text} of ${budget.text}` : `${budget.text} planned`;
}
