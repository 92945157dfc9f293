/** The cascades of all plans that are read, as somebody was told of them: whoever has an old state gets what is different. */

import {
  Cascade,
  type CascadeChange,
  type CascadePeriod,
  type CascadePerson,
  type CascadeRow,
  type CascadeTeam,
  type PlanNode,
} from '@mos/language';
import type { Project } from './project.ts';

/** Rows as lists of their values, in the order of `keys`; what is absent is null, and left out at the end. */
export interface PackedRows {
  keys: string[];
  values: unknown[][];
}

export interface PlanPart {
  /** URI of its folder, with a closing slash. */
  plan: string;
  /** Its name by its settings, else that of the folder. */
  name: string;
  /** Lists that rows refer to; in a patch only those that are different, each as a whole. Files are URIs. */
  files?: string[];
  people?: CascadePerson[];
  teams?: CascadeTeam[];
  periods?: CascadePeriod[];
  /** Identities of rows that are no more; they come before the new ones. */
  gone: string[];
  rows: PackedRows;
}

export interface Now {
  /** ISO date that plans are judged by, and the periods it lies in as they are written. */
  day: string;
  week: string;
  month: string;
  quarter: string;
}

export interface CascadeSnapshot {
  revision: number;
  now: Now;
  plans: PlanPart[];
}

export interface CascadePatch {
  /** The revision that it leads on from. */
  base: number;
  revision: number;
  now: Now;
  /** Plans that are no more. */
  gone: string[];
  plans: PlanPart[];
}

interface Known {
  project: Project;
  cascade: Cascade;
}

/** Knows nothing before the first update. */
export class Cascades {
  /** The last one that anybody may have been told of. */
  revision = 1;
  private readonly known = new Map<string, Known>();

  snapshot(): Omit<CascadeSnapshot, 'now'> {
    const plans = [...this.known.values()].map(({ project, cascade }) => part(project, cascade.all));
    return { revision: this.revision, plans };
  }

  /** Undefined when nothing is different. `touched`: URIs of files that changed, or whose findings may have. */
  update(
    projects: readonly Project[],
    today: string,
    touched: readonly string[],
  ): Omit<CascadePatch, 'now'> | undefined {
    const steps = this.updating(projects, today, touched);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** The same in small steps; between two of them, changes of the plans may be taken in. */
  *updating(
    projects: readonly Project[],
    today: string,
    touched: readonly string[],
  ): Generator<void, Omit<CascadePatch, 'now'> | undefined> {
    const plans: PlanPart[] = [];
    for (const project of projects) {
      const change = yield* this.changeOf(project, today, touched);
      const { rows, gone: lost, ...tables } = change;
      if (rows.length + lost.length + Object.keys(tables).length > 0) plans.push(part(project, change));
    }
    const roots = new Set(projects.map(({ root }) => root));
    const gone = [...this.known.keys()].filter((root) => !roots.has(root));
    for (const root of gone) this.known.delete(root);
    if (plans.length + gone.length === 0) return undefined;
    this.revision += 1;
    return { base: this.revision - 1, revision: this.revision, gone, plans };
  }

  /** The cascade of a plan, if anybody was told of it as it is. */
  of(project: Project): Cascade | undefined {
    const known = this.known.get(project.root);
    return known?.project === project ? known.cascade : undefined;
  }

  find(id: string): (Known & { node: PlanNode }) | undefined {
    for (const known of this.known.values()) {
      const node = known.cascade.nodeOf(id);
      if (node) return { ...known, node };
    }
    return undefined;
  }

  private *changeOf(project: Project, today: string, touched: readonly string[]): Generator<void, CascadeChange> {
    const before = this.known.get(project.root);
    if (before?.project === project) {
      const own = touched.filter((uri) => project.has(uri)).map((uri) => project.fileOf(uri));
      return yield* before.cascade.updating(own);
    }
    // Read anew: its rows have the identities that they had.
    const cascade = cascadeOf(project, today);
    yield* cascade.updating();
    this.known.set(project.root, { project, cascade });
    const present = new Set(cascade.all.rows.map(({ id }) => id));
    const lost = (before?.cascade.all.rows ?? []).filter(({ id }) => !present.has(id));
    return { ...cascade.all, gone: lost.map(({ id }) => id) };
  }
}

function cascadeOf(project: Project, today: string): Cascade {
  const { engine } = project;
  return new Cascade({
    plan: engine.plan,
    today,
    findings: (file) => project.findings(project.uriOf(file), { fixes: false }),
  });
}

/** Those that many rows lack come last. */
const KEYS: readonly (keyof CascadeRow)[] = [
  ...(['id', 'kind', 'title', 'file', 'line', 'column', 'people', 'parent', 'name', 'period'] as const),
  ...(['state', 'worst', 'problems', 'done', 'total', 'team', 'lacks', 'run'] as const),
];

function part(project: Project, { rows, gone, files, ...tables }: CascadeChange): PlanPart {
  const { root, config } = project;
  return {
    plan: root,
    name: config.name ?? decodeURIComponent(root.split('/').at(-2) ?? root),
    ...(files && { files: files.map((file) => project.uriOf(file)) }),
    ...tables,
    gone,
    rows: { keys: [...KEYS], values: rows.map(packed) },
  };
}

function packed(row: CascadeRow): unknown[] {
  const values = KEYS.map((key) => row[key] ?? null);
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}
