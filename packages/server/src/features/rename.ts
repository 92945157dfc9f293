/** Rename: a name in every file that uses it, or the text of a title; refused with the reason where the plan would change its meaning. */

import {
  locate,
  type PlanNode,
  type Rename,
  renameOf,
  retitle,
  type Span,
  segmentsOf,
  titleFault,
} from '@mos/language';
import { ErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';
import { type Editor, unable, workspaceEdit } from '../workspace-edit.ts';

export const renaming: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(server) {
    const { connection, at, fresh } = server;
    connection.onPrepareRename((params) => at(params, prepareRename));
    connection.onRenameRequest(({ textDocument, position, newName }) =>
      fresh(textDocument.uri, (subject) => rename(subject, subject.lines.offset(position), newName, server)),
    );
  },
};

/** Throws a ResponseError, whose message editors show, where there is nothing to rename. */
export function prepareRename(subject: Subject, offset: number): PrepareRenameResult {
  const { span, text } = renamed(subject, offset);
  return { range: subject.lines.range(span), placeholder: text };
}

export function rename(subject: Subject, offset: number, wanted: string, editor: Editor): WorkspaceEdit {
  const { project } = subject;
  const { plan } = project.engine;
  const { node, what } = renamed(subject, offset);
  const outcome: Rename = what === 'title' ? retitle(plan, node, wanted) : renameOf(plan, node, wanted);
  if ('refused' in outcome) throw refusal(outcome.refused);
  const obstacle = unable(outcome, project, editor);
  if (obstacle) throw refusal(obstacle);
  return workspaceEdit(outcome, project, editor);
}

interface Renamed {
  node: PlanNode;
  what: 'name' | 'title';
  span: Span;
  text: string;
}

/** What a person means who asks to rename at this place. */
function renamed({ project, file, lines }: Subject, offset: number): Renamed {
  const { plan } = project.engine;
  const { node, part, link } = locate(plan, file, offset);
  if (link) {
    const segments = segmentsOf(lines.text, link);
    const segment = segments.find(({ start, end }) => start <= offset && offset <= end) ?? segments.at(-1);
    if (segment?.node) return { node: segment.node, what: 'name', span: segment, text: segment.name };
    throw refusal(
      link.candidates.length > 1
        ? `"${link.reference.path}" may mean ${link.candidates.length} declarations: say which one first`
        : `Nothing in the plan is called "${link.reference.path}"`,
    );
  }
  const { name, title } = node?.declaration ?? {};
  if (node && part === 'name' && name) return { node, what: 'name', span: name, text: name.value };
  if (node && part === 'title' && title) {
    const fault = titleFault(plan, node);
    if (fault) throw refusal(fault);
    const quotes = lines.text.startsWith('"""', title.start) ? 3 : 1;
    const span = { start: title.start + quotes, end: title.end - quotes };
    return { node, what: 'title', span, text: title.value };
  }
  if (node && part === 'keyword')
    throw refusal(name ? 'Put the cursor on the name to change it' : `This ${node.kind} has no name yet`);
  throw refusal('Only names and titles can be renamed');
}

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}
