/** The tree: only the rows that are seen are in the page, and one of them is active; it has a single tab stop. */

import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { html, render } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { OutlineRow } from '../model/outline.ts';
import type { Geometry } from './geometry.ts';
import { stepFor, typeAhead } from './keys.ts';
import { elementId, type RowContext, rowTemplate } from './row.ts';

/** Pixels; the height of rows in the editor's own lists. */
export const ROW_HEIGHT = 22;
/** Rows above and below what is seen, so that quick scrolling shows no gaps. */
const OVERSCAN = 12;
/** Of what is dragged, so that nothing else is taken for a row. */
const ROW_TYPE = 'application/x-mos-row';
/** Letters that come within this time, in milliseconds, are one word. */
const TYPING_PAUSE = 700;

export interface TreeEvents {
  select(row: OutlineRow): void;
  flip(ids: readonly string[]): void;
  open(row: OutlineRow, how: 'go' | 'keep' | 'peek'): void;
  /** A row was dropped, or put, onto another one. */
  attach(id: string, to: string): void;
  scrolled(offset: number): void;
  cut(id: string): void;
  escape(): void;
}

export class Tree {
  readonly element: HTMLElement;
  private readonly events: TreeEvents;
  private readonly geometry: Geometry;
  private readonly virtualizer: Virtualizer<HTMLElement, Element>;
  private rows: readonly OutlineRow[] = [];
  /** Where the row that was last asked for stood. */
  private lastIndex = -1;
  private context: RowContext | undefined;
  private typed = '';
  private typedAt = 0;
  private dragged = '';

  constructor(element: HTMLElement, geometry: Geometry, events: TreeEvents) {
    this.element = element;
    this.geometry = geometry;
    this.events = events;
    this.virtualizer = new Virtualizer(this.options());
    this.virtualizer._didMount();
    this.virtualizer._willUpdate();
    element.addEventListener('click', (event) => this.clicked(event));
    element.addEventListener('auxclick', (event) => event.preventDefault());
    element.addEventListener('contextmenu', (event) => this.contextMenu(event));
    element.addEventListener('keydown', (event) => this.pressed(event));
    element.addEventListener('scroll', () => events.scrolled(element.scrollTop), { passive: true });
    for (const type of ['dragstart', 'dragover', 'dragleave', 'drop', 'dragend'] as const)
      element.addEventListener(type, (event) => this.drag(event));
  }

  show(rows: readonly OutlineRow[], context: RowContext): void {
    if (rows !== this.rows) {
      this.rows = rows;
      this.virtualizer.setOptions(this.options());
      this.virtualizer._willUpdate();
    }
    this.context = context;
    this.draw();
  }

  reveal(id: string): void {
    const index = this.indexOf(id);
    if (index >= 0) this.virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  scrollTo(offset: number): void {
    this.virtualizer.scrollToOffset(offset);
  }

  rowOf(id: string): OutlineRow | undefined {
    return this.rows[this.indexOf(id)];
  }

  /** −1 for a row that is not open. A look through all rows is quicker than keeping a table of them. */
  private indexOf(id: string): number {
    if (this.rows[this.lastIndex]?.id !== id) this.lastIndex = this.rows.findIndex((row) => row.id === id);
    return this.lastIndex;
  }

  private options(): ConstructorParameters<typeof Virtualizer<HTMLElement, Element>>[0] {
    return {
      count: this.rows.length,
      getScrollElement: () => this.element,
      estimateSize: () => ROW_HEIGHT,
      overscan: OVERSCAN,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.draw(),
    };
  }

  private draw(): void {
    const { context } = this;
    if (!context) return;
    const items = this.virtualizer.getVirtualItems();
    this.geometry.set('#tree > .all', 'height', `${this.virtualizer.getTotalSize()}px`);
    this.geometry.set('#tree > .all > .seen', 'transform', `translateY(${items[0]?.start ?? 0}px)`);
    const active = this.rowOf(context.selected);
    const isSeen = active && items.some(({ index }) => this.rows[index] === active);
    if (isSeen) this.element.setAttribute('aria-activedescendant', elementId(context.selected));
    else this.element.removeAttribute('aria-activedescendant');
    const seen = items.flatMap(({ index }) =>
      this.rows[index] ? [{ index, row: this.rows[index] as OutlineRow }] : [],
    );
    render(
      html`<div class="all" role="none">
        <div class="seen" role="none">
          ${repeat(
            seen,
            ({ row }) => row.id,
            // While somebody scrolls, only rows that come into sight are worked out.
            ({ row, index }) => guard([row, context], () => rowTemplate(row, index, context)),
          )}
        </div>
      </div>`,
      this.element,
    );
  }

  private at(target: EventTarget | null): OutlineRow | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    return element ? this.rows[Number(element.dataset.index)] : undefined;
  }

