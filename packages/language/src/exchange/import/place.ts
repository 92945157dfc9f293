/** Puts new declarations where their siblings stand: in the week block, behind the last milestone, beside the team. */

import type { TextEdit } from '../../finding.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { insertAfter, insertChild, newlineOf } from '../../rules/edits.ts';
import { rangeOf } from '../../values/calendar.ts';
import { isPeriodFault, parsePeriod } from '../../values/period.ts';

/** A declaration that is to be written. */
export interface Newcomer {
  kind: 'commitment' | 'milestone' | 'owner';
  head: string;
  properties: string[];
  /** What it advances first. */
  parent?: PlanNode;
  /** What it advances, as it is written where it does not stand inside of it. */
  advances?: string;
  /** It belongs inside of its parent, by its name. */
  inside?: boolean;
  /** `week 2026-W03` and the like, for where no block around it says so. */
  period?: string;
  dri?: PlanNode;
  team?: PlanNode;
}

/** One edit a place, so that no two touch each other. */
export function placed(plan: Plan, newcomers: readonly Newcomer[]): TextEdit[] {
  const groups = new Map<string, { edit: (lines: string[]) => TextEdit; lines: string[] }>();
  const weeks = new Map<string, { file: string; week: string; lines: string[] }>();
  const homes = new Homes(plan);
  for (const one of newcomers) {
    const home = homes.of(one);
    if ('week' in home) {
      const key = `${home.file}\n${home.week}`;
      const group = weeks.get(key) ?? { file: home.file, week: home.week, lines: [] };
      weeks.set(key, group);
      for (const line of written(one, { period: false, advances: true })) group.lines.push(line);
      continue;
    }
    const group = groups.get(home.key) ?? { edit: home.edit, lines: [] };
    groups.set(home.key, group);
    for (const line of written(one, { period: !home.inWeek, advances: !home.inside })) group.lines.push(line);
  }
  const edits = [...groups.values()].map(({ edit, lines }) => edit(lines));
  const byFile = Map.groupBy(weeks.values(), ({ file }) => file);
  for (const [file, own] of byFile) for (const edit of weekEdits(plan, file, own)) edits.push(edit);
  return edits;
}

type Home =
  /** A block that has still to be made. */
  | { file: string; week: string }
  | { key: string; inside: boolean; inWeek: boolean; edit: (lines: string[]) => TextEdit };

class Homes {
  private readonly plan: Plan;
  private readonly known = new Map<string, Home>();
  private readonly blocks = new Map<string, PlanNode[]>();

  constructor(plan: Plan) {
    this.plan = plan;
  }

  of(one: Newcomer): Home {
    const { kind, parent, dri, team, period, inside } = one;
    const key = [
      kind,
      parent?.file,
      parent?.key,
      inside,
      kind === 'commitment' ? `${period} ${parent ? '' : dri?.key}` : '',
      kind === 'owner' ? team?.key : '',
    ].join('\n');
    const known = this.known.get(key);
    if (known) return known;
    const found =
      kind === 'commitment' ? this.ofCommitment(one) : kind === 'milestone' ? this.ofMilestone(one) : this.ofOwner(one);
    this.known.set(key, found);
    return found;
  }

  private ofCommitment({ parent, dri, period, inside }: Newcomer): Home {
    const { plan } = this;
    const siblings = parent ? parent.children.filter(({ kind }) => kind === 'commitment') : [];
    const cousins =
      siblings.length > 0 ? siblings : (parent?.parent?.children.flatMap(({ children }) => children) ?? []);
    const inBlock = usual(
      cousins.filter((node) => node.outer?.kind === 'week' && !node.outer.outer),
      parent?.file,
    );
    const isAtHome = inside || (!inBlock && siblings.some((node) => node.scope === parent));
    if (parent && isAtHome) return within(plan, parent, 'commitment');
    const own = parent
      ? undefined
      : [...(dri?.users ?? [])]
          .filter(({ kind, outer }) => kind === 'commitment' && outer?.kind === 'week')
          .map(({ file }) => file)
          .sort()[0];
    const file = inBlock?.file ?? own ?? parent?.file ?? plan.nodesOf('week')[0]?.file ?? firstFile(plan);
    const week = period?.replace(/^week /, '') ?? '';
    const blocks = this.blocksOf(file).filter(
      (block) => weekOfBlock(block) === firstDay(week) && block.declaration.body,
    );
    const near = blocks.find((block) => block.inner.some((node) => cousins.includes(node))) ?? blocks[0];
    if (!near) return { file, week };
    return {
      key: `${file}\n${near.key}`,
      inside: false,
      inWeek: true,
      edit: (lines) => insertChild(plan, near, lines),
    };
  }

  private ofMilestone({ parent, inside }: Newcomer): Home {
    const { plan } = this;
    const siblings = parent?.childrenOf('milestone') ?? [];
    const outside = siblings.findLast((node) => node.scope !== parent);
    if (parent?.kind === 'objective' && (inside || !outside)) return within(plan, parent, 'milestone');
    const after = outside ?? plan.nodesOf('milestone').findLast(({ outer }) => !outer) ?? parent;
    return after ? behind(plan, after) : atEnd(plan, firstFile(plan));
  }

