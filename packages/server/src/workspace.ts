/** All plans of the open folders: finds their settings, reads their files, and keeps them true while people edit. */

import { defaultConfig, readConfig } from '@mos/language';
import type { Host } from './host.ts';
import { Project } from './project.ts';

export const SETTINGS_FILE = 'mos.json';

export interface WorkspaceEvents {
  /** Findings of these files may differ now; open files come first to whoever publishes. */
  touched(uris: Iterable<string>): void;
  /** `done` of `total` files are read. */
  progress(done: number, total: number): void;
  /** Something the person should know, and the log. */
  warn(message: string): void;
}

/** Files read between two turns of other work. */
const CHUNK = 64;

export class Workspace {
  private readonly host: Host;
  private readonly events: WorkspaceEvents;
  private readonly folders = new Set<string>();
  private readonly projects = new Map<string, Project>();
  /** Texts in open editors; they win over the disk. */
  private readonly open = new Map<string, string>();
  private today: string;
  private generation = 0;

  constructor(host: Host, events: WorkspaceEvents) {
    this.host = host;
    this.events = events;
    this.today = host.today();
  }

  /** The plan that a file belongs to. */
  projectOf(uri: string): Project | undefined {
    let best: Project | undefined;
    for (const project of this.projects.values()) {
      if (project.has(uri) || project.settings?.uri === uri) return project;
      if (isBelow(uri, project.root) && (!best || project.root.length > best.root.length)) best = project;
    }
    return best;
  }

  all(): Project[] {
    return [...this.projects.values()];
  }

  get day(): string {
    return this.today;
  }

  /** Another day to judge by; all plans are judged again. */
  async setToday(today: string | undefined): Promise<void> {
    const day = today ?? this.host.today();
    if (day === this.today) return;
    this.today = day;
    await this.reload();
  }

  async setFolders(added: readonly string[], removed: readonly string[] = []): Promise<void> {
    for (const folder of added) this.folders.add(withSlash(folder));
    for (const folder of removed) this.folders.delete(withSlash(folder));
    await this.reload();
  }

  /** Reads everything anew: folders, settings, files. A later call overtakes an earlier one. */
  async reload(): Promise<void> {
    this.generation++;
    const generation = this.generation;
    const before = new Set(this.all().flatMap((project) => project.files()));
    const listed = new Set<string>();
    for (const folder of this.folders) for (const uri of await this.list(folder)) listed.add(uri);
    for (const uri of this.open.keys()) listed.add(uri);
    if (generation !== this.generation) return;

    const groups = await this.grouped([...listed]);
    if (generation !== this.generation) return;
    const projects = new Map<string, Project>();
    let done = 0;
    const total = [...groups.values()].reduce((sum, { files }) => sum + files.length, 0);
    for (const [root, { settings, files }] of groups) {
      const config = settings ? readConfig(settings.text, settings.uri) : defaultConfig;
      const project = new Project(root, config, settings, this.today);
      projects.set(root, project);
      for (let start = 0; start < files.length; start += CHUNK) {
        const texts = await Promise.all(files.slice(start, start + CHUNK).map((uri) => this.read(uri)));
        if (generation !== this.generation) return;
        project.update(texts.filter((file) => file !== undefined));
        done = Math.min(total, done + CHUNK);
        this.events.progress(done, total);
        await this.host.yield();
      }
      project.complete = true;
    }
    if (generation !== this.generation) return;
    this.projects.clear();
    for (const [root, project] of projects) this.projects.set(root, project);
    for (const project of this.all()) for (const uri of project.files()) before.add(uri);
    this.events.touched(before);
  }

  /** The text of an open editor, letter by letter. */
  async edit(uri: string, text: string): Promise<void> {
    this.open.set(uri, text);
    if (isSettings(uri)) return this.reload();
    const project = this.projectOf(uri);
    if (project) this.events.touched(project.update([{ uri, text }]));
    else await this.reload();
  }

  /** The editor is closed: the disk has the last word again. */
  async close(uri: string): Promise<void> {
    this.open.delete(uri);
    await this.changedOnDisk([uri]);
  }

  async changedOnDisk(uris: readonly string[]): Promise<void> {
    if (uris.some((uri) => isSettings(uri) && !this.open.has(uri))) return this.reload();
    const byProject = new Map<Project, { changed: { uri: string; text: string }[]; gone: string[] }>();
    for (const uri of uris) {
      if (this.open.has(uri) || !uri.endsWith('.mos')) continue;
      const project = this.projectOf(uri);
      const file = await this.read(uri);
      if (!project) {
        if (file) return this.reload();
        continue;
      }
      const change = byProject.get(project) ?? { changed: [], gone: [] };
      byProject.set(project, change);
      if (file) change.changed.push(file);
      else change.gone.push(uri);
    }
    for (const [project, { changed, gone }] of byProject)
      this.events.touched(new Set([...project.update(changed, gone), ...gone]));
  }

  private async list(folder: string): Promise<string[]> {
    try {
      return await this.host.listFiles(folder);
    } catch (error) {
      this.events.warn(`${folder} could not be listed: ${reasonOf(error)}`);
      return [];
    }
  }

  private async read(uri: string): Promise<{ uri: string; text: string } | undefined> {
    const text = this.open.get(uri);
    if (text !== undefined) return { uri, text };
    try {
      const found = await this.host.readFile(uri);
      return found === undefined ? undefined : { uri, text: found.replace(/^\uFEFF/, '') };
    } catch (error) {
      this.events.warn(`${uri} could not be read: ${reasonOf(error)}`);
      return undefined;
    }
  }

  /** Files by the folder of the nearest mos.json above them, else by the open folder, else by their own. */
  private async grouped(
    uris: readonly string[],
  ): Promise<Map<string, { settings: { uri: string; text: string } | undefined; files: string[] }>> {
    const groups = new Map<string, { settings: { uri: string; text: string } | undefined; files: string[] }>();
    for (const uri of uris.filter(isSettings)) groups.set(folderOf(uri), { settings: await this.read(uri), files: [] });
    const roots = [...groups.keys()].sort((a, b) => b.length - a.length);
    for (const uri of [...uris].filter((candidate) => candidate.endsWith('.mos')).sort()) {
      const root =
        roots.find((folder) => isBelow(uri, folder)) ??
        [...this.folders].find((folder) => isBelow(uri, folder)) ??
        folderOf(uri);
      const group = groups.get(root) ?? { settings: undefined, files: [] };
      groups.set(root, group);
      group.files.push(uri);
    }
    return groups;
  }
}

export function isSettings(uri: string): boolean {
  return uri.endsWith(`/${SETTINGS_FILE}`);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(folder);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
