/** The cascade in the editor: the view in the sidebar, the panel, what their menus do, and the cursor that both follow. */

import type { Act, HostMessage, Mode } from '@mos/webview/protocol';
import * as vscode from 'vscode';
import { type Actor, actor, chooseFix, choosePath, refusalOf } from './cascade-acts.ts';
import { CascadeFeed } from './cascade-feed.ts';
import { nativeTree } from './cascade-tree.ts';
import { Undo } from './cascade-undo.ts';
import { walkThroughWeek } from './cascade-week.ts';
import { Me } from './cascade-who.ts';
import { CascadeWindow, type Place, showPlace, type WindowOptions } from './cascade-window.ts';
import type { Server } from './server.ts';

const VIEW = 'mos.cascade';
const PANEL = 'mos.cascadePanel';
/** Milliseconds that the cursor rests before its declaration is looked up. */
const CURSOR_PAUSE = 100;

/** `memory`: what the editor remembers of this workspace. */
export function showCascade(server: Server, extensionUri: vscode.Uri, memory: vscode.Memento): vscode.Disposable {
  const feed = new CascadeFeed(server);
  const act = actor(server, feed);
  const undo = new Undo();
  const me = new Me(memory);
  const windows = new Windows({ server, feed, act, undo, me, extensionUri });
  return vscode.Disposable.from(
    feed,
    undo,
    me,
    windows,
    vscode.window.registerWebviewViewProvider(VIEW, windows),
    vscode.window.registerWebviewPanelSerializer(PANEL, {
      deserializeWebviewPanel: async (panel) => {
        windows.adopt(panel);
      },
    }),
    nativeTree(server, feed, act),
    rowCommands(feed, windows, act),
    followCursor(feed, windows, undo),
    vscode.commands.registerCommand('mos.openCascade', () => windows.openPanel('tree')),
    vscode.commands.registerCommand('mos.openTimeline', () => windows.openPanel('timeline')),
    vscode.commands.registerCommand('mos.cascade.sayWho', () => me.choose(feed)),
    vscode.commands.registerCommand('mos.week', () =>
      walkThroughWeek(feed, me, act, (id, row) => goTo(feed, windows, id, row)),
    ),
    ...windowCommands(windows),
  );
}

/** What all windows have in common. */
type SharedOptions = Omit<WindowOptions, 'webview' | 'surface' | 'changed' | 'focus'>;

