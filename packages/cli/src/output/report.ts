/** What a check found, as plain data, and the shape of everything that can write it down. */

import type { Finding, Killer } from '@mos/language';

/** Counts over the whole check, whatever the caller leaves out of `findings`. */
export interface Summary {
  errors: number;
  warnings: number;
  infos: number;
  /** Plan files that were read. */
  files: number;
  /** Files and folders that could not be read; left out where there are none. */
  unread?: number;
  /** Findings that `--fix` repairs: those whose first fix is safe. */
  fixable: number;
  /** Findings that only `--fix-unsafe` repairs. */
  fixableUnsafe: number;
  /** Share of the work that reaches the annual frame, from 0 to 1; left out where there is no work to count. */
  coverage?: number;
  /** Levels that some plan has nothing of yet, in plural: `milestones`; they count in no share. */
  absentLevels?: string[];
  /** Findings silenced by a `mos-allow` comment. */
  suppressed: number;
}

export interface Report {
  /** Version of mos. */
  version: string;
  /** Sorted by `compareFindings` of the language. */
  findings: Finding[];
  summary: Summary;
  /** Text of a file, named as findings name it, for excerpts, places and fingerprints. */
  source(file: string): string | undefined;
  ruleSummaries?: Map<string, RuleSummary>;
}

export interface RuleSummary {
  title: string;
  killer?: Killer;
}

export interface OutputOptions {
  color: boolean;
  /** Terminal columns to fill. */
  width: number;
  /** Absolute path; files below it are shown relative to it. */
  cwd: string;
  /** The terminal understands OSC 8 links. */
  hyperlinks: boolean;
  /** Leaves out the closing summary. */
  quiet: boolean;
}

/** One format. `render` is pure and ends its last line with a line break. */
export interface Output {
  /** As given to `--format`. */
  name: string;
  render(report: Report, options: OutputOptions): string;
}
