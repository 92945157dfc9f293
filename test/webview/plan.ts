/** A plan as the server holds it, for a window to look at. */

import { cascadeStory, defaultConfig } from '@mos/language';
import type { HostMessage, Snapshot } from '@mos/webview/protocol';
import { weekOfAll } from '../../packages/server/src/cascade-week.ts';
import { Cascades } from '../../packages/server/src/cascades.ts';
import { Project } from '../../packages/server/src/project.ts';
import { readCorpus } from '../harness/corpus.ts';

export class Plan {
  readonly project: Project;
  private cascades: Cascades;
  private readonly today: string;

  private constructor(project: Project, today: string) {
    this.project = project;
    this.today = today;
    this.cascades = new Cascades();
    this.cascades.update([project], today, []);
  }

  static of(files: Record<string, string>, today = '2026-02-09'): Plan {
    const project = new Project('file:///plan/', defaultConfig, undefined, today);
    project.update(Object.entries(files).map(([name, text]) => ({ uri: `file:///plan/${name}`, text })));
    return new Plan(project, today);
  }

  static example(name: string, today = '2026-02-09'): Plan {
    const { files } = readCorpus(name);
    return Plan.of(Object.fromEntries(files.map(({ file, text }) => [file, text])), today);
  }

  private get now() {
    return { day: this.today, week: '2026-W07', month: '2026-02', quarter: '2026-Q1' };
  }

  snapshot(): Snapshot {
    return { ...this.cascades.snapshot(), now: this.now } as Snapshot;
  }

  /** What the window is told after a change of one file; undefined when nothing is different. */
  edit(name: string, change: (text: string) => string): HostMessage | undefined {
    return this.editAll({ [name]: change });
  }

  /** The same for several files at once. */
  editAll(changes: Record<string, (text: string) => string>): HostMessage | undefined {
    const touched = this.project.update(
      Object.entries(changes).map(([name, change]) => {
        const uri = `file:///plan/${name}`;
        return { uri, text: change(this.project.text(uri) ?? '') };
      }),
    );
    const patch = this.cascades.update([this.project], this.today, [...touched]);
    return patch && ({ type: 'patch', patch: { ...patch, now: this.now } } as HostMessage);
  }

  idOf(title: string): string {
    const row = this.cascades.of(this.project)?.all.rows.find((candidate) => candidate.title === title);
    if (!row) throw new Error(`no row is called ${title}`);
    return row.id;
  }

  week(me = ''): HostMessage {
    return { type: 'week', week: weekOfAll([this.project], this.today, this.cascades, me) } as HostMessage;
  }

  story(title: string): HostMessage {
    const cascade = this.cascades.of(this.project);
    const id = this.idOf(title);
    const node = cascade?.nodeOf(id);
    if (!cascade || !node) throw new Error(`no row is called ${title}`);
    const story = cascadeStory(this.project.engine.plan, node, this.today, (other) =>
      other.kind === 'metric' ? cascade.identityOf(other) : cascade.rowOf(other)?.id,
    );
    const uri = this.project.uriOf(node.file);
    const findings = this.project
      .findings(uri)
      .filter(({ span }) => cascade.rowAt(node.file, span.start) === cascade.rowOf(node))
      .map(({ rule, severity, message, why, fixes }) => ({
        rule,
        severity,
        message,
        why,
        fixes: fixes.map(({ title: way }) => way),
      }));
    return { type: 'story', id, story: { ...story, findings } } as HostMessage;
  }
}
