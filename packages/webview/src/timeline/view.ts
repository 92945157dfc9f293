/** The timeline in the page: it scrolls both ways, draws what is seen, and has a single tab stop. */

import { render, svg } from 'lit';
import type { Item, Store } from '../model/store.ts';
import type { Geometry } from '../view/geometry.ts';
import { HEADER, LABELS, themePalette, timelineSvg } from './draw.ts';
import { exportedPng, exportedSvg } from './export.ts';
import type { Bar, Lane, Timeline } from './layout.ts';

/** Pixels for a day: months at a glance, weeks with their titles, or in between. */
const SCALES = [2, 4, 7, 12, 20] as const;

export interface TimelineEvents {
  select(item: Item): void;
  open(item: Item, how: 'go' | 'keep' | 'peek'): void;
}

export class TimelineView {
  private readonly element: HTMLElement;
  private readonly canvas: SVGSVGElement;
  private readonly geometry: Geometry;
  private timeline: Timeline | undefined;
  private store: Store | undefined;
  private selected = '';
  private lane = '';
  private zoom = 2;
  private isPlaced = false;
  private frame = 0;

  constructor(element: HTMLElement, geometry: Geometry, events: TimelineEvents) {
    this.element = element;
    this.geometry = geometry;
    this.canvas = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.canvas.setAttribute('role', 'none');
    const extent = document.createElement('div');
    extent.className = 'extent';
    extent.setAttribute('role', 'none');
    extent.append(this.canvas);
    element.append(extent);
    element.addEventListener('scroll', () => this.schedule(), { passive: true });
    new ResizeObserver(() => this.schedule()).observe(element);
    element.addEventListener('click', (event) => {
      const item = this.itemAt(event);
      if (!item) return;
      events.select(item);
      events.open(item, event.altKey ? 'peek' : 'keep');
    });
    element.addEventListener('contextmenu', (event) => {
      const item = this.itemAt(event);
      if (item) events.select(item);
    });
    element.addEventListener('keydown', (event) => {
      const item = this.store?.items.get(this.selected);
      if (event.key === 'Enter' && item) {
        // The editor knows this key as well, to name it in its menus: it would go there once more.
        event.stopPropagation();
        events.open(item, event.altKey ? 'peek' : 'go');
      } else if (!this.step(event.key, events)) return;
      event.preventDefault();
    });
  }

  show(timeline: Timeline, store: Store, selected: string): void {
    this.timeline = timeline;
    this.store = store;
    this.selected = selected;
    const { scale } = this;
    this.geometry.set('#timeline > .extent', 'width', `${LABELS + (timeline.to - timeline.from) * scale}px`);
    this.geometry.set('#timeline > .extent', 'height', `${HEADER + timeline.height}px`);
    if (!this.isPlaced && this.element.clientWidth > 0) this.goToToday();
    this.draw();
  }

  /** `by`: 1 closer, −1 further away. What is in the middle stays there. */
  zoomBy(by: number): void {
    const { timeline, store, element } = this;
    if (!timeline || !store) return;
    const middle = (element.scrollLeft + (element.clientWidth - LABELS) / 2) / this.scale;
    this.zoom = Math.min(SCALES.length - 1, Math.max(0, this.zoom + by));
    this.show(timeline, store, this.selected);
    element.scrollLeft = middle * this.scale - (element.clientWidth - LABELS) / 2;
  }

  goToToday(): void {
    const { timeline, element } = this;
    if (!timeline) return;
    this.isPlaced = true;
    element.scrollLeft = (timeline.today - timeline.from) * this.scale - (element.clientWidth - LABELS) / 3;
  }

  svg(): string | undefined {
    return this.timeline && exportedSvg(this.timeline, this.context()).text;
  }

  async png(): Promise<string | undefined> {
    return this.timeline && exportedPng(this.timeline, this.context());
  }

  private get scale(): number {
    return SCALES[this.zoom] as number;
  }

  private context() {
    return {
      store: this.store as Store,
      scale: this.scale,
      selected: this.selected,
      palette: themePalette,
      icons: true,
    };
  }

  private schedule(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { timeline, store, element, canvas } = this;
    if (!timeline || !store || element.clientWidth === 0) return;
    const [width, height] = [element.clientWidth, element.clientHeight];
    canvas.setAttribute('width', String(width));
    canvas.setAttribute('height', String(height));
    const view = { left: element.scrollLeft, top: element.scrollTop, width: width - LABELS, height: height - HEADER };
    render(svg`${timelineSvg(timeline, view, this.context())}`, canvas as unknown as HTMLElement);
    const active = canvas.querySelector(`[data-id="${this.selected}"]`);
    if (active) element.setAttribute('aria-activedescendant', active.id);
    else element.removeAttribute('aria-activedescendant');
  }

  private itemAt({ target }: Event): Item | undefined {
    const bar = target instanceof Element ? target.closest('.bar') : null;
    return this.store?.items.get(bar?.getAttribute('data-id') ?? '');
  }

  /** Left and right in time within a lane, up and down between lanes. False for keys that mean nothing here. */
  private step(key: string, events: TimelineEvents): boolean {
    const { lanes = [] } = this.timeline ?? {};
    if (key === '+' || key === '-') {
      this.zoomBy(key === '+' ? 1 : -1);
      return true;
    }
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return false;
    const withBars = lanes.filter(({ bars }) => bars.length > 0);
    const index = Math.max(
      0,
      withBars.findIndex((lane) => lane.id === this.lane || lane.bars.some(({ item }) => item.id === this.selected)),
    );
    const lane = withBars[index];
    const bars = inTime(lane);
    const at = bars.findIndex(({ item }) => item.id === this.selected);
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
    const [otherLane, bar]: [Lane | undefined, Bar | undefined] = isSideways
      ? [lane, bars[Math.min(bars.length - 1, Math.max(0, at + (key === 'ArrowRight' ? 1 : -1)))]]
      : this.inLane(
          withBars,
          key === 'Home' ? 0 : key === 'End' ? withBars.length - 1 : index + (key === 'ArrowDown' ? 1 : -1),
          bars[at],
        );
    if (!otherLane || !bar) return true;
    this.lane = otherLane.id;
    events.select(bar.item);
    this.bringIntoView(otherLane, bar);
    return true;
  }

  /** The bar of another lane that is nearest in time. */
  private inLane(lanes: readonly Lane[], index: number, from: Bar | undefined): [Lane | undefined, Bar | undefined] {
    const lane = lanes[Math.min(lanes.length - 1, Math.max(0, index))];
    const day = from?.from ?? this.timeline?.today ?? 0;
    const [nearest] = inTime(lane).sort((a, b) => Math.abs(a.from - day) - Math.abs(b.from - day));
    return [lane, nearest];
  }

  private bringIntoView({ top, height }: Lane, { from }: Bar): void {
    const { element, timeline } = this;
    const x = (from - (timeline?.from ?? 0)) * this.scale;
    const [width, room] = [element.clientWidth - LABELS, element.clientHeight - HEADER];
    if (x < element.scrollLeft || x > element.scrollLeft + width - 40) element.scrollLeft = x - width / 3;
    if (top < element.scrollTop || top + height > element.scrollTop + room) element.scrollTop = top - room / 3;
  }
}

function inTime(lane: Lane | undefined): Bar[] {
  return [...(lane?.bars ?? [])].sort((a, b) => a.from - b.from || a.row - b.row);
}
