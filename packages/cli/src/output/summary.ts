/** The closing line: what was found, what can be repaired at once, how much of the work reaches the strategy. */

import type { Summary } from './report.ts';

/** As in `3 errors, 2 warnings in 12 files · 2 can be fixed with --fix · cascade coverage 91%`. */
export function summaryLine(summary: Summary): string {
  return [found(summary), fixable(summary), suppressed(summary), coverage(summary)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** `1 file`, `2 files`; thousands are set apart with a comma. */
export function count(number: number, noun: string): string {
  return `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `12,345`. The system's own way to write numbers takes longer to load than a small plan takes to check. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function found(summary: Summary): string {
  const { errors, warnings, infos, files, unread = 0 } = summary;
  if (files === 0 && errors + warnings + infos === 0) {
    return 'No plan files to check';
  }
  const counts = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    infos > 0 ? count(infos, 'info') : '',
  ].filter((part) => part !== '');
  return counts.length > 0
    ? `${counts.join(', ')} in ${count(files, 'file')}`
    : unread > 0
      ? 'No findings in what could be read, which is not all'
      : `All good: no findings in ${count(files, 'file')}`;
}

function fixable({ fixable: safe, fixableUnsafe: unsafe }: Summary): string {
  if (safe > 0) {
    return `${safe} can be fixed with --fix${unsafe > 0 ? `, ${unsafe} more with --fix-unsafe` : ''}`;
  }
  return unsafe > 0 ? `${unsafe} can be fixed with --fix-unsafe` : '';
}

function suppressed({ suppressed: silenced }: Summary): string {
  return silenced > 0 ? `${silenced} suppressed` : '';
}

/** Rounded down, so that 100% means all of it; the small addend undoes errors of binary fractions such as 0.29 × 100. */
function coverage({ coverage: share, absentLevels = [] }: Summary): string {
  if (share === undefined) return '';
  const yet = absentLevels.length > 0 ? ` (no ${absentLevels.join(', no ')} yet)` : '';
  return `cascade coverage ${Math.floor(share * 100 + 1e-9)}%${yet}`;
}
