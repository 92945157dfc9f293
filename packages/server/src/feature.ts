/** The contract of a feature: what it adds to the server's capabilities, and which requests it answers. */

import type { ClientCapabilities, Connection, Position, ServerCapabilities } from 'vscode-languageserver';
import type { ClientFacts } from './client.ts';
import type { Lines } from './convert.ts';
import type { Host } from './host.ts';
import type { Project } from './project.ts';
import type { Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

export interface Feature {
  /** Those that hang on what the client can do are worked out when it has said so. */
  capabilities: ServerCapabilities | ((client: ClientFacts) => ServerCapabilities);
  register(server: Server): void;
}

/** What a feature may use of the server. */
export interface Server {
  readonly connection: Connection;
  /** For work in turns. */
  readonly host: Host;
  readonly workspace: Workspace;
  readonly settings: Settings;
  /** What the client can do, as it has introduced itself. */
  readonly client: ClientCapabilities;
  /** The same, and what else it said of itself, as answers. */
  readonly facts: ClientFacts;
  /** URIs of the open documents. */
  openFiles(): string[];
  /**
   * Calls back when what was answered before may differ now: with the URIs of files whose findings may, or without any when the
   * person's settings changed.
   */
  onChange(listener: (touched?: readonly string[]) => void): void;
  /** Resolves when everything said so far is taken in, and every plan is read. */
  settled(): Promise<void>;
  /** The same, and every finding is the plan's as it is. */
  judged(): Promise<void>;
  /** The version of an open document, null for closed ones; a client refuses an edit that was made for another version. */
  versionOf(uri: string): number | null;
  /**
   * A file of a plan as it is after everything said so far; undefined when mos does not know it. Waits for the plan to be
   * read, unless the answer lies in the file alone; with `judged`, also until its findings are those of the plan as it is.
   */
  subject(uri: string, options?: SubjectOptions): Promise<Subject | undefined>;
  /** The same for an answer that changes texts: refused as ContentModified when the file changed since it was asked for. */
  fresh<T>(uri: string, answer: (subject: Subject) => T, options?: SubjectOptions): Promise<T | null>;
  /** Answers for a place in a file; null when mos does not know the file. */
  at<T>(
    params: { textDocument: { uri: string }; position: Position },
    answer: (subject: Subject, offset: number) => T,
    options?: SubjectOptions,
  ): Promise<T | null>;
}

export interface SubjectOptions {
  alone?: boolean;
  judged?: boolean;
  /** For answers that lie in names: of a plan that is being read, those that are read are enough. */
  known?: boolean;
}

/** A file in a plan, with what every feature asks for. */
export interface Subject {
  project: Project;
  uri: string;
  /** The name under which the engine knows the file. */
  file: string;
  lines: Lines;
  /** ISO date that findings are judged by. */
  today: string;
}
