/** "New Plan…": the first files of a plan from a template, written only where nothing is in the way. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** As the server lists them. */
interface Template {
  name: string;
  label: string;
  summary: string;
}

const RECOMMENDED = 'quarter';

export function createPlans(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('mos.newPlan', async (asked?: unknown) => {
    const templates = await server.ask<Template[]>('mos/templates', {});
    const template = templates.find(({ name }) => name === asked) ?? (await chooseTemplate(templates));
    if (!template) return undefined;
    const folder = await chooseFolder();
    if (!folder) return undefined;
    const title = folder.path.split('/').findLast((part) => part !== '') ?? 'Our plan';
    const files = await server.ask<Record<string, string>>('mos/template', { name: template.name, title });
    return write(folder, files);
  });
}

async function chooseTemplate(templates: readonly Template[]): Promise<Template | undefined> {
  const items = templates.map((template) => ({
    label: template.label,
    description: template.name === RECOMMENDED ? 'recommended' : '',
    detail: `${template.summary.charAt(0).toUpperCase()}${template.summary.slice(1)}`,
    template,
  }));
  const options = { title: 'New plan', placeHolder: 'What do you want to begin with?', matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.template;
}

/** The open folder when it has no plan yet, else a folder inside it; without a folder the person is asked for one. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const chosen = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: 'Begin the Plan Here',
      title: 'Where shall the plan live?',
    });
    return chosen?.[0];
  }
  const root = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  if (!root) return undefined;
  const plans = await vscode.workspace.findFiles(new vscode.RelativePattern(root, '{mos.json,*.mos}'), undefined, 1);
  if (plans.length === 0) return root.uri;
  const name = await vscode.window.showInputBox({
    title: 'New plan',
    prompt: `${root.name} holds a plan already. In which new folder inside it shall this one live?`,
    value: 'plan',
    validateInput: (value) =>
      isPlainPath(value) ? undefined : 'A folder inside the open one, such as plans/next-year',
  });
  return name === undefined ? undefined : vscode.Uri.joinPath(root.uri, ...name.split('/'));
}

function isPlainPath(path: string): boolean {
  return (
    path !== '' &&
    path.split('/').every((part) => part.trim() !== '' && part !== '.' && part !== '..' && !part.includes('\\'))
  );
}

async function write(folder: vscode.Uri, files: Record<string, string>): Promise<vscode.Uri | undefined> {
  const targets = Object.entries(files).map(([name, text]) => ({
    name,
    text,
    uri: vscode.Uri.joinPath(folder, ...name.split('/')),
  }));
  const taken: string[] = [];
  for (const { name, uri } of targets) if (await exists(uri)) taken.push(name);
  if (taken.length > 0) {
    void vscode.window.showWarningMessage(
      `${taken.join(' and ')} ${taken.length === 1 ? 'is' : 'are'} already there, and nothing was written. Begin the plan in another folder.`,
    );
    return undefined;
  }
  // One edit, so that one Undo takes the whole plan back; it refuses to replace a file that somebody else was faster with.
  const edit = new vscode.WorkspaceEdit();
  for (const { text, uri } of targets)
    edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      `The plan could not be written to ${folder.path}. Choose a folder that you may write to.`,
    );
    return undefined;
  }
  const first = targets.find(({ name }) => name === 'plan.mos') ?? targets.find(({ name }) => name.endsWith('.mos'));
  if (first) await vscode.window.showTextDocument(first.uri);
  return first?.uri;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
