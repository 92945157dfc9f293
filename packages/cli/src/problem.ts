/** What stops a command through no fault of mos: said in one sentence with the way out, and exit code 2. */

/** 0 clean · 1 findings · 2 usage, settings, unreadable or no input · 3 a fault of mos. */
export const exitCodes = { clean: 0, findings: 1, unusable: 2, internal: 3 } as const;

export class Problem extends Error {
  readonly wayOut: string;

  /** Both are sentences; `wayOut` says what to do next. */
  constructor(message: string, wayOut: string) {
    super(message);
    this.name = 'Problem';
    this.wayOut = wayOut;
  }
}

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

/** True for failures of the file system, which are nobody's mistake in mos. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
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
