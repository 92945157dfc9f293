/** A real client over standard streams against the built server: what an editor does, without the editor. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** What Node runs, and with which arguments. */
export const SERVER = [fileURLToPath(new URL('../../packages/server/dist/server.mjs', import.meta.url)), '--stdio'];

/** Milliseconds; the unit in which Linux counts the work of a process. */
const TICK = 10;

export class Client {
  readonly connection: ProtocolConnection;
  readonly folder: string;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  /** Logged and shown, from the start; until a test listens for itself. */
  readonly said: string[] = [];
  private settings: object = {};
  private readonly process: ChildProcess;
  private readonly versions = new Map<string, number>();
  private readonly listeners = new Set<(uri: string) => void>();
  initialized!: InitializeResult;

  private constructor(folder: string, server: readonly string[]) {
    this.folder = folder;
    this.process = spawn(process.execPath, server, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('the server has no standard streams');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  /**
   * `settings` is what the client answers for the section `mos`; see `configure`. `abilities` join its capabilities, `options` are
   * its initialization options; without `folders` it opens the one folder.
   */
  static async start(
    folder: string,
    settings: object = { today: '2026-02-09' },
    abilities: ClientCapabilities = {},
    { options = {}, folders = [''], server = SERVER }: { options?: object; folders?: string[]; server?: string[] } = {},
  ): Promise<Client> {
    const client = new Client(folder, server);
    client.settings = settings;
    const { connection } = client;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.set(params.uri, params);
      for (const listener of client.listeners) listener(params.uri);
    });
    for (const method of ['window/logMessage', 'window/showMessage'])
      connection.onNotification(method, ({ message }: { message: string }): void => void client.said.push(message));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => client.settings),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: client.uri(''),
      workspaceFolders: folders.map((name) => ({ uri: client.uri(name), name })),
      capabilities: {
        ...abilities,
        textDocument: {
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { documentationFormat: ['markdown'] } },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          ...abilities.textDocument,
        },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true },
          ...abilities.workspace,
        },
      },
      initializationOptions: { pages: true, ...options },
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(file: string): string {
    return pathToFileURL(`${this.folder}/${file}`).toString();
  }

  async open(file: string, text: string): Promise<void> {
    this.versions.set(file, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(file), languageId: 'mos', version: 1, text },
    });
  }

  async change(file: string, text: string): Promise<void> {
    const version = (this.versions.get(file) ?? 0) + 1;
    this.versions.set(file, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(file), version },
      contentChanges: [{ text }],
    });
  }

  request<T>(method: string, file: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(file) }, ...params });
  }

  /** The findings of a file once they fulfil a condition; asked again each time something is published. */
  until(file: string, condition: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const uri = this.uri(file);
    return new Promise((resolve) => {
      const look = () => {
        const diagnostics = this.published.get(uri)?.diagnostics;
        if (!diagnostics || !condition(diagnostics)) return;
        this.listeners.delete(look);
        resolve(diagnostics);
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Other settings, as when a person edits theirs. */
  async configure(settings: object): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  }

  /** Every change that was sent so far is taken in, and what follows from it is published: requests are answered in order. */
  async settled(): Promise<void> {
    await this.connection.sendRequest('mos/settled');
  }

  /** As the system does it: at once, and without a word. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
    this.connection.dispose();
  }

  /** Milliseconds that it has worked so far, on all cores together; not a number where the system does not say. */
  worked(): number {
    try {
      const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK;
    } catch {
      return Number.NaN;
    }
  }

  /** Megabytes that it has held at most; not a number where the system does not say. */
  memory(): number {
    try {
      return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  signal(name: NodeJS.Signals): void {
    this.process.kill(name);
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}
