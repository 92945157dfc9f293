/** Findings for clients that ask for them: of a file, of all files, and a word when those of other files changed. */

import {
  type Connection,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientFacts } from './client.ts';
import { diagnosticsOf } from './convert.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Host } from './host.ts';
import { Turns } from './turns.ts';
import type { Workspace } from './workspace.ts';

/** Reports in one partial answer, where the client takes partial ones. */
const CHUNK = 100;
/** Files that are looked at again to learn whether they really changed. */
const FEW = 20;

export class Puller {
  static readonly capabilities: ServerCapabilities = {
    diagnosticProvider: { identifier: 'mos', interFileDependencies: true, workspaceDiagnostics: true },
  };

  private readonly connection: Connection;
  private readonly workspace: Workspace;
  private readonly host: Host;
  /** When the findings of a file may last have changed; what a server said before it was started anew does not count. */
  private readonly generations = new Map<string, number>();
  private readonly session = Math.random().toString(36).slice(2, 8);
  /** Fingerprints of what was answered last. */
  private readonly told = new Map<string, number>();
  private generation = 0;
  private refreshing: Promise<void> | undefined;
  private client: () => ClientFacts = () => {
    throw new Error('findings were asked for before the client introduced itself');
  };

  constructor(connection: Connection, workspace: Workspace, host: Host) {
    this.connection = connection;
    this.workspace = workspace;
    this.host = host;
  }

  register(client: () => ClientFacts): void {
    this.client = client;
    const { diagnostics } = this.connection.languages;
    diagnostics.on(({ textDocument: { uri }, previousResultId }) => this.report(uri, previousResultId));
    diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
      await this.workspace.judged();
      const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const turns = new Turns(this.host);
      for (const uri of this.all(before)) {
        if (token.isCancellationRequested) break;
        const report = this.reportOfAll(uri, before.get(uri));
        if (report) items.push(report);
        if (partial && items.length >= CHUNK) partial.report({ items: items.splice(0) });
        if (!turns.isDue()) continue;
        await turns.give();
        await this.workspace.settled();
      }
      return { items };
    });
  }

  touched(uris: readonly string[], edited?: string): void {
    this.generation += 1;
    const changed = uris.length > FEW ? uris : uris.filter((uri) => uri === edited || !this.isTold(uri));
    for (const uri of changed) this.generations.set(uri, this.generation);
    // Clients ask for a file that they change by themselves; only they do not know what that does to others.
    if (changed.some((uri) => uri !== edited)) this.refresh();
  }

  /** Nobody asked yet, or the answer would be the last one again: the engine is careful, and names more files than really change. */
  private isTold(uri: string): boolean {
    const told = this.told.get(uri);
    return told === undefined || told === fingerprintOf(diagnosticsOf(this.workspace, uri));
  }

  private refresh(): void {
    if (!this.client().capabilities.workspace?.diagnostics?.refreshSupport) return;
    // One word for everything that was said in the same breath.
    this.refreshing ??= this.workspace
      .settled()
      .then(() => this.host.yield())
      .then(() => {
        this.refreshing = undefined;
        return this.connection.sendRequest(DiagnosticRefreshRequest.type);
      })
      // A client that goes away meanwhile needs no answer.
      .then(undefined, () => undefined);
  }

  private report(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const resultId = this.resultId(uri);
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = diagnosticsOf(this.workspace, uri);
    this.told.set(uri, fingerprintOf(items));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** Undefined where there is nothing to say that the client does not know. */
  private reportOfAll(uri: string, previous: string | undefined): WorkspaceDocumentDiagnosticReport | undefined {
    const report = this.report(uri, previous);
    const isNews = report.kind === 'unchanged' || report.items.length > 0 || previous !== undefined;
    return isNews ? { ...report, uri, version: this.workspace.versionOf(uri) ?? null } : undefined;
  }

  /** Files of all plans, and those that the client still shows findings of. */
  private all(before: ReadonlyMap<string, string>): Set<string> {
    return new Set([...this.workspace.all().flatMap((project) => project.files()), ...before.keys()]);
  }

  private resultId(uri: string): string {
    return `${this.session}.${this.generations.get(uri) ?? 0}`;
  }
}
