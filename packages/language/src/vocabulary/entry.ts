/** The shape of one thing that the vocabulary knows: a metric's name, its other names, and what kind of metric it is. */

/** `activity`: what we did. `output`: what it produced. `outcome`: what changed in the market or in revenue. */
export type VocabularyKind = 'activity' | 'output' | 'outcome';

export interface VocabularyEntry {
  /** The usual name, as a person would write it: `pipeline sourced`. */
  phrase: string;
  /** Synonyms and abbreviations. Plurals and "sourced pipeline" for "pipeline sourced" need no mention. */
  also?: readonly string[];
  kind: VocabularyKind;
  /** `%`, `USD`, `count`, `days`, `hours`, `minutes`, `seconds`, `points`, `ratio`. */
  unit?: string;
  /** Leading: moves before the result does. Lagging: is the result. */
  timing?: 'leading' | 'lagging';
  /** The direction in which this metric gets better, where that is always the same. */
  better?: 'up' | 'down';
  /** One plain sentence, only where the kind surprises. */
  note?: string;
}

/** Reads a list that is parted by commas; lines break after a comma only. */
export function names(list: string): string[] {
  return list.split(',').map((phrase) => phrase.trim());
}
