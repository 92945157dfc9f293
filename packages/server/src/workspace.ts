/** All plans of the open folders: kept true while people edit, while files come and go, and while plans are being read. */

import { type Config, defaultConfig, readConfig } from '@mos/language';
import { Disk } from './disk.ts';
import type { Host, UriTrouble } from './host.ts';
import { Judging } from './judging.ts';
import { type LoadEvents, Loader } from './loader.ts';
import { Project, type ProjectFile, pathOf } from './project.ts';
import { canonical, folderOf, isSettings, Roots, SETTINGS_FILE, withSlash } from './roots.ts';
import type { Suspects } from './suspects.ts';
import { Turns } from './turns.ts';

export interface WorkspaceEvents extends LoadEvents {
  /** Findings of these files may differ now, because the text of `edited` did if that is said. */
  touched(uris: Iterable<string>, edited?: string): void;
  /** A change could not be taken in, through a fault of mos. */
  failed(error: unknown): void;
}

export interface OpenText {
  /** As the client writes it. */
  uri: string;
  text: string;
  version: number;
}

/** Milliseconds that an answer may wait for the plan: small ones are read by then. */
const MOMENT = 150;

export class Workspace {
  private readonly host: Host;
  private readonly events: WorkspaceEvents;
  private readonly folders = new Set<string>();
  /** By root. */
  private readonly projects = new Map<string, Project>();
  /** Open files that stand alone: their plan is still being read, or its settings leave them out. By path. */
  private readonly alone = new Map<string, Project>();
  /** Texts in open editors, by path; they win over the disk. */
  private readonly open = new Map<string, OpenText>();
  private readonly loader: Loader;
  /** Whether findings may link to the pages of rules. */
  opensPages = false;
  /** Once it is known where to keep what outlives the server, if anywhere. */
  suspects: Suspects | undefined;
  private roots: Roots;
  private today: string;
  /** What changed on the disk while plans were being read. */
  private readonly late = new Set<string>();
  /** Changes are taken in one after the other, and requests wait for those that were said before them. */
  private queue: Promise<void> = Promise.resolve();
  private readonly judging: Judging;
  private readonly disk: Disk;

  constructor(host: Host, events: WorkspaceEvents) {
    this.host = host;
    this.events = events;
    this.today = host.today();
    this.roots = this.newRoots();
    this.judging = new Judging(host, events, {
      settled: () => this.settled(),
      plans: () => [...this.projects.values(), ...this.alone.values()],
    });
    this.disk = new Disk(host, {
      isOpen: (uri) => this.open.has(pathOf(uri)),
      read: (uri) => this.read(uri),
      projectOf: (uri) => this.projectOf(uri),
      projects: this.projects,
      roots: () => this.roots,
      settingsChanged: (uri) => this.settingsChanged(uri),
      readRoot: (root) => this.loader.readRoot(root, this.roots),
    });
    this.loader = new Loader(host, events, {
      open: () => this.open.values(),
      read: (uri) => this.read(uri),
      inTurn: (work) => this.inTurn(work),
      taken: (root, project, strays) => this.replace(root, project, strays),
      found: (roots) => this.forget(roots),
      idle: () => this.inTurn(() => this.placeRest()),
      today: () => this.today,
      suspects: () => this.suspects,
    });
  }

  /** The plan that a file belongs to, as far as it is known. */
  projectOf(uri: string): Project | undefined {
    if (isSettings(uri)) return this.projects.get(folderOf(canonical(uri)));
    for (const project of this.projects.values()) if (project.has(uri)) return project;
    return this.alone.get(pathOf(uri));
  }

  /** The same when everything said so far is taken in. */
  async at(uri: string): Promise<Project | undefined> {
    await this.settled();
    return this.projectOf(uri);
  }

  /** The same when the plan is read. */
  async wholeAt(uri: string): Promise<Project | undefined> {
    let project = await this.at(uri);
    while (this.loader.isBusy && (!project || project.extent === 'early')) {
      await this.loader.idle();
      project = await this.at(uri);
    }
    return project;
  }

