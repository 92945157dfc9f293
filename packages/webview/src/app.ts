/** The window: what it knows, what is chosen in it, and how both become what is seen. */

import { html, nothing, render } from 'lit';
import type { Host } from './host.ts';
import { type Kept, keptFrom } from './kept.ts';
import { type Filter, identitiesOf, isFiltering, type Matches, matchesOf, noFilter, wordsOf } from './model/filter.ts';
import { closedAbove, isOpenAtFirst, type OutlineRow, outlineOf } from './model/outline.ts';
import { type Item, Store } from './model/store.ts';
import type { HostMessage, Settings, Status, Story } from './protocol.ts';
import { timelineOf } from './timeline/layout.ts';
import { TimelineView } from './timeline/view.ts';
import { barTemplate } from './view/bar.ts';
import { detailsTemplate } from './view/details.ts';
import { Geometry } from './view/geometry.ts';
import { sash } from './view/sash.ts';
import { noticeTemplate, pageTemplate } from './view/states.ts';
import { timelineBar } from './view/timeline-bar.ts';
import { Tree } from './view/tree.ts';

/** Milliseconds of rest after which the place that was scrolled to is noted; it changes with every frame. */
const SCROLL_PAUSE = 300;
/** Milliseconds that a selection rests before its story is asked for; arrows run through many. */
const STORY_PAUSE = 60;

