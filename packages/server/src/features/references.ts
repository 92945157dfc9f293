/** Who uses a name: across the plan, and within the open file. */

import { usesOf } from '@mos/language';
import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { type Lines, linesOf } from '../convert.ts';
import type { Feature, Subject } from '../feature.ts';
import { meant } from './definition.ts';

export const usage: Feature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  register({ connection, at }) {
    connection.onReferences((params) =>
      at(params, (subject, offset) => references(subject, offset, params.context.includeDeclaration)),
    );
    connection.onDocumentHighlight((params) => at(params, highlights));
  },
};

export function references(subject: Subject, offset: number, withDeclaration: boolean): Location[] {
  const { project } = subject;
  const lines = new Map<string, Lines>();
  return meant(subject, offset)
    .flatMap((node) => [
      ...(withDeclaration ? [{ file: node.file, ...node.place }] : []),
      ...usesOf(project.engine.plan, node),
    ])
    .map(({ file, ...span }) => {
      const uri = project.uriOf(file);
      const known = lines.get(uri) ?? linesOf(project, uri);
      lines.set(uri, known);
      return { uri, range: known.range(span) };
    });
}

/** The declaration is where a name is written, its references where it is read. */
export function highlights(subject: Subject, offset: number): DocumentHighlight[] {
  return meant(subject, offset).flatMap((node) => [
    ...(node.file === subject.file
      ? [{ range: subject.lines.range(node.place), kind: DocumentHighlightKind.Write }]
      : []),
    ...usesOf(subject.project.engine.plan, node)
      .filter(({ file }) => file === subject.file)
      .map((span) => ({ range: subject.lines.range(span), kind: DocumentHighlightKind.Read })),
  ]);
}
