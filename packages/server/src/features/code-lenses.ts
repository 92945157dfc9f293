/** Code lenses: what stands below an objective, what a person holds this quarter, which execution killers a plan shows. */

import {
  compareNodes,
  FIVE_KILLERS,
  type Finding,
  formatPeriod,
  heldWithin,
  type Killer,
  keywordOf,
  killerNames,
  killersIn,
  type Plan,
  type PlanNode,
  quarterOf,
  rangeOf,
  rollupOf,
} from '@mos/language';
import type { CodeLens, Command, Location } from 'vscode-languageserver';
import { type Lines, linesOf, zeroBased } from '../convert.ts';
import type { Feature, Server, Subject } from '../feature.ts';
import type { Project } from '../project.ts';

/** The client shows the places at the lens. Its arguments are plain data: URI, position, locations. */
export const SHOW_REFERENCES = 'mos.showReferences';

export const codeLenses: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(server) {
    const { connection } = server;
    const killers = new KillerFindings();
    server.onChange((touched) => killers.forget(server.workspace.all(), touched ?? []));
    connection.onCodeLens(async ({ textDocument }) => {
      const found = await server.subject(textDocument.uri);
      return found && server.settings.codeLens.enabled ? lensesOf(found) : [];
    });
    connection.onCodeLensResolve((lens) => resolved(server, lens, killers));
  },
};

type What = 'milestones' | 'commitments' | 'done' | 'held' | 'killers';

/** What a lens needs to be worked out when it comes into sight. */
interface LensData {
  uri: string;
  key: string;
  what: What;
}

export function lensesOf({ project, file, uri, lines }: Subject): CodeLens[] {
  const lenses: CodeLens[] = [];
  const { plan } = project.engine;
  for (const node of plan.files.get(file)?.nodes.values() ?? []) {
    const range = lines.range(keywordOf(node.declaration));
    for (const what of lensKinds(plan, node)) {
      const data: LensData = { uri, key: node.key, what };
      lenses.push({ range, data });
    }
  }
  return lenses;
}

/** A plan that has only begun is not judged as a whole yet. */
function lensKinds(plan: Plan, node: PlanNode): What[] {
  if (node.kind === 'frame') return plan.isYoung() ? [] : ['killers'];
  if (node.kind === 'owner') return ['held'];
  if (node.kind !== 'objective') return [];
  const { milestones, commitments } = rollupOf(node);
  return milestones.length + commitments.length > 0 ? ['milestones', 'commitments', 'done'] : ['milestones'];
}

async function resolved(server: Server, lens: CodeLens, killers: KillerFindings): Promise<CodeLens> {
  const { uri, key, what } = lens.data as LensData;
  const subject = await server.subject(uri, { judged: true });
  const node = subject?.project.engine.plan.files.get(subject.file)?.nodes.get(key);
  // The declaration went while the lens was on its way: the next answer has no lens for it.
  if (!subject || !node) return { ...lens, command: { title: '', command: '' } };
  const { title, places } = answer(subject, node, what, killers);
  const range = subject.lines.range(keywordOf(node.declaration));
  const command: Command =
    places.length > 0 && server.facts.commands.has(SHOW_REFERENCES)
      ? { title, command: SHOW_REFERENCES, arguments: [uri, range.start, places] }
      : { title, command: '' };
  return { ...lens, command };
}

interface Answer {
  title: string;
  places: Location[];
}

function answer(subject: Subject, node: PlanNode, what: What, killers: KillerFindings): Answer {
  if (what === 'killers') return killerAnswer(subject.project, killers);
  if (what === 'held') return heldAnswer(subject, node);
  const { milestones, commitments, reached } = rollupOf(node);
  if (what === 'milestones')
    return { title: counted(milestones.length, 'milestone'), places: placesOf(subject, milestones) };
  if (what === 'commitments')
    return { title: counted(commitments.length, 'commitment'), places: placesOf(subject, commitments) };
  const all = [...milestones, ...commitments];
  const open = all.filter((other) => !reached.includes(other));
  const share = Math.floor((100 * reached.length) / Math.max(1, all.length));
  return {
    title:
      reached.length === 0
        ? `${open.length} open`
        : open.length > 0
          ? `${share}% done, ${open.length} open`
          : 'all done',
    places: placesOf(subject, open.length > 0 ? open : all),
  };
}

/** By the fiscal quarter in which today lies. */
function heldAnswer(subject: Subject, owner: PlanNode): Answer {
  const { plan } = subject.project.engine;
  const { calendar } = plan.config;
  const quarter = quarterOf(subject.today, calendar);
  const held = heldWithin(plan, owner, rangeOf(quarter, calendar));
  const counts = held.map(({ kind, nodes }) => counted(nodes.length, kind));
  return {
    title: `${formatPeriod(quarter)}: ${counts.join(' · ') || 'nothing yet'}`,
    places: placesOf(
      subject,
      held.flatMap(({ nodes }) => nodes),
    ),
  };
}

function killerAnswer(project: Project, killers: KillerFindings): Answer {
  const found = killers.of(project);
  const shown = FIVE_KILLERS.filter((killer) => found.has(killer));
  const summary = shown.map((killer) => `${killerNames[killer]} (${found.get(killer)?.length})`).join(' · ');
  const findings = shown.flatMap((killer) => found.get(killer) ?? []).slice(0, MOST_PLACES);
  return {
    title:
      shown.length > 0
        ? `${shown.length} of 5 execution killers: ${summary}`
        : 'none of the five execution killers found',
    places: findings.map(({ file, range }) => ({ uri: project.uriOf(file), range: zeroBased(range) })),
  };
}

/** More than a list of places is read; the counts are always of all. */
const MOST_PLACES = 500;

function placesOf({ project, uri, lines }: Subject, nodes: readonly PlanNode[]): Location[] {
  const known = new Map<string, Lines>([[uri, lines]]);
  return [...nodes]
    .sort(compareNodes)
    .slice(0, MOST_PLACES)
    .map((node) => {
      const at = project.uriOf(node.file);
      const own = known.get(at) ?? linesOf(project, at);
      known.set(at, own);
      return { uri: at, range: own.range(node.place) };
    });
}

function counted(count: number, noun: string): string {
  if (count === 0) return `no ${noun} yet`;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is kept of a finding that reveals a killer. */
type Revealed = Pick<Finding, 'killer' | 'severity' | 'file' | 'range'>;

/** Findings that reveal a killer, kept by file: a keystroke must not cost a look at the whole plan. */
class KillerFindings {
  private readonly byProject = new Map<Project, Map<string, Revealed[]>>();

  /** What is known of these files may be wrong now. */
  forget(projects: readonly Project[], touched: readonly string[]): void {
    for (const [project, byFile] of this.byProject) {
      if (!projects.includes(project)) this.byProject.delete(project);
      for (const uri of touched) byFile.delete(uri);
    }
  }

  of(project: Project): Map<Killer, Revealed[]> {
    const byFile = this.byProject.get(project) ?? new Map<string, Revealed[]>();
    this.byProject.set(project, byFile);
    const all = project.files().flatMap((uri) => {
      const known =
        byFile.get(uri) ??
        project
          .findings(uri, { fixes: false })
          .filter(({ killer }) => killer)
          .map(revealed);
      byFile.set(uri, known);
      return known;
    });
    return killersIn(all);
  }
}

function revealed({ killer, severity, file, range }: Finding): Revealed {
  return { ...(killer && { killer }), severity, file, range };
}
