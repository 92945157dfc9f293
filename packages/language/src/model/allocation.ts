/** How a frame's budget or capacity is divided among its bets and the running business. */

import {
  type Amount,
  type AmountFault,
  isAmountFault,
  isPlaceholder,
  type KnownAmount,
  parseAmount,
} from '../values/amount.ts';
import type { PlanNode } from './node.ts';
import type { AmountLiteral } from './records.ts';
import { isDropped } from './states.ts';

export type Resource = 'budget' | 'capacity';
export const RESOURCES: readonly Resource[] = ['budget', 'capacity'];

export interface Share {
  node: PlanNode;
  literal: AmountLiteral;
  amount: KnownAmount;
  /** Percent of the whole; undefined for an amount that cannot be compared with the frame's. */
  percent: number | undefined;
}

export interface Allocation {
  /** What bets say about themselves, in the order of the text. */
  bets: Share[];
  runs: Share[];
  /** A bet without a share that can be compared may hold all that is left. */
  open: boolean;
}

/** Bets that were dropped hold nothing. */
export function allocationOf(frame: PlanNode, resource: Resource): Allocation {
  const holders = frame.childrenOf('bet').filter((bet) => !isDropped(bet));
  const bets = holders.flatMap((bet) => statedShare(bet, resource));
  const runs = frame.childrenOf('run').flatMap((run) => statedShare(run, resource));
  const complete = bets.length === holders.length && runs.length > 0;
  const whole = known(frame.amount(resource)) ?? (complete ? sumOf([...bets, ...runs]) : undefined);
  for (const share of [...bets, ...runs]) share.percent = percentOf(share.amount, whole);
  return { bets, runs, open: bets.filter(({ percent }) => percent !== undefined).length < holders.length };
}

/** Percent, as far as it is known: without what cannot be compared. */
export function held(shares: readonly Share[]): number {
  return shares.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
}

/** `55%`, `33.3%`: at most one decimal, because shares are agreed and not measured. */
export function percentText(percent: number): string {
  return `${Number(percent.toFixed(1))}%`;
}

function statedShare(node: PlanNode, resource: Resource): Share[] {
  const literal = node.amount(resource);
  const amount = known(literal);
  return literal && amount ? [{ node, literal, amount, percent: undefined }] : [];
}

/** Understood, and no debt. */
function known(literal: AmountLiteral | undefined): KnownAmount | undefined {
  const amount: Amount | AmountFault | undefined = literal && parseAmount(literal.literal);
  return !amount || isAmountFault(amount) || isPlaceholder(amount) || amount.value < 0 ? undefined : amount;
}

/** Where the frame names no total, money that is divided among all is the total. */
function sumOf(shares: readonly Share[]): KnownAmount | undefined {
  const first = shares[0]?.amount;
  if (!first || first.unit === 'percent' || !shares.every(({ amount }) => comparable(amount, first))) return undefined;
  return { ...first, value: shares.reduce((sum, { amount }) => sum + amount.value, 0) };
}

function percentOf(amount: KnownAmount, whole: KnownAmount | undefined): number | undefined {
  if (amount.unit === 'percent') return amount.value;
  return whole && whole.value > 0 && comparable(amount, whole) ? (amount.value / whole.value) * 100 : undefined;
}

function comparable(a: KnownAmount, b: KnownAmount): boolean {
  return a.unit === b.unit && a.currency === b.currency;
}
