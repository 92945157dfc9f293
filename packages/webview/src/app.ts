/** The window: what it knows, what is chosen in it, and how both become what is seen. */

import type { Host } from './host.ts';
import type { Kept } from './kept.ts';
import { type Filter, identitiesOf, type Matches, matchesOf, noFilter } from './model/filter.ts';
import { closedAbove, isOpenAtFirst, type OutlineRow, outlineOf } from './model/outline.ts';
import { type Item, Store } from './model/store.ts';
import { Moves } from './moves.ts';
import type { HostMessage, Settings, Status, Week } from './protocol.ts';
import { Setup } from './setup.ts';
import { Face } from './view/face.ts';
import { part } from './view/part.ts';

export class App {
  private readonly host: Host;
  private readonly setup: Setup;
  private readonly store = new Store();
  private readonly face: Face;
  private status: Status = { kind: 'starting' };
  private settings: Settings = { me: '', follow: true };
  private week: Week | null | undefined;
  private matches: Matches | undefined;
  private rows: readonly OutlineRow[] = [];
  private cut = '';
  private readonly moves = new Moves();
  private said = '';
  private hasPlan = false;
  /** Why nothing is known of the plan, although the server runs. */
  private unread: string | undefined;
  /** Somebody wanted to see what is theirs, and is asked who they are. */
  private wantsMine = false;
  private isStale = true;
  private frame = 0;

