/** One plan as the server holds it: an engine, its files under their URIs, and what was last said about them. */

import { type Config, Engine, type Finding, type FindingOptions, type SourceFile } from '@mos/language';
import { URI } from 'vscode-uri';
import { needsNoOtherFile } from './early.ts';
import type { Suspects } from './suspects.ts';
import type { Turns } from './turns.ts';

/** A file of a plan. Without a text it is there and could not be read. */
export interface ProjectFile {
  uri: string;
  text: string | undefined;
  /** Its bytes on the disk would come back as they were; an open one is the editor's business. */
  faithful?: boolean;
}

/**
 * `whole`: every file is known. `early`: one open file while its plan is still being read. `left out`: an open file that
 * the settings keep out of the plan, and of which nothing is said.
 */
export type Extent = 'whole' | 'early' | 'left out';

export class Project {
  /** URI of the folder that names belong to, with a closing slash. */
  readonly root: string;
  readonly config: Config;
  readonly settings: { uri: string; text: string } | undefined;
  readonly engine: Engine;
  readonly extent: Extent;
  /** Paths of files that belong to the plan only while they are open: .gitignore names them, or nothing lists them. */
  readonly guests = new Set<string>();
  private readonly uris = new Map<string, string>();
  private readonly unread = new Set<string>();
  private readonly unfaithful = new Set<string>();
  private readonly aside = new Map<string, string>();
  private judging: Generator<void, Set<string>> | undefined;
  private readonly suspects: Suspects | undefined;

  constructor(
    root: string,
    config: Config,
    settings: { uri: string; text: string } | undefined,
    today: string,
    extent: Extent = 'whole',
    suspects?: Suspects,
  ) {
    this.suspects = suspects;
    this.root = root;
    this.config = config;
    this.settings = settings;
    this.engine = new Engine(config, today);
    this.extent = extent;
    if (settings) this.uris.set(pathOf(settings.uri), settings.uri);
  }

  /** Takes files in and judges everything, at once. Returns the URIs of the files whose findings may differ now. */
  update(changed: readonly ProjectFile[], gone: readonly string[] = []): Set<string> {
    const taking = this.taken(changed, gone, []);
    while (!this.next(taking).done);
    const judging = this.engine.judged();
    for (let step = judging.next(); ; step = judging.next()) if (step.done) return this.urisOf(step.value);
  }

  /**
   * Takes files in, giving others their turn; nobody may ask this project anything until it is done. Findings in the files of
   * `first` (URIs) follow at once, nearly all of them; `judge` brings the rest. `onward` hears how many files are read, and
   * answers whether to go on; without its consent the project is of no use any more.
   */
  async take(
    changed: readonly ProjectFile[],
    gone: readonly string[],
    turns: Turns,
    { first = [], onward = () => true }: { first?: readonly string[]; onward?: (done: number) => boolean } = {},
  ): Promise<void> {
    const steps = this.taken(changed, gone, first);
    for (let step = this.next(steps); !step.done; step = this.next(steps)) {
      if (!turns.isDue()) continue;
      await turns.give();
      if (!onward(step.value)) return;
    }
  }

  /**
   * Judges what is left to be judged, as long as it is this one's turn. Returns the URIs of the files whose findings may
   * differ from when it was last done; undefined while it is not.
   */
  judge(turns: Turns): Set<string> | undefined {
    this.judging ??= this.engine.judged();
    for (let step = this.judging.next(); ; step = this.judging.next()) {
      if (step.done) {
        this.judging = undefined;
        return this.urisOf(step.value);
      }
      if (turns.isDue()) return undefined;
    }
  }

  /** Nothing is left to be judged. */
  get isJudged(): boolean {
    return this.judging === undefined && this.engine.isJudged;
  }

  private urisOf(files: ReadonlySet<string>): Set<string> {
    return new Set([...files].map((file) => this.uriOf(file)));
  }

