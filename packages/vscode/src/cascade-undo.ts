/** Undo and redo from a row of the cascade: they are about the file in the editor, whose last edit may be one made here. */

import * as vscode from 'vscode';

/** Knows which file of the plan was edited last, wherever the cursor is. */
export class Undo implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private last: vscode.TextDocument | undefined;
  /** In which the cursor goes to what was undone, by itself. */
  private own: vscode.TextDocument | undefined;
  /** How many are asked for and not over. */
  private running = 0;
  private line: Promise<unknown> = Promise.resolve();

  constructor() {
    this.subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId === 'mos' && contentChanges.length > 0) this.last = document;
    });
  }

  /** Says what came of it. `back`: to where the keys came from. */
  run(what: 'undo' | 'redo', back: () => Thenable<unknown> | undefined): Promise<string> {
    // One after the other: the focus that goes back after the first is not to be taken from the second.
    this.running += 1;
    const told = this.line
      .then(() => this.now(what, back))
      .finally(() => {
        this.running -= 1;
      });
    this.line = told.catch(() => undefined);
    return told;
  }

  private now(what: 'undo' | 'redo', back: () => Thenable<unknown> | undefined): Promise<string> {
    const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].filter(
      (editor) => editor?.document.languageId === 'mos',
    );
    // Another file may have come into sight since: it is not the one that is meant.
    const last = this.last?.isClosed === false ? this.last : undefined;
    const document = last ?? editors[0]?.document;
    this.own = document;
    return undoIn(document, editors.find((editor) => editor?.document === document)?.viewColumn, what, back);
  }

  /**
   * The cursor has moved because something was undone on a row: a person looks at that row, and has not gone elsewhere. Of what
   * moves it, only an undo says nothing of its kind; a key, the mouse and a command that leads somewhere do.
   */
  hasMoved(document: vscode.TextDocument, by?: vscode.TextEditorSelectionChangeKind): boolean {
    // The editor comes to the front, too, and what was written into several files moves the cursor in all of them.
    if (this.running > 0) return true;
    if (document !== this.own || by !== undefined) this.own = undefined;
    return this.own !== undefined;
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

async function undoIn(
  document: vscode.TextDocument | undefined,
  viewColumn: vscode.ViewColumn | undefined,
  what: 'undo' | 'redo',
  back: () => Thenable<unknown> | undefined,
): Promise<string> {
  if (!document) return `Open the file whose last edit you want to ${what} beside the cascade: none is in sight.`;
  // What was written into several files at once is taken out of all of them.
  const changed = new Set<vscode.Uri>();
  const listening = vscode.workspace.onDidChangeTextDocument(({ document: { languageId, uri }, contentChanges }) => {
    // A log that is in sight is a document as well, and grows meanwhile.
    if (languageId === 'mos' && contentChanges.length > 0) changed.add(uri);
  });
  try {
    // The editor has to have the focus: where a page has it, its own text fields are meant.
    await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }), preserveFocus: false });
    await vscode.commands.executeCommand(what);
  } finally {
    listening.dispose();
  }
  await back();
  if (changed.size === 0) return `There is nothing to ${what} in ${namesOf([document.uri])}.`;
  const names = namesOf([...changed]);
  return what === 'undo' ? `The last edit of ${names} is undone.` : `The edit of ${names} is done again.`;
}

/** `demand.mos and partner.mos`; with their folders where two have the same name. */
function namesOf(uris: readonly vscode.Uri[]): string {
  const short = uris.map(({ path }) => path.split('/').at(-1) ?? path);
  const names = new Set(short).size === short.length ? short : uris.map((uri) => vscode.workspace.asRelativePath(uri));
  const sorted = names.toSorted();
  return sorted.length <= 3
    ? new Intl.ListFormat('en').format(sorted)
    : `${sorted[0]} and ${sorted.length - 1} other files`;
}
