/** The one engine behind every door: files, settings and a day go in; a plan and its findings come out. */

import type { Config } from '../config/config.ts';
import type { Finding } from '../finding.ts';
import { rules as allRules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { summarize } from '../syntax/reader.ts';
import { append } from '../values/append.ts';
import { compareFindings, type FileFindings, FindingBuilder, type FindingOptions, shown } from './findings.ts';
import { Judge } from './judge.ts';
import { markLater } from './later.ts';
import type { PlanNode } from './node.ts';
import { Plan } from './plan.ts';
import type { FileSummary } from './records.ts';
import { changesApplied, type FileChange } from './update.ts';

export interface SourceFile {
  /** Any stable name; findings carry it as it stands. */
  file: string;
  text: string;
  /** It is there and could not be opened: `text` says nothing, and names that are not found may well stand in it. */
  unreadable?: boolean;
}

export interface Result {
  plan: Plan;
  /** By file, place, rule. */
  findings: Finding[];
  suppressed: number;
}

/** Whole plan, once. `today` is an ISO date: nothing here reads a clock. */
export function compile(files: Iterable<SourceFile>, config: Config, today: string): Result {
  const engine = new Engine(config, today);
  engine.update(files);
  return engine.result();
}

/** Keeps a plan and its findings true while files come, change and go. */
export class Engine {
  readonly plan: Plan;
  private readonly judge: Judge;
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly today: string;

  constructor(config: Config, today: string, rules: readonly Rule[] = allRules) {
    this.plan = new Plan(config);
    this.today = today;
    this.rules = new Map(rules.map((rule) => [rule.name, rule]));
    this.judge = new Judge(this.plan, rules, today);
  }

  /** Takes in changed and new files, and files that are gone; returns the files whose findings may differ now. */
  update(changed: Iterable<SourceFile>, gone: Iterable<string> = []): Set<string> {
    const steps = this.steps(changed, gone);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** The same in small steps, for a caller who has other things to do in between; each yields how many files are read so far. */
  *steps(changed: Iterable<SourceFile>, gone: Iterable<string> = []): Generator<number, Set<string>> {
    yield* this.taken(changed, gone);
    return yield* counted(this.judged(), this.plan.files.size);
  }

  /**
   * Takes files in, so that the plan is as they say; until the last step is done, nobody may look at it or change it. Of
   * findings, only those in the files of `first` follow at once, but for what hangs on very many others; `judged` brings the rest.
   */
  *taken(
    changed: Iterable<SourceFile>,
    gone: Iterable<string> = [],
    first: Iterable<string> = [],
  ): Generator<number, void> {
    // The last word on a file counts, whatever else was said of it in the same breath.
    const wanted = new Map<string, SourceFile | undefined>();
    for (const file of gone) wanted.set(file, undefined);
    for (const source of changed) wanted.set(source.file, source);
    // parse, names, cascade
    let count = 0;
    const { plan } = this;
    const read = (source: SourceFile) => this.read(source);
    function* changes(): Generator<FileChange> {
      for (const [file, source] of wanted) {
        const before = plan.files.get(file);
        if (source ? before?.text === source.text && !before.summary.unreadable && !source.unreadable : !before)
          continue;
        count += 1;
        yield { file, text: source?.text ?? '', summary: source && read(source) };
      }
    }
    const steps = changesApplied(plan, changes());
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield count;
    this.judge.receive(step.value);
    // rules
    yield* counted(this.judge.first(first), count);
  }

  /**
   * Makes a file that is read fit to be asked about names, while `taken` is still on its way with the first files of a plan:
   * what is known is what has been read so far. False as long as it is not read.
   */
  glimpse(file: string): boolean {
    const { plan } = this;
    const entry = plan.files.get(file);
    if (!entry) return false;
    plan.moved();
    for (const node of entry.nodes.values()) {
      if (node.links.length > 0) continue;
      node.links = plan.names.linksOf(node);
      for (const { target } of node.links) target?.use(node);
    }
    return true;
  }

  /**
   * Judges what changes have left to be judged, in small steps; further changes may be taken in between two of them. Returns
   * the files whose findings may differ from when this was done last.
   */
  judged(): Generator<void, Set<string>> {
    return this.judge.rest();
  }

  /** Whether all findings are those of the plan as it is, and `judged` has told whose may differ. */
  get isJudged(): boolean {
    return !this.judge.isBusy && !this.judge.hasNews;
  }

  /** Findings of one file, with places and fixes as of now; without fixes for whoever only shows them, which is far cheaper. */
  findingsIn(file: string, options?: FindingOptions): FileFindings {
    return this.builder().findingsIn(file, options);
  }

  /** The declaration that a finding speaks about: a suppression on it silences the finding. None for what only reading finds. */
  subjectOf({ rule, file, span, message }: Finding): PlanNode | undefined {
    return this.judge
      .findingsIn(file)
      .find((raw) => raw.rule.name === rule && raw.at.start === span.start && shown(raw.message) === message)?.node;
  }

  /** Faults of the settings; `text` is that of `config.file`. */
  configFindings(text: string): Finding[] {
    return this.builder().configFindings(text);
  }

  /** `mended`: whose findings get their ways out; all by default. */
  result(mended?: (file: string) => boolean): Result {
    const builder = this.builder();
    const findings: Finding[] = [];
    let suppressed = 0;
    for (const file of [...this.plan.files.keys()].sort()) {
      const own = builder.findingsIn(file, { fixes: mended?.(file) ?? true });
      append(findings, own.findings);
      suppressed += own.suppressed;
    }
    return { plan: this.plan, findings: findings.sort(compareFindings), suppressed };
  }

  private read({ file, text, unreadable }: SourceFile): FileSummary {
    if (unreadable) return { file, declarations: [], suppressions: [], faults: [], unreadable };
    const summary = summarize(file, text);
    markLater(summary, this.today, this.plan.config.calendar);
    return summary;
  }

  private builder(): FindingBuilder {
    return new FindingBuilder(this.plan, this.judge, this.rules, this.today);
  }
}

/** All files are read by now; what is left are steps that others wait for. */
function* counted<T>(steps: Generator<void, T>, files: number): Generator<number, T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield files;
  }
}
