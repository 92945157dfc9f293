/** The cascade as a tree of the editor's own, by a setting or when a screen reader is active: the same rows, the same words. */

import {
  accountability,
  describe,
  factsOf,
  type Item,
  kindIcon,
  type OutlineRow,
  outlineOf,
  periodShort,
  Store,
  stateIcon,
  type Tone,
  toneOf,
} from '@mos/webview/model';
import type { Patch, Snapshot } from '@mos/webview/protocol';
import * as vscode from 'vscode';
import type { Actor } from './cascade-acts.ts';
import { rowAddress, rowBadges } from './cascade-badges.ts';
import type { CascadeFeed, Watcher } from './cascade-feed.ts';
import type { Server } from './server.ts';

const VIEW = 'mos.cascadeTree';
/** What is dragged from here; other trees cannot take it. */
const DRAGGED = 'application/vnd.code.tree.mos.cascadetree';

export function nativeTree(server: Server, feed: CascadeFeed, act: Actor): vscode.Disposable {
  const rows = new Rows();
  const view = vscode.window.createTreeView(VIEW, {
    treeDataProvider: rows,
    showCollapseAll: true,
    dragAndDropController: dragging(act),
  });
  // On the icon of both: a page has no badge before it was seen, and a tree that is not shown has one.
  const count = () => {
    view.badge = errorBadge();
  };
  const look = () => {
    if (view.visible) void feed.watch(rows);
    else feed.unwatch(rows);
  };
  count();
  look();
  return vscode.Disposable.from(
    view,
    rows,
    rowBadges((id) => rows.of(id), rows.onDidChangeTreeData),
    rows.onUnfit(() => void feed.watch(rows)),
    rows.onUnread((is) => void vscode.commands.executeCommand('setContext', 'mos.cascade.isUnread', is)),
    vscode.commands.registerCommand('mos.cascade.tryAgain', () => feed.watch(rows)),
    view.onDidChangeVisibility(look),
    vscode.languages.onDidChangeDiagnostics(count),
    server.onDidChange(({ kind }) => {
      view.message = kind === 'starting' || kind === 'loading' ? 'mos is reading the plan.' : '';
    }),
  );
}

/** Rows of the outline that are asked for level by level: nothing is opened before somebody opens it. */
class Rows implements vscode.TreeDataProvider<OutlineRow>, Watcher, vscode.Disposable {
  private readonly store = new Store();
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly unfit = new vscode.EventEmitter<void>();
  private readonly unreadable = new vscode.EventEmitter<boolean>();
  readonly onDidChangeTreeData = this.changed.event;
  /** A patch did not fit. */
  readonly onUnfit = this.unfit.event;
  /** There are no rows although the server runs, or there are again. */
  readonly onUnread = this.unreadable.event;

  snapshot(snapshot: Snapshot): void {
    this.unreadable.fire(false);
    this.store.replace(snapshot);
    this.changed.fire(undefined);
  }

  /** Without rows, the editor shows what package.json has it say. */
  unread(): void {
    this.unreadable.fire(true);
    this.store.replace({ revision: -1, now: this.store.now, plans: [] });
    this.changed.fire(undefined);
  }

  patch(patch: Patch): void {
    if (this.store.apply(patch)) this.changed.fire(undefined);
    else this.unfit.fire();
  }

  of(id: string): { item: Item; store: Store } | undefined {
    const item = this.store.items.get(id);
    return item && { item, store: this.store };
  }

  getChildren(row?: OutlineRow): OutlineRow[] {
    // Everything as it is by default, except that the row itself is open and nothing below it is.
    const all = outlineOf(this.store, { flipped: new Set() }, undefined);
    if (!row) return all.filter(({ depth }) => depth === 1);
    if (row.item)
      return row.item.children.map((item, index, list) => this.rowOf(item, row.depth + 1, index, list.length));
    const at = all.findIndex(({ id }) => id === row.id);
    const below: OutlineRow[] = [];
    for (const next of all.slice(at + 1)) {
      if (next.depth <= row.depth) break;
      if (next.depth === row.depth + 1) below.push(next);
    }
    return below;
  }

