/** The steps of the walkthrough: each adds one part to a small plan, with the places to fill in one Tab apart. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** The last one adds nothing: it leads to what mos has found in the parts before. */
const STEPS = ['owner', 'frame', 'objective', 'week', 'mend'];

/** What is wrong with the promise as the fourth step leaves it. */
const ORPHAN = 'cascade/orphaned-commitment';

export function buildPlan(server: Server, extensionId: string): vscode.Disposable {
  const open = vscode.commands.registerCommand('mos.openWalkthrough', () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#firstPlan`, false),
  );
  const add = vscode.commands.registerCommand('mos.addToPlan', async (step: unknown) => {
    if (typeof step !== 'string' || !STEPS.includes(step)) return;
    // package.json ticks the step off when it sees this, and its page then takes the focus for a moment.
    await vscode.commands.executeCommand('setContext', `mos.did.${step}`, true);
    const editor = await planEditor();
    if (step === 'mend') await leadToFinding(editor);
    else await append(editor, await server.ask<string>('mos/part', { name: step }));
  });
  return vscode.Disposable.from(open, add);
}

/** The plan that is being written: one that is open, else a new one that need not be saved yet. */
async function planEditor(): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'mos');
  const document =
    visible?.document ??
    vscode.workspace.textDocuments.find(({ languageId, isClosed }) => languageId === 'mos' && !isClosed) ??
    (await vscode.workspace.openTextDocument({ language: 'mos', content: '' }));
  return vscode.window.showTextDocument(document, visible?.viewColumn ?? vscode.ViewColumn.Beside);
}

async function append(editor: vscode.TextEditor, part: string): Promise<void> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const isEmpty = document.getText().trim() === '';
  const isAtStartOfLine = document.lineAt(end.line).text === '';
  const gap = isEmpty ? '' : isAtStartOfLine ? '\n' : '\n\n';
  await editor.insertSnippet(new vscode.SnippetString(`${gap}${part}\n`), end);
  editor.revealRange(new vscode.Range(end, end), vscode.TextEditorRevealType.AtTop);
}

/** To the promise of the last step, else to the worst one; with a finding under the cursor, Ctrl+. offers its ways out. */
async function leadToFinding(editor: vscode.TextEditor): Promise<void> {
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === 'mos')
    .sort((a, b) => a.severity - b.severity);
  const finding = found.find(({ code }) => typeof code === 'object' && code.value === ORPHAN) ?? found[0];
  if (!finding) return;
  // Returns when the cursor is there; a cursor that still moves would close the list again.
  const selection = new vscode.Range(finding.range.start, finding.range.start);
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection,
  });
  await vscode.commands.executeCommand('editor.action.quickFix');
}
