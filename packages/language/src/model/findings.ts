/** Raw findings to findings: suppressions, severities, and offsets turned into lines and columns when somebody looks. */

import type { Finding, Fix, Position, Range, RelatedPlace, Severity, Span } from '../finding.ts';
import type { ProposedFix, Rule } from '../rules/rule.ts';
import { unseenIn } from '../syntax/unseen.ts';
import type { Calendar } from '../values/calendar.ts';
import { explicitSeverity, type Judge, severityOf } from './judge.ts';
import type { RawFinding } from './ledger.ts';
import { compareNodes, FileNodes } from './node.ts';
import type { FileEntry, Plan } from './plan.ts';
import type { Suppression } from './records.ts';
import { type LocalFix, remarkOn, type Silencer, silencerOf } from './suppressions.ts';

export interface FileFindings {
  findings: Finding[];
  /** Further ones, none of which weighs more than those. */
  left: number;
  /** How many findings a suppression with a reason silences. */
  suppressed: number;
}

export interface FindingOptions {
  /** For which places ways out are worked out, which may take a look at the whole plan each; none for whoever only shows findings. */
  fixes?: boolean | ((at: Span) => boolean);
  /** So many at most are worked out, the worst ones; all by default. */
  most?: number;
}

export const DOCS_SCHEME = 'mos://rules/';

export class FindingBuilder {
  private readonly plan: Plan;
  private readonly judge: Judge;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly today: string;
  private readonly worked = new Map<Rule, number>();

  constructor(plan: Plan, judge: Judge, rules: ReadonlyMap<string, Rule>, today: string) {
    this.plan = plan;
    this.judge = judge;
    this.rules = rules;
    this.today = today;
  }

  get calendar(): Calendar {
    return this.plan.config.calendar;
  }

  findingsIn(file: string, { fixes = true, most = Number.POSITIVE_INFINITY }: FindingOptions = {}): FileFindings {
    const entry = this.plan.files.get(file);
    if (!entry) return { findings: [], left: 0, suppressed: 0 };
    // In the order of the text, so that which ones are shown and get their ways out does not depend on the history of edits.
    const raw = this.judge.findingsIn(file).sort(compareRaw);
    const used = new Set<Suppression>();
    const silencer = silencerOf(entry.summary.suppressions, this);
    const kept = raw.filter((finding) => {
      const suppression = silencer(finding.rule.name, finding.node.index);
      if (suppression) used.add(suppression);
      return !suppression;
    });
    const { found: unseen, silenced } = this.unseen(entry, silencer, used);
    const worst = this.worst(kept, most);
    const idle = entry.summary.suppressions.filter((suppression) => !used.has(suppression));
    const findings = [
      ...entry.summary.faults.map((fault) =>
        this.build('language/syntax-error', entry, fault, fault.message, fault.fix),
      ),
      ...unseen,
      ...worst.map((finding) => this.fromRaw(finding, entry, typeof fixes === 'boolean' ? fixes : fixes(finding.at))),
      ...idle.slice(0, most).map((suppression) => {
        const { rule, at, message, fix, unnecessary } = remarkOn(suppression, this);
        return this.build(rule, entry, at, message, fix, unnecessary);
      }),
    ].filter((finding) => finding !== undefined);
    return {
      findings: findings.sort(compareFindings),
      left: kept.length - worst.length + Math.max(0, idle.length - most),
      suppressed: raw.length - kept.length + silenced,
    };
  }

  private worst(findings: RawFinding[], most: number): RawFinding[] {
    if (findings.length <= most) return findings;
    const weight = (finding: RawFinding) => WEIGHTS.indexOf(this.severity(finding));
    return findings
      .map((finding) => ({ finding, weight: weight(finding) }))
      .sort((a, b) => a.weight - b.weight)
      .slice(0, most)
      .map(({ finding }) => finding);
  }

  /** Faults of `mos.json`, which is no file of the plan. */
  configFindings(text: string): Finding[] {
    const { config } = this.plan;
    const { file } = config;
    if (file === undefined) return [];
    const entry = {
      file,
      text,
      summary: { file, declarations: [], suppressions: [], faults: [], unreadable: false },
      nodes: new FileNodes([]),
    };
    return config.faults
      .map((fault) => this.build('language/invalid-config', entry, fault, fault.message))
      .filter((finding) => finding !== undefined);
  }

  private fromRaw(raw: RawFinding, entry: FileEntry, fixes: boolean): Finding | undefined {
    const { rule } = raw;
    const finding = this.finding(rule, this.severity(raw), entry, raw.at, raw.message);
    if (!finding) return undefined;
    for (const part of raw.related ?? [])
      finding.related.push(this.related(part.node.file, part.at ?? part.node.place, part.message));
    for (const fix of (fixes && this.waysOut(raw)) || []) if (fix) finding.fixes.push(this.fix(rule, fix));
    if (raw.unnecessary) finding.unnecessary = true;
    return finding;
  }

  private severity({ rule, young, severity }: RawFinding): Severity | 'off' {
    const explicit = explicitSeverity(rule, this.plan.config);
    const isYoung =
      young !== undefined && young !== false && this.plan.isYoung(typeof young === 'string' ? young : undefined);
    return explicit ?? (isYoung ? 'info' : (severity ?? rule.severity));
  }

  /** Ways out are searched for in the whole plan, so those of a rule that speaks everywhere are worked out a screenful at a time. */
  private waysOut({ rule, fixes }: RawFinding): ReturnType<NonNullable<RawFinding['fixes']>> {
    const count = (this.worked.get(rule) ?? 0) + 1;
    this.worked.set(rule, count);
    if (count > MOST_WORKED_OUT || !fixes) return [];
    try {
      return fixes();
    } catch (error) {
      // The finding holds all the same, and so do all others.
      const reason = error instanceof Error ? error.message : String(error);
      const title = `mos could not work out what to do (${reason.slice(0, 100)}); this is a fault of mos`;
      return [{ title, safe: false, manual: true, edits: [] }];
    }
  }

