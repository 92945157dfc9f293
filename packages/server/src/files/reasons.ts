/** Why something on the disk could not be read or written, in words for people. */

/** Something that could not be read or done, while the rest went on. */
export interface Trouble {
  /** Absolute path. */
  file: string;
  /** A clause that follows the file and a colon. */
  message: string;
}

/** What to say of a failed call of the file system, without its codes. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = REASONS.get(code);
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}

const REASONS = new Map([
  ['EACCES', 'this account may not open it'],
  ['EPERM', 'this account may not do that'],
  ['ENOENT', 'there is nothing there'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['ELOOP', 'it is a link that leads back to itself'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk cannot be written to'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EBUSY', 'another program holds it'],
]);
