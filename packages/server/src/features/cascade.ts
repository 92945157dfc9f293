/** The cascade for an editor's sidebar: everything once, then what is different; nothing while nobody looks. */

import {
  addChild,
  assignDri,
  attach,
  type Cascade,
  type CascadeStory,
  CHILD_KIND,
  cascadeStory,
  editText,
  type Finding,
  formatPeriod,
  likelyDris,
  monthOf,
  type Outcome,
  type PlanNode,
  quarterOf,
  recordDone,
  titleOf,
  weekOf,
} from '@mos/language';
import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { RECORDS, type RecordKind, recorded } from '../actions/refactorings.ts';
import { type CascadePatch, type CascadeSnapshot, Cascades } from '../cascades.ts';
import { Lines } from '../convert.ts';
import type { Feature, Server, Subject } from '../feature.ts';
import { unable, workspaceEdit } from '../workspace-edit.ts';

/** What somebody wants to be done to the declaration behind a row. */
export type CascadeAct =
  | { kind: 'add' }
  | { kind: 'done' }
  | { kind: RecordKind; reason: string }
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

/** A finding of one declaration, with the titles of its ways out. */
export interface StoryFinding {
  rule: string;
  severity: string;
  message: string;
  why: string;
  fixes: string[];
}

/** Somebody who might answer for a declaration. */
export interface CascadeOwner {
  id: string;
  name: string;
  role?: string;
}

export type CascadeStoryAnswer = CascadeStory & {
  findings: StoryFinding[];
  /** The kind that can be added below. */
  child?: string;
};

/** Milliseconds. One patch for a burst of keystrokes; far shorter than anybody waits to see a change. */
const QUIET_TIME = 80;

export const cascade: Feature = {
  capabilities: {},
  register(server) {
    const { connection, workspace } = server;
    let cascades: Cascades | undefined;
    let revision = 0;
    const touched = new Set<string>();
    let waiting: ReturnType<typeof setTimeout> | undefined;

    connection.onRequest('mos/cascade/open', async (): Promise<CascadeSnapshot> => {
      await server.judged();
      // Somebody else may be looking already: they hear what is new, and both go on from there.
      if (cascades) await tell();
      cascades ??= new Cascades(workspace.all(), workspace.day, revision);
      revision = cascades.revision;
      return { ...cascades.snapshot(), now: nowOf(server) };
    });
    connection.onNotification('mos/cascade/close', () => {
      clearTimeout(waiting);
      touched.clear();
      cascades = undefined;
    });
    server.onChange((uris) => {
      if (!cascades || !uris) return;
      for (const uri of uris) touched.add(uri);
      clearTimeout(waiting);
      waiting = setTimeout(() => void tell(), QUIET_TIME);
    });

    async function tell(): Promise<void> {
      // While a change is taken in, a plan is not to be looked at.
      clearTimeout(waiting);
      await workspace.settled();
      const uris = [...touched];
      touched.clear();
      const change = cascades?.update(workspace.all(), workspace.day, uris);
      if (!change) return;
      revision = change.revision;
      const patch: CascadePatch = { ...change, now: nowOf(server) };
      await connection.sendNotification('mos/cascade/patch', patch);
    }

    connection.onRequest('mos/cascade/at', (params: { uri: string; position: Range['start'] }) =>
      server.at({ textDocument: { uri: params.uri }, position: params.position }, ({ project, file }, offset) => {
        const row = cascades?.of(project)?.rowAt(file, offset);
        return row ? { id: row.id } : null;
      }),
    );
    connection.onRequest('mos/cascade/story', ({ id }: { id: string }) => onRow(id, storyOf));
    connection.onRequest('mos/cascade/owners', ({ id }: { id: string }) => onRow(id, ownersFor));
    connection.onRequest('mos/cascade/edit', ({ id, act }: { id: string; act: CascadeAct }) =>
      onRow(id, (row) => editOf(server, row.subject, outcomeOf(row, act))),
    );

    /** Rows are told a moment after the plan has changed: one that is gone by now gets no answer. */
    async function onRow<T>(id: string, answer: (row: Row) => T): Promise<T | null> {
      await workspace.settled();
      const found = cascades?.find(id);
      if (!found) return null;
      const { cascade, node } = found;
      return server.fresh(
        found.project.uriOf(node.file),
        (subject) => (cascade.nodeOf(id) === node ? answer({ subject, node, cascade }) : null),
        { judged: true },
      );
    }
  },
};

/** A row that somebody asks about. */
interface Row {
  subject: Subject;
  node: PlanNode;
  cascade: Cascade;
}

/** The periods that today lies in, as they are written. */
function nowOf({ workspace }: Server): CascadeSnapshot['now'] {
  const { day } = workspace;
  const calendar = workspace.all()[0]?.config.calendar;
  return {
    day,
    week: formatPeriod(weekOf(day)),
    month: formatPeriod(monthOf(day)),
    quarter: formatPeriod(quarterOf(day, calendar)),
  };
}

function storyOf(row: Row): CascadeStoryAnswer {
  const { subject, node, cascade: rows } = row;
  const child = CHILD_KIND[node.kind];
  return {
    ...cascadeStory(subject.project.engine.plan, node, subject.today, (other) => rows.rowOf(other)?.id),
    findings: findingsOf(row).map(({ rule, severity, message, why, fixes }) => ({
      rule,
      severity,
      message,
      why,
      fixes: fixes.map(({ title }) => title),
    })),
    ...(child && { child }),
  };
}

/** Those that its row counts. */
function findingsOf({ subject: { project, uri, file }, node, cascade: rows }: Row): Finding[] {
  const own = rows.rowOf(node);
  return project.findings(uri).filter(({ span }) => rows.rowAt(file, span.start) === own);
}

/** Who might answer for it, the likeliest first. */
function ownersFor({ subject: { project }, node, cascade: rows }: Row): CascadeOwner[] {
  return likelyDris(project.engine.plan, node).flatMap((owner) => {
    const id = rows.identityOf(owner);
    const role = owner.text('role')?.value;
    return id === undefined ? [] : [{ id, name: titleOf(owner), ...(role !== undefined && { role }) }];
  });
}

function outcomeOf(row: Row, act: CascadeAct): Outcome & { heading?: string } {
  const { subject, node, cascade: rows } = row;
  const { plan } = subject.project.engine;
  switch (act.kind) {
    case 'add':
      return addChild(plan, node, subject.today);
    case 'done':
      return recordDone(plan, node, subject.today);
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
      if (!RECORDS.includes(act.kind)) return { refused: 'this cannot be done to a plan' };
      return recorded(subject, node, act.kind, act.reason);
  }
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
