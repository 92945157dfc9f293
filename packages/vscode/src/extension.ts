/** The extension's door for Node: starts the server on the editor's own runtime, and what the two own together. */

import * as vscode from 'vscode';
import { open } from './porch.ts';
import { provideTasks } from './tasks.ts';
import { offerCommandLine } from './terminal.ts';

/** Of a plan that is read nearly everything stays: with 4 MiB for what is new, tidying up takes a quarter of the time, four times as often. */
const SHORT_PAUSES = ['--max-semi-space-size=4'];

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'packages', 'vscode', 'dist');
  const module = vscode.Uri.joinPath(dist, 'server.mjs').fsPath;
  open(context, async () => {
    const library = await import('vscode-languageclient/node');
    const server = { module, transport: library.TransportKind.ipc };
    const run = { ...server, options: { execArgv: SHORT_PAUSES } };
    const debug = { ...server, options: { execArgv: [...SHORT_PAUSES, '--nolazy', '--inspect=6009'] } };
    return { library, make: (options) => new library.LanguageClient('mos', 'mos', { run, debug }, options) };
  });

  const program = vscode.Uri.joinPath(dist, 'mos.mjs').fsPath;
  context.subscriptions.push(provideTasks(program));
  offerCommandLine(context);
}
