/** What keys do in the tree, by the ARIA pattern of trees: pure, so that every key can be tried. */

import { fold } from '../model/fold.ts';
import type { OutlineRow } from '../model/outline.ts';

export type Step = { go: number } | { flip: string[] } | { open: 'go' | 'keep' | 'peek' } | { type: string };

export interface Key {
  key: string;
  alt?: boolean;
  ctrl?: boolean;
  shift?: boolean;
}

/** Undefined for keys that are not the tree's. `page`: rows that are seen at once; `typed`: letters typed shortly before. */
export function stepFor(
  { key, alt = false, ctrl = false }: Key,
  rows: readonly OutlineRow[],
  active: number,
  page: number,
  typed: string,
): Step | undefined {
  const row = rows[active];
  const last = rows.length - 1;
  if (!row || ctrl) return undefined;
  const clamp = (index: number): Step => ({ go: Math.min(last, Math.max(0, index)) });
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return clamp(active - 1);
    case 'PageDown':
      return clamp(active + page);
    case 'PageUp':
      return clamp(active - page);
    case 'Home':
      return clamp(0);
    case 'End':
      return clamp(last);
    case 'ArrowRight':
      if (!row.hasChildren) return undefined;
      return row.isOpen ? clamp(active + 1) : { flip: [row.id] };
    case 'ArrowLeft':
      return row.isOpen ? { flip: [row.id] } : parentOf(rows, active);
    case '*':
      return { flip: closedSiblings(rows, active) };
    case 'Enter':
      return row.item ? { open: alt ? 'peek' : 'go' } : { flip: [row.id] };
    case ' ':
      if (typed !== '') break;
      return row.item ? { open: 'keep' } : { flip: [row.id] };
  }
  return [...key].length === 1 && !alt ? { type: typed + key.toLowerCase() } : undefined;
}

/** The next row, from the active one on and then from the top, whose title begins with what was typed. */
export function typeAhead(rows: readonly OutlineRow[], active: number, typed: string): number | undefined {
  const letters = [...typed];
  // The same letter again and again steps through what begins with it.
  const isRepeated = letters.every((letter) => letter === letters[0]);
  const wanted = fold(isRepeated ? (letters[0] ?? '') : typed);
  const first = isRepeated ? active + 1 : active;
  for (let count = 0; count < rows.length; count++) {
    const index = (first + count) % rows.length;
    const title = rows[index]?.item?.title ?? rows[index]?.heading?.title ?? '';
    if (fold(title).startsWith(wanted)) return index;
  }
  return undefined;
}

function parentOf(rows: readonly OutlineRow[], active: number): Step | undefined {
  const depth = rows[active]?.depth ?? 1;
  for (let index = active - 1; index >= 0; index--) if ((rows[index]?.depth ?? 0) < depth) return { go: index };
  return undefined;
}

function closedSiblings(rows: readonly OutlineRow[], active: number): string[] {
  const depth = rows[active]?.depth ?? 1;
  const closed: string[] = [];
  for (const direction of [-1, 1])
    for (let index = direction < 0 ? active : active + 1; ; index += direction) {
      const row = rows[index];
      if (!row || row.depth < depth) break;
      if (row.depth === depth && row.hasChildren && !row.isOpen) closed.push(row.id);
    }
  return closed;
}

/** Of a key that undoes or redoes, as editors have it; undefined for all others. */
export function undoing({ key, ctrl = false, shift = false, alt = false }: Key): 'undo' | 'redo' | undefined {
  if (!ctrl || alt) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shift ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : undefined;
}
