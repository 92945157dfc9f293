/** What somebody wants to be done to the declaration behind a row of the cascade, as an edit of the plan, or what is still to be asked. */

import {
  addChild,
  assignDri,
  attach,
  type Cascade,
  editText,
  type Finding,
  keptOn,
  needsReason,
  type Outcome,
  type PlanNode,
  recordDone,
  recordReading,
  recordStatus,
  type StatusWord,
} from '@mos/language';
import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { PLACEHOLDER_REASON } from './actions/offer.ts';
import { RECORDS, type RecordKind, recorded } from './actions/refactorings.ts';
import { Lines } from './convert.ts';
import type { Server, Subject } from './feature.ts';
import { unable, workspaceEdit } from './workspace-edit.ts';

export type CascadeAct =
  | { kind: 'add' }
  /** `kept`: on the Friday of its week, once that is over. */
  | { kind: 'done' | 'kept' }
  /** Without a reason, the answer says whether one is needed. */
  | { kind: RecordKind; reason?: string }
  /** Of a metric; `value` as a person writes it: `41`, `$2.9M`. */
  | { kind: 'reading'; value: string }
  | { kind: 'status'; word: StatusWord; why?: string }
  /** `owner` and `to` are identities of the cascade. */
  | { kind: 'dri'; owner: string }
  | { kind: 'attach'; to: string }
  /** The fix of this title, of the finding of this rule and message. */
  | { kind: 'fix'; rule: string; message: string; title: string };

export interface CascadeEdit {
  edit: WorkspaceEdit;
  /** What to select when it is done, in the text as it is then. */
  select?: { uri: string; range: Range };
}

/** `asks`: it can be done once this is said as well. */
export type CascadeAnswer = CascadeEdit | { asks: 'reason' };

/** A declaration that somebody asks about: that of a row, or a metric. */
export interface Row {
  subject: Subject;
  node: PlanNode;
  cascade: Cascade;
}

/** Refuses what cannot be done before anybody is asked for more. Throws a ResponseError that says why. */
export function answerTo(server: Server, row: Row, act: CascadeAct): CascadeAnswer {
  const { subject, node } = row;
  if (isRecord(act) && act.reason === undefined) {
    const wanted = recorded(subject, node, act.kind, PLACEHOLDER_REASON);
    const asks = act.kind !== 'moved' || needsReason(subject.project.engine.plan, node, subject.today);
    if (!('refused' in wanted) && asks) return { asks: 'reason' };
  }
  return editOf(server, subject, outcomeOf(row, act));
}

/** Those that its row counts. */
export function findingsOf({ subject: { project, uri, file }, node, cascade: rows }: Row): Finding[] {
  const own = rows.rowOf(node);
  return project.findings(uri).filter(({ span }) => rows.rowAt(file, span.start) === own);
}

function outcomeOf(row: Row, act: CascadeAct): Outcome & { heading?: string } {
  const { subject, node, cascade: rows } = row;
  const { plan } = subject.project.engine;
  switch (act.kind) {
    case 'add':
      return addChild(plan, node, subject.today);
    case 'done':
      return recordDone(plan, node, subject.today);
    case 'kept':
      return recordDone(plan, node, keptOn(plan, node, subject.today));
    case 'reading':
      if (node.kind !== 'metric') return { refused: 'only a metric has readings' };
      return recordReading(plan, node, act.value.trim(), subject.today);
    case 'status': {
      const why = act.why?.trim();
      return recordStatus(plan, node, { word: act.word, on: subject.today, ...(why && { why }) });
    }
    case 'dri': {
      const owner = rows.nodeOf(act.owner);
      return owner ? assignDri(plan, node, owner) : { refused: 'this person is no longer in the plan' };
    }
    case 'attach': {
      const parent = rows.nodeOf(act.to);
      return parent ? attach(plan, node, parent) : { refused: 'what it was dropped on is no longer in the plan' };
    }
    case 'fix': {
      const { rule, message, title } = act;
      const finding = findingsOf(row).find((found) => found.rule === rule && found.message === message);
      const fix = finding?.fixes.find((candidate) => candidate.title === title);
      return fix ? { title, edits: fix.edits } : { refused: 'this is mended already, or the plan has changed' };
    }
    default:
      if (!isRecord(act)) return { refused: 'this cannot be done to a plan' };
      return recorded(subject, node, act.kind, act.reason ?? '');
  }
}

function isRecord(act: CascadeAct): act is Extract<CascadeAct, { kind: RecordKind }> {
  return (RECORDS as readonly string[]).includes(act.kind);
}

function editOf(server: Server, { project }: Subject, outcome: Outcome & { heading?: string }): CascadeEdit {
  const reason = 'refused' in outcome ? outcome.refused : unable(outcome, project, server);
  if ('refused' in outcome || reason !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, reason ?? '');
  const edit = workspaceEdit(outcome, project, server);
  const [first] = outcome.edits;
  if (!first || outcome.heading === undefined) return { edit };
  const { file } = first;
  const text = editText(
    project.engine.plan.text(file),
    outcome.edits.filter((own) => own.file === file),
  );
  const start = text.indexOf(outcome.heading, first.start);
  if (start < 0) return { edit };
  // Between the quotes: what is typed then takes the place of the question.
  const range = new Lines(text).range({ start: start + 1, end: start + outcome.heading.length - 1 });
  return { edit, select: { uri: project.uriOf(file), range } };
}
