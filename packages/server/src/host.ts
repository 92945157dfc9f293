/** What the server needs of the world, so that it runs under Node and in a browser's worker alike. */

import type { Memory } from './suspects.ts';

export interface Host {
  /** The plan files below a folder that match the patterns as seen from it, without what .gitignore names unless asked for. */
  listFiles(folder: string, patterns: Patterns): Promise<Listing>;
  /** Undefined when there is no such file. Never throws: what cannot be read is a trouble. */
  readFile(uri: string): Promise<FileText | undefined>;
  /** Gives other work a turn. */
  yield(): Promise<void>;
  /** Milliseconds of work between two turns of others. */
  readonly slice: number;
  /** What outlives the server, in a folder that the client keeps for it; undefined where nothing can be kept. */
  memory?(folder: string): Memory | undefined;
  /** Milliseconds that this process has worked; what other programs take does not count where it can be told apart. */
  worked(): number;
  /** ISO date of the machine's own calendar: the only clock of the server. */
  today(): string;
}

export interface Patterns {
  include: readonly string[];
  exclude: readonly string[];
  /** Also what .gitignore names. */
  ignored?: boolean;
}

/** URIs, in order, and what could not be looked at. */
export interface Listing {
  files: string[];
  troubles: UriTrouble[];
}

export interface UriTrouble {
  uri: string;
  /** A clause that follows the file and a colon. */
  message: string;
}

export interface FileText {
  /** Without its byte order mark; undefined when it could not be read. */
  text?: string;
  /** Its bytes would come back as they were, so that edits may be made for it. */
  faithful?: boolean;
  /** What there is to say about it. */
  trouble?: string;
}
