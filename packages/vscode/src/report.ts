/** "Copy Diagnostic Report": what somebody who helps has to know, without a word of the plan itself. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

interface Health {
  runtime: string;
  process: number;
  today: string;
  plans: { files: number; declarations: number; findings: number; complete: boolean }[];
}

/** How long a server that may be stuck is waited for, in milliseconds. */
const PATIENCE = 3_000;

export function reportDiagnostics(server: Server, extension: vscode.Extension<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand('mos.copyReport', async () => {
    const report = await compose(server, extension);
    await vscode.env.clipboard.writeText(report);
    void vscode.window.showInformationMessage(
      'The diagnostic report is on the clipboard. It holds counts and settings, no text of your plan.',
    );
    return report;
  });
}

async function compose(server: Server, extension: vscode.Extension<unknown>): Promise<string> {
  const health = server.state.kind === 'failed' ? undefined : await askInTime(server);
  const { state } = server;
  const settings = Object.entries(settingsOf(extension)).map(([name, value]) => `- ${name}: ${JSON.stringify(value)}`);
  const plans = health?.plans.map(
    ({ files, declarations, findings, complete }, index) =>
      `- plan ${index + 1}: ${files} files, ${declarations} declarations, ${findings} findings${complete ? '' : ', still being read'}`,
  );
  return [
    `mos ${extension.packageJSON.version} in ${vscode.env.appName} ${vscode.version} (${vscode.env.appHost}${vscode.env.remoteName ? `, remote: ${vscode.env.remoteName}` : ''})`,
    `Server: ${state.kind}${state.kind === 'failed' ? `, ${state.reason}` : ''}${health ? `, ${health.runtime}, process ${health.process}` : ', no answer'}`,
    `Today: ${health?.today ?? 'unknown'} · trusted workspace: ${vscode.workspace.isTrusted} · folders: ${vscode.workspace.workspaceFolders?.length ?? 0}`,
    '',
    'Plans',
    ...(plans && plans.length > 0 ? plans : ['- none']),
    '',
    'Settings',
    ...settings,
    '',
  ].join('\n');
}

async function askInTime(server: Server): Promise<Health | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  return Promise.race([server.ask<Health>('mos/health').catch(() => undefined), late]);
}

/** Every setting of the extension with its value in force. */
function settingsOf(extension: vscode.Extension<unknown>): Record<string, unknown> {
  const declared: { properties: Record<string, unknown> }[] = extension.packageJSON.contributes.configuration;
  const names = declared.flatMap(({ properties }) => Object.keys(properties));
  return Object.fromEntries(names.map((name) => [name, vscode.workspace.getConfiguration().get(name)]));
}
