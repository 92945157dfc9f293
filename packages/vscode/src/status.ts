/** The one line about mos in the editor's status bar, and the message when the server is given up. */

import * as vscode from 'vscode';
import type { Server, ServerState } from './server.ts';

const ACTIONS =
  '[Restart](command:mos.restart) · [Show log](command:mos.showLog) · [Copy diagnostic report](command:mos.copyReport)';

export function showStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('mos.status', [
    { language: 'mos' },
    { pattern: '**/mos.json' },
  ]);
  item.name = 'mos';
  item.detail = ACTIONS;

  const show = () => {
    const { text, severity, busy, command } = describe(server.state);
    Object.assign(item, { text, severity, busy, command });
    void vscode.commands.executeCommand('setContext', 'mos.state', server.state.kind);
  };
  show();
  return vscode.Disposable.from(
    item,
    server.onDidChange((state) => {
      show();
      if (state.kind === 'failed') void complain(state.reason);
    }),
    vscode.languages.onDidChangeDiagnostics(show),
  );
}

interface Description {
  text: string;
  severity: vscode.LanguageStatusSeverity;
  busy: boolean;
  command: vscode.Command | undefined;
}

const { Information, Warning, Error: Failure } = vscode.LanguageStatusSeverity;
const PROBLEMS: vscode.Command = { command: 'workbench.actions.view.problems', title: 'Show' };

function describe(state: ServerState): Description {
  switch (state.kind) {
    case 'starting':
      return { text: 'mos is starting', severity: Information, busy: true, command: undefined };
    case 'loading':
      return { text: loading(state), severity: Information, busy: true, command: undefined };
    case 'failed': {
      const command = { command: 'mos.showLog', title: 'Show log' };
      return { text: 'mos: the language server does not run', severity: Failure, busy: false, command };
    }
    case 'ready':
      return findings();
  }
}

function loading({ done, total }: { done: number; total: number }): string {
  return total > 0 ? `mos is reading the plan: ${done} of ${total} files` : 'mos is reading the plan';
}

function findings(): Description {
  const counts = { errors: 0, warnings: 0, remarks: 0 };
  for (const [, diagnostics] of vscode.languages.getDiagnostics()) {
    for (const { source, severity } of diagnostics) {
      if (source !== 'mos') continue;
      if (severity === vscode.DiagnosticSeverity.Error) counts.errors++;
      else if (severity === vscode.DiagnosticSeverity.Warning) counts.warnings++;
      else counts.remarks++;
    }
  }
  const parts = [
    count(counts.errors, 'error', 'errors'),
    count(counts.warnings, 'warning', 'warnings'),
    count(counts.remarks, 'remark', 'remarks'),
  ].filter((part) => part !== '');
  const severity = counts.errors > 0 || counts.warnings > 0 ? Warning : Information;
  if (parts.length === 0)
    return { text: 'mos: the plan holds', severity: Information, busy: false, command: undefined };
  return { text: `mos: ${parts.join(', ')}`, severity, busy: false, command: PROBLEMS };
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}

async function complain(reason: string): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(
    `mos cannot check your plan: ${reason}. Your files are untouched.`,
    'Show Log',
    'Start Again',
    'Copy Diagnostic Report',
  );
  const commands: Record<string, string> = {
    'Show Log': 'mos.showLog',
    'Start Again': 'mos.restart',
    'Copy Diagnostic Report': 'mos.copyReport',
  };
  const command = chosen && commands[chosen];
  if (command) await vscode.commands.executeCommand(command);
}