  private related(file: string, span: Span, message: string): RelatedPlace {
    return { message, file, range: this.range(file, this.plan.text(file), span) };
  }

  /** What stands in a place that cannot be read is spelt out there already. */
  private unseen(
    entry: FileEntry,
    silencer: Silencer,
    used: Set<Suppression>,
  ): { found: (Finding | undefined)[]; silenced: number } {
    const { text, summary } = entry;
    const found: (Finding | undefined)[] = [];
    let silenced = 0;
    const all = unseenIn(text).filter(
      ({ start, end }) => !summary.faults.some((fault) => fault.start <= start && end <= fault.end),
    );
    for (const { start, end, code, effect } of all.slice(0, MOST_UNSEEN)) {
      const place = summary.declarations.findLastIndex((own) => own.start <= start && end <= own.end);
      const suppression = silencer(UNSEEN, place);
      if (suppression) {
        used.add(suppression);
        silenced += 1;
        continue;
      }
      const others = found.length === MOST_UNSEEN - 1 ? all.length - MOST_UNSEEN : 0;
      const message = `a character that nobody sees stands here: ${code}, ${effect}${others > 0 ? `; and ${others} more` : ''}`;
      const fix = { title: 'remove it', safe: false, edits: [{ start, end, text: '' }] };
      found.push(this.build(UNSEEN, entry, { start, end }, message, fix));
    }
    return { found, silenced };
  }

  private build(
    name: string,
    entry: FileEntry,
    span: Span,
    message: string,
    fix?: LocalFix,
    unnecessary = false,
  ): Finding | undefined {
    const rule = this.rules.get(name);
    if (!rule) return undefined;
    const finding = this.finding(rule, severityOf(rule, this.plan.config), entry, span, message);
    if (fix)
      finding?.fixes.push(this.fix(rule, { ...fix, edits: fix.edits.map((edit) => ({ file: entry.file, ...edit })) }));
    if (finding && unnecessary) finding.unnecessary = true;
    return finding;
  }

  private finding(
    rule: Rule,
    severity: Severity | 'off',
    entry: FileEntry,
    span: Span,
    message: string,
  ): Finding | undefined {
    if (severity === 'off') return undefined;
    const finding: Finding = {
      rule: rule.name,
      severity,
      message: shown(message),
      why: rule.why,
      file: entry.file,
      range: this.range(entry.file, entry.text, span),
      span: { start: span.start, end: span.end },
      related: [],
      fixes: [],
      docs: `${DOCS_SCHEME}${rule.name}`,
    };
    if (rule.killer) finding.killer = rule.killer;
    return finding;
  }

  /**
   * Where something cannot be read, what seems to be missing may be there: until that is mended, nothing else in the file is
   * changed without being asked for, and even repairs of the text itself only where there is no doubt.
   */
  private fix({ name }: Rule, { title, safe, manual, edits }: ProposedFix): Fix {
    const doubtful = edits.some(({ file }) => (this.plan.files.get(file)?.summary.faults.length ?? 0) > 0);
    const fix: Fix = { title, safe, edits: edits.map(({ file, start, end, text }) => ({ file, start, end, text })) };
    if (!manual && !(doubtful && !(safe && name === 'language/syntax-error'))) return fix;
    return { ...fix, safe: false, manual: true };
  }

  private range(file: string, text: string, span: Span): Range {
    return { start: this.position(file, text, span.start), end: this.position(file, text, span.end) };
  }

  private position(file: string, text: string, offset: number): Position {
    const entry = this.plan.files.get(file);
    const starts = (entry && KNOWN_STARTS.get(entry)) ?? lineStarts(text);
    if (entry) KNOWN_STARTS.set(entry, starts);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  }
}

/** Of texts that findings stand in: a keystroke is followed by a look at all findings of a file, and of those that they speak of. */
const KNOWN_STARTS = new WeakMap<FileEntry, readonly number[]>();

const WEIGHTS: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];

/** Findings of one rule that get their ways out at one look; repairing goes on with the next ones. */
const MOST_WORKED_OUT = 300;

const UNSEEN = 'language/unseen-character';

/** In a file that is full of them, the last one says how many more there are. */
const MOST_UNSEEN = 50;

/** A message is a sentence; longer ones come from names or texts that no person wrote by hand. */
const MAX_MESSAGE = 500;

/** Offsets at which lines begin; CR, LF and CRLF all end one, as editors count them. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** By file, place, rule and message: the same order on every machine. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    order(a.rule, b.rule) ||
    order(a.message, b.message) ||
    order(rest(a), rest(b))
  );
}

function compareRaw(a: RawFinding, b: RawFinding): number {
  return (
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    order(a.rule.name, b.rule.name) ||
    order(a.message, b.message) ||
    compareNodes(a.node, b.node)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What still tells two findings apart that stand at one place and say the same; looked at only then. */
function rest({ related, fixes }: Finding): string {
  return JSON.stringify([related, fixes]);
}

/** As a finding says it: on one line, whatever the text says that it speaks of, and not endless. */
export function shown(message: string): string {
  const line = /[\r\n]/.test(message) ? message.replace(/\s*[\r\n]\s*/g, ' ') : message;
  if (line.length <= MAX_MESSAGE) return line;
  const begun = line.slice(0, MAX_MESSAGE - 1).toWellFormed();
  return `${begun.replace(/\uFFFD$/, '')}…`;
}
