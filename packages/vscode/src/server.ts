/** The language server as the extension sees it: started, watched, started again when it falls over, and asked. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, ErrorHandler, WorkspaceEdit } from 'vscode-languageclient';
import type * as library from 'vscode-languageclient/node';

export type ServerState =
  | { kind: 'starting' }
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string };

type Library = Pick<typeof library, 'CloseAction' | 'ErrorAction' | 'RevealOutputChannelOn'>;

/** Loads what speaks with the server, and makes a client that has not been started; one door for Node, another one for browsers. */
export type ClientMaker = () => Promise<{
  library: Library;
  make(options: library.LanguageClientOptions): BaseLanguageClient;
}>;

/** What the server may put behind an offer because it is carried out here: by the extension, and in the last case by VS Code. */
const COMMANDS = [
  ...['mos.choose', 'mos.explainRule', 'mos.record', 'mos.showReferences', 'mos.suppress'],
  // The next list opens by itself once a choice was made.
  'editor.action.triggerSuggest',
];

/** Pauses before the next try, in milliseconds: a single fall goes unnoticed, a server that keeps falling is left alone. */
const PAUSES = [0, 500, 2_000, 8_000];
/** Falls that are further apart than this, in milliseconds, have nothing to do with each other. */
const FORGOTTEN_AFTER = 3 * 60_000;
/** The token of the server's progress while it reads a plan; other progress is shown by the editor. */
const LOADING = /^mos/;

