/** Puts the command `mos` on the path of the editor's terminals; it runs on the editor's own runtime. */

import * as vscode from 'vscode';

export function offerCommandLine(context: vscode.ExtensionContext): void {
  const { environmentVariableCollection: environment } = context;
  const bin = vscode.Uri.joinPath(context.extensionUri, 'packages', 'vscode', 'bin').fsPath;
  const separator = process.platform === 'win32' ? ';' : ':';
  environment.description = 'Adds the command `mos`, which checks plans.';
  environment.prepend('PATH', `${bin}${separator}`);
  environment.replace('MOS_RUNTIME', process.execPath);
}
