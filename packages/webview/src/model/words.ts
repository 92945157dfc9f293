/** How the window says things: names of states, short forms of people and periods, and a whole row in words. */

import type { Kind, Person, StateWord } from '../protocol.ts';
import { dayText, MONTHS } from './days.ts';
import type { Item, Store } from './store.ts';

/** Names of codicons. */
const KIND_ICONS: Record<Kind, string> = {
  frame: 'compass',
  bet: 'rocket',
  objective: 'target',
  milestone: 'milestone',
  commitment: 'checklist',
  run: 'sync',
};

export function kindIcon(kind: Kind): string {
  return KIND_ICONS[kind];
}

/** Each state has a shape of its own: colour alone tells nothing to many people. */
const STATE_ICONS: Record<StateWord, string> = {
  done: 'pass-filled',
  met: 'pass-filled',
  achieved: 'pass-filled',
  partial: 'color-mode',
  missed: 'close',
  moved: 'arrow-right',
  dropped: 'circle-slash',
  blocked: 'debug-pause',
  overdue: 'history',
  'on track': 'play-circle',
  'at risk': 'warning',
  'off track': 'flame',
};

export function stateIcon(state: StateWord): string {
  return STATE_ICONS[state];
}

export type Tone = 'good' | 'bad' | 'doubt' | 'quiet';

const TONES: Record<StateWord, Tone> = {
  done: 'good',
  met: 'good',
  achieved: 'good',
  'on track': 'good',
  partial: 'doubt',
  'at risk': 'doubt',
  moved: 'doubt',
  blocked: 'doubt',
  missed: 'bad',
  'off track': 'bad',
  overdue: 'bad',
  dropped: 'quiet',
};

export function toneOf(state: StateWord): Tone {
  return TONES[state];
}

/** `BO` for Ben Okafor: of the first and the last word; of a single word the first two letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const [first = name, last] = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name];
  const letters = last ? `${firstLetter(first)}${firstLetter(last)}` : [...first].slice(0, 2).join('');
  return letters.toUpperCase();
}

function firstLetter(word: string): string {
  return [...word][0] ?? '';
}

/** `2026-W03` → `W03`, `2026-01` → `Jan`, `2026-Q1` → `Q1`; with the year where it is not that of today. */
export function periodShort(literal: string, today: string): string {
  const [, year = '', part = ''] = /^(\d{4})(?:-(.+))?$/.exec(literal) ?? [];
  if (year === '') return literal;
  const month = /^\d{2}$/.test(part) ? MONTHS[Number(part) - 1]?.slice(0, 3) : undefined;
  const short = month ?? part;
  if (short === '') return year;
  return today.startsWith(year) ? short : `${short} ’${year.slice(2)}`;
}

/** `week 7`, `February`, `Q1`, `6 February`, from how a plan writes them; with the year where it is not that of today. */
export function periodText(literal: string, today: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(literal)) return dayText(literal, today);
  const [, year = '', week, month, quarter] = /^(\d{4})-(?:W(\d{2})|(\d{2})|(Q\d))$/.exec(literal) ?? [];
  if (year === '') return literal;
  const text = week ? `week ${Number(week)}` : month ? MONTHS[Number(month) - 1] : quarter;
  return today.startsWith(year) ? `${text}` : `${text} ${week ? 'of ' : ''}${year}`;
}

/** `done on 6 February`, `moved to week 8`: how something stands, with the day or the period that was said with it. */
export function stateText({ word, on }: { word: string; on?: string | undefined }, today: string): string {
  if (on === undefined) return word;
  const link = { moved: ' to', blocked: ' since' }[word] ?? (ENDS.has(word) ? ' on' : ', said on');
  return `${word}${link} ${periodText(on, today)}`;
}

const ENDS: ReadonlySet<string> = new Set(['done', 'met', 'missed', 'dropped']);

/** Who answers for it, as a person would say: exactly one is right. */
export function accountability(item: Item, people: readonly Person[]): { text: string; isWrong: boolean } {
  if (people.length === 0) return { text: 'nobody answers for it', isWrong: NEEDS_DRI.has(item.kind) };
  const [first] = people;
  if (people.length > 1) return { text: `DRIs: ${people.map(({ name }) => name).join(', ')}`, isWrong: true };
  if (first?.wrong === 'team') return { text: `DRI is a team: ${first.name}`, isWrong: true };
  if (first?.wrong === 'unknown') return { text: `DRI ${first.name}, whom the plan does not know`, isWrong: true };
  return { text: `DRI ${first?.name}`, isWrong: false };
}

/** A bet is carried by its frame and by its objectives. */
const NEEDS_DRI: ReadonlySet<Kind> = new Set(['frame', 'objective', 'milestone', 'commitment']);

export function findingsText(count: number, worst: string | undefined): string {
  if (count === 0) return '';
  const noun = worst === 'error' ? 'problem' : worst === 'warning' ? 'warning' : 'remark';
  return count === 1
    ? `1 ${noun}`
    : worst === 'info'
      ? `${count} remarks`
      : `${count} findings, the worst ${article(worst)}`;
}

function article(worst: string | undefined): string {
  return worst === 'error' ? 'an error' : 'a warning';
}

/** A row in one sentence, for a screen reader. */
export function describe(store: Store, item: Item): string {
  return factsOf(store, item).join(', ');
}

/** The same, one after the other, for whoever rests the pointer on it; the title comes first. */
export function factsOf(store: Store, item: Item): string[] {
  const period = store.periodOf(item);
  return [
    item.title,
    item.kind,
    period?.text ?? '',
    item.state ?? '',
    accountability(item, store.peopleOf(item)).text,
    progressText(item),
    item.lacks ?? '',
    findingsText(item.problems ?? 0, item.worst),
  ].filter(Boolean);
}

const BELOW: Partial<Record<Kind, string>> = {
  frame: 'objectives',
  bet: 'objectives',
  objective: 'milestones',
  milestone: 'commitments',
};

export function progressText({ kind, done, total }: Item): string {
  return total === undefined ? '' : `${done ?? 0} of ${total} ${BELOW[kind] ?? 'parts'} done`;
}