export class App {
  private readonly host: Host;
  private readonly store = new Store();
  private readonly geometry = new Geometry();
  private readonly tree: Tree;
  private readonly timeline: TimelineView;
  private state: Kept;
  private status: Status = { kind: 'starting' };
  private settings: Settings = { me: '', follow: true };
  private story: { id: string; story: Story } | undefined;
  private matches: Matches | undefined;
  private rows: readonly OutlineRow[] = [];
  /** What a person opens and closes while filtering is forgotten with the filter. */
  private flippedWhileFiltering = new Set<string>();
  private flipped: Set<string>;
  private cut = '';
  private said = '';
  private hasPlan = false;
  private isStale = true;
  private frame = 0;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.host = host;
    this.state = keptFrom(host.kept);
    this.flipped = new Set(this.state.flipped);
    this.tree = new Tree(part('tree'), this.geometry, {
      select: ({ id }) => this.select(id),
      flip: (ids) => this.flip(ids),
      open: ({ item }, how) => item && this.open(item, how),
      attach: (id, to) => this.attach(id, to),
      scrolled: (scroll) => this.scrolled(scroll),
      cut: (id) => this.take(id),
      escape: () => (this.cut ? this.take('') : this.clear()),
    });
    this.timeline = new TimelineView(part('timeline'), this.geometry, {
      select: ({ id }) => this.select(id),
      open: (item, how) => this.open(item, how),
    });
    part('tree').addEventListener('focus', () => {
      const first = this.rows[0];
      if (first && !this.tree.rowOf(this.state.selected)) this.select(first.id);
    });
    sash(
      part('sash'),
      () => this.state.detailsHeight,
      (detailsHeight) => this.set({ detailsHeight }),
    );
    // Keys of rows are for rows: in the filter and in a text, they are the keys of every text.
    for (const [event, on] of [
      ['focusin', true],
      ['focusout', false],
    ] as const)
      for (const name of ['tree', 'timeline'])
        part(name).addEventListener(event, () => host.send({ type: 'focus', on }));
    window.addEventListener('pagehide', () => this.keepNow());
    document.addEventListener('visibilitychange', () => this.keepNow());
    this.show();
    host.send({ type: 'mode', mode: this.state.mode });
    host.send({ type: 'selected', id: this.state.selected });
    host.send({ type: 'ready' });
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'snapshot': {
        const isFirst = !this.hasPlan;
        this.store.replace(message.snapshot);
        this.hasPlan = true;
        this.changed();
        if (isFirst) this.restore();
        break;
      }
      case 'patch':
        if (!this.hasPlan) break;
        if (this.store.apply(message.patch)) this.changed();
        else this.host.send({ type: 'resync' });
        break;
      case 'status':
        this.status = message.status;
        break;
      case 'settings':
        this.settings = message.settings;
        this.isStale = true;
        break;
      case 'mode':
        this.keep({ mode: message.mode });
        break;
      case 'reveal':
        this.reveal(message.id);
        break;
      case 'story':
        this.story = message.story ? { id: message.id, story: message.story } : undefined;
        break;
      case 'say':
        this.said = message.text;
        break;
      case 'do':
        this.perform(message.what);
    }
    this.show();
  }

  private perform(what: Extract<HostMessage, { type: 'do' }>['what']): void {
    if (what === 'filter') part('filter').focus();
    else if (what === 'clear') this.clear();
    else if (what === 'collapse') this.collapse();
    else if (what === 'go' || what === 'peek') {
      const item = this.store.items.get(this.state.selected);
      if (item) this.open(item, what);
    } else if (what === 'details') this.keep({ showsDetails: !this.state.showsDetails });
    else void this.exportAs(what);
  }

  private changed(): void {
    this.isStale = true;
    if (this.store.faults > 0)
      this.host.send({ type: 'log', text: `${this.store.faults} rows of the cascade could not be understood` });
    this.store.faults = 0;
    this.askForStory();
  }

  /** What was there when the window was last seen. */
  private restore(): void {
    this.draw();
    this.tree.scrollTo(this.state.scroll);
    this.prepare(this.store.items.values());
  }

  /** What the filter looks into is made ready when there is nothing else to do, so that the first letter is as quick as the others. */
  private prepare(items: Iterator<Item>): void {
    requestIdleCallback((deadline) => {
      for (let next = items.next(); !next.done; next = items.next()) {
        this.store.haystackOf(next.value);
        if (deadline.timeRemaining() < 1) return this.prepare(items);
      }
    });
  }

  private show(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    if (this.isStale) {
      this.isStale = false;
      this.matches = matchesOf(this.store, this.state.filter, this.settings.me);
      this.rows = outlineOf(
        this.store,
        { flipped: this.isFiltered ? this.flippedWhileFiltering : this.flipped },
        this.matches,
      );
    }
    const { mode, filter, selected, showsDetails, lanes } = this.state;
    const page = this.page();
    const isTree = mode === 'tree' && page === nothing;
    part('tree').hidden = !isTree;
    part('timeline').hidden = mode !== 'timeline' || page !== nothing;
    part('state').hidden = page === nothing && !this.notice();
    render(page === nothing ? (this.notice() ?? nothing) : page, part('state'));
    const canShow = this.hasPlan && this.store.size > 0;
    part('top').hidden = !canShow;
    // Until something is selected, the tree has all the room.
    const hasDetails = showsDetails && canShow && this.store.items.has(selected);
    part('details').hidden = part('sash').hidden = !hasDetails;
    document.body.dataset.mode = mode;
    if (canShow) this.drawTop();
    if (isTree) {
      const words = wordsOf(filter.text);
      const isFound = (item: Item) => this.matches?.found(item) ?? true;
      this.tree.show(this.rows, { store: this.store, words, selected, cut: this.cut, isFound });
    } else if (mode === 'timeline' && page === nothing)
      this.timeline.show(timelineOf(this.store, this.matches, lanes), this.store, selected);
    this.geometry.set('#details', '--share', `${this.state.detailsHeight}%`);
    part('sash').setAttribute('aria-valuenow', String(Math.round(this.state.detailsHeight)));
    if (hasDetails) this.drawDetails();
    const say =
      this.said ||
      (this.cut ? `Cut: ${this.store.items.get(this.cut)?.title}. Paste it onto what it shall advance.` : '');
    part('say').hidden = say === '';
    if (part('say').textContent !== say) part('say').textContent = say;
  }

  private drawTop(): void {
    const { filter, showsChoices, mode, lanes } = this.state;
    const bar = barTemplate({
      store: this.store,
      filter,
      showsChoices,
      found: this.matches?.count ?? this.store.size,
      knowsMe: identitiesOf(this.store, this.settings.me).length > 0,
      change: (change) => this.change(change),
      clear: () => this.clear(),
      toggleChoices: () => this.set({ showsChoices: !showsChoices }),
      down: () => part(mode).focus(),
      openSettings: () => this.host.send({ type: 'run', command: 'openSettings' }),
    });
    const tools = timelineBar({
      lanes,
      choose: (by) => this.set({ lanes: by }),
      zoom: (by) => this.timeline.zoomBy(by),
      today: () => this.timeline.goToToday(),
      export: (format) => void this.exportAs(format),
    });
    render(html`${bar}${mode === 'timeline' ? tools : nothing}`, part('top'));
  }

  private drawDetails(): void {
    const { selected } = this.state;
    // While another story is on its way, the old one stays, and its ways out are for what it tells of: nothing flickers.
    const shown = this.story?.id === selected || this.tree.rowOf(selected)?.item ? this.story : undefined;
    render(
      detailsTemplate(shown?.story, {
        today: this.store.now.day,
        go: (id) => {
          this.reveal(id);
          this.select(id);
          const item = this.store.items.get(id);
          if (item) this.open(item, 'keep');
        },
        fix: ({ rule, message }, title) =>
          this.host.send({ type: 'act', id: shown?.id ?? selected, act: { kind: 'fix', rule, message, title } }),
        explain: (rule) => this.host.send({ type: 'explain', rule }),
      }),
      part('details'),
    );
  }

  /** What stands in place of the cascade, if anything. */
  private page() {
    return pageTemplate(this.status, this.hasPlan ? this.store : undefined, this.matches, {
      run: (command) => this.host.send({ type: 'run', command }),
      clear: () => this.clear(),
    });
  }

  /** What stands above the cascade, if anything. */
  private notice() {
    return this.state.mode === 'tree' && !this.matches ? noticeTemplate(this.store) : undefined;
  }

  private get isFiltered(): boolean {
    return isFiltering(this.state.filter);
  }

  private open({ uri, line, column }: Item, how: 'go' | 'keep' | 'peek'): void {
    this.host.send({ type: 'open', uri, line, column, how });
  }

  private select(id: string): void {
    this.said = '';
    if (id !== this.state.selected) {
      this.host.send({ type: 'selected', id });
      this.set({ selected: id });
    }
    this.askForStory();
  }

  private askForStory(): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      const { selected, showsDetails } = this.state;
      if (showsDetails && this.store.items.has(selected)) this.host.send({ type: 'story', id: selected });
    }, STORY_PAUSE);
  }

  /** Shows a row wherever it is, without taking the focus. */
  private reveal(id: string): void {
    const item = this.store.items.get(id);
    if (!item || (this.matches && !this.matches.kept(item))) return;
    const flipped = this.isFiltered ? this.flippedWhileFiltering : this.flipped;
    const closed = closedAbove(this.store, { flipped }, item, this.isFiltered);
    if (closed.length > 0) this.flip(closed);
    this.select(id);
    this.draw();
    this.tree.reveal(id);
  }

  private flip(ids: readonly string[]): void {
    const flipped = this.isFiltered ? this.flippedWhileFiltering : this.flipped;
    for (const id of ids) if (!flipped.delete(id)) flipped.add(id);
    this.isStale = true;
    this.set({ flipped: [...this.flipped] });
  }

  private collapse(): void {
    this.flippedWhileFiltering.clear();
    this.flipped = new Set([...this.store.items.values()].filter(isOpenAtFirst).map(({ id }) => id));
    this.isStale = true;
    this.set({ flipped: [...this.flipped] });
  }

  private change(change: Partial<Filter>): void {
    this.flippedWhileFiltering.clear();
    this.isStale = true;
    this.set({ filter: { ...this.state.filter, ...change } });
  }

  private clear(): void {
    this.change(noFilter);
    this.draw();
    this.tree.reveal(this.state.selected);
  }

  private take(id: string): void {
    this.said = '';
    this.cut = id;
    this.show();
  }

  private attach(id: string, to: string): void {
    this.take('');
    this.host.send({ type: 'act', id, act: { kind: 'attach', to } });
  }

  private async exportAs(format: 'svg' | 'png'): Promise<void> {
    const data = format === 'svg' ? this.timeline.svg() : await this.timeline.png();
    if (data !== undefined) this.host.send({ type: 'export', format, data });
    else {
      this.said = 'The timeline is too large for a picture. Export it as SVG, or filter it first.';
      this.show();
    }
  }

  private set(change: Partial<Kept>): void {
    this.keep(change);
    this.show();
  }

  private keep(change: Partial<Kept>): void {
    if (change.mode && change.mode !== this.state.mode) this.host.send({ type: 'mode', mode: change.mode });
    this.state = { ...this.state, ...change };
    this.keepNow();
  }

  private scrolled(scroll: number): void {
    this.state = { ...this.state, scroll };
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), SCROLL_PAUSE);
  }

  /** At once: the page may be taken away right after a click. */
  private keepNow(): void {
    clearTimeout(this.keeping);
    this.host.keep(this.state);
  }
}

/** The page has a fixed skeleton; the extension writes it. */
function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element;
}
