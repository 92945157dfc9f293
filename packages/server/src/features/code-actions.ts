/** Code actions: fixes, other answers to a finding, refactorings, and what is done to a whole file. */

import {
  type Finding,
  locate,
  type Outcome,
  rulePages,
  type Severity,
  type Span,
  sortByPeriod,
  spelt,
} from '@mos/language';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  type Range,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { answers, EXPLAIN_BRIEFLY } from '../actions/answers.ts';
import { allFixed, FIX_ALL, fixAll, fixes } from '../actions/fixes.ts';
import { CHOOSE, type Choice, type Occasion, type Offer } from '../actions/offer.ts';
import { RECORDS, type RecordParams, recorded, refactorings } from '../actions/refactorings.ts';
import { diagnosticOf } from '../convert.ts';
import { lineEdits } from '../difference.ts';
import type { Feature, Server, Subject } from '../feature.ts';
import { type Editor, refuseStale, unable, workspaceEdit } from '../workspace-edit.ts';

export const SORT = 'source.sortByPeriod.mos';

const KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorMove,
  CodeActionKind.RefactorRewrite,
  FIX_ALL,
  SORT,
];

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: KINDS, resolveProvider: true },
    executeCommandProvider: { commands: [EXPLAIN_BRIEFLY] },
  },
  register(server) {
    const { connection, fresh } = server;
    connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
      fresh(uri, (subject) => actionsFor(subject, range, context, server), { judged: true }),
    );
    connection.onCodeActionResolve(async (action) => {
      const data = action.data as LaterData | undefined;
      if (!data || action.edit) return action;
      const edit = await fresh(
        data.uri,
        (subject) => {
          refuseStale(server, data);
          return editFor(subject, workedOut(subject, data.later), server);
        },
        { judged: true },
      );
      return edit ? { ...action, edit } : action;
    });
    connection.onRequest('mos/record', ({ uri, version, position, record, reason }: RecordParams) =>
      fresh(uri, (subject) => {
        refuseStale(server, { uri, version });
        const { node } = locate(subject.project.engine.plan, subject.file, subject.lines.offset(position));
        if (!node || !RECORDS.includes(record))
          throw new ResponseError(ErrorCodes.InvalidParams, 'nothing to record stands there');
        return editFor(subject, recorded(subject, node, record, reason), server);
      }),
    );
    connection.onExecuteCommand(async ({ command, arguments: [rule] = [] }) => {
      if (command === EXPLAIN_BRIEFLY) await explain(server, String(rule));
      return null;
    });
  },
};

/** What a client sends back with an action whose edit it wants. */
interface LaterData {
  uri: string;
  version: number | null;
  later: string;
}

