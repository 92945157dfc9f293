/** Asks why a finding is all right, and until when, and lets the server write that above its declaration. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** The command's arguments are rule, URI, line of the declaration, from 0, and version; it says whether something was written. */
export function suppressFindings(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(
    'mos.suppress',
    async (rule: unknown, uri: unknown, line: unknown, version: unknown) => {
      if (typeof rule !== 'string' || typeof uri !== 'string' || typeof line !== 'number') return false;
      const answers = await ask(rule);
      return answers ? server.edit('mos/allow', { rule, uri, line, version, ...answers }) : false;
    },
  );
}

interface Answers {
  reason: string;
  until: string;
}

async function ask(rule: string): Promise<Answers | undefined> {
  const title = `Allow ${rule} here`;
  const reason = await vscode.window.showInputBox({
    title: `${title} (1 of 2)`,
    prompt: 'Why is it all right here? Whoever reads the plan after you will see the reason.',
    placeHolder: 'the CRM feed lands in March',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? 'A reason is needed: without one, the next reader has to guess' : undefined,
  });
  if (reason === undefined) return undefined;
  const until = await vscode.window.showInputBox({
    title: `${title} (2 of 2)`,
    prompt: 'Until when? After that day mos speaks up again. Leave it empty for good.',
    placeHolder: '2026-03-31',
    ignoreFocusOut: true,
    validateInput: (value) => (isDay(value.trim()) ? undefined : 'A day such as 2026-03-31, or nothing'),
  });
  return until === undefined ? undefined : { reason: reason.trim(), until: until.trim() };
}

function isDay(value: string): boolean {
  if (value === '') return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
