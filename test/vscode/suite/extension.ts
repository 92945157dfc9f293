/** Protects the extension itself: its commands, its tasks, its report, and what it does when asked to start again. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { finding, isReady, noFindings, open, replace, serverProcess } from './plan.ts';

interface Manifest {
  activationEvents: string[];
  contributes: { commands: { command: string; category: string }[] };
}

function manifest(): Manifest {
  const extension = vscode.extensions.getExtension('mos.mos');
  if (!extension) throw new Error('the extension is not here');
  return extension.packageJSON as Manifest;
}

it('every command that the palette shows is there', async () => {
  const known = new Set(await vscode.commands.getCommands(true));
  for (const { command, category } of manifest().contributes.commands) {
    assert.ok(known.has(command), command);
    assert.equal(category, 'mos');
  }
});

it('the extension wakes up for plans, and for nothing else', async () => {
  assert.deepEqual(manifest().activationEvents, [
    'onLanguage:mos',
    'workspaceContains:**/*.mos',
    'workspaceContains:**/mos.json',
  ]);
});

it('the diagnostic report counts, and holds no word of the plan', async () => {
  await open('strategy.mos');
  await noFindings('strategy.mos');
  const report = await eventually('the plan is read', async () => {
    const text = await vscode.commands.executeCommand<string>('mos.copyReport');
    return text.includes('Server: ready') ? text : undefined;
  });
  assert.match(report, /plan 1: 1\d files, \d{3} declarations, 0 findings/);
  assert.match(report, /mos\.today: "2026-02-09"/);
  assert.doesNotMatch(report, /Okafor|mid-market|acme/i);
  assert.equal(await vscode.env.clipboard.readText(), report);
});

it('a restart brings a new server and the same findings', async () => {
  const editor = await open('strategy.mos');
  await replace(editor, '  dri ana\n  escalates', '  escalates');
  await finding('strategy.mos', 'accountability/missing-dri');
  const before = await serverProcess();
  await vscode.commands.executeCommand('mos.restart');
  assert.notEqual(await serverProcess(), before);
  await finding('strategy.mos', 'accountability/missing-dri');
});

it('the task checks the plan on the runtime of the editor', async () => {
  const [task] = await vscode.tasks.fetchTasks({ type: 'mos' });
  assert.ok(task);
  assert.deepEqual(task.problemMatchers, ['$mos']);
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  assert.equal(await ended, 0);
});

it('mos.json is completed and checked by its schema', async () => {
  const { document } = await open('mos.json');
  assert.equal(document.languageId, 'jsonc');
  const at = document.positionAt(document.getText().indexOf('"profile"') + 1);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.includes('limits'), `offered: ${labels.join(', ')}`);
});

it('a server that keeps falling is left alone, says so, and starts when it is asked to', async () => {
  const editor = await open('strategy.mos');
  await replace(editor, '  dri ana\n  escalates', '  escalates');
  await finding('strategy.mos', 'accountability/missing-dri');
  await vscode.commands.executeCommand('mos.restart');
  for (let falls = 0; falls < 5; falls++) {
    await eventually('it runs', isReady);
    process.kill(await serverProcess(), 'SIGKILL');
    await eventually('it is noticed', async () => !(await isReady()));
  }
  const report = await vscode.commands.executeCommand<string>('mos.copyReport');
  assert.match(report, /Server: failed, it ended 5 times within a few minutes, no answer/);
  await vscode.commands.executeCommand('mos.restart');
  await eventually('it runs again', isReady);
  await finding('strategy.mos', 'accountability/missing-dri');
});
