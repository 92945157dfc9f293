/** Names a finding so that a service recognises it in the next run, although lines moved in between. */

import { createHash } from 'node:crypto';
import type { Finding } from '@mos/language';
import { shownPath } from './paths.ts';
import type { Sources } from './sources.ts';

/**
 * 32 hex digits from the rule, the marked text and the line it begins on, white space apart. Neither place nor message counts:
 * lines shift, and a message may hold a number that changes weekly. Without the file's text the message stands in.
 * Equal findings have equal fingerprints.
 */
export function fingerprint(finding: Finding, text: string | undefined): string {
  const subject =
    text === undefined
      ? [finding.message]
      : [text.slice(finding.span.start, finding.span.end), lineAround(finding, text)];
  return digest([finding.rule, ...subject.map((part) => part.replace(/\s+/g, ' ').trim())]);
}

/** One fingerprint for each finding, unique among them: the file and a count of equal ones take part. */
export function uniqueFingerprints(findings: readonly Finding[], sources: Sources, cwd: string): Map<Finding, string> {
  const seen = new Map<string, number>();
  const unique = new Map<Finding, string>();
  for (const finding of findings) {
    const base = digest([shownPath(finding.file, cwd), fingerprint(finding, sources.text(finding.file))]);
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    unique.set(finding, count === 0 ? base : digest([base, String(count)]));
  }
  return unique;
}

/** Longest stretch of the line taken on either side, so that one endless line of many findings stays cheap. */
const reach = 500;

function lineAround(finding: Finding, text: string): string {
  const { start } = finding.span;
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(start, start + reach).split(/[\r\n]/, 1)[0] ?? '';
  return before + after;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
