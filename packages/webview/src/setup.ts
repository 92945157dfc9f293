/** How the window is set up, by whoever looks: what is selected, looked for and open; noted at once, for when the page comes back. */

import type { Host } from './host.ts';
import { type Kept, keptFrom } from './kept.ts';
import { type Filter, isFiltering } from './model/filter.ts';
import type { Openness } from './model/outline.ts';

/** Milliseconds of rest after which the place that was scrolled to is noted; it changes with every frame. */
const SCROLL_PAUSE = 300;

export class Setup {
  private readonly host: Host;
  private state: Kept;
  private flipped: ReadonlySet<string>;
  /** What a person opens and closes while filtering is forgotten with the filter. */
  private flippedWhileFiltering: ReadonlySet<string> = new Set();
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.host = host;
    this.state = keptFrom(host.kept);
    this.flipped = new Set(this.state.flipped);
    window.addEventListener('pagehide', () => this.note());
    document.addEventListener('visibilitychange', () => this.note());
  }

  get now(): Kept {
    return this.state;
  }

  get isFiltered(): boolean {
    return isFiltering(this.state.filter);
  }

  get openness(): Openness {
    return { flipped: this.isFiltered ? this.flippedWhileFiltering : this.flipped };
  }

  change(change: Partial<Kept>): void {
    this.state = { ...this.state, ...change };
    this.note();
  }

  filter(change: Partial<Filter>): void {
    this.flippedWhileFiltering = new Set();
    this.change({ filter: { ...this.state.filter, ...change } });
  }

  /** What was open is closed, and the other way round. */
  flip(ids: readonly string[]): void {
    const flipped = new Set(this.openness.flipped);
    for (const id of ids) if (!flipped.delete(id)) flipped.add(id);
    if (this.isFiltered) this.flippedWhileFiltering = flipped;
    else this.flipped = flipped;
    this.change({ flipped: [...this.flipped] });
  }

  /** Only these are not as they are at first. */
  reset(flipped: Iterable<string>): void {
    this.flippedWhileFiltering = new Set();
    this.flipped = new Set(flipped);
    this.change({ flipped: [...this.flipped] });
  }

  scrolled(scroll: number): void {
    this.state = { ...this.state, scroll };
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.note(), SCROLL_PAUSE);
  }

  /** At once: the page may be taken away right after a click. */
  private note(): void {
    clearTimeout(this.resting);
    this.host.keep(this.state);
  }
}
