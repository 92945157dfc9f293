/** An index of phrases, word by word, in every order in which a person would write them. */

import type { VocabularyEntry } from './entry.ts';
import { baseForm, compounds, isParticiple, measures } from './forms.ts';
import { readWords, type Word } from './words.ts';

export interface Hit {
  entry: VocabularyEntry;
  /** Index of the first word, and of the one after the last. */
  from: number;
  to: number;
  /** Written in the order of the phrase, not turned round. */
  straight: boolean;
  /** A measure, "open rate" or CAC; a noun behind it says only where: `open_rate_newsletter`. */
  complete: boolean;
  isAbbreviation: boolean;
}

export interface PhraseIndex {
  add(entry: VocabularyEntry): void;
  /** Calls `visit` with every phrase that begins at word `from`. */
  visit(words: readonly Word[], from: number, visit: (hit: Hit) => void): void;
}

/** The form in which phrases are compared: `Emails sent` and `email_sent` are both `email sent`. */
export function phraseKey(phrase: string): string {
  return pathOf(phrase).join(' ');
}

/** Names and other names of an entry. */
export function phrasesOf(entry: VocabularyEntry): readonly string[] {
  return entry.also ? [entry.phrase, ...entry.also] : [entry.phrase];
}

/** A line for each word: the word, then the numbers of the phrases that may hold it, in the order of the entries. */
export function fileUnderWords(entries: readonly VocabularyEntry[]): string {
  const filed = new Map<string, number[]>();
  for (const [number, { name }] of entries.flatMap(namedPhrases).entries()) {
    for (const word of new Set(roughWords(name))) filed.set(word, [...(filed.get(word) ?? []), number]);
  }
  return [...filed].map(([word, numbers]) => `${word} ${numbers.join(' ')}`).join('\n');
}

/** The first of two entries with the same phrase keeps it. `filed` is what `fileUnderWords` gives for the entries. */
export function createPhraseIndex(
  entries: readonly VocabularyEntry[] = [],
  filed = fileUnderWords(entries),
): PhraseIndex {
  // Under each word the phrases that may hold it. Most words of the vocabulary never stand in a given plan, so the tree
  // of the phrases that begin with a word is grown when a text first has that word.
  const phrases = entries.flatMap(namedPhrases);
  const holding = new Map<string, Phrase[] | string>();
  for (const line of filed.split('\n')) if (line !== '') holding.set(line.slice(0, line.indexOf(' ')), line);
  const grown = new Map<string, Node>();

  function phrasesWith(word: string): Phrase[] | undefined {
    const known = holding.get(word);
    if (typeof known !== 'string') return known;
    const numbers = known
      .slice(word.length + 1)
      .split(' ')
      .map(Number);
    const read = numbers.flatMap((number) => phrases[number] ?? []);
    holding.set(word, read);
    return read;
  }

  function startingWith(word: string): Node | undefined {
    const known = grown.get(word);
    if (known) return known;
    const held = phrasesWith(word);
    if (!held) return undefined;
    const root: Node = { next: new Map() };
    for (const phrase of held) grow(root, word, phrase);
    grown.set(word, root);
    return root;
  }

  return {
    add(entry) {
      for (const phrase of namedPhrases(entry)) {
        for (const word of roughWords(phrase.name)) {
          const sharing = phrasesWith(word);
          if (!sharing) holding.set(word, [phrase]);
          else if (sharing.at(-1) !== phrase) sharing.push(phrase);
          grown.delete(word);
        }
      }
    },
    visit(words, from, visit) {
      const part = words[from]?.part;
      const walk = (node: Node, index: number): void => {
        if (node.leaf) visit({ ...node.leaf, from, to: index });
        const word = words[index];
        if (!word || word.part !== part) return;
        const below = word.afterBoundary ? undefined : node.next.get(word.base);
        if (below) walk(below, index + 1);
        const gap = node.next.get(filler);
        if (!gap) return;
        // "Traffic to the website": here "to" is a filler too, elsewhere ("MQL to SQL") it is a word.
        const beyond = word.base === 'to' ? index + 1 : word.afterFiller ? index : words.length;
        const afterGap = gap.next.get(words[beyond]?.base ?? '');
        if (afterGap && words[beyond]?.part === part) walk(afterGap, beyond + 1);
      };
      const start = startingWith(words[from]?.base ?? '');
      if (start) walk(start, from + 1);
    },
  };
}

interface Phrase {
  entry: VocabularyEntry;
  /** As it is written in the vocabulary. */
  name: string;
}

function namedPhrases(entry: VocabularyEntry): Phrase[] {
  return phrasesOf(entry).map((name) => ({ entry, name }));
}

type Leaf = Omit<Hit, 'from' | 'to'>;

interface Node {
  next: Map<string, Node>;
  leaf?: Leaf;
}

/** Adds to `root` every order of `phrase` that begins with `word`; the usual order wins over a turned one. */
function grow(root: Node, word: string, { entry, name }: Phrase): void {
  const words = pathOf(name);
  if (words.length > longestPhrase) return;
  const isAbbreviation = name.length > 1 && !name.includes(' ') && name === name.toUpperCase();
  const isCount = entry.unit === undefined || entry.unit === 'count';
  const complete = measures.has(words.at(-1) ?? '') || (isAbbreviation && !isCount);
  for (const [order, path] of [words, ...turned(words)].entries()) {
    if (path[0] !== word) continue;
    let node = root;
    for (const next of path.slice(1)) {
      const below = node.next.get(next) ?? { next: new Map() };
      node.next.set(next, below);
      node = below;
    }
    const straight = order === 0;
    if (!node.leaf || (straight && !node.leaf.straight)) node.leaf = { entry, straight, complete, isAbbreviation };
  }
}

/** In words; longer ones are sentences, not names. */
const longestPhrase = 8;

/** Stands in a path where the text must have a filler: "rate of opens". No word is empty, so it cannot collide. */
const filler = '';

/** At least the words of `pathOf(name)`, for a fraction of its cost: of thousands of phrases a few dozen are ever read. */
function roughWords(name: string): string[] {
  if (!plainWords.test(name)) return pathOf(name);
  const written = name.toLowerCase().split(separator);
  const rough: string[] = [];
  for (const [index, word] of written.entries()) {
    const base = baseForm(word);
    const compound = compounds.get(written[index - 1] ?? '')?.get(base);
    rough.push(base);
    if (compound) rough.push(compound);
  }
  return rough;
}

const plainWords = /^[A-Za-z]+(?:[ -][A-Za-z]+)+$/;
const separator = /[ -]/;

/** The words of a phrase in their base form, with a mark where "in", "from", "by" … stands between two of them. */
function pathOf(phrase: string): string[] {
  const path: string[] = [];
  for (const word of readWords(phrase)) {
    if (path.length > 0 && word.afterBoundary) path.push(filler);
    path.push(word.base);
  }
  return path;
}

/** The other orders: "sourced pipeline" for "pipeline sourced", "conversion rate of landing pages". */
function turned(words: readonly string[]): string[][] {
  const paths: string[][] = [];
  const last = words.at(-1);
  if (words.includes(filler)) return paths;
  if (words.length > 1 && last && isParticiple(last)) paths.push([last, ...words.slice(0, -1)]);
  if (words.length > 1 && words[0] && isParticiple(words[0])) paths.push([...words.slice(1), words[0]]);
  for (let at = 1; at < words.length; at += 1) paths.push([...words.slice(at), filler, ...words.slice(0, at)]);
  return paths;
}
