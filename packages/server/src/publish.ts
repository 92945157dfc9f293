/** Pushes findings: open files first, the rest behind, never an empty list for a file that had none. */

import type { Connection } from 'vscode-languageserver';
import { diagnosticsOf } from './convert.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Host } from './host.ts';
import { Turns } from './turns.ts';
import type { Workspace } from './workspace.ts';

export class Publisher {
  private readonly connection: Connection;
  private readonly workspace: Workspace;
  private readonly host: Host;
  private readonly newest: (uri: string) => number | undefined;
  private readonly waiting = new Set<string>();
  /** Fingerprints of the findings that the client shows. */
  private readonly shown = new Map<string, { version: number | undefined; print: number }>();
  private running: Promise<void> | undefined;

  /** `newest`: the version that the client has told of last. */
  constructor(connection: Connection, workspace: Workspace, host: Host, newest: (uri: string) => number | undefined) {
    this.connection = connection;
    this.workspace = workspace;
    this.host = host;
    this.newest = newest;
  }

  touched(uris: Iterable<string>): void {
    for (const uri of uris) {
      if (this.workspace.versionOf(uri) !== undefined) this.publish(uri);
      else this.waiting.add(uri);
    }
    this.running ??= this.drain();
  }

  /** Everything touched so far is published. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    const turns = new Turns(this.host);
    // While a change is taken in, a plan is not to be looked at.
    await this.workspace.settled();
    try {
      for (const uri of this.waiting) {
        this.waiting.delete(uri);
        this.publish(uri);
        if (!turns.isDue()) continue;
        await turns.give();
        await this.workspace.settled();
      }
    } finally {
      // At once: whoever comes next has to begin anew.
      this.running = undefined;
    }
  }

  private publish(uri: string): void {
    const version = this.workspace.versionOf(uri);
    // A newer text is on its way, and brings its own findings.
    if (version !== undefined && (this.newest(uri) ?? version) !== version) return;
    const diagnostics = diagnosticsOf(this.workspace, uri);
    if (diagnostics.length === 0 && !this.shown.has(uri) && version === undefined) return;
    const print = fingerprintOf(diagnostics);
    const before = this.shown.get(uri);
    if (before?.print === print && before.version === version) return;
    if (diagnostics.length > 0) this.shown.set(uri, { version, print });
    else this.shown.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}