  private clicked(event: MouseEvent): void {
    const row = this.at(event.target);
    if (!row) return;
    const isTwistie = event.target instanceof Element && event.target.closest('.twistie') !== null;
    this.events.select(row);
    if (row.hasChildren && (isTwistie || row.heading)) this.events.flip([row.id]);
    else if (row.item) this.events.open(row, event.altKey ? 'peek' : 'keep');
  }

  /** A row is selected before its menu opens; from the keyboard, the menu is that of the active row, at its place. */
  private contextMenu(event: MouseEvent): void {
    const row = this.at(event.target);
    if (row) this.events.select(row);
    const active = document.getElementById(elementId(this.context?.selected ?? ''));
    if (row || !active || event.target !== this.element) return;
    event.preventDefault();
    event.stopPropagation();
    const { left, bottom } = active.getBoundingClientRect();
    active.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, clientX: left + ROW_HEIGHT * 2, clientY: bottom }),
    );
  }

  private pressed(event: KeyboardEvent): void {
    const { key, altKey: alt, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const now = event.timeStamp;
    const typed = now - this.typedAt < TYPING_PAUSE ? this.typed : '';
    const active = Math.max(0, this.indexOf(this.context?.selected ?? ''));
    const row = this.rows[active];
    if (key === 'Escape') this.events.escape();
    else if (ctrl && row?.item && key === 'x') this.events.cut(row.id);
    else if (ctrl && row?.item && key === 'v' && this.context?.cut) this.events.attach(this.context.cut, row.id);
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    const step = stepFor({ key, alt, ctrl, shift }, this.rows, active, page, typed);
    if (!step || !row) return;
    event.preventDefault();
    // The editor knows this key as well, to name it in its menus: it would go there once more.
    if (key === 'Enter') event.stopPropagation();
    if ('go' in step) this.select(step.go);
    else if ('flip' in step) this.events.flip(step.flip);
    else if ('open' in step) this.events.open(row, step.open);
    else {
      this.typed = step.type;
      this.typedAt = now;
      const index = typeAhead(this.rows, active, step.type);
      if (index !== undefined) this.select(index);
    }
  }

  private select(index: number): void {
    const row = this.rows[index];
    if (!row) return;
    this.events.select(row);
    this.reveal(row.id);
  }

  /** Whether something may hang there is for the server to say; here only what can be seen at once is shown. */
  private drag(event: DragEvent): void {
    const row = this.at(event.target);
    // A row that was scrolled out of sight, and out of the page, is not told that its drag has ended.
    if (event.type !== 'dragstart' && !event.dataTransfer?.types.includes(ROW_TYPE)) this.dragged = '';
    switch (event.type) {
      case 'dragstart':
        this.dragged = row?.item?.id ?? '';
        event.dataTransfer?.setData('text/plain', row?.item?.title ?? '');
        event.dataTransfer?.setData(ROW_TYPE, this.dragged);
        break;
      case 'dragover':
        if (this.dragged && row?.item) event.preventDefault();
        this.mark(this.dragged ? row : undefined);
        break;
      case 'drop':
        event.preventDefault();
        if (this.dragged && row?.item && row.id !== this.dragged) this.events.attach(this.dragged, row.id);
        break;
    }
    if (event.type === 'drop' || event.type === 'dragend') {
      this.dragged = '';
      this.mark(undefined);
    } else if (event.type === 'dragleave' && event.target === this.element) this.mark(undefined);
  }

  private mark(row: OutlineRow | undefined): void {
    for (const element of this.element.querySelectorAll('.over')) element.classList.remove('over', 'illegal');
    const element = row?.item && document.getElementById(elementId(row.id));
    if (!element) return;
    const kind = this.rowOf(this.dragged)?.item?.kind;
    const isLegal = LEGAL[kind ?? '']?.includes(row.item?.kind ?? '') ?? false;
    element.classList.add('over');
    element.classList.toggle('illegal', !isLegal);
  }
}

const LEGAL: Record<string, readonly string[]> = {
  objective: ['bet', 'frame'],
  milestone: ['objective'],
  commitment: ['milestone'],
};
