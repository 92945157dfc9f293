/** Protects that findings come, go, and are the right ones, in every file of a plan. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { finding, findings, noFindings, open, placeOf, replace, ruleOf, serverProcess } from './plan.ts';

it('a sound plan has no findings', async () => {
  await open('q1/demand.mos');
  assert.deepEqual(findings('q1/demand.mos').map(ruleOf), []);
});

it('a finding appears while typing, with its reason, its rule and a link to its page, and goes when it is mended', async () => {
  const editor = await open('strategy.mos');
  await replace(editor, '  dri ana\n  escalates', '  escalates');
  const { message, code, severity, range } = await finding('strategy.mos', 'accountability/missing-dri');
  assert.match(message, /^"Win the mid-market service operators" has no DRI\n/);
  assert.equal(severity, vscode.DiagnosticSeverity.Error);
  assert.equal(editor.document.getText(range), 'fy26');
  assert.equal(typeof code === 'object' && String(code.target), 'mos://rules/accountability/missing-dri');
  await vscode.commands.executeCommand('undo');
  await noFindings('strategy.mos');
});

it('each finding is there once', async () => {
  const editor = await open('strategy.mos');
  await replace(editor, '  dri ana\n  escalates', '  escalates');
  await finding('strategy.mos', 'accountability/missing-dri');
  assert.equal(findings('strategy.mos').filter((each) => ruleOf(each) === 'accountability/missing-dri').length, 1);
});

it('a file that nobody opened is judged again when another one changes', async () => {
  const editor = await open('people.mos');
  await replace(editor, 'owner dev "Dev Raman"', 'owner devon "Dev Raman"');
  const { message } = await finding('q1/demand.mos', 'language/unknown-name');
  assert.match(message, /dev/);
  await vscode.commands.executeCommand('undo');
  await noFindings('q1/demand.mos');
});

it('every fix of a finding can be applied from the editor', async () => {
  const editor = await open('strategy.mos');
  await replace(editor, '  dri ana\n  escalates', '  escalates');
  const { range } = await finding('strategy.mos', 'accountability/missing-dri');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const fix = actions.find(({ title }) => title === 'Make Ben Okafor the DRI');
  assert.ok(fix?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
  await vscode.workspace.applyEdit(fix.edit);
  await eventually('the finding is gone', () =>
    findings('strategy.mos').every((each) => ruleOf(each) !== 'accountability/missing-dri'),
  );
  assert.match(editor.document.getText(), /\n {2}dri ben\n/);
});

it('the day that plans are judged by can be changed without a restart', async () => {
  const settings = vscode.workspace.getConfiguration('mos');
  const editor = await open('q2/demand.mos');
  await noFindings('q2/demand.mos');
  await replace(editor, 'from $4M to $5.5M', 'from $4M to TBD');
  const isFault = () => findings('q2/demand.mos').some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  // A remark as long as the second quarter lies ahead.
  await finding('q2/demand.mos', 'metrics/placeholder-target');
  assert.equal(isFault(), false);
  await settings.update('today', '2026-04-02', vscode.ConfigurationTarget.Workspace);
  try {
    await eventually('it is a fault once the quarter has begun', isFault);
  } finally {
    await settings.update('today', undefined, vscode.ConfigurationTarget.Workspace);
  }
  await eventually('it is a remark again', () => !isFault());
});

it('a server that is killed in the middle of an edit comes back, and misses nothing of it', async () => {
  const editor = await open('strategy.mos');
  const before = await serverProcess();
  await replace(editor, '  dri ana\n  escalates', '  escalates');
  process.kill(before, 'SIGKILL');
  const end = placeOf(editor.document, '  escalates');
  await editor.edit((edit) => edit.insert(end, '  dri nobody_we_know\n'));
  const { message } = await finding('strategy.mos', 'language/unknown-name');
  assert.match(message, /nobody_we_know/);
  assert.notEqual(await serverProcess(), before);
});
