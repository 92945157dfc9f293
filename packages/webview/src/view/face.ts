/** All that is seen of the window: which of its parts there are, and what is in them. */

import { html, nothing, render } from 'lit';
import type { Host } from '../host.ts';
import type { Kept } from '../kept.ts';
import { type Filter, type Matches, wordsOf } from '../model/filter.ts';
import type { OutlineRow } from '../model/outline.ts';
import type { Item, Store } from '../model/store.ts';
import type { Act, Status, ViewMessage, Week, WeekItem } from '../protocol.ts';
import { type Timeline, timelineOf } from '../timeline/layout.ts';
import { TimelineView } from '../timeline/view.ts';
import { barTemplate } from './bar.ts';
import { Choices } from './choices.ts';
import { Geometry } from './geometry.ts';
import { Inspector } from './inspector.ts';
import { undoing } from './keys.ts';
import { part } from './part.ts';
import { sash } from './sash.ts';
import { noticeTemplate, pageTemplate } from './states.ts';
import { timelineBar } from './timeline-bar.ts';
import { Tree, type TreeEvents } from './tree.ts';
import { WeekView } from './week.ts';

/** What there is to see. */
export interface Look {
  state: Kept;
  store: Store;
  /** A plan was told of. */
  hasPlan: boolean;
  status: Status;
  /** Why nothing is known of the plan, although the server runs. */
  unread: string | undefined;
  matches: Matches | undefined;
  rows: readonly OutlineRow[];
  week: Week | null | undefined;
  /** Somebody has said who they are. */
  knowsMe: boolean;
  cut: string;
  /** Something to know, such as why nothing was done. */
  said: string;
}

/** What somebody does with what is seen. */
export interface Doings extends Omit<TreeEvents, 'select' | 'open'> {
  select(id: string): void;
  open(item: Item, how: 'go' | 'keep' | 'peek'): void;
  /** Shows a row wherever it is, and its place in the text. */
  visit(id: string): void;
  filter(change: Partial<Filter>): void;
  clear(): void;
  set(change: Partial<Kept>): void;
  sayWho(): void;
  tryAgain(): void;
  export(format: 'svg' | 'png'): void;
}

type Command = Extract<ViewMessage, { type: 'run' }>['command'];

export class Face {
  readonly inspector: Inspector;
  readonly tree: Tree;
  readonly timeline: TimelineView;
  private readonly host: Host;
  private readonly doings: Doings;
  private readonly geometry = new Geometry();
  private readonly week = new WeekView(part('week'));
  private readonly choices = new Choices();
  /** The layout of the timeline, and what it was made from. */
  private lanes: { rows: Look['rows']; by: Kept['lanes']; timeline: Timeline } | undefined;

  constructor(host: Host, doings: Doings, height: () => number) {
    this.host = host;
    this.doings = doings;
    this.inspector = new Inspector(part('details'), host);
    this.tree = new Tree(part('tree'), this.geometry, {
      ...doings,
      select: ({ id }) => doings.select(id),
      open: ({ item }, how) => item && doings.open(item, how),
    });
    this.timeline = new TimelineView(part('timeline'), this.geometry, {
      select: ({ id }) => doings.select(id),
      open: (item, how) => doings.open(item, how),
    });
    sash(part('sash'), height, (detailsHeight) => doings.set({ detailsHeight }));
    for (const name of ['tree', 'timeline', 'week'])
      part(name).addEventListener('keydown', (event) => this.undo(event));
    // Keys of rows are for rows: in the filter and in a text, they are the keys of every text.
    for (const name of ['tree', 'timeline']) {
      part(name).addEventListener('focusin', () => host.send({ type: 'focus', on: true }));
      part(name).addEventListener('focusout', () => host.send({ type: 'focus', on: false }));
    }
  }

