/** Publishes findings: open files first, the rest behind, never an empty list for a file that had none. */

import type { Connection } from 'vscode-languageserver';
import { diagnosticOf } from './convert.ts';
import type { Host } from './host.ts';
import type { Workspace } from './workspace.ts';

/** Closed files published between two turns of other work. */
const CHUNK = 100;

export class Publisher {
  private readonly connection: Connection;
  private readonly workspace: Workspace;
  private readonly host: Host;
  private readonly versionOf: (uri: string) => number | undefined;
  private readonly waiting = new Set<string>();
  private readonly shown = new Set<string>();
  private running: Promise<void> | undefined;

  constructor(
    connection: Connection,
    workspace: Workspace,
    host: Host,
    versionOf: (uri: string) => number | undefined,
  ) {
    this.connection = connection;
    this.workspace = workspace;
    this.host = host;
    this.versionOf = versionOf;
  }

  touched(uris: Iterable<string>): void {
    for (const uri of uris) {
      if (this.versionOf(uri) !== undefined) this.publish(uri);
      else this.waiting.add(uri);
    }
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  /** Everything touched so far is published. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    let count = 0;
    for (const uri of this.waiting) {
      this.waiting.delete(uri);
      this.publish(uri);
      if (++count % CHUNK === 0) await this.host.yield();
    }
  }

  private publish(uri: string): void {
    const project = this.workspace.projectOf(uri);
    const diagnostics =
      project?.has(uri) || project?.settings?.uri === uri
        ? project.findings(uri).map((finding) => diagnosticOf(finding, project))
        : [];
    const version = this.versionOf(uri);
    if (diagnostics.length === 0 && !this.shown.has(uri) && version === undefined) return;
    if (diagnostics.length > 0) this.shown.add(uri);
    else this.shown.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}
