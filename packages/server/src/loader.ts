/** Reads whole plans from the disk while everything else goes on: what is open first, the rest in short slices. */

import { type Config, defaultConfig, readConfig } from '@mos/language';
import { isReasonable } from './files/patterns.ts';
import type { Host, Listing, UriTrouble } from './host.ts';
import { Project, type ProjectFile, pathOf } from './project.ts';
import { canonical, isSettings, type Roots, SETTINGS_FILE } from './roots.ts';
import type { Suspects } from './suspects.ts';
import { Turns } from './turns.ts';

export interface LoadEvents {
  /** `done` of `total` files are read; both 0 when nothing is left to do. */
  progress(done: number, total: number): void;
  /** What could not be read as it should. */
  troubles(troubles: readonly UriTrouble[]): void;
}

/** What the loader asks of the workspace. */
export interface Shelf {
  open(): Iterable<{ uri: string }>;
  read(uri: string): Promise<ProjectFile | undefined>;
  /** Does something when nobody is looking. */
  inTurn(work: () => Promise<void>): void;
  /** `strays` are open files below the root that its settings leave out. */
  taken(root: string, project: Project, strays: readonly string[]): Promise<void>;
  /** These are all the plans that there are. */
  found(roots: ReadonlySet<string>): void;
  /** Nothing is left to read. */
  idle(): void;
  today(): string;
  suspects(): Suspects | undefined;
}

/** Files asked for at once; a host may read them one after the other, and a slow disk shall keep nobody waiting for long. */
const BATCH = 8;

export class Loader {
  private readonly host: Host;
  private readonly events: LoadEvents;
  private readonly shelf: Shelf;
  /** By root, the newest attempt: an older one notices and gives up. */
  private readonly attempts = new Map<string, object>();
  private readonly counts = new Map<object, { done: number; total: number }>();
  private readonly running = new Set<Promise<void>>();
  private search: object = {};
  /** On their way, by root. */
  private readonly growing = new Map<string, Project>();

  constructor(host: Host, events: LoadEvents, shelf: Shelf) {
    this.host = host;
    this.events = events;
    this.shelf = shelf;
  }

  /** A plan that is being read, as far as it is; undefined when the file is not. */
  glimpse(uri: string): Project | undefined {
    for (const project of this.growing.values()) if (project.engine.glimpse(project.fileOf(uri))) return project;
    return undefined;
  }

  get isBusy(): boolean {
    return this.running.size > 0;
  }

