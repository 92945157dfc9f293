/** `mos done`, `miss`, `move`, `reading`, `status`: the facts of a week, each in one line of typing. */

import {
  formatPeriod,
  isPeriodFault,
  moveToWeek,
  type NewStatus,
  needsReason,
  parsePeriod,
  rangeOf,
  readingsOf,
  recordDone,
  recordMissed,
  recordMoved,
  recordReading,
  recordStatus,
  STATUS_WORDS,
} from '@mos/language';
import { Problem } from '../problem.ts';
import { type FactOptions, noteFact } from '../project/fact.ts';
import { readToday } from '../project/options.ts';

export interface DatedOptions extends FactOptions {
  on?: string;
}

export interface ReadingOptions extends DatedOptions {
  replace?: boolean;
}

export interface StatusOptions extends DatedOptions {
  confidence?: string;
  option?: string[];
  recovery?: string;
}

const PROMISES = { kinds: ['commitment', 'milestone'], noun: 'commitment or milestone' } as const;

export async function done(query: string, options: DatedOptions): Promise<number> {
  const on = dayOf(options);
  return noteFact(options, { ...PROMISES, query, edit: (plan, node) => recordDone(plan, node, on) });
}

export async function miss(query: string, why: string, options: FactOptions): Promise<number> {
  const reason = reasonOf(why, `mos miss ${query} "the tool was down for two days"`);
  return noteFact(options, { ...PROMISES, query, edit: (plan, node) => recordMissed(plan, node, reason) });
}

export async function move(query: string, to: string, why: string | undefined, options: FactOptions): Promise<number> {
  const period = parsePeriod(to);
  if (isPeriodFault(period) || (period.unit !== 'week' && period.unit !== 'month')) {
    const near = isPeriodFault(period) ? period.nearest : undefined;
    throw new Problem(
      `"${to}" is no week.`,
      near === undefined
        ? 'Write a year and a week, as in 2026-W06; a milestone moves to a month.'
        : `Did you mean ${near}?`,
    );
  }
  const now = readToday(options.today);
  if (rangeOf(period).last < now)
    throw new Problem(
      `${formatPeriod(period)} is over.`,
      `Nothing moves into the past; name the ${period.unit} in which it will happen.`,
    );
  return noteFact(options, {
    ...PROMISES,
    query,
    edit(plan, node, today) {
      const unit = node.kind === 'commitment' ? 'week' : 'month';
      if (period.unit !== unit) return { refused: `a ${node.kind} moves to a ${unit}, and ${to} is a ${period.unit}` };
      if (needsReason(plan, node, today) || node.kind === 'milestone') {
        const reason = reasonOf(why ?? '', `mos move ${query} ${to} "the list comes first"`);
        return recordMoved(plan, node, period, reason);
      }
      return moveToWeek(plan, node, period, why ?? '', today);
    },
  });
}

export async function reading(query: string, value: string, options: ReadingOptions): Promise<number> {
  const on = dayOf(options);
  return noteFact(options, {
    query,
    kinds: ['metric'],
    noun: 'metric',
    edit(plan, node) {
      const outcome = recordReading(plan, node, value, on, { replaces: options.replace === true });
      const there = readingsOf(node, plan.config.calendar).find((reading) => reading.on.literal === on);
      if (!('refused' in outcome) || options.replace || !there || there.value.literal === value) return outcome;
      return { refused: `${outcome.refused}; --replace puts ${value} in its place` };
    },
  });
}

/** `words` are the status and, last, its reason: `at risk "the second play is late"`. */
export async function status(query: string, words: string[], options: StatusOptions): Promise<number> {
  const on = dayOf(options);
  const { word, why } = readStatus(words);
  const { confidence, option, recovery } = options;
  const status: NewStatus = {
    word,
    on,
    ...(why !== undefined && { why }),
    ...(confidence !== undefined && { confidence: readConfidence(confidence) }),
    ...(option && option.length > 0 && { options: option }),
    ...(recovery !== undefined && { recovery }),
  };
  return noteFact(options, {
    query,
    kinds: ['objective', 'bet', 'frame', 'program'],
    noun: 'objective, bet, frame or program',
    edit: (plan, node) => recordStatus(plan, node, status),
  });
}

function readStatus(words: readonly string[]): Pick<NewStatus, 'word' | 'why'> {
  const typed = words.map((word) => word.trim().toLowerCase().replace(/[-_]/g, ' '));
  const word = STATUS_WORDS.find((each) => each === typed[0] || each === typed.slice(0, 2).join(' '));
  if (!word)
    throw new Problem(
      `"${words.join(' ')}" does not begin with a status.`,
      `It is one of ${STATUS_WORDS.join(', ')}, as in: mos status q1_pipeline at risk "the second play is late"`,
    );
  const rest = words
    .slice(typed[0] === word ? 1 : 2)
    .join(' ')
    .trim();
  return { word, ...(rest !== '' && { why: rest }) };
}

function readConfidence(text: string): string {
  const [, digits] = /^(\d{1,3})%?$/.exec(text.trim()) ?? [];
  if (digits === undefined || Number(digits) > 100)
    throw new Problem(
      `--confidence takes percent from 0 to 100, not "${text}".`,
      'Write --confidence 60%, for example.',
    );
  return `${Number(digits)}%`;
}

/** The day of the fact: `--on`, else today. Nobody knows today what will be done tomorrow. */
function dayOf({ on, today }: DatedOptions): string {
  const now = readToday(today);
  const day = on === undefined ? now : readToday(on);
  if (day > now) throw new Problem(`${day} lies ahead.`, 'A fact has a day that has come; leave --on out for today.');
  return day;
}

function reasonOf(why: string, example: string): string {
  const reason = why.replace(/\s+/g, ' ').trim();
  if (reason === '') throw new Problem('People counted on it, so it needs a reason.', `Say why, as in: ${example}`);
  return reason;
}
