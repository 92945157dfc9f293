/** Asks why something was missed, moved or dropped, and lets the server write that into the plan. */

import * as vscode from 'vscode';
import type { Server } from './server.ts';

interface Record {
  uri: string;
  version: number | null;
  position: { line: number; character: number };
  record: 'missed' | 'moved' | 'dropped';
}

const QUESTIONS = {
  missed: {
    title: 'Mark it missed',
    prompt: 'Why was it missed? The next plan can learn from it.',
    placeHolder: 'legal needed a week more',
  },
  moved: {
    title: 'Move it to another week',
    prompt: 'Why is it moved?',
    placeHolder: 'waiting for legal',
  },
  dropped: {
    title: 'Drop it',
    prompt: 'Why is it dropped?',
    placeHolder: 'the segment turned out too small',
  },
};

export function recordReasons(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('mos.record', async (about: Record) => {
    const reason = await askReason(about.record);
    return reason === undefined ? false : server.edit('mos/record', { ...about, reason });
  });
}

/** Undefined when the person thinks better of it. */
export async function askReason(record: keyof typeof QUESTIONS): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    ...QUESTIONS[record],
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'A reason is what makes it worth writing down' : undefined),
  });
  return reason?.trim();
}
