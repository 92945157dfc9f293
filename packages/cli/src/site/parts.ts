/** What pages are put together from: links to declarations, states, and the blocks of documents. */

import type { Block, DocumentFigure, Inline, Reference, Word } from '@mos/language/documents';
import { blocksHtml, type HtmlOptions, inlineHtml } from '../documents/html.ts';
import { relative } from './addresses.ts';
import type { Site } from './frame.ts';
import { type Content, type Html, html, raw } from './markup.ts';

/** The parts as one page uses them: addresses are relative to it, and an anchor is given once. */
export class Parts {
  private readonly site: Site;
  private readonly path: string;
  private readonly anchors = new Set<string>();

  constructor(site: Site, path: string) {
    this.site = site;
    this.path = path;
  }

  /** Relative to this page. */
  to(address: string): string {
    return relative(address, this.path);
  }

  /** ` id="…"`, the first time that it is asked for. */
  anchor(id: string): Html | undefined {
    return this.isFirst(id) ? html` id="${id}"` : undefined;
  }

  link(reference: Reference): Html {
    return raw(inlineHtml([reference], this.options));
  }

  /** As `link`, but for the row that a declaration has on this page: it needs no link to itself. */
  name(reference: Reference): Html {
    const isHere = this.site.addressOf(reference) === `${this.path}#${reference.id}`;
    return isHere ? raw(inlineHtml([reference])) : this.link(reference);
  }

  words(words: readonly Inline[]): Html {
    return raw(inlineHtml(words, this.options));
  }

  state(word: Word | undefined): Html | undefined {
    return word && raw(inlineHtml([word], this.options));
  }

  blocks(blocks: readonly Block[]): Html {
    return raw(blocksHtml(blocks, this.options));
  }

  get options(): HtmlOptions {
    return {
      linkTo: (reference) => {
        const address = this.site.addressOf(reference);
        // A link from a page to itself leads nowhere.
        return address === undefined || address === this.path ? undefined : relative(address, this.path);
      },
      rowAnchor: ({ id }) => (this.isFirst(id) ? id : undefined),
    };
  }

  private isFirst(id: string): boolean {
    if (this.anchors.has(id)) return false;
    this.anchors.add(id);
    return true;
  }
}

/** A number as a card: what it is, how much, and what was counted. */
export function figureCard({ title, label, text, note, definition }: DocumentFigure): Html {
  const [share, parts] = text.split(', ', 2);
  return html`<div class="card"><dt>${title}</dt><dd><strong>${share}</strong>${parts && html` <span class="parts">${parts}</span>`}
<span class="label"><bdi>${label}</bdi>${note && html`; ${note}`}</span><span class="is">${definition}</span></dd></div>`;
}

/** A region that scrolls sideways when there is no room, and that the keyboard reaches. */
export function scrolling(label: string, content: Content): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`;
}
