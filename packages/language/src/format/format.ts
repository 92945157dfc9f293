/** The formatter: white space and line breaks only. It keeps the author's order and comments, or refuses. */

import type { Declaration, FileSummary, Property } from '../model/records.ts';
import { summarize, tokenize } from '../syntax/reader.ts';
import { type Item, itemsOf } from './items.ts';
import { render } from './render.ts';

export type Formatted = { text: string } | { refused: string };

/**
 * Two spaces a level, one declaration a block, blank lines folded to one. A block that was written on one line stays on it while
 * it fits; properties that share a line may go on sharing it. Line endings and a byte order mark stay as they are.
 * Refuses a text with syntax errors, and checks its own work: same meaning, same comments, and nothing left to do.
 */
export function formatPlan(text: string): Formatted {
  const before = summarize('', text);
  if (before.faults.length > 0) return { refused: 'it has places that cannot be read; mend those first' };
  const formatted = layOut(text, before);
  const after = summarize('', formatted);
  if (meaning(after) !== meaning(before) && meaning(after, false) === meaning(before, false)) return { refused: AMID };
  if (meaning(after) !== meaning(before) || comments(formatted) !== comments(text)) {
    return { refused: 'formatting would change what it says; this is a fault of mos' };
  }
  if (layOut(formatted, after) !== formatted)
    return { refused: 'formatting does not come to rest here; this is a fault of mos' };
  return { text: formatted };
}

/** A permission speaks of what stands on its line or begins on the next: moved, it would speak of something else. */
const AMID =
  'a mos-allow stands amid a declaration and would speak of another one; put it on a line of its own above the one that it is meant for';

function layOut(text: string, summary: FileSummary): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const items: Item[] = itemsOf(text, tokenize(text), memberStarts(summary));
  const lines = render(items);
  return lines.length === 0 ? mark : mark + lines.join('\n').replaceAll(/\r?\n/g, newline) + newline;
}

/** Where properties and declarations begin: the only places at which a line may break without doubt. */
function memberStarts(summary: FileSummary): Set<number> {
  const starts = new Set<number>();
  for (const declaration of summary.declarations) {
    starts.add(declaration.start);
    for (const property of ownProperties(declaration)) {
      starts.add(property.start);
      if (property.type === 'StatusProperty') for (const detail of property.details) starts.add(detail.start);
    }
  }
  return starts;
}

/** A week block's week belongs to its header. */
function ownProperties({ kind, start, properties }: Declaration): Property[] {
  return kind === 'week' ? properties.filter((property) => property.start !== start) : properties;
}

/** Everything the file says, without where it says it; with what it allows, or without. */
function meaning(summary: FileSummary, allowed = true): string {
  const parts = [summary.declarations, allowed ? summary.suppressions : [], summary.faults.length];
  return JSON.stringify(parts, (key, value) => (PLACES.has(key) ? undefined : value));
}

const PLACES = new Set(['start', 'end', 'keyword', 'removal', 'body']);

function comments(text: string): string {
  return tokenize(text)
    .filter((token) => token.comment)
    .map((token) =>
      token.image
        .split(/\r?\n/)
        .map((line) => line.trim())
        .join('\n'),
    )
    .join('\n');
}
