/** The plan that is open: its files, edits that are taken back after each test, and what mos says about it. */

import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

export function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...file.split('/'));
}

export async function open(file: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(file));
  return vscode.window.showTextDocument(document);
}

/** The place of a text that stands in the file once, `inside` letters into it. */
export function placeOf(document: vscode.TextDocument, text: string, inside = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${document.fileName} does not hold: ${text}`);
  return document.positionAt(at + inside);
}

export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const start = placeOf(editor.document, text);
  const end = placeOf(editor.document, text, text.length);
  await editor.edit((edit) => edit.replace(new vscode.Range(start, end), by));
}

export function findings(file: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(file)).filter(({ source }) => source === 'mos');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a file has a finding of a rule, and gives it. */
export function finding(file: string, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${file} has ${rule}`, () => findings(file).find((each) => ruleOf(each) === rule));
}

export async function noFindings(file: string): Promise<void> {
  await eventually(
    () =>
      `${file} has no findings, but has ${findings(file)
        .map(({ message }) => message)
        .join(' · ')}`,
    () => findings(file).length === 0,
  );
}

/** Every file as it is on disk, and every setting as it was. */
export async function restore(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || (document.uri.scheme !== 'file' && document.uri.scheme !== 'vscode-remote')) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Whether the server runs and has read everything. */
export async function isReady(): Promise<boolean> {
  return (await vscode.commands.executeCommand<string>('mos.copyReport')).includes('Server: ready');
}

/** The process of the language server, as the diagnostic report names it. */
export async function serverProcess(): Promise<number> {
  const report = await vscode.commands.executeCommand<string>('mos.copyReport');
  const found = /process (\d+)/.exec(report)?.[1];
  if (!found) throw new Error(`no process in: ${report}`);
  return Number(found);
}
