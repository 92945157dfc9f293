/** Tasks that check a plan with the command line that ships inside the extension; `$mos` reads what they print. */

import * as vscode from 'vscode';

interface Check extends vscode.TaskDefinition {
  type: 'mos';
  task: 'check';
  /** Folder or file, relative to the workspace folder. */
  path?: string;
  today?: string;
}

/** `program`: path of the command line. It runs on the editor's own runtime, so nobody has to install Node. */
export function provideTasks(program: string): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('mos', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskFor({ type: 'mos', task: 'check' }, folder, program)),
    resolveTask: ({ definition, scope }) =>
      isCheck(definition) && isFolder(scope) ? taskFor(definition, scope, program) : undefined,
  });
}

function taskFor(definition: Check, folder: vscode.WorkspaceFolder, program: string): vscode.Task {
  // The same day as in the editor, or the list of findings would change with every run.
  const today = definition.today || vscode.workspace.getConfiguration('mos', folder).get<string>('today');
  const args = ['check', definition.path ?? '.', '--format', 'concise', ...(today ? ['--today', today] : [])];
  const execution = new vscode.ProcessExecution(process.execPath, [program, ...args], {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(definition, folder, `check ${definition.path ?? folder.name}`, 'mos', execution, '$mos');
  task.group = vscode.TaskGroup.Test;
  task.detail = 'Checks the plan and lists what it finds';
  return task;
}

function isCheck(definition: vscode.TaskDefinition): definition is Check {
  return definition.type === 'mos' && definition.task === 'check';
}

function isFolder(scope: vscode.Task['scope']): scope is vscode.WorkspaceFolder {
  return typeof scope === 'object';
}