  private next<T>(steps: Iterator<T, void>): IteratorResult<T, void> {
    return this.suspects ? this.suspects.timed(() => steps.next()) : steps.next();
  }

  private *taken(
    changed: readonly ProjectFile[],
    gone: readonly string[],
    first: readonly string[],
  ): Generator<number, void> {
    const sources = changed.map((source) => this.careful(source));
    for (const { uri, text, faithful } of sources) {
      const file = pathOf(uri);
      this.uris.set(file, uri);
      if (text === undefined) this.unread.add(file);
      else this.unread.delete(file);
      if (faithful === false) this.unfaithful.add(file);
      else this.unfaithful.delete(file);
    }
    yield* this.engine.taken(
      sources.map(({ uri, text }) => this.source(uri, text)),
      gone.map(pathOf),
      first.map(pathOf),
    );
    this.suspects?.leave();
  }

  /** Without the text of a file that is set aside. */
  private careful(source: ProjectFile): ProjectFile {
    const { uri, text } = source;
    const reason = text === undefined ? undefined : this.suspects?.reasonAgainst(uri, text);
    if (reason === undefined) {
      this.aside.delete(pathOf(uri));
      return source;
    }
    this.aside.set(pathOf(uri), reason);
    return { ...source, text: undefined };
  }

  /** Why nothing is said of a file whose text is there. */
  whyAside(uri: string): string | undefined {
    return this.aside.get(pathOf(uri));
  }

  /** The engine asks for the text when it is this file's turn: then is the time to note whose turn it is. */
  private source(uri: string, text: string | undefined): SourceFile {
    const file = pathOf(uri);
    if (text === undefined) return { file, text: '', unreadable: true };
    const { suspects } = this;
    if (!suspects) return { file, text };
    return {
      file,
      get text() {
        suspects.enter(uri, text);
        return text;
      },
    };
  }

  /** All its files are read: what is not found now is missing. */
  get complete(): boolean {
    return this.extent === 'whole';
  }

  has(uri: string): boolean {
    return this.engine.plan.files.has(pathOf(uri));
  }

  text(uri: string): string | undefined {
    const file = pathOf(uri);
    if (this.settings && file === pathOf(this.settings.uri)) return this.settings.text;
    return this.engine.plan.files.get(file)?.text;
  }

  /** Whoever only shows them asks for none of the fixes, which may cost a look at the whole plan each. */
  findings(uri: string, options?: FindingOptions): Finding[] {
    return this.worst(uri, options).findings;
  }

  /** The same, and how many there are besides where `most` leaves some out. */
  worst(uri: string, options?: FindingOptions): { findings: Finding[]; left: number } {
    const file = pathOf(uri);
    if (this.settings && file === pathOf(this.settings.uri))
      return { findings: this.engine.configFindings(this.settings.text), left: 0 };
    if (this.extent === 'left out' || this.unread.has(file)) return { findings: [], left: 0 };
    const { findings, left } = this.engine.findingsIn(file, options);
    return { findings: this.extent === 'early' ? findings.filter(needsNoOtherFile) : findings, left };
  }

  /** URIs of every file, the settings included. */
  files(): string[] {
    return [
      ...(this.settings ? [this.settings.uri] : []),
      ...[...this.engine.plan.files.keys()].map((file) => this.uriOf(file)),
    ];
  }

  /** Whether fixes may change a file: what could not be read as it is would not come back as it was. */
  isEditable(file: string): boolean {
    return !this.unread.has(file) && !this.unfaithful.has(file);
  }

  /** The name under which the engine knows a file. */
  fileOf(uri: string): string {
    return pathOf(uri);
  }

  uriOf(file: string): string {
    return this.uris.get(file) ?? uriAt(file);
  }
}

/** The name under which the engine knows a file: the path, as the command line has it, so that both order files alike. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : uri;
}

/** Names that are no paths are URIs of another scheme. */
function uriAt(file: string): string {
  return /^[a-z][\w+.-]+:/i.test(file) ? file : URI.file(file).toString();
}
