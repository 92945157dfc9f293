/** The cascade as the server tells it, for everything that shows it: asked for when somebody looks, and let be when nobody does. */

import { type Patch, patch, type Snapshot, snapshot } from '@mos/webview/protocol';
import * as vscode from 'vscode';
import type { Server } from './server.ts';

export interface Watcher {
  snapshot(snapshot: Snapshot): void;
  patch(patch: Patch): void;
}

export class CascadeFeed implements vscode.Disposable {
  private readonly server: Server;
  private readonly watchers = new Set<Watcher>();
  private readonly subscriptions: vscode.Disposable;

  constructor(server: Server) {
    this.server = server;
    this.subscriptions = vscode.Disposable.from(
      server.hear<unknown>('mos/cascade/patch', (params) => {
        if (patch(params)) for (const watcher of this.watchers) watcher.patch(params);
        else server.log.warn('The server told of a change of the cascade that cannot be understood.');
      }),
      // A server that was started again knows nothing of who was looking.
      server.onDidChange(({ kind }) => {
        if (kind === 'ready') for (const watcher of this.watchers) void this.send(watcher);
      }),
    );
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  /** Everything first, then what is different, until `unwatch`. Asking again gives everything again. */
  async watch(watcher: Watcher): Promise<void> {
    this.watchers.add(watcher);
    if (this.server.state.kind !== 'failed') await this.send(watcher);
  }

  unwatch(watcher: Watcher): void {
    if (this.watchers.delete(watcher) && this.watchers.size === 0) void this.server.tell('mos/cascade/close');
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

  private async send(watcher: Watcher): Promise<void> {
    const found = await this.ask<unknown>('mos/cascade/open');
    if (snapshot(found)) {
      if (this.watchers.has(watcher)) watcher.snapshot(found);
    } else if (found !== null) this.server.log.warn('The server told of a cascade that cannot be understood.');
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