  constructor(host: Host) {
    this.host = host;
    this.setup = new Setup(host);
    this.face = new Face(
      host,
      {
        select: (id) => this.select(id),
        flip: (ids) => this.flip(ids),
        open: (item, how) => this.open(item, how),
        attach: (id, to) => this.attach(id, to),
        scrolled: (scroll) => this.setup.scrolled(scroll),
        cut: (id) => this.take(id),
        escape: () => (this.cut ? this.take('') : this.clear()),
        visit: (id) => this.visit(id),
        filter: (change) => this.filter(change),
        clear: () => this.clear(),
        set: (change) => this.set(change),
        sayWho: () => this.sayWho(),
        tryAgain: () => this.tryAgain(),
        export: (format) => void this.exportAs(format),
      },
      () => this.state.detailsHeight,
    );
    part('tree').addEventListener('focus', () => {
      const first = this.rows[0];
      if (first && !this.face.tree.rowOf(this.state.selected)) this.select(first.id);
    });
    part('top').addEventListener('focusout', () => this.show());
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
        this.unread = undefined;
        this.changed();
        if (isFirst) this.restore();
        break;
      }
      case 'patch':
        if (!this.hasPlan) break;
        this.moves.before(this.store, message.patch, this.state.selected);
        if (this.store.apply(message.patch)) this.changed();
        else this.host.send({ type: 'resync' });
        break;
      case 'unread':
        this.unread = message.reason;
        break;
      case 'status':
        this.status = message.status;
        // A server that is started anew is asked anew.
        if (this.status.kind !== 'ready') this.unread = undefined;
        break;
      case 'settings':
        this.settings = message.settings;
        this.isStale = true;
        this.askForWeek();
        if (this.wantsMine && this.knowsMe) this.filter({ mine: true });
        this.wantsMine = false;
        break;
      case 'mode':
        this.turnTo(message.mode);
        break;
      case 'reveal':
        this.reveal(message.id);
        break;
      case 'story':
        this.face.inspector.receive(message.id, message.story);
        break;
      case 'week':
        this.week = message.week;
        break;
      case 'say':
        this.said = message.text;
        this.moves.forget();
        break;
      case 'focus':
        part(this.state.mode).focus();
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
    } else if (what === 'details') this.set({ showsDetails: !this.state.showsDetails });
    else void this.exportAs(what);
  }

  private get state(): Kept {
    return this.setup.now;
  }

  private get knowsMe(): boolean {
    return identitiesOf(this.store, this.settings.me).length > 0;
  }

  /** The plan is another one than before. */
  private changed(): void {
    this.isStale = true;
    if (this.store.faults > 0)
      this.host.send({ type: 'log', text: `${this.store.faults} rows of the cascade could not be understood` });
    this.store.faults = 0;
    this.askForStory();
    this.askForWeek();
    const moved = this.moves.after(this.store);
    if (moved !== undefined) this.reveal(moved);
  }

  /** What was there when the window was last seen. */
  private restore(): void {
    this.draw();
    this.face.tree.scrollTo(this.state.scroll);
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

  private refresh(): void {
    if (!this.isStale) return;
    this.isStale = false;
    this.matches = matchesOf(this.store, this.state.filter, this.settings.me);
    this.rows = outlineOf(this.store, this.setup.openness, this.matches);
  }

  private draw(): void {
    this.refresh();
    const { state, store, hasPlan, status, unread, matches, rows, week, knowsMe, cut, said } = this;
    this.face.draw({ state, store, hasPlan, status, unread, matches, rows, week, knowsMe, cut, said });
  }

  private open({ uri, line, column }: Item, how: 'go' | 'keep' | 'peek'): void {
    this.host.send({ type: 'open', uri, line, column, how });
  }

  /** By a person, who has read what was said. */
  private select(id: string): void {
    this.said = '';
    this.moves.forget();
    this.choose(id);
  }

  private choose(id: string): void {
    if (id !== this.state.selected) {
      this.host.send({ type: 'selected', id });
      this.set({ selected: id });
    }
    this.askForStory();
  }

  private askForStory(): void {
    const { selected } = this.state;
    this.face.inspector.ask(selected, () => this.state.showsDetails && this.store.items.has(selected));
  }

  private askForWeek(): void {
    if (this.state.mode !== 'week' || !this.hasPlan) return;
    this.host.send({ type: 'week', everybody: this.state.everybody || !this.knowsMe });
  }

  private tryAgain(): void {
    this.unread = undefined;
    this.hasPlan = false;
    this.host.send({ type: 'resync' });
    this.show();
  }

  private sayWho(): void {
    this.wantsMine = this.state.mode !== 'week';
    this.host.send({ type: 'run', command: 'sayWho' });
  }

  /** Shows a row and its place in the text. */
  private visit(id: string): void {
    this.reveal(id);
    this.select(id);
    const item = this.store.items.get(id);
    if (item) this.open(item, 'keep');
  }

  /** Shows a row wherever it is, without taking the focus, and without a word about what a person did before. */
  private reveal(id: string): void {
    const item = this.store.items.get(id);
    // Rows that came a moment ago have not been looked for yet.
    this.refresh();
    if (!item || (this.matches && !this.matches.kept(item))) return;
    const closed = closedAbove(this.store, this.setup.openness, item, this.setup.isFiltered);
    if (closed.length > 0) this.flip(closed);
    this.choose(id);
    this.draw();
    this.face.tree.reveal(id);
  }

  private flip(ids: readonly string[]): void {
    this.setup.flip(ids);
    this.isStale = true;
    this.show();
  }

  private collapse(): void {
    this.setup.reset([...this.store.items.values()].filter(isOpenAtFirst).map(({ id }) => id));
    this.isStale = true;
    this.show();
  }

  private filter(change: Partial<Filter>): void {
    this.setup.filter(change);
    this.isStale = true;
    this.show();
  }

  private clear(): void {
    this.filter(noFilter);
    this.draw();
    this.face.tree.reveal(this.state.selected);
  }

  private take(id: string): void {
    this.said = '';
    this.cut = id;
    this.show();
  }

  private attach(id: string, to: string): void {
    this.take('');
    this.host.send({ type: 'act', id, act: { kind: 'attach', to } });
    this.moves.hang(this.store, id, to);
  }

  private async exportAs(format: 'svg' | 'png'): Promise<void> {
    const data = format === 'svg' ? this.face.timeline.svg() : await this.face.timeline.png().catch(() => undefined);
    if (data !== undefined) this.host.send({ type: 'export', format, data });
    else {
      this.said = 'The timeline is too large for a picture. Export it as SVG, or filter it first.';
      this.show();
    }
  }

  private turnTo(mode: Kept['mode']): void {
    if (mode === this.state.mode) return;
    this.host.send({ type: 'mode', mode });
    this.set({ mode });
  }

  private set(change: Partial<Kept>): void {
    this.setup.change(change);
    if (change.mode !== undefined || change.everybody !== undefined) this.askForWeek();
    this.show();
  }
}
