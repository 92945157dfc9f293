/** One plan as the server holds it: an engine, its files under their URIs, and what was last said about them. */

import { type Config, Engine, type Finding } from '@mos/language';
import { URI } from 'vscode-uri';

export class Project {
  /** URI of the folder that names belong to. */
  readonly root: string;
  readonly config: Config;
  readonly settings: { uri: string; text: string } | undefined;
  readonly engine: Engine;
  /** All files are read: what is not found now is missing. */
  complete = false;
  private readonly uris = new Map<string, string>();

  constructor(root: string, config: Config, settings: { uri: string; text: string } | undefined, today: string) {
    this.root = root;
    this.config = config;
    this.settings = settings;
    this.engine = new Engine(config, today);
  }

  /** Returns the URIs of the files whose findings may differ now. */
  update(changed: readonly { uri: string; text: string }[], gone: readonly string[] = []): Set<string> {
    for (const { uri } of changed) this.uris.set(pathOf(uri), uri);
    const touched = this.engine.update(
      changed.map(({ uri, text }) => ({ file: pathOf(uri), text })),
      gone.map(pathOf),
    );
    return new Set([...touched].map((file) => this.uriOf(file)));
  }

  has(uri: string): boolean {
    return this.engine.plan.files.has(pathOf(uri));
  }

  text(uri: string): string | undefined {
    return this.engine.plan.files.get(pathOf(uri))?.text;
  }

  findings(uri: string): Finding[] {
    if (uri === this.settings?.uri) return this.engine.configFindings(this.settings.text);
    return this.engine.findingsIn(pathOf(uri)).findings;
  }

  /** URIs of every file, the settings included. */
  files(): string[] {
    return [
      ...(this.settings ? [this.settings.uri] : []),
      ...[...this.engine.plan.files.keys()].map((file) => this.uriOf(file)),
    ];
  }

  /** The name under which the engine knows a file. */
  fileOf(uri: string): string {
    return pathOf(uri);
  }

  uriOf(file: string): string {
    return this.uris.get(file) ?? URI.file(file).toString();
  }
}

/** The name under which the engine knows a file: the path, as the command line has it, so that both order files alike. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : uri;
}
