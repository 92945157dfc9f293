/** Changes of a plan as workspace edits: made for the versions that they were worked out for, in the words that the client understands. */

import { type Change, keepsReadable, type TextEdit } from '@mos/language';
import {
  type CreateFile,
  type DeleteFile,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsByUri } from './convert.ts';
import type { Server } from './feature.ts';
import type { Project } from './project.ts';

export type Editor = Pick<Server, 'facts' | 'versionOf'>;

/** Why a change must not be carried out by this client; undefined when it may. `mends`: it is about what cannot be read. */
export function unable(
  { edits, created = [], emptied = [] }: Pick<Change, 'edits' | 'created' | 'emptied'>,
  project: Project,
  { facts }: Editor,
  { mends = false } = {},
): string | undefined {
  if (created.length > 0 && !facts.canCreateFiles) return 'this editor lets nobody else create files';
  // What was never saved has no folder to put another file into.
  if (created.some(({ file }) => !project.root.endsWith('/') || !project.uriOf(file).startsWith(project.root)))
    return 'the plan was never saved; save it first, so that there is a folder for another file';
  const fixed = [...edits.map(({ file }) => file), ...emptied].find((file) => !project.isEditable(file));
  if (fixed) return `${project.uriOf(fixed)} cannot be written back as it is: save it as UTF-8 first`;
  if (mends || keepsReadable(project.engine.plan, edits)) return undefined;
  return 'something here cannot be read, and the change would make it worse; mend that first';
}

/** Throws where an offer was made for another text than the one that stands there by now. */
export function refuseStale({ versionOf }: Editor, { uri, version }: { uri: string; version: number | null }): void {
  if (versionOf(uri) === version) return;
  throw new ResponseError(LSPErrorCodes.ContentModified, 'the file has changed since this was offered; ask again');
}

export function workspaceEdit(
  change: Pick<Change, 'edits' | 'created' | 'emptied'>,
  project: Project,
  editor: Editor,
): WorkspaceEdit {
  const created = (change.created ?? []).flatMap(({ file, text }): (CreateFile | TextDocumentEdit)[] => {
    const uri = project.uriOf(file);
    return [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: START, newText: text }] },
    ];
  });
  const deleted = (editor.facts.canDeleteFiles ? (change.emptied ?? []) : []).map(
    (file): DeleteFile => ({ kind: 'delete', uri: project.uriOf(file), options: { ignoreIfNotExists: true } }),
  );
  const edited = textEdits(change.edits, project, editor);
  if (editor.facts.capabilities.workspace?.workspaceEdit?.documentChanges === true)
    return { documentChanges: [...created, ...edited, ...deleted] };
  return {
    changes: Object.fromEntries(edited.map(({ textDocument, edits }) => [textDocument.uri, edits])),
  } as WorkspaceEdit;
}

function textEdits(edits: readonly TextEdit[], project: Project, { versionOf }: Editor): TextDocumentEdit[] {
  return [...editsByUri(edits, project)].map(([uri, own]) => ({
    textDocument: { uri, version: versionOf(uri) },
    edits: own,
  }));
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