  draw(look: Look): void {
    const { state, store, hasPlan, status, unread } = look;
    const { mode, selected, showsDetails, detailsHeight } = state;
    const page = this.page(look);
    const notice = page === nothing && mode === 'tree' && !look.matches ? noticeTemplate(store) : page;
    const isShown = (wanted: Kept['mode']) => mode === wanted && page === nothing;
    for (const each of ['tree', 'timeline', 'week'] as const) part(each).hidden = !isShown(each);
    render(notice ?? nothing, part('state'));
    // What a server has told that does not run, or not any more, is nothing to work on.
    const hasRows = hasPlan && store.size > 0 && status.kind !== 'failed' && unread === undefined;
    part('top').hidden = !hasRows || mode === 'week';
    // Until something is selected, the tree has all the room.
    const hasDetails = showsDetails && hasRows && store.items.has(selected);
    part('details').hidden = part('sash').hidden = !hasDetails;
    document.body.dataset.mode = mode;
    if (hasRows) this.drawTop(look);
    if (isShown('tree')) this.drawTree(look);
    else if (isShown('timeline')) this.drawTimeline(look);
    else if (isShown('week')) this.drawWeek(look);
    this.geometry.set('#details', '--share', `${detailsHeight}%`);
    part('sash').setAttribute('aria-valuenow', String(Math.round(detailsHeight)));
    if (hasDetails) this.drawDetails(look);
    this.say(look);
  }

  private drawTop({ state, store, matches, knowsMe }: Look): void {
    const { filter, showsChoices, mode, lanes } = state;
    const { doings } = this;
    const bar = barTemplate({
      store,
      choices: this.choices.of(store),
      filter,
      showsChoices,
      found: matches?.count ?? store.size,
      knowsMe,
      change: doings.filter,
      clear: doings.clear,
      toggleChoices: () => doings.set({ showsChoices: !showsChoices }),
      down: () => part(mode).focus(),
      sayWho: doings.sayWho,
    });
    const tools = timelineBar({
      lanes,
      choose: (by) => doings.set({ lanes: by }),
      zoom: (by) => this.timeline.zoomBy(by),
      today: () => this.timeline.goToToday(),
      export: doings.export,
    });
    render(html`${bar}${mode === 'timeline' ? tools : nothing}`, part('top'));
  }

  private drawTree({ state: { filter, selected }, store, rows, matches, cut }: Look): void {
    const isFound = (item: Item) => matches?.found(item) ?? true;
    this.tree.show(rows, { store, words: wordsOf(filter.text), selected, cut, isFound });
  }

  private drawTimeline({ state: { lanes: by, selected }, store, rows, matches }: Look): void {
    if (this.lanes?.rows !== rows || this.lanes.by !== by)
      this.lanes = { rows, by, timeline: timelineOf(store, matches, by) };
    this.timeline.show(this.lanes.timeline, store, selected);
  }

  private drawWeek({ state: { selected, everybody }, store, week, knowsMe }: Look): void {
    const { doings } = this;
    this.week.show({
      today: store.now.day,
      week,
      selected,
      everybody,
      knowsMe,
      choose: (all) => doings.set({ everybody: all }),
      sayWho: doings.sayWho,
      act: (id: string, act: Act) => this.host.send({ type: 'act', id, act }),
      go: ({ row }: WeekItem) => {
        const item = row === undefined ? undefined : store.items.get(row);
        if (!item) return;
        doings.select(item.id);
        doings.open(item, 'keep');
      },
      walkThrough: () => this.run('week'),
    });
  }

  private drawDetails({ state: { selected }, store }: Look): void {
    this.inspector.draw(selected, {
      today: store.now.day,
      go: this.doings.visit,
      explain: (rule) => this.host.send({ type: 'explain', rule }),
    });
  }

  /** What stands in place of the cascade, if anything. What the week asks for is not filtered. */
  private page({ state: { mode }, status, unread, hasPlan, store, matches }: Look) {
    const known = { status, unread, store: hasPlan ? store : undefined };
    return pageTemplate(known, mode === 'week' ? undefined : matches, {
      run: (command) => this.run(command),
      clear: this.doings.clear,
      tryAgain: this.doings.tryAgain,
    });
  }

  /**
   * On a row, the last edit of the file is meant. To the editor this page is one large text field, in which it would bring back
   * what was once looked for: so it does not hear of the key.
   */
  private undo(event: KeyboardEvent): void {
    const { key, altKey: alt, shiftKey: shift } = event;
    const what = undoing({ key, alt, shift, ctrl: event.ctrlKey || event.metaKey });
    if (!what) return;
    event.preventDefault();
    event.stopPropagation();
    this.run(what);
  }

  private run(command: Command): void {
    this.host.send({ type: 'run', command });
  }

  /** Read out by a screen reader when it changes. */
  private say({ said, cut, store }: Look): void {
    const title = cut && store.items.get(cut)?.title;
    const text = said || (title ? `Cut: ${title}. Paste it onto what it shall advance.` : '');
    if (part('say').textContent !== text) part('say').textContent = text;
  }
}
