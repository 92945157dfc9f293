/** What the generated functions of the quick reader are made of: taking tokens, and giving up. */

import { FIRST_WORD, names } from '../generated/tokens.ts';
import { decodeText, escapeFaults } from '../values/text.ts';
import type { Tokens } from './scan.ts';

export type Node = Record<string, unknown>;

/** Thrown where the quick reader gives up: Langium's parser reads the file, and says what is the matter. */
export const REFUSED = new Error('for the full reader');

export function refuse(): never {
  throw REFUSED;
}

/** The token as it is written. */
export function image(t: Tokens): string {
  const at = t.at++;
  return t.text.slice(t.starts[at], t.ends[at]);
}

/** The token, which is a word of the grammar. */
export function word(t: Tokens): string {
  return names[t.kinds[t.at++] as number] as string;
}

/** What the token, a text in quotes, says. */
export function text(t: Tokens): string {
  const at = t.at++;
  const raw = t.text.slice(t.starts[at], t.ends[at]);
  if (!raw.includes('\\') && !raw.startsWith('"""')) return raw.slice(1, -1);
  if (escapeFaults(raw, 1).length > 0) refuse();
  return decodeText(raw);
}

/** Most lists have one item; one that is written with it has no room for more, a list that is pushed to has sixteen to spare. */
export function added(list: unknown, item: unknown): unknown[] {
  if (list === undefined) return [item];
  (list as unknown[]).push(item);
  return list as unknown[];
}

/** Nothing stands behind the keyword at this index. */
export function bare(t: Tokens, keyword: number): boolean {
  return t.at === keyword + 1;
}

/** What has just been read ends in a word that only leads on to something. */
export function dangling(t: Tokens): boolean {
  const kind = t.kinds[t.at - 1] as number;
  return kind >= FIRST_WORD && LEADS_ON.has(names[kind] as string);
}

/**
 * What a property has to say besides what it says, such as a state in a status; undefined where it is whole. It follows "expected".
 * Words that lead on to nothing are `LEADS_ON`.
 */
export function unsaid(node: Node): string | undefined {
  const { key, type } = node;
  const says = (part: string) => node[part] !== undefined;
  switch (type) {
    case 'Goal':
      return unsaidGoal(node, says);
    case 'StatusProperty':
      return STATES_BEGUN.has(node.status ?? '')
        ? 'a state such as on track, at risk or off track after "status"'
        : undefined;
    case 'StateProperty':
      return key !== 'moved' || says('to') ? undefined : '"to" and a week such as 2026-W05 after "moved"';
    case 'ReadingProperty':
      return says('on') && says('value') ? undefined : `a date and an amount after "${key}"`;
    case 'EveryProperty':
      if (!says('unit')) return 'day, week, month, quarter or year after "every"';
      if (says('place') && !says('weekday')) return `a weekday after "${node.place}"`;
      return says('duration') && !says('durationUnit') ? 'minutes or hours after "for"' : undefined;
    case 'WithinProperty':
      return says('count') && says('unit') ? undefined : 'a time such as 3 days after "within"';
    case 'PlannedProperty':
      return says('from') && says('to') ? undefined : 'two dates such as 2026-01-12 to 2026-02-20 after "planned"';
    case 'SpecProperty':
      return says('result') ? undefined : 'met or missed after "spec"';
    case 'GapProperty':
      return says('layer') ? undefined : 'skills, process, governance or alignment after "gap"';
    case 'FailedProperty':
    case 'LessonProperty':
      return says('text') ? undefined : `a text in quotes after "${key}"`;
    default:
      return undefined;
  }
}

function unsaidGoal({ key, bound }: Node, says: (part: string) => boolean): string | undefined {
  if (key === 'at' && bound === undefined) return '"least" or "most" after "at"';
  if (key === 'at' && !says('value')) return `an amount after "at ${bound}"`;
  if (key === 'between' && !says('low')) return 'two amounts such as 3 and 5 after "between"';
  if (key === 'between' && !says('high')) return '"and" and a second amount after "between"';
  return key === 'from' && !says('from') && says('to') ? 'an amount after "from"' : undefined;
}

/** No state, or the first of two words that make one. */
const STATES_BEGUN: ReadonlySet<unknown> = new Set(['', 'on', 'at', 'off']);

/** Words that continue a property and are no end of it: `blocked by`, `moved to`, `read weekly by`. */
export const LEADS_ON: ReadonlySet<string> = new Set(
  'to by at on off for and since because changes decision least most with'.split(' '),
);