  /**
   * The same as `wholeAt`, as far as it is known after a moment: what is being read may be asked about names, and about nothing
   * else. Undefined when nothing is known of the file as it is.
   */
  async knownAt(uri: string): Promise<Project | undefined> {
    // Before the first folders are known nobody is busy yet.
    await this.settled();
    const whole = this.wholeAt(uri);
    if (!this.loader.isBusy) return whole;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moment = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), MOMENT);
    });
    const soon = await Promise.race([whole, moment]);
    clearTimeout(timer);
    if (soon) return soon;
    // Texts may have changed while the plan is read: then the file alone is all that is known for sure.
    const project = await this.at(uri);
    const growing = this.loader.isBusy && project?.extent === 'early' ? this.loader.glimpse(uri) : undefined;
    return growing?.text(uri) === project?.text(uri) ? (growing ?? project) : project;
  }

  /** The plans that are read. */
  all(): Project[] {
    return [...this.projects.values()];
  }

  get day(): string {
    return this.today;
  }

  /** Of the text that is taken in, which may be older than what the editor shows. */
  versionOf(uri: string): number | undefined {
    return this.open.get(pathOf(uri))?.version;
  }

  get isLoading(): boolean {
    return this.loader.isBusy;
  }

  /** Everything said so far is taken in; plans may still be on their way from the disk. */
  async settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.queue;
      await seen;
    } while (seen !== this.queue);
  }

  /** Everything is taken in and read; findings may still follow. */
  async loaded(): Promise<void> {
    await this.settled();
    while (this.loader.isBusy) {
      await this.loader.idle();
      await this.settled();
    }
  }

  /** Everything is taken in, read and judged, and what is different is told. */
  async judged(): Promise<void> {
    await this.loaded();
    while (this.judging.isBusy) {
      await this.judging.idle();
      await this.loaded();
    }
  }

  /** Does something when everything said before is taken in, and lets nobody look meanwhile. */
  inTurn(work: () => Promise<void> | void): void {
    this.queue = this.queue.then(work).catch((error: unknown) => this.events.failed(error));
  }

  /** Another day to judge by; all plans are judged again. */
  setToday(today: string | undefined): void {
    const day = today ?? this.host.today();
    if (day === this.today) return;
    this.today = day;
    if (this.projects.size > 0 || this.loader.isBusy) this.reload();
  }

  setFolders(added: readonly string[], removed: readonly string[] = []): void {
    for (const folder of added) this.folders.add(withSlash(canonical(folder)));
    for (const folder of removed) this.folders.delete(withSlash(canonical(folder)));
    this.reload();
  }

  /** Reads everything anew: folders, settings, files. What is known stays in use until then. */
  reload(): void {
    this.roots = this.newRoots();
    this.loader.readAll([...this.folders], this.roots);
  }

  /** The text of an open editor, letter by letter. */
  edit(uri: string, text: string, version: number): void {
    this.inTurn(async () => {
      const file = pathOf(uri);
      this.open.set(file, { uri, text, version });
      if (isSettings(uri)) return this.settingsChanged(uri);
      const project = this.projectOf(uri);
      if (project) {
        await project.take([{ uri, text }], [], new Turns(this.host), { first: [uri] });
        this.events.touched([uri], uri);
        this.judging.go();
      } else await this.place(uri, text);
    });
  }

  /** The editor is closed: the disk has the last word again. */
  close(uri: string): void {
    this.inTurn(async () => {
      const file = pathOf(uri);
      this.open.delete(file);
      if (this.alone.delete(file)) this.events.touched([uri]);
      const project = this.projectOf(uri);
      const leaves = project?.guests.delete(file) && !(await this.isMember(project, uri));
      if (project && leaves) {
        await project.take([], [uri], new Turns(this.host));
        this.judging.go([uri]);
      } else await this.diskChanged([uri]);
    });
  }

  /** Files or folders that appeared, changed or went. */
  changedOnDisk(uris: readonly string[]): void {
    this.inTurn(() => this.diskChanged(uris));
  }

  private async diskChanged(uris: readonly string[]): Promise<void> {
    if (this.loader.isBusy) for (const uri of uris) this.late.add(uri);
    const changes = await this.disk.changesOf(uris.filter((uri) => !this.open.has(pathOf(uri))));
    if (changes === 'everything') return this.reload();
    for (const [project, { changed, gone }] of changes) {
      await project.take(changed, gone, new Turns(this.host));
      this.judging.go(gone);
    }
  }

  private async settingsChanged(uri: string): Promise<void> {
    const root = folderOf(canonical(uri));
    const project = this.projects.get(root);
    const exists = (await this.read(uri)) !== undefined;
    if (exists && project?.settings) this.loader.readRoot(root, this.roots);
    else if (exists || project?.settings) this.reload();
  }

  /** An open file that no plan has yet. */
  private async place(uri: string, text: string): Promise<void> {
    if (!uri.endsWith('.mos') && !uri.startsWith('untitled:')) return;
    const root = await this.roots.of(uri);
    const project = this.projects.get(root);
    if (project && !this.loader.isBusy) {
      if (await this.isAllowed(project, uri)) {
        project.guests.add(pathOf(uri));
        this.alone.delete(pathOf(uri));
        await project.take([{ uri, text }], [], new Turns(this.host), { first: [uri] });
        this.events.touched([uri]);
        this.judging.go();
        return;
      }
      this.stand(uri, new Project(root, project.config, undefined, this.today, 'left out', this.suspects), text);
      return;
    }
    this.stand(uri, new Project(root, await this.configOf(root), undefined, this.today, 'early', this.suspects), text);
    if (!this.loader.isBusy) this.loader.readRoot(root, this.roots);
  }

  /** Files that were opened while plans were being read, too late to be read with them. */
  private async placeRest(): Promise<void> {
    if (this.loader.isBusy) return;
    for (const { uri, text } of [...this.open.values()]) {
      if (!isSettings(uri) && this.alone.get(pathOf(uri))?.extent === 'early') await this.place(uri, text);
    }
  }

  private stand(uri: string, project: Project, text: string): void {
    this.alone.set(pathOf(uri), project);
    project.update([{ uri, text }]);
    this.events.touched([uri]);
  }

  private async configOf(root: string): Promise<Config> {
    const uri = root + SETTINGS_FILE;
    const settings = await this.read(uri);
    return settings?.text === undefined ? defaultConfig : readConfig(settings.text, pathOf(uri));
  }

  /** Settings keep a file out even when it is opened; .gitignore does not, for whoever opens a file means it. */
  private async isAllowed(project: Project, uri: string): Promise<boolean> {
    return this.loader.isAllowed(project.root, project.config, uri);
  }

  /** It would be in the plan if it were not open. */
  private async isMember(project: Project, uri: string): Promise<boolean> {
    if (!(await this.roots.isListed(project.root))) return false;
    const { files } = await this.host.listFiles(project.root, project.config);
    return files.some((file) => canonical(file) === canonical(uri));
  }

  /** A plan is read. Runs in the queue, so that nobody sees the one without the other. */
  private async replace(root: string, project: Project | undefined, strays: readonly string[]): Promise<void> {
    const touched = new Set<string>();
    const before = this.projects.get(root);
    for (const uri of before?.files() ?? []) touched.add(uri);
    if (project) {
      this.projects.set(root, project);
      const moved = this.movedOn(project);
      const first = moved.map(({ uri }) => uri);
      await project.take(moved, [], new Turns(this.host), { first });
      for (const uri of project.files()) {
        touched.add(uri);
        this.alone.delete(pathOf(uri));
      }
      for (const uri of strays) {
        const open = this.open.get(pathOf(uri));
        if (open)
          this.stand(
            uri,
            new Project(root, project.config, undefined, this.today, 'left out', this.suspects),
            open.text,
          );
      }
    } else this.projects.delete(root);
    this.events.touched([...touched].filter((uri) => this.open.has(pathOf(uri))));
    this.judging.go(touched);
    if (this.late.size === 0) return;
    const late = [...this.late];
    this.late.clear();
    this.changedOnDisk(late);
  }

  /** What was typed while the plan was being read. */
  private movedOn(project: Project): ProjectFile[] {
    return [...this.open.values()].filter(({ uri, text }) => project.has(uri) && project.text(uri) !== text);
  }

  /** Plans of folders that are no longer open. */
  private forget(wanted: ReadonlySet<string>): void {
    for (const root of [...this.projects.keys()]) {
      if (!wanted.has(root)) this.inTurn(() => this.replace(root, undefined, []));
    }
  }

  private async read(uri: string): Promise<ProjectFile | undefined> {
    const open = this.open.get(pathOf(uri));
    if (open) return open;
    const found = await this.host.readFile(uri);
    if (!found) return undefined;
    const { text, faithful, trouble } = found;
    if (trouble !== undefined) this.events.troubles([{ uri, message: trouble } satisfies UriTrouble]);
    return { uri, text, ...(faithful !== undefined && { faithful }) };
  }

  private newRoots(): Roots {
    return new Roots(
      async (uri) => this.open.has(pathOf(uri)) || (await this.host.readFile(uri)) !== undefined,
      () => this.folders,
    );
  }
}
