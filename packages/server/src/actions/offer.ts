/** Something that can be done at a place of a plan, before it is put in the words of the protocol. */

import type { Finding, Outcome } from '@mos/language';
import type { CodeActionKind, Command, WorkspaceEdit } from 'vscode-languageserver';
import type { Subject } from '../feature.ts';
import type { Editor } from '../workspace-edit.ts';

export interface Offer {
  /** Begins with a capital letter. */
  title: string;
  kind: CodeActionKind;
  /** The finding that it answers. */
  finding?: Finding;
  isPreferred?: boolean;
  /** What it does to the plan; worked out at once. */
  outcome?: Outcome;
  /** What it does is worked out when somebody wants it: this name finds the way back. */
  later?: string;
  /** What the client does instead. */
  command?: Command;
  /** A list that the client lets a person choose from. */
  choices?: readonly Offer[];
}

/** The client's command that lets a person choose; its argument is a list of these. */
export const CHOOSE = 'mos.choose';

export interface Choice {
  /** What the choices beside it have in common; a heading. */
  group: string;
  title: string;
  edit?: WorkspaceEdit;
  command?: Command;
}

export interface Occasion {
  subject: Subject;
  editor: Editor;
  /** Offsets of the selection. */
  start: number;
  end: number;
  /** Findings that touch the selection, in order. */
  findings: readonly Finding[];
}

export function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A client that does not ask for reasons gets this one to write over. */
export const PLACEHOLDER_REASON = 'say why';
