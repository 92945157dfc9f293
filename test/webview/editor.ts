/** A fake of the editor, for the room that may know it: notes what it is asked, and does what the test says. */

import type * as api from 'vscode';
import { URI, Utils } from 'vscode-uri';

class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown) => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of this.listeners) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

class Disposable {
  readonly dispose: () => unknown;

  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }

  static from(...all: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.map((each) => each.dispose()));
  }
}

class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

/** Things that are only handed on: they keep what they were made of. */
class Made {
  readonly of: unknown[];

  constructor(...of: unknown[]) {
    this.of = of;
  }
}

/** As VS Code numbers them. */
export const TextEditorSelectionChangeKind = { Keyboard: 1, Mouse: 2, Command: 3 };

export type Editor = Pick<api.TextEditor, 'document' | 'selection' | 'viewColumn'>;

/** What one window of the editor has been told, and what it tells; one for each test. */
export class FakeEditor {
  readonly edited = new EventEmitter<unknown>();
  readonly configured = new EventEmitter<unknown>();
  readonly selected = new EventEmitter<unknown>();
  readonly activated = new EventEmitter<Editor | undefined>();
  readonly settings = new Map<string, unknown>();
  readonly commands = new Map<string, (...given: unknown[]) => unknown>();
  readonly contexts = new Map<string, unknown>();
  readonly views = new Map<string, api.WebviewViewProvider>();
  readonly trees = new Map<string, api.TreeDataProvider<unknown>>();
  /** Documents that were shown, as the end of their address, and from 0 the line that was gone to. */
  readonly shown: { file: string; line: number | undefined }[] = [];
  readonly asked: { title: string; labels: string[] }[] = [];
  readonly visible: Editor[] = [];
  active: Editor | undefined;
  clipboard = '';
  /** What it last said to a person. */
  status = '';
  /** What is taken of the next list: what begins so. */
  choice = '';

  /** What it remembers of a workspace. */
  memory(kept = new Map<string, unknown>()): api.Memento {
    return {
      keys: () => [...kept.keys()],
      get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
      update: async (key: string, value: unknown) =>
        void (value === undefined ? kept.delete(key) : kept.set(key, value)),
    } as api.Memento;
  }

  /** A text that is open, with the cursor at its beginning. */
  open(file: string, languageId = 'mos'): Editor {
    const uri = URI.parse(`file:///plan/${file}`);
    const document = { uri, languageId, isClosed: false } as unknown as api.TextDocument;
    const editor = { document, selection: { active: new Position(0, 0) }, viewColumn: 1 } as unknown as Editor;
    this.visible.push(editor);
    return editor;
  }

  change({ document }: Editor): void {
    this.edited.fire({ document, contentChanges: [{}] });
  }

  move(textEditor: Editor, kind?: number): void {
    this.selected.fire({ textEditor, kind });
  }

  async set(name: string, value: unknown): Promise<void> {
    this.settings.set(name, value);
    this.configured.fire({ affectsConfiguration: (section: string) => name.startsWith(section) });
  }

  async run(command: string, ...given: unknown[]): Promise<unknown> {
    if (command === 'setContext') this.contexts.set(String(given[0]), given[1]);
    return this.commands.get(command)?.(...given);
  }

  private say(text: string): undefined {
    this.status = text;
  }

  /** What `import * as vscode` finds. */
  get module() {
    const none = () => new Disposable(() => undefined);
    const editor = this;
    return {
      ...{ EventEmitter, Disposable, Position, TextEditorSelectionChangeKind },
      ...{ Range: Made, Location: Made, ThemeIcon: Made, ThemeColor: Made, FileDecoration: Made, TreeItem: Made },
      Uri: Object.assign(URI, { joinPath: Utils.joinPath }),
      TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
      TabInputWebview: Made,
      workspace: {
        onDidChangeTextDocument: this.edited.event,
        onDidChangeConfiguration: this.configured.event,
        getConfiguration: (section: string) => ({
          get: (key: string, otherwise: unknown) => this.settings.get(`${section}.${key}`) ?? otherwise,
        }),
        asRelativePath: ({ path }: URI) => path,
      },
      window: {
        get activeTextEditor() {
          return editor.active;
        },
        visibleTextEditors: this.visible,
        tabGroups: { activeTabGroup: {} },
        onDidChangeTextEditorSelection: this.selected.event,
        onDidChangeActiveTextEditor: this.activated.event,
        registerWebviewViewProvider: (id: string, provider: api.WebviewViewProvider) => {
          this.views.set(id, provider);
          return none();
        },
        registerWebviewPanelSerializer: none,
        registerFileDecorationProvider: none,
        createTreeView: (id: string, { treeDataProvider }: api.TreeViewOptions<unknown>) => {
          this.trees.set(id, treeDataProvider);
          return { visible: true, onDidChangeVisibility: none, dispose() {} };
        },
        showTextDocument: async (what: URI | api.TextDocument, options?: { selection?: Made }) => {
          const { path } = 'uri' in what ? what.uri : what;
          const [from] = (options?.selection?.of ?? []) as Position[];
          this.shown.push({ file: path.replace('/plan/', ''), line: from?.line });
        },
        showQuickPick: async (items: readonly { label: string }[], { title = '' }: { title?: string } = {}) => {
          this.asked.push({ title, labels: items.map(({ label }) => label) });
          return items.find(({ label }) => label.trim().startsWith(this.choice));
        },
        showWarningMessage: async (text: string) => this.say(text),
        showInformationMessage: async (text: string) => this.say(text),
        setStatusBarMessage: (text: string) => this.say(text),
      },
      commands: {
        registerCommand: (name: string, run: (...given: unknown[]) => unknown) => {
          this.commands.set(name, run);
          return new Disposable(() => this.commands.delete(name));
        },
        executeCommand: (name: string, ...given: unknown[]) => this.run(name, ...given),
      },
      languages: { onDidChangeDiagnostics: none, getDiagnostics: () => [] },
      env: {
        clipboard: {
          writeText: async (text: string) => {
            this.clipboard = text;
          },
        },
      },
    };
  }
}
