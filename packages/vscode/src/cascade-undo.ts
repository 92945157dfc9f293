/** Undo and redo from a row of the cascade: they are about the file in the editor, whose last edit may be one made here. */

import * as vscode from 'vscode';

/** Knows which file of the plan was edited last, wherever the cursor is. */
export class Undo implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private last: vscode.TextDocument | undefined;
  private line: Promise<unknown> = Promise.resolve();

  constructor() {
    this.subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId === 'mos' && contentChanges.length > 0) this.last = document;
    });
  }

  /** Says what came of it. `back`: to where the keys came from. */
  run(what: 'undo' | 'redo', back: () => Thenable<unknown> | undefined): Promise<string> {
    // One after the other: the focus that goes back after the first is not to be taken from the second.
    const told = this.line.then(() => this.now(what, back));
    this.line = told.catch(() => undefined);
    return told;
  }

  private now(what: 'undo' | 'redo', back: () => Thenable<unknown> | undefined): Promise<string> {
    const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].filter(
      (editor) => editor?.document.languageId === 'mos',
    );
    return undoIn(editors.find((editor) => editor?.document === this.last) ?? editors[0], what, back);
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

async function undoIn(
  editor: vscode.TextEditor | undefined,
  what: 'undo' | 'redo',
  back: () => Thenable<unknown> | undefined,
): Promise<string> {
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
