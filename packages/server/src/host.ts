/** What the server needs of the world, so that it runs under Node and in a browser's worker alike. */

export interface Host {
  /** Absolute URIs of every `.mos` file and `mos.json` below a folder, without what .gitignore leaves out. */
  listFiles(folder: string): Promise<string[]>;
  /** The text of a file; undefined when it is gone; throws when it is there and cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Gives other work a turn. */
  yield(): Promise<void>;
  /** ISO date of the machine's own calendar: the only clock of the server. */
  today(): string;
}
