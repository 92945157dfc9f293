/** The language server: wires the protocol to plans. What is answered is worked out in features/, one file each. */

import { loadFullReader, warmFullReader } from '@mos/language';
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { merged } from './capabilities.ts';
import { type ClientFacts, clientFacts } from './client.ts';
import { Lines } from './convert.ts';
import type { Server, Subject } from './feature.ts';
import { features } from './features/list.ts';
import { guarded, type Session } from './guard.ts';
import type { Host } from './host.ts';
import { Publisher } from './publish.ts';
import { Puller } from './pull.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { Suspects } from './suspects.ts';
import { LoadProgress, Troubles } from './tell.ts';
import { watching } from './watch.ts';
import { Workspace } from './workspace.ts';

/** Milliseconds that a client has to answer what its settings are, before the defaults hold. */
const PATIENCE = 5000;
/** Milliseconds between two looks at the calendar: an editor stays open overnight. */
const CALENDAR = 60_000;

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const progress = new LoadProgress(connection);
  const troubles = new Troubles(connection);
  const workspace = new Workspace(host, {
    touched(uris, edited) {
      const list = [...uris];
      if (client.diagnostics === 'pull') puller.touched(list, edited);
      else publisher.touched(list);
      changed(list);
    },
    progress: (done, total) => progress.show(done, total),
    troubles: (found) => troubles.say(found),
    failed(error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`mos could not take in a change: ${reason}`);
    },
  });
  // First of all, so that whatever is taken in can be read.
  workspace.inTurn(loadFullReader);
  const publisher = new Publisher(connection, workspace, host, (uri) => documents.get(uri)?.version);
  const puller = new Puller(
    guarded(
      connection,
      () => workspace.settled(),
      () => session,
    ),
    workspace,
    host,
  );
  let session: Session = 'not yet';
  let client: ClientFacts = clientFacts({ capabilities: {} } as InitializeParams);
  let settings: Settings = settingsFrom(undefined);
  let folders: string[] = [];
  const listeners: ((touched?: readonly string[]) => void)[] = [];

  function changed(touched?: readonly string[]): void {
    for (const listener of listeners) listener(touched);
  }

  const server: Server = {
    connection: guarded(
      connection,
      () => workspace.settled(),
      () => session,
    ),
    host,
    workspace,
    get settings() {
      return settings;
    },
    get client() {
      return client.capabilities;
    },
    get facts() {
      return client;
    },
    openFiles: () => documents.keys(),
    onChange: (listener) => {
      listeners.push(listener);
    },
    settled: () => workspace.loaded(),
    judged: () => workspace.judged(),
    versionOf: (uri) => workspace.versionOf(uri) ?? null,
    async subject(uri, { alone = false, judged = false, known = false } = {}): Promise<Subject | undefined> {
      if (judged) await workspace.judged();
      const project = await (alone ? workspace.at(uri) : known ? workspace.knownAt(uri) : workspace.wholeAt(uri));
      const text = project?.text(uri);
      if (!project || text === undefined) return undefined;
      return { project, uri, file: project.fileOf(uri), lines: new Lines(text), today: workspace.day };
    },
    async at({ textDocument, position }, answer, options) {
      const subject = await server.subject(textDocument.uri, options);
      return subject ? answer(subject, subject.lines.offset(position)) : null;
    },
    async fresh(uri, answer, options) {
      const asked = documents.get(uri)?.version;
      const subject = await server.subject(uri, options);
      if (documents.get(uri)?.version !== asked) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'the file has changed meanwhile');
      }
      return subject ? answer(subject) : null;
    },
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session = 'open';
    folders = foldersOf(params);
    client = clientFacts(params);
    workspace.opensPages = client.opensPages;
    progress.isWanted = client.capabilities.window?.workDoneProgress === true;
    settings = settingsFrom((params.initializationOptions as { settings?: unknown } | undefined)?.settings);
    const { storage } = (params.initializationOptions ?? {}) as { storage?: unknown };
    const memory = typeof storage === 'string' && storage !== '' ? host.memory?.(storage) : undefined;
    const aside = (uri: string, message: string) => troubles.say([{ uri, message }]);
    workspace.suspects = new Suspects(memory, aside, () => host.worked());
    return {
      serverInfo: { name: 'mos' },
      capabilities: merged([
        {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        watching.capabilities,
        client.diagnostics === 'pull' ? Puller.capabilities : {},
        ...features.map(({ capabilities }) =>
          typeof capabilities === 'function' ? capabilities(client) : capabilities,
        ),
      ]),
    };
  });

  connection.onInitialized(() => {
    // The parser is made before the first fault is typed, and nobody waits for it.
    void workspace.judged().then(warmFullReader);
    if (client.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const [more, fewer] = [added.map(({ uri }) => uri), removed.map(({ uri }) => uri)];
        workspace.inTurn(() => workspace.setFolders(more, fewer));
      });
    }
    // First in line: a file that is opened meanwhile waits until it is known which plans there are.
    workspace.inTurn(async () => {
      const { dynamicRegistration } = client.capabilities.workspace?.didChangeConfiguration ?? {};
      if (dynamicRegistration) {
        await soon(connection.client.register(DidChangeConfigurationNotification.type, { section: 'mos' }));
      }
      await readSettings();
      workspace.setFolders(folders);
    });
    watching.register(connection, workspace, client.capabilities);
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    workspace.inTurn(async () => {
      await readSettings((pushed as { mos?: unknown } | undefined)?.mos);
      changed();
    });
  });

  async function readSettings(pushed?: unknown): Promise<void> {
    if (client.capabilities.workspace?.configuration) {
      const found: unknown = await soon(connection.workspace.getConfiguration('mos'));
      if (found !== undefined) settings = settingsFrom(found);
    } else if (pushed !== undefined) settings = settingsFrom(pushed);
    workspace.setToday(settings.today);
  }

  documents.onDidChangeContent(({ document }) => workspace.edit(document.uri, document.getText(), document.version));
  documents.onDidClose(({ document }) => workspace.close(document.uri));

  for (const feature of features) feature.register(server);
  puller.register(() => client);

  // For tests and scripts, which otherwise would have to wait by the clock.
  connection.onRequest('mos/settled', async () => {
    await workspace.judged();
    await publisher.idle();
    return null;
  });

  const calendar = setInterval(() => workspace.inTurn(() => workspace.setToday(settings.today)), CALENDAR);
  connection.onShutdown(() => {
    session = 'over';
    clearInterval(calendar);
  });

  documents.listen(connection);
  connection.listen();
}

/** As far as they are what the protocol says. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const named = Array.isArray(workspaceFolders) ? workspaceFolders.map((folder) => folder?.uri) : [rootUri];
  return named.filter((uri) => typeof uri === 'string');
}

/** What the client answers, unless it takes too long about it or refuses. */
async function soon<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
