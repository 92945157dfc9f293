/** Workspace symbols: declarations in every plan, by a few letters of their title, name or owner. */

import { type Hit, type PlanNode, search, titleOf } from '@mos/language';
import type { SymbolInformation } from 'vscode-languageserver';
import { type Lines, linesOf } from '../convert.ts';
import type { Feature } from '../feature.ts';
import type { Project } from '../project.ts';
import type { Workspace } from '../workspace.ts';
import { SYMBOL_KINDS } from './document-symbols.ts';

export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register({ connection, workspace, settled }) {
    connection.onWorkspaceSymbol(async ({ query }) => {
      await settled();
      return symbolsFor(workspace, query);
    });
  },
};

/** More than anybody reads; who looks for one of the others types another letter. */
const MOST_SYMBOLS = 200;

export function symbolsFor(workspace: Workspace, query: string): SymbolInformation[] {
  const projects = new Map(workspace.all().map((project) => [project.engine.plan, project]));
  const lines = new Map<string, Lines>();
  const symbols: SymbolInformation[] = [];
  const hits = [...projects].flatMap(([plan, project]) =>
    search([plan], query, MOST_SYMBOLS).map((hit) => ({ ...hit, project })),
  );
  for (const { project, ...hit } of hits.sort((a, b) => b.score - a.score).slice(0, MOST_SYMBOLS)) {
    const { node } = hit;
    const uri = project.uriOf(node.file);
    const known = lines.get(uri) ?? linesOf(project, uri);
    lines.set(uri, known);
    symbols.push({
      name: labelOf(hit),
      kind: SYMBOL_KINDS[node.kind],
      containerName: containerOf(project, node),
      location: { uri, range: known.range(node.place) },
    });
  }
  return symbols;
}

/** Editors filter once more by the letters of the label, so it shows what was found: title, then name or owner. */
function labelOf({ node, by }: Hit): string {
  const title = titleOf(node);
  const more = by === 'name' ? [node.path] : by === 'owner' ? node.targets('dri').map(titleOf) : [];
  return [title, ...more.filter((part) => part !== title)].join(' · ');
}

function containerOf(project: Project, node: PlanNode): string {
  const period = project.engine.plan.periodOf(node)?.literal.literal;
  return [node.kind, ...node.targets('dri').map(titleOf), period].filter(Boolean).join(' · ');
}