export function actionsFor(subject: Subject, range: Range, context: CodeActionContext, editor: Editor): CodeAction[] {
  const { lines, project } = subject;
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  const touches = (span: Span) => span.end >= start && span.start <= end;
  // What weighs most is mended first.
  const findings = project
    .findings(subject.uri, { fixes: touches })
    .filter(({ span }) => touches(span))
    .sort(byWeight)
    .slice(0, MOST_ANSWERED);
  const occasion: Occasion = { subject, editor, start, end, findings };
  // What is done to a whole file is asked for by its name, and not with every move of the cursor.
  const wanted = (kind: string) =>
    context.only
      ? context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`))
      : !kind.startsWith('source.');
  const isWorthAsking = (...kinds: string[]) => kinds.some(wanted);
  const offers: Offer[] = [
    ...(isWorthAsking(CodeActionKind.QuickFix) ? [...fixes(occasion), ...answers(occasion)] : []),
    ...(isWorthAsking(...KINDS.filter((kind) => kind.startsWith('refactor'))) ? refactorings(occasion) : []),
    ...(isWorthAsking(FIX_ALL) ? fixAll(occasion) : []),
    ...(isWorthAsking(SORT) ? sorting(occasion) : []),
  ];
  return offers.filter(({ kind }) => wanted(kind)).flatMap((offer) => actionOf(offer, occasion, context));
}

function sorting({ subject: { project, file } }: Occasion): Offer[] {
  const outcome = sortByPeriod(project.engine.plan, file);
  if ('refused' in outcome || outcome.edits.length === 0) return [];
  return [{ title: 'Sort by period', kind: SORT, later: 'sort' }];
}

function workedOut({ project, file, lines }: Subject, later: string): Outcome {
  if (later === 'fixAll') return allFixed({ project, file } as Subject);
  const outcome = sortByPeriod(project.engine.plan, file);
  const [whole] = 'refused' in outcome ? [] : outcome.edits;
  if ('refused' in outcome || !whole) return outcome;
  return { ...outcome, edits: lineEdits(lines.text, whole.text).map((edit) => ({ ...edit, file })) };
}

function actionOf(
  { title, kind, finding, isPreferred, outcome, later, command, choices }: Offer,
  occasion: Occasion,
  { only }: CodeActionContext,
): CodeAction[] {
  const { subject, editor } = occasion;
  const action: CodeAction = { title: spelt(title), kind };
  if (finding) action.diagnostics = [diagnosticOf(finding, subject.project, editor.facts.opensPages)];
  if (isPreferred) action.isPreferred = true;
  if (command) return [{ ...action, command }];
  if (choices) {
    const list = choices.flatMap((choice) => choiceOf(choice, occasion));
    return [{ ...action, command: { title, command: CHOOSE, arguments: [list] } }];
  }
  if (later !== undefined) {
    const data: LaterData = { uri: subject.uri, version: editor.versionOf(subject.uri), later };
    if (editor.facts.resolvesEdits) return [{ ...action, data }];
    return [{ ...action, edit: editFor(subject, workedOut(subject, later), editor) }];
  }
  if (!outcome) return [];
  // What mends a place that cannot be read may bring the next such place to light.
  const mends = finding?.rule === 'language/syntax-error';
  const reason = 'refused' in outcome ? outcome.refused : unable(outcome, subject.project, editor, { mends });
  if (reason === undefined && !('refused' in outcome))
    return [{ ...action, edit: workspaceEdit(outcome, subject.project, editor) }];
  // A list of what cannot be done helps only somebody who looked for it.
  return editor.facts.showsDisabled && only ? [{ ...action, disabled: { reason: reason ?? '' } }] : [];
}

function choiceOf({ title, finding, outcome, command }: Offer, { subject, editor }: Occasion): Choice[] {
  const choice = { title, group: finding?.message ?? '' };
  if (command) return [{ ...choice, command }];
  if (!outcome || 'refused' in outcome || unable(outcome, subject.project, editor)) return [];
  return [{ ...choice, edit: workspaceEdit(outcome, subject.project, editor) }];
}

/** Findings at one place; more are not chosen from, and each answer is tried out before it is offered. */
const MOST_ANSWERED = 20;

const WEIGHTS: readonly Severity[] = ['error', 'warning', 'info'];

function byWeight(a: Finding, b: Finding): number {
  return WEIGHTS.indexOf(a.severity) - WEIGHTS.indexOf(b.severity);
}

function editFor({ project }: Subject, outcome: Outcome, editor: Editor): WorkspaceEdit {
  const reason = 'refused' in outcome ? outcome.refused : unable(outcome, project, editor);
  if ('refused' in outcome || reason !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, reason ?? '');
  return workspaceEdit(outcome, project, editor);
}

/** The rule's sentence and its reasons, without the examples, as a message. */
async function explain({ connection }: Server, rule: string): Promise<void> {
  const page = Object.hasOwn(await rulePages(), rule) ? (await rulePages())[rule] : undefined;
  const [, sentence = '', why = ''] =
    /^# .*\n+([\s\S]*?)\n+## Why it matters\n+([\s\S]*?)\n+## /.exec(page ?? '') ?? [];
  const message = page ? `${rule}: ${sentence}\n\n${why}` : `There is no rule ${rule}.`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