  private ofOwner({ team }: Newcomer): Home {
    const owners = this.plan.nodesOf('owner').filter(({ outer }) => !outer);
    const colleague = team && owners.findLast((node) => node.targets('team').includes(team));
    const after = colleague ?? owners.at(-1);
    return after ? behind(this.plan, after) : atEnd(this.plan, firstFile(this.plan));
  }

  private blocksOf(file: string): PlanNode[] {
    const known = this.blocks.get(file) ?? weekBlocks(this.plan, file);
    this.blocks.set(file, known);
    return known;
  }
}

/** One of those that stand in the file where most of them do; of files that hold as many, the one named. */
function usual(nodes: readonly PlanNode[], file: string | undefined): PlanNode | undefined {
  const groups = [...Map.groupBy(nodes, (node) => node.file).values()];
  groups.sort((a, b) => b.length - a.length || Number(b[0]?.file === file) - Number(a[0]?.file === file));
  return groups[0]?.at(-1);
}

function within(plan: Plan, parent: PlanNode, kind: 'commitment' | 'milestone'): Home {
  return {
    key: `${parent.file}\n${parent.key}`,
    inside: true,
    inWeek: false,
    edit: (lines) => insertBehindLike(plan, parent, kind, lines),
  };
}

/** Behind its like where there are some, as people add to a list. */
function insertBehindLike(plan: Plan, parent: PlanNode, kind: 'commitment' | 'milestone', lines: string[]): TextEdit {
  const last = parent.innerOf(kind).at(-1);
  const { body } = parent.declaration;
  const multiline = body !== undefined && plan.text(parent.file).slice(body.start, body.end).includes('\n');
  return last && multiline ? insertAfter(plan, last, lines) : insertChild(plan, parent, lines);
}

function behind(plan: Plan, sibling: PlanNode): Home {
  return {
    key: `${sibling.file}\n${sibling.key}`,
    inside: false,
    inWeek: false,
    edit: (lines) => insertAfter(plan, sibling, lines),
  };
}

function atEnd(plan: Plan, file: string): Home {
  return { key: `${file}\n`, inside: false, inWeek: false, edit: (lines) => appended(plan, file, lines) };
}

/** New blocks, each behind the last one that comes before it in time; several at one place stand in order. */
function weekEdits(plan: Plan, file: string, weeks: readonly { week: string; lines: string[] }[]): TextEdit[] {
  const blocks = weekBlocks(plan, file);
  const sorted = weeks.toSorted((a, b) => (firstDay(a.week) < firstDay(b.week) ? -1 : 1));
  const groups = Map.groupBy(
    sorted,
    ({ week }) => blocks.findLast((block) => weekOfBlock(block) < firstDay(week)) ?? blocks.at(-1),
  );
  return [...groups].map(([before, own]) => {
    const lines = own.flatMap(({ week, lines: inner }, at) => [
      ...(at > 0 && !before ? [''] : []),
      `week ${week} {`,
      ...inner.map((line) => `  ${line}`),
      '}',
    ]);
    return before ? insertAfter(plan, before, lines) : appended(plan, file, lines);
  });
}

function weekBlocks(plan: Plan, file: string): PlanNode[] {
  return (plan.files.get(file)?.nodes.values() ?? []).filter(({ kind, outer }) => kind === 'week' && !outer);
}

function weekOfBlock(block: PlanNode): string {
  const property = block.property('week');
  return property?.type === 'PeriodProperty' && property.period ? firstDay(property.period.literal) : '';
}

function firstDay(week: string): string {
  const period = parsePeriod(week);
  return isPeriodFault(period) ? '' : rangeOf(period).first;
}

/** Where most of the plan stands is not known, so it is the first file by name. */
function firstFile(plan: Plan): string {
  return [...plan.files.keys()].sort()[0] ?? 'plan.mos';
}

/** After an empty line, at the end of what stands there. */
function appended(plan: Plan, file: string, lines: readonly string[]): TextEdit {
  const text = plan.text(file);
  const newline = newlineOf(text);
  const end = text.trimEnd().length;
  const gap = end === 0 ? '' : newline + newline;
  return { file, start: end, end: text.length, text: `${gap}${lines.join(newline)}${newline}` };
}

/** On one line where there is room for it. */
function written(
  { head, properties, period, advances }: Newcomer,
  says: { period: boolean; advances: boolean },
): string[] {
  const [dri, rest] = [
    properties.filter((text) => text.startsWith('dri ')),
    properties.filter((text) => !text.startsWith('dri ')),
  ];
  const all = [
    ...(says.period && period ? [period] : []),
    ...dri,
    ...(says.advances && advances ? [advances] : []),
    ...rest,
  ];
  if (all.length === 0) return [head];
  const line = `${head} { ${all.join(' ')} }`;
  return line.length <= ROOM ? [line] : [`${head} {`, ...all.map((property) => `  ${property}`), '}'];
}

/** Characters of a line, less what it may be indented by. */
const ROOM = 112;