export class Server implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<ServerState>();
  readonly onDidChange = this.changed.event;
  private readonly made: Promise<BaseLanguageClient>;
  /** Once it is made. */
  private client: BaseLanguageClient | undefined;
  private current: ServerState = { kind: 'starting' };
  private falls: number[] = [];
  private endPause: (() => void) | undefined;

  /** `storage`: a folder of this machine in which the server may remember what made it fall. */
  constructor(makeClient: ClientMaker, storage?: string) {
    this.log = vscode.window.createOutputChannel('mos', { log: true });
    this.made = this.makeBy(makeClient, storage);
  }

  private async makeBy(load: ClientMaker, storage: string | undefined): Promise<BaseLanguageClient> {
    // Loading takes longer than all else that an extension does when it begins: others that begin have their turn before.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { library, make } = await load();
    this.client = make({
      documentSelector: selector(),
      // The same owner as that of the $mos problem matcher: what a task finds replaces what is shown, and is not added to it.
      diagnosticCollectionName: 'mos',
      outputChannel: this.log,
      traceOutputChannel: this.log,
      progressOnInitialization: false,
      // A request that ended with its server is nothing to read about: the answer comes from the next one.
      revealOutputChannelOn: library.RevealOutputChannelOn.Never,
      errorHandler: this.errorHandler(library),
      initializationFailedHandler: () => false,
      initializationOptions: () => ({
        settings: vscode.workspace.getConfiguration('mos'),
        commands: COMMANDS,
        pages: true,
        ...(storage !== undefined && { storage }),
      }),
      middleware: {
        handleWorkDoneProgress: (token, params, next) => {
          if (LOADING.test(String(token))) this.loading(params);
          next(token, params);
        },
      },
    } as library.LanguageClientOptions);
    return this.client;
  }

  get state(): ServerState {
    return this.current;
  }

  async start(): Promise<void> {
    this.become({ kind: 'starting' });
    try {
      await this.settle(await this.made);
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Also after the server was given up. */
  async restart(): Promise<void> {
    this.falls = [];
    if (this.endPause) return this.endPause();
    this.become({ kind: 'starting' });
    try {
      if (this.client?.needsStop()) await this.client.stop();
    } catch (error) {
      this.log.warn(`The old server did not end by itself: ${String(error)}`);
    }
    await this.start();
  }

  /** Asks the server; waits for it when it is still starting. */
  async ask<Answer>(method: string, params: object = {}): Promise<Answer> {
    const client = await this.made;
    await client.start();
    return client.sendRequest<Answer>(method, params);
  }

  /** Tells the server something; nothing while it does not run, for then there is nobody to hear it. */
  async tell(method: string, params: object = {}): Promise<void> {
    if (this.client?.isRunning()) await this.client.sendNotification(method, params);
  }

  /** Hears what the server says by itself, also after it was started again. */
  hear<Params>(method: string, listener: (params: Params) => void): vscode.Disposable {
    const heard = this.made.then(
      (client) => client.onNotification(method, listener),
      () => undefined,
    );
    return new vscode.Disposable(() => void heard.then((hearing) => hearing?.dispose()));
  }

  /** Asks the server for an edit and carries it out; what it refuses is said. False when nothing was changed. */
  async edit(method: string, params: object): Promise<boolean> {
    try {
      const answer = await this.ask<WorkspaceEdit | null>(method, params);
      return answer ? await this.apply(answer) : false;
    } catch (error) {
      void vscode.window.showWarningMessage(`mos: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  /** Carries an edit out, unless it was made for another text than the one that is open. */
  async apply(edit: WorkspaceEdit): Promise<boolean> {
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change) || change.textDocument.version === null) continue;
      const { uri, version } = change.textDocument;
      const open = vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === vscode.Uri.parse(uri).toString(),
      );
      if (open && open.version !== version) throw new Error('the file has changed since this was offered; ask again');
    }
    return vscode.workspace.applyEdit(await this.converter.asWorkspaceEdit(edit));
  }

  /** For what the server has said; before that there is none. */
  get converter(): BaseLanguageClient['protocol2CodeConverter'] {
    if (!this.client) throw new Error('the language server is still starting; try again in a moment');
    return this.client.protocol2CodeConverter;
  }

  async dispose(): Promise<void> {
    this.endPause?.();
    const client = await this.made.catch(() => undefined);
    if (client?.needsStop()) await client.stop();
    this.changed.dispose();
    this.log.dispose();
  }

  /** Every plan is read once the server has answered this. */
  private async settle(client: BaseLanguageClient): Promise<void> {
    await client.start();
    await client.sendRequest('mos/settled');
    this.become({ kind: 'ready' });
  }

  private loading(params: { kind: string; message?: string; percentage?: number }): void {
    const [done = 0, total = 0] = (params.message?.match(/\d+/g) ?? []).map(Number);
    this.become(params.kind === 'end' ? { kind: 'ready' } : { kind: 'loading', done, total });
  }

  private errorHandler({ CloseAction, ErrorAction }: Library): ErrorHandler {
    return {
      error: (error) => {
        this.log.error(`The connection to the server stutters: ${error.message}`);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: async () => {
        const now = Date.now();
        this.falls = [...this.falls.filter((fall) => now - fall < FORGOTTEN_AFTER), now];
        const pause = PAUSES[this.falls.length - 1];
        if (pause === undefined) {
          const reason = `it ended ${this.falls.length} times within a few minutes`;
          this.fail(reason);
          return { action: CloseAction.DoNotRestart, message: `The server is left alone: ${reason}.`, handled: true };
        }
        this.become({ kind: 'starting' });
        await this.pause(pause);
        // The client starts the server by itself after this; what is read by then is asked for in the next turn.
        setTimeout(() => void this.afterFall(), 0);
        return { action: CloseAction.Restart, message: 'The server ended, and is started again.', handled: true };
      },
    };
  }

  private async afterFall(): Promise<void> {
    try {
      await this.settle(await this.made);
    } catch (error) {
      this.log.warn(`The server has to be started once more: ${String(error)}`);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endPause = undefined;
  }

  private fail(reason: string): void {
    this.log.error(`The server does not run: ${reason}`);
    this.become({ kind: 'failed', reason });
  }

  private become(state: ServerState): void {
    this.current = state;
    this.changed.fire(state);
  }
}

/** Plans on disk, not saved yet, or on the file system of a virtual workspace; never the old versions that a diff shows. */
function selector(): vscode.DocumentFilter[] {
  const schemes = new Set([
    'file',
    'untitled',
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]);
  return [...schemes].map((scheme) => ({ scheme, language: 'mos' }));
}
