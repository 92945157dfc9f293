/** Undo and redo from a row of the cascade: they are about the file in the editor, whose last edit may be one made here. */

import * as vscode from 'vscode';

/** Says what came of it. `back`: to where the keys came from. */
export async function undoInEditor(what: 'undo' | 'redo', back: () => Thenable<unknown> | undefined): Promise<string> {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const editor = editors.find((candidate) => candidate?.document.languageId === 'mos');
  if (!editor) return `Open the file whose last edit you want to ${what} beside the cascade: none is in sight.`;
  const { document, viewColumn } = editor;
  const before = document.version;
  // The editor has to have the focus: where a page has it, its own text fields are meant.
  await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }), preserveFocus: false });
  await vscode.commands.executeCommand(what);
  await back();
  const name = document.uri.path.split('/').at(-1);
  if (document.version === before) return `There is nothing to ${what} in ${name}.`;
  return what === 'undo' ? `The last edit of ${name} is undone.` : `The edit of ${name} is done again.`;
}
