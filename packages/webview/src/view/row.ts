/** One row of the tree: what it is, when, who answers, how it stands and what is wrong with it. */

import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { highlights } from '../model/filter.ts';
import type { Heading, OutlineRow } from '../model/outline.ts';
import type { Item, Store } from '../model/store.ts';
import {
  accountability,
  describe,
  factsOf,
  initialsOf,
  kindIcon,
  periodShort,
  progressText,
  stateIcon,
  toneOf,
} from '../model/words.ts';

export interface RowContext {
  store: Store;
  words: readonly string[];
  selected: string;
  /** The row that is cut, to be put below another one. */
  cut: string;
  /** Does the filter keep it for its own sake, or only as a part of the line above something. */
  isFound: (item: Item) => boolean;
}

/** Rows have identities of letters and digits, headings have addresses in theirs. */
export function elementId(id: string): string {
  return `row-${id.replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0)?.toString(36)}_`)}`;
}

export function rowTemplate(row: OutlineRow, index: number, context: RowContext): TemplateResult {
  const { item, heading } = row;
  const isSelected = context.selected === row.id;
  const classes = {
    row: true,
    selected: isSelected,
    heading: heading !== undefined,
    cut: context.cut === row.id,
    aside: item !== undefined && !context.isFound(item),
    dropped: item?.state === 'dropped',
  };
  return html`<div
    role="treeitem"
    id=${elementId(row.id)}
    class=${classMap(classes)}
    data-index=${index}
    data-vscode-context=${item ? menuContext(item) : nothing}
    draggable=${item && MOVABLE.has(item.kind) ? 'true' : 'false'}
    aria-level=${row.depth}
    aria-posinset=${row.position}
    aria-setsize=${row.size}
    aria-expanded=${row.hasChildren ? String(row.isOpen) : nothing}
    aria-selected=${String(isSelected)}
    title=${item ? factsOf(context.store, item).join('\n') : nothing}
  >
    ${Array.from({ length: row.depth - 1 }, () => html`<span aria-hidden="true" class="guide"></span>`)}
    <span aria-hidden="true" class="twistie codicon ${row.hasChildren ? (row.isOpen ? 'codicon-chevron-down' : 'codicon-chevron-right') : ''}"></span>
    ${item ? itemTemplate(item, row, context) : headingTemplate(heading as Heading)}
  </div>`;
}

const MOVABLE: ReadonlySet<string> = new Set(['objective', 'milestone', 'commitment']);

/** What the editor's own context menu is chosen by, and what its commands are told. */
export function menuContext({ id, kind, problems }: Item): string {
  return JSON.stringify({
    webviewSection: 'row',
    mosRow: id,
    mosKind: kind,
    mosProblems: (problems ?? 0) > 0,
    preventDefaultContextMenuItems: true,
  });
}

function headingTemplate({ title, section, shown, total }: Heading): TemplateResult {
  const icon = section === 'unconnected' ? 'debug-disconnect' : section === 'run' ? 'sync' : 'folder';
  return html`<span aria-hidden="true" class="kind codicon codicon-${icon} ${section}"></span>
    <span class="title">${title}</span>
    <span class="count">${shown === total ? total : `${shown} of ${total}`}</span>`;
}

function itemTemplate(item: Item, row: OutlineRow, { store, words }: RowContext): TemplateResult {
  const progress = progressText(item);
  return html`<span aria-hidden="true" class="kind codicon codicon-${kindIcon(item.kind)} ${item.kind}"></span>
    <span class="title">${marked(item.title, words)}${
      item.name && words.length > 0 && highlights(item.name, words).length > 0
        ? html` <span aria-hidden="true" class="name">${marked(item.name, words)}</span>`
        : nothing
    }</span>
    ${item.lacks ? html`<span aria-hidden="true" class="lacks">${item.lacks}</span>` : nothing}
    <span class="sr">, ${describe(store, item).slice(item.title.length + 2)}</span>
    <span aria-hidden="true" class="more"
      >${
        item.period && item.kind !== 'frame'
          ? html`<span class="period">${periodShort(item.period, store.now.day)}</span>`
          : nothing
      }${progress ? html`<span class="progress">${item.done ?? 0}/${item.total}</span>` : nothing}</span
    >
    <span aria-hidden="true" class="facts"
      >${
        item.state
          ? html`<span class="state ${toneOf(item.state)}"
              ><span class="codicon codicon-${stateIcon(item.state)}"></span><span class="word">${item.state}</span></span
            >`
          : nothing
      }${badge(item, row, store)}${people(item, store, words)}</span
    >`;
}

function people(item: Item, store: Store, words: readonly string[]): TemplateResult | typeof nothing {
  const found = store.peopleOf(item);
  const { isWrong, text: hint } = accountability(item, found);
  if (found.length === 0)
    return isWrong
      ? html`<span class="dri wrong" title=${hint}><span class="codicon codicon-question"></span></span>`
      : html`<span class="dri"></span>`;
  const [first] = found;
  const isMeant = words.length > 0 && found.some(({ name }) => highlights(name, words).length > 0);
  const text = found.length > 1 ? `${found.length}!` : initialsOf(first?.name ?? '');
  return html`<span class=${classMap({ dri: true, wrong: isWrong, match: isMeant })} title=${hint}>${text}</span>`;
}

/** Its own findings; for a closed row those below as well, so that nothing hides in it. */
function badge(item: Item, { isOpen, hasChildren }: OutlineRow, store: Store): TemplateResult | typeof nothing {
  const own = item.problems ?? 0;
  const below = hasChildren && !isOpen ? store.belowOf(item) : { errors: 0, others: 0 };
  const hidden = below.errors + below.others;
  if (own + hidden === 0) return nothing;
  const worst = item.worst === 'error' || below.errors > 0 ? 'error' : own > 0 ? (item.worst as string) : 'warning';
  return html`<span class="badge ${worst}" data-own=${own}
    ><span class="codicon codicon-${worst}"></span>${own + hidden}</span
  >`;
}

/** A text with what was looked for marked in it. */
export function marked(text: string, words: readonly string[]): TemplateResult | string {
  const spans = words.length > 0 ? highlights(text, words) : [];
  if (spans.length === 0) return text;
  const parts: (TemplateResult | string)[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return html`${parts}${text.slice(at)}`;
}
