/** The pages of the rules: `mos://rules/cascade/orphaned-commitment`, as findings link to them, read as Markdown. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

const SCHEME = 'mos';

interface RuleSummary {
  name: string;
  severity: string;
  why: string;
}

export function explainRules(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    // A click on a finding's rule opens its address; configurationDefaults in package.json show it in the Markdown preview.
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => pageAt(server, uri),
    }),
    vscode.commands.registerCommand('mos.explainRule', async (name?: unknown) => {
      const rule = typeof name === 'string' ? name : await chooseRule(server);
      if (rule) await vscode.commands.executeCommand('vscode.open', addressOf(rule), { preview: true });
    }),
  );
}

function addressOf(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, authority: 'rules', path: `/${rule}` });
}

async function pageAt(server: Server, { path }: vscode.Uri): Promise<string> {
  const rule = path.replace(/^\//, '');
  const page = await server.ask<string | null>('mos/rulePage', { rule });
  return (
    page ??
    `# ${rule}\n\nThere is no rule of this name. "mos: Explain Rule" in the command palette lists all of them.\n`
  );
}

async function chooseRule(server: Server): Promise<string | undefined> {
  const rules = server
    .ask<RuleSummary[]>('mos/rules')
    .then((all) =>
      all
        .map(({ name, severity, why }) => ({ label: name, description: severity, detail: why }))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
    );
  const chosen = await vscode.window.showQuickPick(rules, {
    title: 'Explain a rule',
    placeHolder: 'Which rule? Its name or its reason will do',
    matchOnDetail: true,
  });
  return chosen?.label;
}
