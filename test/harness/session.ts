/** A plan in a folder of its own with a client on it, and what protocol tests ask of both; gone when the test is over. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { ClientCapabilities, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const folders: string[] = [];
const clients: Client[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) if (client.isRunning) await client.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A client on a new folder with these files; `settings` and `abilities` as for `Client.start`. */
export async function started(
  files: Record<string, string | Buffer>,
  settings?: object,
  abilities?: ClientCapabilities,
  options?: { options?: object; folders?: string[]; server?: string[] },
): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'mos-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const client = await Client.start(folder, settings, abilities, options);
  clients.push(client);
  return client;
}

/** The position of the `nth` occurrence (from 1) of a part of the text; `within` counts UTF-16 units from its beginning. */
export function at(text: string, part: string, nth = 1, within = 0): Position {
  let offset = -1;
  for (let count = 0; count < nth; count++) offset = text.indexOf(part, offset + 1);
  if (offset < 0) throw new Error(`the text has no ${part}`);
  return TextDocument.create('', '', 0, text).positionAt(offset + within);
}

/** The text with the edits of a file done. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

/** File → text after a workspace edit, for the files that it changes. */
export function changedBy(client: Client, edit: WorkspaceEdit, files: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!('edits' in change)) throw new Error('the edit does more than change texts');
    const file = decodeURIComponent(change.textDocument.uri.slice(client.uri('').length));
    result[file] = edited(files[file] ?? '', change.edits as TextEdit[]);
  }
  return result;
}
