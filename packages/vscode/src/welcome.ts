/** What the Explorer says while there is no plan to look at; the texts stand in package.json under viewsWelcome. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

export function welcome(server: Server): vscode.Disposable {
  const look = async () => {
    const [found] = await vscode.workspace.findFiles('**/*.mos', undefined, 1);
    await vscode.commands.executeCommand('setContext', 'mos.noPlan', found === undefined);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.mos', false, true, false);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidDelete(look),
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    server.onDidChange(({ kind }) => {
      if (kind === 'ready') void look();
    }),
    // Always empty, so that its welcome text is what people see.
    vscode.window.registerTreeDataProvider('mos.welcome', {
      getChildren: () => [],
      getTreeItem: (item: never) => item,
    }),
  );
}
