/** Code actions: every fix of every rule, and all safe ones at once. */

import type { Finding, Fix } from '@mos/language';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { diagnosticOf, editsByUri } from '../convert.ts';
import type { Feature, Subject } from '../feature.ts';

export const FIX_ALL = 'source.fixAll.mos';

export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
  register({ connection, subject, versionOf }) {
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      const found = await subject(textDocument.uri);
      return found ? quickFixes(found, range, context, versionOf) : null;
    });
  },
};

/** `versionOf`: the version of an open document, null for closed ones; an edit made for another version is refused by the client. */
export function quickFixes(
  subject: Subject,
  range: Range,
  context: CodeActionContext,
  versionOf: (uri: string) => number | null,
): CodeAction[] {
  const { project, lines } = subject;
  const wanted = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  const findings = project.findings(subject.uri);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of findings) {
      if (finding.span.end < start || finding.span.start > end) continue;
      finding.fixes.forEach((fix, index) => {
        actions.push({
          title: capital(fix.title),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(finding, project)],
          isPreferred: index === 0 && fix.safe,
          edit: editOf(subject, [fix], versionOf),
        });
      });
    }
  }
  if (wanted(FIX_ALL)) {
    const safe = compatible(findings);
    if (safe.length > 0)
      actions.push({ title: 'Apply all safe fixes of mos', kind: FIX_ALL, edit: editOf(subject, safe, versionOf) });
  }
  return actions;
}

/** The first safe fix of each finding, as far as they do not get in each other's way. */
function compatible(findings: readonly Finding[]): Fix[] {
  const taken: { file: string; start: number; end: number }[] = [];
  const fixes: Fix[] = [];
  for (const { fixes: offered } of findings) {
    const [fix] = offered;
    if (!fix?.safe) continue;
    const clash = fix.edits.some((edit) =>
      taken.some((other) => other.file === edit.file && edit.start <= other.end && other.start <= edit.end),
    );
    if (clash) continue;
    taken.push(...fix.edits);
    fixes.push(fix);
  }
  return fixes;
}

function editOf({ project }: Subject, fixes: readonly Fix[], versionOf: (uri: string) => number | null): WorkspaceEdit {
  const byUri = editsByUri(
    fixes.flatMap(({ edits }) => edits),
    project,
  );
  const documentChanges: TextDocumentEdit[] = [...byUri].map(([uri, edits]) => ({
    textDocument: { uri, version: versionOf(uri) },
    edits,
  }));
  return { documentChanges };
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