/** Every window that is open, and the one that commands are for. */
class Windows implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly options: SharedOptions;
  private readonly all = new Set<CascadeWindow>();
  private view: { window: CascadeWindow; host: vscode.WebviewView } | undefined;
  private panel: { window: CascadeWindow; host: vscode.WebviewPanel } | undefined;
  /** The one that was used last. */
  private latest: CascadeWindow | undefined;

  constructor(options: SharedOptions) {
    this.options = options;
  }

  /** Called again whenever the view comes back: its page was given up when it was hidden. */
  resolveWebviewView(host: vscode.WebviewView): void {
    const window = this.enter(host.webview, 'view', () => vscode.commands.executeCommand(`${VIEW}.focus`));
    this.view = { window, host };
    host.onDidChangeVisibility(() => {
      if (!host.visible) window.hide();
    });
    host.onDidDispose(() => {
      this.leave(window);
      if (this.view?.window === window) this.view = undefined;
    });
  }

  openPanel(mode: Mode): void {
    if (this.panel) {
      this.panel.host.reveal();
      this.panel.window.tell({ type: 'mode', mode });
      return;
    }
    const panel = vscode.window.createWebviewPanel(PANEL, 'Cascade', vscode.ViewColumn.Active, {
      enableFindWidget: false,
      retainContextWhenHidden: false,
    });
    this.adopt(panel).tell({ type: 'mode', mode });
  }

  adopt(host: vscode.WebviewPanel): CascadeWindow {
    const media = vscode.Uri.joinPath(this.options.extensionUri, 'packages', 'vscode', 'media');
    host.iconPath = vscode.Uri.joinPath(media, 'file.svg');
    const window = this.enter(host.webview, 'panel', () => {
      host.reveal();
      return undefined;
    });
    this.panel = { window, host };
    host.onDidChangeViewState(() => {
      if (!host.visible) window.hide();
    });
    host.onDidDispose(() => {
      this.leave(window);
      if (this.panel?.window === window) this.panel = undefined;
    });
    return window;
  }

  /** The window that a menu was opened in, else the one that was used last. */
  of(context: unknown): CascadeWindow | undefined {
    const { webview } = (context ?? {}) as { webview?: unknown };
    if (webview === VIEW) return this.view?.window;
    if (webview === PANEL) return this.panel?.window;
    return this.seen ?? this.latest ?? this.view?.window ?? this.panel?.window;
  }

  /** Of the windows that can be seen now, the one that was used last. */
  private get seen(): CascadeWindow | undefined {
    const seen = [this.view, this.panel].flatMap((one) => (one?.host.visible ? one.window : []));
    return seen.find((window) => window === this.latest) ?? seen[0];
  }

  tellVisible(message: HostMessage): void {
    if (this.view?.host.visible) this.view.window.tell(message);
    if (this.panel?.host.visible) this.panel.window.tell(message);
  }

  dispose(): void {
    for (const window of this.all) window.dispose();
  }

  /** Shows a row where it stands in the window that is seen, if there is one. */
  reveal(id: string): void {
    this.seen?.tell({ type: 'reveal', id });
  }

  private enter(
    webview: vscode.Webview,
    surface: 'view' | 'panel',
    focus: () => Thenable<unknown> | undefined,
  ): CascadeWindow {
    const window: CascadeWindow = new CascadeWindow({
      ...this.options,
      webview,
      surface,
      focus,
      changed: () => this.changed(window, surface),
    });
    this.all.add(window);
    return window;
  }

  private leave(window: CascadeWindow): void {
    window.dispose();
    this.all.delete(window);
    if (this.latest === window) this.latest = undefined;
  }

  /** Menus and keys of the editor are chosen by these. */
  private changed(window: CascadeWindow, surface: 'view' | 'panel'): void {
    if (window.hasFocus) this.latest = window;
    const hasFocus = [...this.all].some((one) => one.hasFocus);
    void vscode.commands.executeCommand('setContext', 'mos.cascade.hasFocus', hasFocus);
    void vscode.commands.executeCommand('setContext', `mos.cascade.${surface}Mode`, window.mode);
  }
}

function windowCommands(windows: Windows): vscode.Disposable[] {
  const command = (name: string, message: HostMessage) =>
    vscode.commands.registerCommand(name, (context: unknown) => windows.of(context)?.tell(message));
  return [
    command('mos.cascade.showTree', { type: 'mode', mode: 'tree' }),
    command('mos.cascade.showTimeline', { type: 'mode', mode: 'timeline' }),
    command('mos.cascade.showWeek', { type: 'mode', mode: 'week' }),
    command('mos.cascade.filter', { type: 'do', what: 'filter' }),
    command('mos.cascade.clearFilter', { type: 'do', what: 'clear' }),
    command('mos.cascade.collapseAll', { type: 'do', what: 'collapse' }),
    command('mos.cascade.toggleDetails', { type: 'do', what: 'details' }),
    command('mos.cascade.goTo', { type: 'do', what: 'go' }),
    command('mos.cascade.peek', { type: 'do', what: 'peek' }),
  ];
}

