/** Lets a person choose among what the server offers for a place, when there is too much of it for the light bulb. */

import * as vscode from 'vscode';
import type { Command, WorkspaceEdit } from 'vscode-languageclient';
import type { Server } from './server.ts';

interface Choice {
  group: string;
  title: string;
  edit?: WorkspaceEdit;
  command?: Command;
}

export function chooseAnswers(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('mos.choose', async (choices: Choice[]) => {
    const chosen = await vscode.window.showQuickPick(rows(choices), { matchOnDetail: true });
    if (!chosen?.choice) return;
    const { edit, command } = chosen.choice;
    if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    else if (edit) await server.apply(edit);
  });
}

/** Each group below its heading, in the order in which they come. */
function rows(choices: readonly Choice[]): (vscode.QuickPickItem & { choice?: Choice })[] {
  return choices.flatMap((choice, index) => {
    const row = { label: choice.title, choice };
    if (choices[index - 1]?.group === choice.group) return [row];
    return [{ label: choice.group, kind: vscode.QuickPickItemKind.Separator }, row];
  });
}