  async idle(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Every plan below the folders, and those of open files. */
  readAll(folders: readonly string[], roots: Roots): void {
    const search = {};
    this.search = search;
    this.attempts.clear();
    this.counts.clear();
    this.run(async () => {
      const groups = await this.groups(folders, roots);
      if (search !== this.search) return;
      const open = new Set<string>();
      for (const { uri } of [...this.shelf.open()]) open.add(await roots.of(uri));
      const openFirst = [...groups].sort(([a], [b]) => Number(open.has(b)) - Number(open.has(a)));
      const attempts = openFirst.map(([root, group]) => ({
        root,
        group,
        attempt: this.begin(root, group.files.length),
      }));
      // Of a plan that reaches out of the open folders only a part has been listed.
      const isWhole = (root: string) => folders.some((folder) => root.startsWith(folder));
      for (const { root, group, attempt } of attempts)
        await this.load(root, roots, attempt, isWhole(root) ? group : undefined);
      if (search === this.search) this.shelf.found(new Set(groups.keys()));
    });
  }

  /** One plan. An attempt that is under way is given up. */
  readRoot(root: string, roots: Roots): void {
    const attempt = this.begin(root, 0);
    this.run(() => this.load(root, roots, attempt));
  }

  /** Settings keep a file out even when it is opened; .gitignore does not, for whoever opens a file means it. */
  async isAllowed(root: string, config: Config, uri: string): Promise<boolean> {
    if (isDefault(config)) return true;
    const { files } = await this.list(root, config, true);
    return files.some((file) => canonical(file) === canonical(uri));
  }

  private run(work: () => Promise<void>): void {
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        this.shelf.inTurn(async () => {
          throw error;
        });
      })
      .finally(() => {
        this.running.delete(running);
        if (this.running.size > 0) return;
        this.events.progress(0, 0);
        this.shelf.idle();
      });
    this.running.add(running);
  }

  private begin(root: string, total: number): object {
    const attempt = {};
    const before = this.attempts.get(root);
    if (before) this.counts.delete(before);
    this.attempts.set(root, attempt);
    this.counts.set(attempt, { done: 0, total });
    return attempt;
  }

  /** Files by the root of their plan; roots of open files are there, too. */
  private async groups(folders: readonly string[], roots: Roots): Promise<Map<string, Listing>> {
    const files = new Set<string>();
    const groups = new Map<string, Listing>();
    const troubles: UriTrouble[] = [];
    const groupOf = (root: string) => {
      const group = groups.get(root) ?? { files: [], troubles: [] };
      groups.set(root, group);
      return group;
    };
    const turns = new Turns(this.host);
    for (const folder of folders) {
      const listing = await this.host.listFiles(folder, defaultConfig);
      for (const trouble of listing.troubles) troubles.push(trouble);
      for (const uri of listing.files) {
        files.add(canonical(uri));
        if (turns.isDue()) await turns.give();
      }
      // A folder without plans is a place for the first one.
      groupOf(await roots.of(`${folder}plan.mos`));
    }
    for (const { uri } of [...this.shelf.open()])
      if (uri.endsWith('.mos') || isSettings(uri)) groupOf(await roots.of(uri));
    for (const uri of [...files].sort()) {
      groupOf(await roots.of(uri)).files.push(uri);
      if (turns.isDue()) await turns.give();
    }
    for (const trouble of troubles) groupOf(await roots.of(trouble.uri)).troubles.push(trouble);
    return groups;
  }

  private async load(root: string, roots: Roots, attempt: object, listed?: Listing): Promise<void> {
    const isCurrent = () => this.attempts.get(root) === attempt;
    if (!isCurrent()) return;
    const settingsUri = root + SETTINGS_FILE;
    const settings = await this.shelf.read(settingsUri);
    const config = settings?.text === undefined ? defaultConfig : readConfig(settings.text, pathOf(settingsUri));
    const { files, unread, strays, guests } = await this.membersOf(root, roots, config, listed);
    if (!isCurrent()) return;
    const project = new Project(
      root,
      config,
      settings?.text === undefined ? undefined : { uri: settings.uri, text: settings.text },
      this.shelf.today(),
      'whole',
      this.shelf.suspects(),
    );
    for (const uri of guests) project.guests.add(pathOf(uri));
    const count = { done: 0, total: files.length };
    this.counts.set(attempt, count);
    const turns = new Turns(this.host);
    const sources: ProjectFile[] = unread.map((uri) => ({ uri, text: undefined }));
    for (let at = 0; at < files.length; at += BATCH) {
      const batch = await Promise.all(files.slice(at, at + BATCH).map((uri) => this.shelf.read(uri)));
      for (const file of batch) if (file) sources.push(file);
      if (turns.isDue()) await turns.give();
      if (!isCurrent()) return;
    }
    const read = new Set(sources.map(({ uri }) => uri));
    const first = [...this.shelf.open()].map(({ uri }) => uri).filter((uri) => read.has(uri));
    const onward = (done: number) => {
      count.done = Math.min(done, count.total);
      if (isCurrent()) this.report();
      return isCurrent();
    };
    this.growing.set(root, project);
    try {
      await project.take(sources, [], turns, { first, onward });
    } finally {
      if (this.growing.get(root) === project) this.growing.delete(root);
    }
    if (!isCurrent()) return;
    // Whoever waits for the loader waits for this, too.
    await new Promise<void>((resolve) => {
      this.shelf.inTurn(async () => {
        try {
          if (isCurrent()) await this.shelf.taken(root, project, strays);
        } finally {
          this.counts.delete(attempt);
          resolve();
        }
      });
    });
  }

  private report(): void {
    let [done, total] = [0, 0];
    for (const count of this.counts.values()) {
      done += count.done;
      total += count.total;
    }
    this.events.progress(done, total);
  }

  /** Files of the plan, open ones first; what could not be opened or listed; open files that the settings leave out. */
  private async membersOf(
    root: string,
    roots: Roots,
    config: Config,
    listed: Listing | undefined,
  ): Promise<{ files: string[]; unread: string[]; strays: string[]; guests: string[] }> {
    const turns = new Turns(this.host);
    const own = async (uris: readonly string[]) => {
      const found: string[] = [];
      for (const uri of uris) {
        if ((await roots.of(uri)) === root) found.push(canonical(uri));
        if (turns.isDue()) await turns.give();
      }
      return found;
    };
    const isListed = await roots.isListed(root);
    const known = listed && isDefault(config) ? listed : undefined;
    const nothing = { files: [], troubles: [] };
    const listing: Listing = isListed ? (known ?? (await this.list(root, config))) : nothing;
    if (listing.troubles.length > 0) this.events.troubles(listing.troubles);
    const files = new Set(await own(listing.files));
    const strays: string[] = [];
    const first: string[] = [];
    const guests: string[] = [];
    for (const { uri } of [...this.shelf.open()]) {
      if (!uri.endsWith('.mos') && !uri.startsWith('untitled:')) continue;
      if ((await roots.of(uri)) !== root) continue;
      if (files.delete(canonical(uri))) first.push(uri);
      else if (await this.isAllowed(root, config, uri)) guests.push(uri);
      else strays.push(uri);
    }
    const unread = await own(listing.troubles.map(({ uri }) => uri));
    return { files: [...first, ...guests, ...files], unread, strays, guests };
  }

  private list(root: string, { include, exclude, file }: Config, ignored = false): Promise<Listing> {
    const unreasonable = [...include, ...exclude].find((pattern) => !isReasonable(pattern));
    if (unreasonable === undefined) return this.host.listFiles(root, { include, exclude, ignored });
    const message = `the pattern "${unreasonable.slice(0, 60)}…" is too intricate; all plan files of the folder are read instead`;
    this.events.troubles([{ uri: file === undefined ? root : root + SETTINGS_FILE, message }]);
    return this.host.listFiles(root, { ...defaultConfig, ignored });
  }
}

function isDefault({ include, exclude }: Config): boolean {
  return String(include) === String(defaultConfig.include) && exclude.length === 0;
}
