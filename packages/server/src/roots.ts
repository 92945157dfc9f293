/** Which plan a file belongs to: the folder of the nearest mos.json at or above it, else the open folder around it, else its own. */

import { URI } from 'vscode-uri';

export const SETTINGS_FILE = 'mos.json';

export class Roots {
  private readonly exists: (uri: string) => Promise<boolean>;
  private readonly folders: () => Iterable<string>;
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(exists: (uri: string) => Promise<boolean>, folders: () => Iterable<string>) {
    this.exists = exists;
    this.folders = folders;
  }

  /** URI of the root folder, with a closing slash. */
  async of(uri: string): Promise<string> {
    const own = folderOf(canonical(uri));
    if (!isFolder(own)) return uri;
    return (await this.settingsFolder(own)) ?? this.openFolder(uri) ?? own;
  }

  /** Every file below such a root belongs to the plan, unless a nearer mos.json claims it; elsewhere only what is open does. */
  async isListed(root: string): Promise<boolean> {
    return (await this.settingsFolder(root)) === root || [...this.folders()].includes(root);
  }

  private async settingsFolder(folder: string): Promise<string | undefined> {
    const known = this.known.get(folder) ?? this.lookUp(folder);
    this.known.set(folder, known);
    return known;
  }

  private async lookUp(folder: string): Promise<string | undefined> {
    if (await this.exists(folder + SETTINGS_FILE)) return folder;
    const above = folderOf(folder.slice(0, -1));
    return isFolder(above) ? this.settingsFolder(above) : undefined;
  }

  private openFolder(uri: string): string | undefined {
    const around = [...this.folders()].filter((folder) => isBelow(uri, folder));
    return around.reduce<string | undefined>(
      (best, folder) => (best !== undefined && best.length >= folder.length ? best : folder),
      undefined,
    );
  }
}

export function isSettings(uri: string): boolean {
  return uri.endsWith(`/${SETTINGS_FILE}`);
}

/** Clients write the same place in several ways; this is the one in which they can be compared. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

export function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** `folder` with its closing slash. */
function isBelow(uri: string, folder: string): boolean {
  return canonical(uri).startsWith(folder);
}

/** The top of a disk is one; what stands before it, a scheme and an authority, is none. */
function isFolder(uri: string): boolean {
  return /^[a-z][\w+.-]*:(\/\/[^/]*)?\/(?!\/)/i.test(uri) && uri.endsWith('/');
}
