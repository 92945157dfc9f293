/** Judges what changes have left to be judged, in short turns between everything else, and tells of it in one wave. */

import type { Host } from './host.ts';
import type { Project } from './project.ts';
import { Turns } from './turns.ts';

export interface JudgingEvents {
  /** Findings of these files may differ now. */
  touched(uris: Iterable<string>): void;
  /** A plan could not be judged, through a fault of mos. */
  failed(error: unknown): void;
}

/** What it asks of the workspace. */
export interface Docket {
  /** Everything said so far is taken in. */
  settled(): Promise<void>;
  /** All that may have something to judge. */
  plans(): Iterable<Project>;
}

/** Whoever asks meanwhile sees the plan as it is, and findings of other files as they were. */
export class Judging {
  private readonly host: Host;
  private readonly events: JudgingEvents;
  private readonly docket: Docket;
  /** Files of which there is something to tell as soon as everything is judged. */
  private readonly owed = new Set<string>();
  private running: Promise<void> | undefined;

  constructor(host: Host, events: JudgingEvents, docket: Docket) {
    this.host = host;
    this.events = events;
    this.docket = docket;
  }

  /** Begins, unless it is under way; there is something to tell of `files` in any case. */
  go(files: Iterable<string> = []): void {
    for (const uri of files) this.owed.add(uri);
    this.running ??= this.judgeAll().catch((error: unknown) => {
      this.running = undefined;
      this.events.failed(error);
    });
  }

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** What is under way is done, and told. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async judgeAll(): Promise<void> {
    const turns = new Turns(this.host);
    for (;;) {
      // While a change is taken in, a plan is not to be looked at.
      await this.docket.settled();
      const project = this.unjudged();
      if (!project && this.owed.size === 0) {
        // At once: whoever comes next has to begin anew.
        this.running = undefined;
        return;
      }
      for (const uri of project?.judge(turns) ?? []) this.owed.add(uri);
      if (!this.unjudged()) {
        const owed = new Set(this.owed);
        this.owed.clear();
        this.events.touched(owed);
      } else await turns.give();
    }
  }

  private unjudged(): Project | undefined {
    for (const project of this.docket.plans()) if (!project.isJudged) return project;
    return undefined;
  }
}
