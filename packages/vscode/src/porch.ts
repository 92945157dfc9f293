/** Everything that the extension does wherever it runs; starting the server is the business of the door. */

import * as vscode from 'vscode';
import { showCascade } from './cascade.ts';
import { chooseAnswers } from './choose.ts';
import { explainRules } from './explain-rule.ts';
import { createPlans } from './new-plan.ts';
import { recordReasons } from './record.ts';
import { reportDiagnostics } from './report.ts';
import { type ClientMaker, Server } from './server.ts';
import { showReferences } from './show-references.ts';
import { showStatus } from './status.ts';
import { suppressFindings } from './suppress.ts';
import { buildPlan } from './walkthrough.ts';
import { welcome } from './welcome.ts';

/** Returns at once; the server starts behind it. */
export function open(context: vscode.ExtensionContext, makeClient: ClientMaker): void {
  const server = new Server(makeClient, context.storageUri?.scheme === 'file' ? context.storageUri.fsPath : undefined);
  context.subscriptions.push(
    server,
    vscode.commands.registerCommand('mos.restart', () => server.restart()),
    vscode.commands.registerCommand('mos.showLog', () => server.log.show()),
    showStatus(server),
    explainRules(server),
    reportDiagnostics(server, context.extension),
    createPlans(server),
    chooseAnswers(server),
    suppressFindings(server),
    recordReasons(server),
    showReferences(server),
    buildPlan(server, context.extension.id),
    welcome(server),
    showCascade(server, context.extensionUri, context.workspaceState),
  );
  void server.start();
}