/** Commands on a row: of the menu it was opened on, of the native tree, or the one that is selected. */
function rowCommands(feed: CascadeFeed, windows: Windows, act: Actor): vscode.Disposable {
  const on = (
    name: string,
    run: (id: string, tell: (text: string) => void, back: () => Thenable<unknown> | undefined) => Promise<unknown>,
  ) =>
    vscode.commands.registerCommand(`mos.cascade.${name}`, (context: unknown) => {
      // Of a row of the page, or of the editor's own tree.
      const { mosRow, id: own } = (context ?? {}) as { mosRow?: unknown; id?: unknown };
      const window = typeof own === 'string' ? undefined : windows.of(context);
      const id = [mosRow, own].find((candidate) => typeof candidate === 'string') ?? window?.selected;
      const tell = (text: string) => {
        if (window) window.tell({ type: 'say', text });
        else void vscode.window.showWarningMessage(`mos: ${text}`);
      };
      return id ? run(id, tell, () => window?.focus()).catch((error: unknown) => tell(refusalOf(error))) : undefined;
    });
  let latest = 0;
  const simple = (name: string, what: Act) =>
    on(name, async (id, tell, back) => {
      const turn = ++latest;
      const refusal = await act(id, what);
      if (refusal) tell(refusal);
      // A menu or a question had the focus: it goes back to the row, unless something is to be typed in the text now, or the
      // next question is asked already, which would be called off.
      if ((what.kind !== 'add' || refusal !== undefined) && turn === latest) await back();
    });
  return vscode.Disposable.from(
    simple('addChild', { kind: 'add' }),
    simple('markDone', { kind: 'done' }),
    simple('markMissed', { kind: 'missed' }),
    simple('markMoved', { kind: 'moved' }),
    simple('drop', { kind: 'dropped' }),
    simple('setDri', { kind: 'dri' }),
    simple('recordReading', { kind: 'reading' }),
    simple('setStatus', { kind: 'status' }),
    on('fix', async (id, tell) => {
      const chosen = await chooseFix(feed, id);
      if (chosen === 'nothing to mend') return tell('There is nothing here that mos could mend.');
      const refusal = chosen && (await act(id, chosen));
      if (refusal) tell(refusal);
    }),
    on('copyReference', async (id, tell) => {
      const reference = (await feed.storyOrRefusal(id)).reference;
      if (reference === undefined) return tell('This has no name yet that others could refer to.');
      await vscode.env.clipboard.writeText(reference);
      vscode.window.setStatusBarMessage(`$(check) ${reference} is on the clipboard`, 3_000);
    }),
    on('showPath', async (id) => {
      const chosen = await choosePath(feed, id);
      if (chosen !== undefined) await goTo(feed, windows, chosen);
    }),
  );
}

/** To the declaration in the text, which there is also without a window; `row` is shown where it stands in the one that is seen. */
async function goTo(feed: CascadeFeed, windows: Windows, id: string, row = id): Promise<void> {
  const place = await feed.ask<Place>('mos/cascade/place', { id });
  if (place) await showPlace(place, 'keep');
  windows.reveal(row);
}

/** The declaration under the cursor is selected wherever the cascade is seen, unless the person has switched that off. */
function followCursor(feed: CascadeFeed, windows: Windows, undo: Undo): vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const look = async (editor: vscode.TextEditor) => {
    const uri = editor.document.uri.toString();
    const found = await feed.ask<{ id: string }>('mos/cascade/at', { uri, position: editor.selection.active });
    if (found) windows.tellVisible({ type: 'reveal', id: found.id });
  };
  const moved = (editor: vscode.TextEditor | undefined, by?: vscode.TextEditorSelectionChangeKind) => {
    clearTimeout(resting);
    const isWanted = vscode.workspace.getConfiguration('mos.cascade').get('followCursor', true);
    if (editor?.document.languageId !== 'mos' || !feed.isWatched || !isWanted) return;
    if (undo.hasMoved(editor.document, by)) return;
    resting = setTimeout(() => void look(editor), CURSOR_PAUSE);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => moved(textEditor, kind)),
    // Whoever goes to another editor has moved, as by a command that leads there.
    vscode.window.onDidChangeActiveTextEditor((editor) => moved(editor, vscode.TextEditorSelectionChangeKind.Command)),
    new vscode.Disposable(() => clearTimeout(resting)),
  );
}
