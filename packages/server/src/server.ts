/** The language server: wires the protocol to plans. What is answered is worked out in features/, one file each. */

import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from './convert.ts';
import type { Feature, Server, Subject } from './feature.ts';
import { features } from './features/list.ts';
import type { Host } from './host.ts';
import { Publisher } from './publish.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { Workspace } from './workspace.ts';

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(host, {
    touched: (uris) => {
      publisher.touched(uris);
      changed([...uris]);
    },
    progress: () => {},
    warn: (message) => connection.console.warn(message),
  });
  const publisher = new Publisher(connection, workspace, host, (uri) => documents.get(uri)?.version);
  let settings: Settings = settingsFrom(undefined);
  let folders: string[] = [];
  let canAskForSettings = false;
  let client: ClientCapabilities = {};
  const listeners: ((touched?: readonly string[]) => void)[] = [];
  /** Requests wait for what was said before them: files that open, texts that change. */
  let settled: Promise<void> = Promise.resolve();

  function changed(touched?: readonly string[]): void {
    for (const listener of listeners) listener(touched);
  }

  function then(work: () => Promise<void>): void {
    settled = settled.then(work).catch((error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`mos could not take in a change: ${reason}`);
    });
  }

  const server: Server = {
    connection,
    workspace,
    get settings() {
      return settings;
    },
    get client() {
      return client;
    },
    openFiles: () => documents.keys(),
    onChange: (listener) => {
      listeners.push(listener);
    },
    settled: () => settled,
    versionOf: (uri) => documents.get(uri)?.version ?? null,
    async subject(uri): Promise<Subject | undefined> {
      await settled;
      const project = workspace.projectOf(uri);
      const text = project?.text(uri);
      if (!project || text === undefined) return undefined;
      return { project, uri, file: project.fileOf(uri), lines: new Lines(text), today: workspace.day };
    },
    async at({ textDocument, position }, answer) {
      const subject = await server.subject(textDocument.uri);
      return subject ? answer(subject, subject.lines.offset(position)) : null;
    },
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    client = params.capabilities;
    canAskForSettings = params.capabilities.workspace?.configuration === true;
    settings = settingsFrom((params.initializationOptions as { settings?: unknown } | undefined)?.settings);
    return {
      serverInfo: { name: 'mos' },
      capabilities: Object.assign(
        {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        ...features.map((feature: Feature) => feature.capabilities),
      ),
    };
  });

  connection.onInitialized(() => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const [more, fewer] = [added.map(({ uri }) => uri), removed.map(({ uri }) => uri)];
      then(() => workspace.setFolders(more, fewer));
    });
    // First in line: a file that is opened meanwhile waits until its plan is read.
    then(async () => {
      if (canAskForSettings) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'mos' });
        settings = settingsFrom(await connection.workspace.getConfiguration('mos'));
      }
      await workspace.setToday(settings.today);
      await workspace.setFolders(folders);
    });
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    then(async () => {
      const found = canAskForSettings
        ? await connection.workspace.getConfiguration('mos')
        : (pushed as { mos?: unknown } | undefined)?.mos;
      settings = settingsFrom(found);
      await workspace.setToday(settings.today);
      changed();
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    then(() => workspace.changedOnDisk(uris));
  });
  documents.onDidChangeContent(({ document }) => {
    const text = document.getText();
    then(() => workspace.edit(document.uri, text));
  });
  documents.onDidClose(({ document }) => then(() => workspace.close(document.uri)));

  for (const feature of features) feature.register(server);

  // For tests and scripts, which otherwise would have to wait by the clock.
  connection.onRequest('mos/settled', async () => {
    await settled;
    await publisher.idle();
    return null;
  });

  documents.listen(connection);
  connection.listen();
}
