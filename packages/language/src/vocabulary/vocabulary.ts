/** Knows several hundred marketing metrics by name, and says what kind of metric a title speaks of. */

import { phrasesByWord } from '../generated/phrases.ts';
import type { VocabularyEntry } from './entry.ts';
import { handled, isParticiple, transparent, workNouns } from './forms.ts';
import { metrics } from './metrics.ts';
import { createPhraseIndex, type Hit, phraseKey, phrasesOf } from './phrases.ts';
import { longestName, readWords, type Word } from './words.ts';

export type { VocabularyEntry, VocabularyKind } from './entry.ts';

export interface Classification {
  entry: VocabularyEntry;
  /** The words of the given text that matched, as the author wrote them. */
  matched: string;
  /** UTF-16 offsets of `matched` in the given text; `end` is exclusive. */
  start: number;
  end: number;
}

export interface Vocabulary {
  /**
   * What the title or name of a metric speaks of, or `undefined` where the vocabulary does not know. Never throws.
   *
   * Upper and lower case, plurals, hyphens, underscores, figures and small words do not count. What a name is about
   * stands before "for", "from", "by" …, so a phrase behind them decides nothing. Of several phrases the one that ends
   * the name wins ("brand awareness campaigns" are campaigns); then the one with the most words; then the plan's own;
   * then a measure such as "open rate" or NPS; then the one in its usual word order; and of two equals the later, since
   * the later noun is the one that is counted.
   */
  classify(name: string): Classification | undefined;
  /** Entries that begin with `prefix`, then those with a word that does; the plan's own first. At most `limit`. */
  suggest(prefix: string, limit: number): VocabularyEntry[];
  /** Number of entries. */
  readonly size: number;
}

/** `extra` are the plan's own entries (`vocabulary` in `mos.json`); one with a known phrase takes that phrase over. */
export function createVocabulary(extra: Iterable<VocabularyEntry> = []): Vocabulary {
  const own = createPhraseIndex();
  const ownEntries: VocabularyEntry[] = [];
  for (const entry of extra) {
    own.add(entry);
    ownEntries.push(entry);
  }
  const taken = new Set(ownEntries.flatMap(phrasesOf).map(phraseKey));
  const entries =
    taken.size === 0 ? metrics : [...ownEntries, ...metrics.filter((entry) => !taken.has(phraseKey(entry.phrase)))];
  const memo = new Map<string, Classification | undefined>();

  function classify(name: string): Classification | undefined {
    if (memo.has(name)) return memo.get(name);
    const found = decide(name);
    if (memo.size >= memoLimit) memo.clear();
    if (name.length <= longestName) memo.set(name, found);
    return found;
  }

  function decide(name: string): Classification | undefined {
    const words = readWords(name);
    for (let from = 0; from < words.length; ) {
      let to = from + 1;
      while (to < words.length && words[to]?.part === words[from]?.part) to += 1;
      const best = bestHit(words, from, to);
      const first = words[best?.from ?? -1];
      const last = words[(best?.to ?? 0) - 1];
      if (best && first && last) {
        const { start } = first;
        const { end } = last;
        return { entry: best.entry, matched: name.slice(start, end), start, end };
      }
      from = to;
    }
    return undefined;
  }

  /** The winning phrase among the words of one part of the name, `from` up to and not including `to`. */
  function bestHit(words: readonly Word[], from: number, to: number): Hit | undefined {
    let best: Ranked | undefined;
    const head = headOf(words, from, to);
    const aboutWork = head >= 0 && workNouns.has(words[head]?.base ?? '');
    for (let index = from; index < to && !words[index]?.tail; index += 1) {
      const consider =
        (isOwn: boolean) =>
        (hit: Hit): void => {
          const isSingle = hit.to - hit.from === 1;
          const final = hit.to > head || hit.complete;
          if (aboutWork && hit.to <= head) return;
          if (handled.has(words[hit.to]?.base ?? '')) return;
          // A single ordinary word before the noun is no metric: "webinar satisfaction", "download speed".
          if (isSingle && !final && !hit.isAbbreviation) return;
          const ranked = { hit, final, isOwn };
          if (!best || outranks(ranked, best)) best = ranked;
        };
      own.visit(words, index, consider(true));
      builtInIndex().visit(words, index, consider(false));
    }
    return best?.hit;
  }

  function suggest(prefix: string, limit: number): VocabularyEntry[] {
    const typed = plain(prefix).trimStart();
    const begins: VocabularyEntry[] = [];
    const contains: VocabularyEntry[] = [];
    for (const entry of entries) {
      const phrases = phrasesOf(entry).map(plain);
      if (phrases.some((phrase) => phrase.startsWith(typed))) begins.push(entry);
      else if (phrases.some((phrase) => phrase.includes(` ${typed}`))) contains.push(entry);
    }
    return [...begins, ...contains].slice(0, Math.max(0, limit));
  }

  return { classify, suggest, size: entries.length };
}

/** Names that are remembered before the memory is emptied; more than the metrics of a very large plan. */
const memoLimit = 20_000;

interface Ranked {
  hit: Hit;
  /** The name is about this phrase; nothing but movement, segment or participle follows. */
  final: boolean;
  isOwn: boolean;
}

function outranks(a: Ranked, b: Ranked): boolean {
  if (a.final !== b.final) return a.final;
  const longer = a.hit.to - a.hit.from - (b.hit.to - b.hit.from);
  if (longer !== 0) return longer > 0;
  if (a.isOwn !== b.isOwn) return a.isOwn;
  if (a.hit.complete !== b.hit.complete) return a.hit.complete;
  if (a.hit.straight !== b.hit.straight) return a.hit.straight;
  return a.hit.to > b.hit.to;
}

/** The word that the part is about: the last one before any tail that is not movement, segment or participle; or -1. */
function headOf(words: readonly Word[], from: number, to: number): number {
  let head = to - 1;
  while (head >= from) {
    const word = words[head];
    if (word && !word.tail && !transparent.has(word.base) && !isParticiple(word.base)) return head;
    head -= 1;
  }
  return -1;
}

function plain(phrase: string): string {
  return phrase.toLowerCase().replaceAll('-', ' ').replaceAll('_', ' ');
}

// Built when first asked for, once: it is the same for every plan, and a plan without metrics never needs it.
let shared: ReturnType<typeof createPhraseIndex> | undefined;

function builtInIndex(): ReturnType<typeof createPhraseIndex> {
  if (shared) return shared;
  shared = createPhraseIndex(metrics, phrasesByWord);
  return shared;
}