  getTreeItem({ id, item, heading, hasChildren }: OutlineRow): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isOpen = heading !== undefined || item?.kind === 'frame' || item?.kind === 'bet';
    const shown = new vscode.TreeItem(
      item?.title ?? heading?.title ?? '',
      hasChildren ? (isOpen ? Expanded : Collapsed) : None,
    );
    shown.id = id;
    if (heading) {
      shown.description = String(heading.total);
      shown.iconPath = new vscode.ThemeIcon(heading.section === 'unconnected' ? 'debug-disconnect' : 'sync');
    }
    if (!item) return shown;
    const people = this.store.peopleOf(item);
    const { isWrong } = accountability(item, people);
    const names = people.map(({ name }) => name).join(', ') || (isWrong ? 'no DRI' : '');
    // First what the shortest row has room for; the frame's year is in its title, or everywhere.
    const period = item.period && item.kind !== 'frame' ? periodShort(item.period, this.store.now.day) : '';
    shown.label = period ? `${period} · ${item.title}` : item.title;
    shown.description = [item.lacks ?? '', item.state ?? '', names].filter(Boolean).join(' · ');
    shown.tooltip = factsOf(this.store, item).join('\n');
    shown.accessibilityInformation = { label: describe(this.store, item) };
    shown.iconPath = iconOf(item);
    shown.resourceUri = rowAddress(id);
    shown.contextValue = `mos.${item.kind}`;
    const uri = vscode.Uri.parse(item.uri, true);
    const place = new vscode.Position(item.line, item.column);
    const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(place, place), preserveFocus: true };
    shown.command = { title: 'Go to Declaration', command: 'vscode.open', arguments: [uri, options] };
    return shown;
  }

  dispose(): void {
    this.changed.dispose();
    this.unfit.dispose();
    this.unreadable.dispose();
  }

  private rowOf(item: Item, depth: number, index: number, size: number): OutlineRow {
    return {
      id: item.id,
      item,
      heading: undefined,
      depth,
      hasChildren: item.children.length > 0,
      isOpen: false,
      position: index + 1,
      size,
    };
  }
}

/** How it stands, as a shape; of what nobody has said anything yet, what it is. */
function iconOf({ kind, state }: Item): vscode.ThemeIcon {
  if (!state) return new vscode.ThemeIcon(kindIcon(kind));
  return new vscode.ThemeIcon(stateIcon(state), new vscode.ThemeColor(TONES[toneOf(state)]));
}

const TONES: Readonly<Record<Tone, string>> = {
  good: 'testing.iconPassed',
  bad: 'list.errorForeground',
  doubt: 'list.warningForeground',
  quiet: 'disabledForeground',
};

/** How many errors of the plan the view shows on its icon; none where there are none. */
function errorBadge(): vscode.ViewBadge | undefined {
  let value = 0;
  for (const [, diagnostics] of vscode.languages.getDiagnostics())
    for (const { source, severity } of diagnostics)
      if (source === 'mos' && severity === vscode.DiagnosticSeverity.Error) value++;
  return value === 0
    ? undefined
    : { value, tooltip: value === 1 ? '1 error in the plan' : `${value} errors in the plan` };
}

function dragging(act: Actor): vscode.TreeDragAndDropController<OutlineRow> {
  return {
    dragMimeTypes: [DRAGGED],
    dropMimeTypes: [DRAGGED],
    handleDrag([row], data) {
      if (row?.item) data.set(DRAGGED, new vscode.DataTransferItem(row.item.id));
    },
    async handleDrop(target, data) {
      const id: unknown = data.get(DRAGGED)?.value;
      if (typeof id !== 'string' || !target?.item) return;
      const refusal = await act(id, { kind: 'attach', to: target.item.id });
      if (refusal) void vscode.window.showWarningMessage(`mos: ${refusal}`);
    },
  };
}
