/** The cascade as the server tells it, for everything that shows it: asked for when somebody looks, and let be when nobody does. */

import { type Patch, patch, type Snapshot, type Story, snapshot, story } from '@mos/webview/protocol';
import type { Disposable } from 'vscode';
import { CascadeCopy } from './cascade-copy.ts';
import type { Server } from './server.ts';

export interface Watcher {
  snapshot(snapshot: Snapshot): void;
  patch(patch: Patch): void;
  /** The server runs, and yet nothing can be shown. `watch` tries again; a server that is started anew is asked by itself. */
  unread(reason: string): void;
}

/** What the feed needs of the server. */
export type Told = Pick<Server, 'ask' | 'tell' | 'hear' | 'onDidChange' | 'state'> & {
  log: Pick<Server['log'], 'warn' | 'error'>;
};

export class CascadeFeed implements Disposable {
  private readonly server: Told;
  /** Who looks, and who of them has been told everything up to now. */
  private readonly watchers = new Map<Watcher, 'waits' | 'knows'>();
  private readonly subscriptions: Disposable[];
  /** Of the server that runs now, also while nobody looks. */
  private copy: CascadeCopy | undefined;
  /** The server tells what is different. */
  private isOpen = false;
  /** What it told while it was still being opened. */
  private early: Patch[] = [];
  /** Goes up with every server: what the last one said is of no use to the next. */
  private life = 0;
  /** Opening and closing wait for each other, however fast somebody shows and hides. */
  private line: Promise<void> = Promise.resolve();

  constructor(server: Told) {
    this.server = server;
    this.subscriptions = [
      server.hear<unknown>('mos/cascade/patch', (params) => {
        if (patch(params)) this.take(params);
        else server.log.warn('The server told of a change of the cascade that cannot be understood.');
      }),
      server.onDidChange(({ kind }) => {
        if (kind === 'starting' || kind === 'failed') this.forget();
        else if (kind === 'ready') void this.settle();
      }),
    ];
  }

  /** The ISO date that the plan was last judged by; empty before anything is known. */
  get today(): string {
    return this.copy?.today ?? '';
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  /** Everything first, then what is different, until `unwatch`. Asking again gives everything again. */
  watch(watcher: Watcher): Promise<void> {
    this.watchers.set(watcher, 'waits');
    return this.settle();
  }

  unwatch(watcher: Watcher): void {
    if (this.watchers.delete(watcher)) void this.settle();
  }

  /** Asks something about the cascade; null when there is no answer, or when the server does not run. */
  async ask<Answer>(method: string, params: object = {}): Promise<Answer | null> {
    try {
      return await this.server.ask<Answer | null>(method, params);
    } catch (error) {
      this.server.log.warn(`${method} was not answered: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  async story(id: string): Promise<Story | undefined> {
    const found = await this.ask<unknown>('mos/cascade/story', { id });
    return story(found) ? found : undefined;
  }

  /** The same for those who cannot do without: throws when nobody can tell. */
  async storyOrRefusal(id: string): Promise<Story> {
    const found = await this.story(id);
    if (!found) throw new Error('nothing can be told of this at the moment; try again once the plan is read');
    return found;
  }

  private settle(): Promise<void> {
    this.line = this.line
      .then(() => this.step())
      .catch((error: unknown) => this.server.log.error(`The cascade cannot be shown: ${String(error)}`));
    return this.line;
  }

  private async step(): Promise<void> {
    if (this.server.state.kind === 'failed') return;
    if (this.isWatched && !this.isOpen) await this.open();
    else if (!this.isWatched && this.isOpen) {
      this.isOpen = false;
      await this.server.tell('mos/cascade/close');
    }
    if (!this.isOpen || !this.copy) return;
    for (const [watcher, state] of this.watchers) {
      if (state === 'knows') continue;
      this.watchers.set(watcher, 'knows');
      watcher.snapshot(this.copy.snapshot());
    }
  }

  /** What is known already is not asked for again. */
  private async open(): Promise<void> {
    const { life, copy } = this;
    this.early = [];
    let found: unknown;
    try {
      found = await this.server.ask('mos/cascade/open', copy ? { revision: copy.revision } : {});
    } catch (error) {
      if (life === this.life) this.failed(reasonOf(error));
      return;
    }
    if (life !== this.life) return;
    if (patch(found)) {
      if (!copy?.apply(found)) return this.again();
    } else if (snapshot(found)) this.copy = new CascadeCopy(found);
    else return this.failed('what the server tells of it cannot be understood');
    this.isOpen = true;
    for (const each of this.early.splice(0)) this.take(each);
  }

  private take(change: Patch): void {
    if (!this.isOpen) {
      this.early.push(change);
      return;
    }
    // One that was on its way while everything was told.
    if (this.copy && change.revision <= this.copy.revision) return;
    if (!this.copy?.apply(change)) this.again();
    // Whoever waits gets it with all the rest.
    for (const [watcher, state] of this.watchers) if (state === 'knows') watcher.patch(change);
  }

  /** Whoever waits learns that nothing comes. */
  private failed(reason: string): void {
    this.server.log.error(`The cascade cannot be shown: ${reason}`);
    for (const [watcher, state] of this.watchers) if (state === 'waits') watcher.unread(reason);
  }

  /** Something was missed. */
  private again(): void {
    this.forget();
    void this.settle();
  }

  private forget(): void {
    this.life += 1;
    this.copy = undefined;
    this.isOpen = false;
    for (const watcher of this.watchers.keys()) this.watchers.set(watcher, 'waits');
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}

/** Without the name of what was asked, which says nothing to whoever reads it in place of a plan. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^Request \S+ failed with message: /, '');
}
