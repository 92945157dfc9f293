/** The extension's door for Node: starts the server on the editor's own runtime, and what the two own together. */

import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { open } from './porch.ts';
import { provideTasks } from './tasks.ts';
import { offerCommandLine } from './terminal.ts';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'packages', 'vscode', 'dist');
  const server = { module: vscode.Uri.joinPath(dist, 'server.mjs').fsPath, transport: TransportKind.ipc } as const;
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  open(context, (options) => new LanguageClient('mos', 'mos', { run: server, debug }, options));

  const program = vscode.Uri.joinPath(dist, 'mos.mjs').fsPath;
  context.subscriptions.push(provideTasks(program));
  offerCommandLine(context);
}
