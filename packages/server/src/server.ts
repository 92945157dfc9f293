/** The language server: wires the protocol to plans. Handlers translate; what they say is worked out in features/. */

import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from './convert.ts';
import { quickFixes } from './features/code-actions.ts';
import { declarations, definitions, implementations } from './features/definition.ts';
import { documentSymbols } from './features/document-symbols.ts';
import { formatDocument } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { highlights, references } from './features/references.ts';
import type { Host } from './host.ts';
import type { Project } from './project.ts';
import { Publisher } from './publish.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { Workspace } from './workspace.ts';

/** A file in a plan, with what every feature asks for. */
export interface Subject {
  project: Project;
  uri: string;
  /** The name under which the engine knows the file. */
  file: string;
  lines: Lines;
  today: string;
}

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(host, {
    touched: (uris) => publisher.touched(uris),
    progress: () => {},
    warn: (message) => connection.console.warn(message),
  });
  const publisher = new Publisher(connection, workspace, host, (uri) => documents.get(uri)?.version);
  let settings: Settings = settingsFrom(undefined);
  let folders: string[] = [];
  let canAskForSettings = false;
  /** Requests wait for what was said before them: files that open, texts that change. */
  let settled: Promise<void> = Promise.resolve();

  function then(work: () => Promise<void>): void {
    settled = settled.then(work).catch((error: unknown) => {
      connection.console.error(
        `mos could not take in a change: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    canAskForSettings = params.capabilities.workspace?.configuration === true;
    settings = settingsFrom((params.initializationOptions as { settings?: unknown } | undefined)?.settings);
    return {
      serverInfo: { name: 'mos' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        hoverProvider: true,
        definitionProvider: true,
        declarationProvider: true,
        implementationProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.mos'] },
      },
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
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    then(() => workspace.changedOnDisk(changes.map(({ uri }) => uri))),
  );
  documents.onDidChangeContent(({ document }) => {
    const text = document.getText();
    then(() => workspace.edit(document.uri, text));
  });
  documents.onDidClose(({ document }) => then(() => workspace.close(document.uri)));

  async function subjectOf(uri: string): Promise<Subject | undefined> {
    await settled;
    const project = workspace.projectOf(uri);
    const text = project?.text(uri);
    if (!project || text === undefined) return undefined;
    return { project, uri, file: project.fileOf(uri), lines: new Lines(text), today: workspace.day };
  }

  async function at<T>(
    params: { textDocument: { uri: string }; position: Position },
    answer: (subject: Subject, offset: number) => T,
  ): Promise<T | null> {
    const subject = await subjectOf(params.textDocument.uri);
    return subject ? answer(subject, subject.lines.offset(params.position)) : null;
  }

  connection.onHover((params) => at(params, hover));
  connection.onDefinition((params) => at(params, definitions));
  connection.onDeclaration((params) => at(params, declarations));
  connection.onImplementation((params) => at(params, implementations));
  connection.onReferences((params) =>
    at(params, (subject, offset) => references(subject, offset, params.context.includeDeclaration)),
  );
  connection.onDocumentHighlight((params) => at(params, highlights));
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const subject = await subjectOf(textDocument.uri);
    return subject ? documentSymbols(subject) : null;
  });
  connection.onDocumentFormatting(async ({ textDocument }) => {
    const subject = await subjectOf(textDocument.uri);
    return subject ? formatDocument(subject) : null;
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const subject = await subjectOf(textDocument.uri);
    return subject ? quickFixes(subject, range, context, (uri) => documents.get(uri)?.version ?? null) : null;
  });

  // For tests and scripts, which otherwise would have to wait by the clock.
  connection.onRequest('mos/settled', async () => {
    await settled;
    await publisher.idle();
    return null;
  });

  documents.listen(connection);
  connection.listen();
}
