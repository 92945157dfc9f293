/** What stops a command through no fault of mos: said in one sentence with the way out, and exit code 2. */

export { reasonOf, type Trouble } from '@mos/server/files';

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

/** True for failures of the file system, which are nobody's mistake in mos. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
