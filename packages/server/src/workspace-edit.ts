/** Changes of a plan as workspace edits: made for the versions that they were worked out for, in the words that the client understands. */

import type { Change, TextEdit } from '@mos/language';
import type { CreateFile, DeleteFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { editsByUri } from './convert.ts';
import type { Server } from './feature.ts';
import type { Project } from './project.ts';

export type Editor = Pick<Server, 'facts' | 'versionOf'>;

/** Why this client cannot carry a change out; undefined when it can. */
export function unable({ created }: Pick<Change, 'created'>, { facts }: Editor): string | undefined {
  return created && created.length > 0 && !facts.canCreateFiles
    ? 'this editor lets nobody else create files'
    : undefined;
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
