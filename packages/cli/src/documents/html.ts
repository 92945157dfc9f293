/** A document as one HTML page that needs nothing else: no script, no network, a strict policy, light and dark, fit to print. */

import { createHash } from 'node:crypto';
import type {
  Block,
  Callout,
  Cell,
  Document,
  DocumentFigure,
  Inline,
  ListItem,
  Reference,
  Table,
} from '@mos/language/documents';
import { chartHtml } from './chart.ts';
import { escaped } from './escaped.ts';
import { isNew, SHAPES } from './markdown.ts';
import { documentStyle } from './style.ts';

export interface HtmlOptions {
  /** Where a declaration has a page or a place of its own; without it, references are words. Gives a relative address. */
  linkTo?: (reference: Reference) => string | undefined;
  /** The anchor of the row of a table that begins with a declaration; without it, rows have none. */
  rowAnchor?: (reference: Reference) => string | undefined;
  /** Prefix of the anchors of headings, where several documents stand on one page. */
  anchors?: string;
}

/** A whole page. With several documents, one after the other. */
export function documentsHtml(documents: readonly Document[], options: HtmlOptions = {}): string {
  const title = [...new Set(documents.map((each) => each.title))].join(', ');
  const plans = [...new Set(documents.flatMap(({ plan }) => plan ?? []))].join(', ');
  const articles = documents.map((each, index) =>
    articleHtml(
      each,
      documents.length > 1 ? { ...options, anchors: `${options.anchors ?? ''}${index + 1}-` } : options,
    ),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${documentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(plans === '' ? title : `${title} · ${plans}`)}</title>
<style>${documentStyle}</style>
</head>
<body>
<main>
${articles.join('\n')}
</main>
</body>
</html>
`;
}

/** The document without a page around it. */
export function articleHtml({ title, subtitle, plan, asOf, blocks }: Document, options: HtmlOptions = {}): string {
  const origin = [...(plan === undefined ? [] : [plan]), subtitle]
    .map((text) => `<bdi>${escaped(text)}</bdi>`)
    .join(' · ');
  return `<article>
<header>
<h1>${escaped(title)}</h1>
<p class="origin">${origin} · as of <time datetime="${escaped(asOf)}">${escaped(asOf)}</time></p>
</header>
${blocksHtml(blocks, options)}
</article>`;
}

/** Blocks alone, for whoever has a page of their own; `documentStyle` says how they look. */
export function blocksHtml(blocks: readonly Block[], options: HtmlOptions = {}): string {
  const anchors = new Map<string, number>();
  return blocks.map((block) => blockHtml(block, options, anchors)).join('\n');
}

export function inlineHtml(words: readonly Inline[], { linkTo }: HtmlOptions = {}): string {
  return words
    .map((word) => {
      if (word.type === 'strong') return `<strong>${escaped(word.text)}</strong>`;
      if (word.type === 'state')
        return `<span class="state ${word.tone}"><span aria-hidden="true">${SHAPES[word.tone]}</span> ${escaped(word.text)}</span>`;
      if (word.type === 'text') return escaped(word.text);
      const name = `<bdi class="name">${escaped(word.text)}</bdi>`;
      const address = linkTo?.(word);
      return address === undefined ? name : `<a href="${escaped(address)}">${name}</a>`;
    })
    .join('');
}

/** What a page of documents may load: nothing, and of styles only the one that stands in it. */
const documentPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(documentStyle).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function blockHtml(block: Block, options: HtmlOptions, anchors: Map<string, number>): string {
  switch (block.type) {
    case 'heading': {
      const id = anchor(block.text.map(({ text }) => text).join(''), options, anchors);
      return `<h${block.level} id="${escaped(id)}">${inlineHtml(block.text, options)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${inlineHtml(block.text, options)}</p>`;
    case 'list':
      return list(block.items, block.ordered, options);
    case 'callout':
      return callout(block, options);
    case 'table':
      return table(block, options);
    case 'figures':
      return `<dl class="figures">\n${block.figures.map((each, index) => figure(each, isNew(block.figures, index))).join('\n')}\n</dl>`;
    case 'chart':
      return chartHtml(block, inlineHtml([block.metric], options));
  }
}

/** Of letters and digits of the heading; told apart by a number where two are the same, or a heading is what another one became. */
function anchor(text: string, { anchors: prefix = '' }: HtmlOptions, anchors: Map<string, number>): string {
  const stem = `${prefix}${
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'section'
  }`;
  const numbered = (count: number) => (count === 1 ? stem : `${stem}-${count}`);
  let count = (anchors.get(stem) ?? 0) + 1;
  while (anchors.has(numbered(count))) count += 1;
  anchors.set(numbered(count), 1);
  anchors.set(stem, count);
  return numbered(count);
}

function list(items: readonly ListItem[], ordered: boolean, options: HtmlOptions): string {
  const tag = ordered ? 'ol' : 'ul';
  const inner = items.map(
    ({ text, items: below }) =>
      `<li>${inlineHtml(text, options)}${below ? `\n${list(below, false, options)}` : ''}</li>`,
  );
  return `<${tag}>\n${inner.join('\n')}\n</${tag}>`;
}

const SPOKEN: Readonly<Record<Callout['tone'], string>> = { act: 'To do', good: 'Good', note: 'Note' };

function callout({ tone, title, text }: Callout, options: HtmlOptions): string {
  return `<p class="callout ${tone}" role="note" aria-label="${SPOKEN[tone]}"><strong>${escaped(title)}</strong> ${inlineHtml(text, options)}</p>`;
}

/** In a box of its own that scrolls, and that the keyboard reaches, so that a wide table never widens the page. */
function table({ caption, columns, rows }: Table, options: HtmlOptions): string {
  const kind = (index: number) => columns[index]?.holds ?? 'text';
  const head = columns.map(({ title, holds }) => `<th scope="col" class="${holds}">${escaped(title)}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr${rowId(cells[0], options)}>${cells.map((cell, index) => tableCell(cell, kind(index), index === 0, options)).join('')}</tr>`,
  );
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function rowId(first: Cell | undefined, { rowAnchor }: HtmlOptions): string {
  const [about] = first?.text ?? [];
  const id = about?.type === 'reference' ? rowAnchor?.(about) : undefined;
  return id === undefined ? '' : ` id="${escaped(id)}"`;
}

function tableCell({ text }: Cell, kind: string, isFirst: boolean, options: HtmlOptions): string {
  const inner = inlineHtml(text, options);
  return isFirst ? `<th scope="row" class="${kind}">${inner}</th>` : `<td class="${kind}">${inner}</td>`;
}

function figure({ title, label, text, note, definition }: DocumentFigure, isExplained: boolean): string {
  return `<div><dt>${escaped(title)} <small><bdi>${escaped(label)}</bdi></small></dt><dd><strong>${escaped(text)}</strong>${
    note === undefined ? '' : ` <small>${escaped(note)}</small>`
  }${isExplained ? `<p>${escaped(definition)}</p>` : ''}</dd></div>`;
}
