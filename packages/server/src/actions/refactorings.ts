/** What can be done to the declaration under the cursor: record how it went, move it, add to it, give it a file or a place. */

import {
  addNextMilestone,
  extractCommitments,
  extractMilestone,
  inline,
  isReached,
  locate,
  moveToWeek,
  needsReason,
  type Outcome,
  type PlanNode,
  recordDone,
  recordDropped,
  recordMissed,
  stateOf,
  weekAfter,
} from '@mos/language';
import { CodeActionKind } from 'vscode-languageserver';
import type { Subject } from '../feature.ts';
import { capital, type Occasion, type Offer, PLACEHOLDER_REASON } from './offer.ts';

/** The client's command that asks for a reason, and then for the edit by `mos/record`; its argument is a `RecordParams` without the reason. */
export const RECORD = 'mos.record';

export const RECORDS = ['missed', 'moved', 'dropped'] as const;
export type RecordKind = (typeof RECORDS)[number];

/** Of the request `mos/record`; `position` is in the declaration. */
export interface RecordParams {
  uri: string;
  /** Of the text that the position is in. */
  version: number | null;
  position: { line: number; character: number };
  record: RecordKind;
  reason: string;
}

export function refactorings(occasion: Occasion): Offer[] {
  const { subject, start } = occasion;
  const { plan } = subject.project.engine;
  const { node } = locate(plan, subject.file, start);
  if (!node) return [];
  const { RefactorRewrite, RefactorExtract, RefactorInline, RefactorMove } = CodeActionKind;
  const offers: Offer[] = [];
  const offer = (kind: CodeActionKind, outcome: Outcome, title: string) =>
    offers.push({ kind, outcome, title: capital('refused' in outcome ? title : outcome.title) });
  const isOver = isReached(stateOf(node));
  if (node.kind === 'commitment' || node.kind === 'milestone') {
    offer(
      RefactorRewrite,
      recordDone(plan, node, subject.today),
      `mark it ${node.kind === 'milestone' ? 'met' : 'done'}`,
    );
    if (!isOver) {
      offers.push(withReason(occasion, node, 'missed', RefactorRewrite, 'mark it missed'));
      offers.push(withReason(occasion, node, 'dropped', RefactorRewrite, 'drop it'));
    }
    offer(RefactorInline, inline(plan, node), 'move it into what it advances');
  }
  if (node.kind === 'commitment' && !isOver)
    offers.push(withReason(occasion, node, 'moved', RefactorMove, 'move it to the next week'));
  if (node.kind === 'objective') offer(RefactorRewrite, addNextMilestone(plan, node), 'add the next milestone');
  if (node.kind === 'milestone') {
    offer(RefactorExtract, extractMilestone(plan, node), 'move it to a file of its own');
    offer(RefactorExtract, extractCommitments(plan, node), 'move its commitments to a file of their own');
  }
  return offers;
}

/** Asked for by a client that has asked the person for a reason. */
export function recorded({ project, today }: Subject, node: PlanNode, record: RecordKind, reason: string): Outcome {
  const { plan } = project.engine;
  if (record === 'missed') return recordMissed(plan, node, reason);
  if (record === 'dropped') return recordDropped(plan, node, reason);
  const week = weekAfter(plan, node, today);
  return week ? moveToWeek(plan, node, week, reason, today) : { refused: `${node.label} has no week yet` };
}

function withReason(
  { subject, editor: { facts, versionOf } }: Occasion,
  node: PlanNode,
  record: RecordKind,
  kind: CodeActionKind,
  fallback: string,
): Offer {
  const outcome = recorded(subject, node, record, PLACEHOLDER_REASON);
  const title = capital('refused' in outcome ? fallback : outcome.title);
  const isAsked = record !== 'moved' || needsReason(subject.project.engine.plan, node, subject.today);
  if ('refused' in outcome || !isAsked || !facts.commands.has(RECORD)) return { kind, title, outcome };
  const position = subject.lines.position(node.place.start);
  const about: Omit<RecordParams, 'reason'> = {
    uri: subject.uri,
    version: versionOf(subject.uri),
    position,
    record,
  };
  return { kind, title, command: { title, command: RECORD, arguments: [about] } };
}
