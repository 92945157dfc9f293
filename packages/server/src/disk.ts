/** What changes on the disk mean for plans: files and folders that appear, change and go while nobody has them open. */

import { defaultConfig } from '@mos/language';
import type { Host } from './host.ts';
import type { Project, ProjectFile } from './project.ts';
import { canonical, isSettings, type Roots, withSlash } from './roots.ts';
import { Turns } from './turns.ts';

/** What it asks of the workspace. */
export interface Library {
  isOpen(uri: string): boolean;
  read(uri: string): Promise<ProjectFile | undefined>;
  projectOf(uri: string): Project | undefined;
  /** By root. */
  readonly projects: ReadonlyMap<string, Project>;
  roots(): Roots;
  settingsChanged(uri: string): Promise<void>;
  /** Reads a plan that is not known yet. */
  readRoot(root: string): void;
}

export interface Change {
  changed: ProjectFile[];
  /** URIs. */
  gone: string[];
}

/** Files asked for at once. */
const AT_ONCE = 32;

export class Disk {
  private readonly host: Host;
  private readonly library: Library;

  constructor(host: Host, library: Library) {
    this.host = host;
    this.library = library;
  }

  /** What has become of these closed files and folders; `everything` where it is simpler to read all anew. */
  async changesOf(uris: readonly string[]): Promise<ReadonlyMap<Project, Change> | 'everything'> {
    const { library } = this;
    if (uris.some((uri) => uri.endsWith('/.gitignore'))) return 'everything';
    for (const uri of uris.filter(isSettings)) await library.settingsChanged(uri);
    const changes = new Map<Project, Change>();
    const changeOf = (project: Project) => {
      const change = changes.get(project) ?? { changed: [], gone: [] };
      changes.set(project, change);
      return change;
    };
    const fresh: string[] = [];
    const known: { uri: string; project: Project }[] = [];
    const folders = new Set<string>();
    const turns = new Turns(this.host);
    for (const uri of uris) {
      if (isSettings(uri)) continue;
      if (turns.isDue()) await turns.give();
      const project = library.projectOf(uri);
      if (project) {
        known.push({ uri, project });
        continue;
      }
      if (uri.endsWith('.mos')) fresh.push(uri);
      else for (const file of (await this.host.listFiles(withSlash(uri), defaultConfig)).files) fresh.push(file);
      folders.add(withSlash(canonical(uri)));
    }
    // A folder that went takes its files with it.
    const plans = folders.size === 0 ? [] : [...library.projects.values()];
    const inside = plans.flatMap((project) => this.filesBelow(project, folders));
    if (inside.some(({ uri }) => isSettings(uri))) return 'everything';
    for (const { uri, project, file } of await this.readAll(known)) {
      if (file) changeOf(project).changed.push(file);
      else changeOf(project).gone.push(uri);
    }
    for (const { uri, project, file } of await this.readAll(inside)) if (!file) changeOf(project).gone.push(uri);
    for (const [project, file] of await this.newMembers(fresh)) changeOf(project).changed.push(file);
    return changes;
  }

  /** Closed files of a plan below any of the folders, which end in slashes. */
  private filesBelow(project: Project, folders: ReadonlySet<string>): { uri: string; project: Project }[] {
    return project.files().flatMap((uri) => {
      const path = canonical(uri);
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        if (folders.has(path.slice(0, at + 1))) return this.library.isOpen(uri) ? [] : [{ uri, project }];
      return [];
    });
  }

  /** Many at once, since each waits for the disk. */
  private async readAll<T extends { uri: string }>(
    wanted: readonly T[],
  ): Promise<(T & { file: ProjectFile | undefined })[]> {
    const found: (T & { file: ProjectFile | undefined })[] = [];
    const turns = new Turns(this.host);
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const batch = wanted.slice(at, at + AT_ONCE);
      const files = await Promise.all(batch.map(({ uri }) => this.library.read(uri)));
      batch.forEach((item, index) => {
        found.push({ ...item, file: files[index] });
      });
      if (turns.isDue()) await turns.give();
    }
    return found;
  }

  /** Those that exist, and that neither the settings nor .gitignore leave out. */
  private async newMembers(uris: readonly string[]): Promise<[Project, ProjectFile][]> {
    const { library } = this;
    const roots = library.roots();
    const members: [Project, ProjectFile][] = [];
    const byRoot = new Map<string, ProjectFile[]>();
    for (const { uri, file } of await this.readAll(uris.map((each) => ({ uri: each })))) {
      if (!file) continue;
      const root = await roots.of(uri);
      const files = byRoot.get(root) ?? [];
      byRoot.set(root, files);
      files.push(file);
    }
    for (const [root, files] of byRoot) {
      const project = library.projects.get(root);
      if (!project) {
        if (await roots.isListed(root)) library.readRoot(root);
        continue;
      }
      const listing = await this.host.listFiles(root, project.config);
      const listed = new Set(listing.files.map(canonical));
      for (const file of files) if (listed.has(canonical(file.uri))) members.push([project, file]);
    }
    return members;
  }
}
