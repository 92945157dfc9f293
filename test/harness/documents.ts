/** What every document has to be, whatever plan it is made of; and plans and days to make documents of. */

import type { SourceFile } from '@mos/language';
import { type Block, type Document, documentKinds, type Inline } from '@mos/language/documents';
import { expect } from 'vitest';
import { readCorpus } from './corpus.ts';

/** Each example with days on which a meeting would look at it, and somebody who joins. */
export const OCCASIONS: readonly (readonly [example: string, day: string, owner: string])[] = [
  // Before the year begins, its first Monday, a monthly review, six weeks before the end, the second quarter: five days of one year.
  ['acme', '2025-12-15', 'cho'],
  ['acme', '2026-01-05', 'nils'],
  ['acme', '2026-02-04', 'ana'],
  ['acme', '2026-02-18', 'gia'],
  ['acme', '2026-04-08', 'ben'],
  ['broken', '2026-01-20', 'ben'],
  ['gitlab-fy21-q1', '2020-04-20', 'revenue'],
  ['ipfs-community-2019-q1', '2019-04-08', 'mikeal'],
];

export const names: readonly string[] = documentKinds.map(({ name }) => name);

export function filesOf(example: string): SourceFile[] {
  return readCorpus(example).files;
}

/** Everything that a document says, in order. */
export function textsOf(document: Document): string[] {
  return [document.title, document.subtitle, ...document.blocks.flatMap(blockTexts)];
}

/** As one text, for `toContain`. */
export function read(document: Document): string {
  return document.blocks.map((block) => blockTexts(block).join(' | ')).join('\n');
}

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [said(block.text)];
    case 'callout':
      return [block.title, said(block.text)];
    case 'list':
      return block.items.flatMap(function item({ text, items = [] }): string[] {
        return [said(text), ...items.flatMap(item)];
      });
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ title }) => title),
        ...block.rows.flat().map(({ text }) => said(text)),
      ];
    case 'figures':
      return block.figures.flatMap(({ title, label, text, note, definition }) => [
        title,
        label,
        text,
        note ?? '–',
        definition,
      ]);
    case 'chart':
      return [block.title, block.unit ?? '–', block.says, ...block.series.map(({ text }) => text)];
  }
}

export function said(text: readonly Inline[]): string {
  return text.map((word) => word.text).join('');
}

/** No hole, nothing that a program forgot, no section without content. */
export function expectSound(document: Document): void {
  for (const text of textsOf(document)) {
    expect(text.trim(), `an empty text in ${document.name}`).not.toBe('');
    expect(text, document.name).not.toMatch(/\bundefined\b|\bNaN\b|Infinity|\[object |\bnull\b|\$\{/);
    expect(text, document.name).not.toMatch(
      / {2}|\.\.(?!\.)|,\s*[.,]|\b1 (?:objectives|milestones|promises|days|numbers|programs)\b/,
    );
  }
  document.blocks.forEach((block, index) => {
    const next = document.blocks[index + 1];
    if (block.type === 'heading') {
      expect(next, `nothing beneath "${said(block.text)}"`).toBeDefined();
      if (next?.type === 'heading')
        expect(next.level, `nothing beneath "${said(block.text)}"`).toBeGreaterThan(block.level);
    }
    if (block.type === 'table') {
      expect(block.rows.length, block.caption).toBeGreaterThan(0);
      for (const row of block.rows) expect(row.length, block.caption).toBe(block.columns.length);
    }
    if (block.type === 'list') expect(block.items.length).toBeGreaterThan(0);
  });
}
