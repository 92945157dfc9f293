/** Files that come, change and go outside of the open editors. */

import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileOperationRegistrationOptions,
  type FileSystemWatcher,
  type ServerCapabilities,
  WatchKind,
} from 'vscode-languageserver';
import type { Workspace } from './workspace.ts';

/** Whatever comes or goes may be a folder of plans, of which clients tell as a whole; .gitignore says what belongs to no plan. */
const WATCHED: FileSystemWatcher[] = [
  { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
  ...['**/*.mos', '**/mos.json', '**/.gitignore'].map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
];

/** Folders, too: clients tell of them as a whole when they are renamed or deleted in the editor. */
const MOVED: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.mos', matches: 'file' } },
    { pattern: { glob: '**/mos.json', matches: 'file' } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

export const watching = {
  capabilities: {
    workspace: { fileOperations: { didCreate: MOVED, didRename: MOVED, didDelete: MOVED } },
  } satisfies ServerCapabilities,

  register(connection: Connection, workspace: Workspace, { workspace: client }: ClientCapabilities): void {
    connection.onDidChangeWatchedFiles(({ changes }) => workspace.changedOnDisk(changes.map(({ uri }) => uri)));
    connection.workspace.onDidCreateFiles(({ files }) => workspace.changedOnDisk(files.map(({ uri }) => uri)));
    connection.workspace.onDidDeleteFiles(({ files }) => workspace.changedOnDisk(files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles(({ files }) =>
      workspace.changedOnDisk(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    );
    if (!client?.didChangeWatchedFiles?.dynamicRegistration) return;
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED })
      .catch((error: unknown) =>
        connection.console.warn(`the client does not watch files: ${error instanceof Error ? error.message : error}`),
      );
  },
};
