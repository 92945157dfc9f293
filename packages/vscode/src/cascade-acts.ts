/** What people do to a row of the cascade: asks for what is missing, lets the server write it, and shows where it was written. */

import type { Act, StoryFinding } from '@mos/webview/protocol';
import * as vscode from 'vscode';
import type { Range, WorkspaceEdit } from 'vscode-languageclient';
import { askReading, askStatus } from './cascade-facts.ts';
import type { CascadeFeed } from './cascade-feed.ts';
import { NOBODY } from './cascade-who.ts';
import { askReason } from './record.ts';
import type { Server } from './server.ts';

interface Written {
  edit: WorkspaceEdit;
  /** What to select afterwards. */
  select?: { uri: string; range: Range };
}

/** An edit, or what the server has to know before it can write one. */
type Answer = Written | { asks: 'reason' } | null;

/** Carries an act out. Undefined where all went well, `CALLED_OFF` where the person thought better of it, else why it was refused. */
export type Actor = (id: string, act: Act) => Promise<string | undefined>;

/** The person thought better of it: nothing was done, and there is nothing to say. */
export const CALLED_OFF = '';

export function actor(server: Server, feed: CascadeFeed): Actor {
  const ask = (id: string, act: object) => server.ask<Answer>('mos/cascade/edit', { id, act });
  return async (id, act) => {
    try {
      const wanted = await completed(server, feed, id, act);
      if (!wanted) return CALLED_OFF;
      let answer = await ask(wanted.id, wanted.act);
      if (answer && 'asks' in answer) {
        const reason = await askReason(act.kind as 'missed');
        if (reason === undefined) return CALLED_OFF;
        answer = await ask(wanted.id, { ...wanted.act, reason });
      }
      if (!answer || 'asks' in answer) return 'This is no longer in the plan.';
      await carryOut(server, answer);
      return undefined;
    } catch (error) {
      return refusalOf(error);
    }
  };
}

/** The act with everything that a person has to say before the server can judge it; undefined when the person thinks better of it. */
async function completed(
  server: Server,
  feed: CascadeFeed,
  id: string,
  act: Act,
): Promise<{ id: string; act: object } | undefined> {
  switch (act.kind) {
    case 'dri': {
      const owner = await chooseOwner(feed, id);
      return owner === undefined ? undefined : { id, act: { kind: 'dri', owner } };
    }
    case 'reading':
      return askReading(server, feed, id);
    case 'status': {
      const status = await askStatus();
      return status && { id, act: { kind: 'status', ...status } };
    }
    default:
      return { id, act };
  }
}

async function chooseOwner(feed: CascadeFeed, id: string): Promise<string | undefined> {
  const owners = await feed.ask<{ id: string; name: string; role?: string }[]>('mos/cascade/owners', { id });
  if (!owners) throw new Error('who is in the plan cannot be told; try again once the plan is read');
  if (owners.length === 0) throw new Error(NOBODY);
  const choices = owners.map(({ id: owner, name, role = '' }) => ({ label: name, description: role, owner }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: 'Who answers for it?',
    placeHolder: 'The likeliest first; one person answers, others may help',
    matchOnDescription: true,
  });
  return chosen?.owner;
}

/** A way out of one of the findings of a row; undefined when there is none, or none is chosen. */
export async function chooseFix(feed: CascadeFeed, id: string): Promise<Act | 'nothing to mend' | undefined> {
  const { findings } = await feed.storyOrRefusal(id);
  const ways = findings.flatMap(({ rule, message, why, fixes }: StoryFinding) =>
    fixes.map((title) => ({
      label: `$(lightbulb) ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
      detail: `${message}: ${why}`,
      act: { kind: 'fix', rule, message, title } as const,
    })),
  );
  if (ways.length === 0) return 'nothing to mend';
  const chosen = await vscode.window.showQuickPick(ways, { title: 'Mend it', placeHolder: 'What shall be done?' });
  return chosen?.act;
}

/** From the frame down to the row, to read and to go to; says the identity of what is chosen. */
export async function choosePath(feed: CascadeFeed, id: string): Promise<string | undefined> {
  const found = await feed.storyOrRefusal(id);
  const steps = found.line.toReversed().map((step, depth) => ({
    label: `${'   '.repeat(depth)}${step.title}`,
    description: [step.kind, step.state ?? ''].filter(Boolean).join(' · '),
    id: step.id,
  }));
  const ends = {
    frame: 'reaches the frame',
    run: 'keeps the business running',
    nothing: 'reaches no frame',
    circle: 'goes round in a circle',
  };
  const chosen = await vscode.window.showQuickPick(steps, {
    title: `Path to the frame: ${ends[found.end]}`,
    placeHolder: 'Choose where to go',
  });
  return chosen?.id;
}

/** The edit is one step to undo, in a document that is shown, so that nothing changes out of sight. */
async function carryOut(server: Server, { edit, select }: Written): Promise<void> {
  if (!(await server.apply(edit))) throw new Error('the file has changed meanwhile; try it once more');
  const place = select
    ? { uri: vscode.Uri.parse(select.uri, true), range: server.converter.asRange(select.range) }
    : writtenAt((await server.converter.asWorkspaceEdit(edit)).entries());
  if (!place) return;
  const { uri, range } = place;
  const seen = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (seen && !select) seen.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  else await vscode.window.showTextDocument(uri, { preserveFocus: !select, selection: range });
}

/**
 * Where the first word of what was written stands now: after what was taken out and put in above it. What moves from one file to
 * another is to be seen where it went; where nothing was written, where something was taken out.
 */
function writtenAt(
  entries: readonly [vscode.Uri, readonly vscode.TextEdit[]][],
): { uri: vscode.Uri; range: vscode.Range } | undefined {
  const all = entries.flatMap(([uri, edits]) => edits.map((edit) => ({ uri, edit, edits })));
  const found = all.find(({ edit }) => edit.newText.trim() !== '') ?? all[0];
  if (!found) return undefined;
  const { uri, edit, edits } = found;
  const above = edits.filter(({ range }) => range.end.isBefore(edit.range.start));
  const shift = above.reduce(
    (sum, { range, newText }) => sum + linesIn(newText) - (range.end.line - range.start.line),
    0,
  );
  const blank = edit.newText.slice(0, edit.newText.search(/\S|$/));
  const down = linesIn(blank);
  const column = down > 0 ? blank.length - blank.lastIndexOf('\n') - 1 : edit.range.start.character + blank.length;
  const at = new vscode.Position(edit.range.start.line + shift + down, column);
  return { uri, range: new vscode.Range(at, at) };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Why something was not done, as a sentence. */
export function refusalOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const text = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
