/** Metrics: the names that the field uses, which bring their kind and unit, and what a metric of the plan shows at a glance. */

import type { PlanNode, VocabularyEntry } from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { brief, choice, literal, type Offer, type Offers, type Request } from './request.ts';

/** Names that are offered at once; further letters bring others. */
const MOST_NAMES = 60;
/** Beside the words of the language, which come first. */
const MOST_WHOLE = 8;
/** Fewer letters are the beginning of anything. */
const LETTERS_OF_A_NAME = 3;

const FLAGS = ['activity', 'output', 'outcome', 'leading', 'lagging'];

/** `outcome lagging · USD`. */
export function metricFacts(metric: PlanNode): string {
  const flags = FLAGS.filter((flag) => metric.has(flag)).join(' ');
  const home = metric.scope?.name;
  return [flags, brief(metric.text('unit')?.value, 24), home && `of ${home}`].filter(Boolean).join(' · ');
}

/** After `metric`: what it may be called. */
export function vocabularyOffers({ plan, cursor: { typed } }: Request): Offers {
  const entries = plan.vocabulary.suggest(typed.replaceAll('_', ' '), MOST_NAMES + 1);
  return { offers: entries.slice(0, MOST_NAMES).map((entry) => measureOffer(entry, '')), more: true };
}

/** Where a metric may be declared: a whole one for a name that the field uses, once the letters say which. */
export function wholeMetricOffers({ plan, cursor: { typed } }: Request): Offer[] {
  if (typed.length < LETTERS_OF_A_NAME) return [];
  return plan.vocabulary.suggest(typed.replaceAll('_', ' '), MOST_WHOLE).map((entry) => measureOffer(entry, 'metric '));
}

function measureOffer(entry: VocabularyEntry, keyword: string): Offer {
  const name = nameFrom(entry.phrase);
  const header = `${keyword}${name} "${titleFrom(entry.phrase)}"`;
  return {
    label: name,
    title: entry.phrase,
    facts: [entry.kind, entry.timing, entry.unit].filter(Boolean).join(' · '),
    kind: CompletionItemKind.Unit,
    words: [entry.phrase, ...(entry.also ?? [])].join(' '),
    insert: header,
    snippet: `${literal(header)} ${metricBody(entry, 1)}`,
    about: { is: 'measure', name: entry.phrase },
  };
}

/** The block of a metric, with what the vocabulary knows filled in. `stop`: the number of its first tab stop. */
export function metricBody(entry: VocabularyEntry | undefined, stop: number): string {
  const flags = entry
    ? `  ${entry.kind}\n  ${entry.timing ?? choice(stop + 5, ['leading', 'lagging'])}\n`
    : `  ${choice(stop + 4, ['outcome', 'output', 'activity'])}\n  ${choice(stop + 5, ['lagging', 'leading'])}\n`;
  const unit = entry?.unit ? `  unit "${literal(entry.unit)}"\n` : '';
  const read = `  read ${choice(stop + 3, ['weekly', 'monthly', 'quarterly', 'daily'])}\n`;
  return `{\n${flags}${unit}  from $${stop} to $${stop + 1}\n  source "$${stop + 2}"\n${read}}`;
}

/** `MQL-to-SQL rate` → `mql_to_sql_rate`. */
export function nameFrom(title: string): string {
  const name = title
    .toLowerCase()
    .normalize('NFC')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}

function titleFrom(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1).replace(/"/g, '\\"');
}
