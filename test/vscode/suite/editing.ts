/** Protects what helps while writing: completion, rename, formatting. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { noFindings, open, placeOf, replace } from './plan.ts';

it('behind dri stand the people, and no team', async () => {
  const editor = await open('strategy.mos');
  await noFindings('strategy.mos');
  const at = placeOf(editor.document, '  dri ana', 6);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    at,
  );
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.includes('ben'), `offered: ${labels.slice(0, 20).join(', ')}`);
  assert.ok(!labels.includes('demand'), 'a team is offered');
});

it('renaming an owner changes every file that names them', async () => {
  const editor = await open('people.mos');
  await noFindings('people.mos');
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    editor.document.uri,
    placeOf(editor.document, 'owner cho', 7),
    'cho_min_ji',
  );
  const files = edit.entries().map(([uri]) => uri.path.split('/').slice(-2).join('/'));
  assert.ok(files.some((file) => file.endsWith('people.mos')) && files.includes('q1/demand.mos'), files.join(', '));
  await vscode.workspace.applyEdit(edit);
  await eventually('the plan still holds', () =>
    vscode.languages.getDiagnostics().every(([, list]) => list.every(({ source }) => source !== 'mos')),
  );
});

it('formatting lays a plan out and keeps its words', async () => {
  const editor = await open('strategy.mos');
  const before = editor.document.getText();
  await replace(editor, '  year 2026\n  dri ana', 'year    2026\n\n\n\n      dri ana');
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
    'vscode.executeFormatDocumentProvider',
    editor.document.uri,
    { tabSize: 2, insertSpaces: true },
  );
  const edit = new vscode.WorkspaceEdit();
  edit.set(editor.document.uri, edits);
  await vscode.workspace.applyEdit(edit);
  assert.equal(editor.document.getText(), before.replace('  year 2026\n  dri ana', '  year 2026\n\n  dri ana'));
});

it('Enter inside a documentation comment goes on with a star', async () => {
  const editor = await open('strategy.mos');
  const line = placeOf(editor.document, ' * Acme sells').line;
  const end = editor.document.lineAt(line).range.end;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('type', { text: '\n' });
  assert.equal(editor.document.lineAt(line + 1).text, ' * ');
});

it('a quote closes itself, and three of them too', async () => {
  const editor = await open('strategy.mos');
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const text of ['brief', ' ', 'x', ' ', '"']) await vscode.commands.executeCommand('type', { text });
  assert.equal(editor.document.lineAt(editor.document.lineCount - 1).text, 'brief x ""');
});
