/** One window on the cascade, in the sidebar or in an editor: its page, and what the two sides say to each other. */

import { pageHtml } from '@mos/webview/page';
import {
  type HostMessage,
  type Mode,
  type Patch,
  type Snapshot,
  sent,
  type ViewMessage,
  viewMessage,
} from '@mos/webview/protocol';
import * as vscode from 'vscode';
import type { Actor } from './cascade-acts.ts';
import { saveExport } from './cascade-export.ts';
import type { CascadeFeed, Watcher } from './cascade-feed.ts';
import type { Undo } from './cascade-undo.ts';
import { weekOf } from './cascade-week.ts';
import type { Me } from './cascade-who.ts';
import { Outbox } from './outbox.ts';
import type { Server } from './server.ts';

export interface WindowOptions {
  webview: vscode.Webview;
  surface: 'view' | 'panel';
  extensionUri: vscode.Uri;
  server: Server;
  feed: CascadeFeed;
  act: Actor;
  undo: Undo;
  me: Me;
  /** The window got or lost the focus, a row was selected, or it shows something else. */
  changed(): void;
  focus(): Thenable<unknown> | undefined;
}

export class CascadeWindow implements Watcher, vscode.Disposable {
  selected = '';
  mode: Mode = 'tree';
  hasFocus = false;
  private readonly options: WindowOptions;
  private readonly subscriptions: vscode.Disposable;
  private readonly outbox: Outbox;

  constructor(options: WindowOptions) {
    this.options = options;
    const { webview, extensionUri, surface, server, me } = options;
    const root = vscode.Uri.joinPath(extensionUri, 'packages', 'vscode', 'dist', 'webview');
    this.outbox = new Outbox((message) =>
      webview.postMessage(sent(message)).then(undefined, (error: unknown) => this.failed(message.type, error)),
    );
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    this.subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((message) => this.receive(message)),
      server.onDidChange(() => this.tellStatus()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('mos.cascade')) this.tellSettings();
      }),
      me.onDidChange(() => this.tellSettings()),
    );
    const at = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
    webview.html = pageHtml({
      script: at('cascade.js'),
      style: at('style.css'),
      icons: at('codicon.css'),
      source: webview.cspSource,
      nonce: nonce(),
      surface,
    });
  }

  tell(message: HostMessage): void {
    this.outbox.tell(message);
  }

  snapshot(snapshot: Snapshot): void {
    this.tell({ type: 'snapshot', snapshot });
  }

  patch(patch: Patch): void {
    this.tell({ type: 'patch', patch });
  }

  unread(reason: string): void {
    this.tell({ type: 'unread', reason });
  }

  /** Nobody sees it: its page is gone, and comes back as a new one. */
  hide(): void {
    this.outbox.close();
    this.hasFocus = false;
    this.options.changed();
    this.options.feed.unwatch(this);
  }

  async perform(id: string, act: Parameters<Actor>[1]): Promise<void> {
    const refusal = await this.options.act(id, act);
    if (refusal) this.tell({ type: 'say', text: refusal });
  }

  /** To the rows, or whatever the page shows: the editor takes the page for focused as soon as the frame around it is. */
  async focus(): Promise<void> {
    await this.options.focus();
    this.tell({ type: 'focus' });
  }

  dispose(): void {
    this.hide();
    this.subscriptions.dispose();
  }

  private receive(value: unknown): void {
    const message = viewMessage(value);
    if (message) this.handle(message).catch((error: unknown) => this.failed(message.type, error));
    else this.options.server.log.warn('The cascade sent a message that is not understood.');
  }

  /** Whoever waits for something learns that it will not come. */
  private failed(what: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.options.server.log.error(`The cascade could not do what was asked (${what}): ${reason}`);
    const isAsked = what === 'open' || what === 'act' || what === 'explain' || what === 'export' || what === 'run';
    if (isAsked) this.tell({ type: 'say', text: `That did not work: ${reason}. The log of mos tells more.` });
  }

  private async handle(message: ViewMessage): Promise<void> {
    const { feed, me, server } = this.options;
    switch (message.type) {
      case 'ready':
        this.outbox.open();
        this.tellStatus();
        this.tellSettings();
        this.outbox.flush();
        return feed.watch(this);
      case 'resync':
        return feed.watch(this);
      case 'open':
        return showPlace(message, message.how);
      case 'selected':
        this.selected = message.id;
        return this.options.changed();
      case 'focus':
        this.hasFocus = message.on;
        return this.options.changed();
      case 'mode':
        this.mode = message.mode;
        return this.options.changed();
      case 'story':
        return this.tell({ type: 'story', id: message.id, story: (await feed.story(message.id)) ?? null });
      case 'week':
        // Somebody whom the plan does not know has no week in it, which is not everybody's.
        return this.tell({
          type: 'week',
          week: (await weekOf(feed, message.everybody ? '' : (await me.nameIn(feed)) || me.name)) ?? null,
        });
      case 'act':
        return this.perform(message.id, message.act);
      case 'explain':
        return vscode.commands.executeCommand('mos.explainRule', message.rule);
      case 'export':
        return saveExport(message.format, message.data);
      case 'run':
        return this.run(message.command);
      case 'log':
        return server.log.warn(`The cascade: ${message.text}`);
    }
  }

  private async run(command: Extract<ViewMessage, { type: 'run' }>['command']): Promise<void> {
    if (command === 'sayWho') {
      await this.options.me.choose(this.options.feed);
      // Also whoever thought better of it is answered: the page waits for it.
      this.tellSettings();
    } else if (command === 'undo' || command === 'redo')
      this.tell({ type: 'say', text: await this.options.undo.run(command, () => this.focus()) });
    else await vscode.commands.executeCommand(COMMANDS[command]);
  }

  private tellStatus(): void {
    this.tell({ type: 'status', status: this.options.server.state });
  }

  private tellSettings(): void {
    const settings = vscode.workspace.getConfiguration('mos.cascade');
    this.tell({
      type: 'settings',
      settings: { me: this.options.me.name, follow: settings.get('followCursor', true) },
    });
  }
}

/** Of a declaration: line and UTF-16 column from 0. */
export type Place = Pick<Extract<ViewMessage, { type: 'open' }>, 'uri' | 'line' | 'column'>;

/** `keep`: the focus stays where it is. */
export async function showPlace({ uri, line, column }: Place, how: 'go' | 'keep' | 'peek'): Promise<void> {
  const target = vscode.Uri.parse(uri, true);
  const place = new vscode.Position(line, column);
  if (how === 'peek') {
    // Where somebody reads something else, the declaration is shown in between; without an editor there is nothing to look up from.
    const reader = vscode.window.activeTextEditor ?? (await vscode.window.showTextDocument(target));
    const locations = [new vscode.Location(target, place)];
    const from = reader.selection.active;
    await vscode.commands.executeCommand('editor.action.peekLocations', reader.document.uri, from, locations, 'peek');
    return;
  }
  await vscode.window.showTextDocument(target, {
    preview: true,
    preserveFocus: how === 'keep',
    selection: new vscode.Range(place, place),
    // From an editor with the cascade in it, the text opens beside.
    ...(how !== 'go' && vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview
      ? { viewColumn: vscode.ViewColumn.Beside }
      : {}),
  });
}

const COMMANDS = {
  newPlan: 'mos.newPlan',
  restart: 'mos.restart',
  showLog: 'mos.showLog',
  copyReport: 'mos.copyReport',
  week: 'mos.week',
} as const;

function nonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
}
