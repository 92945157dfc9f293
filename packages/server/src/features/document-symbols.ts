/** The outline of a file: declarations as they are nested, with who answers for them and when. */

import type { PlanNode } from '@mos/language';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';

export const outline: Feature = {
  capabilities: { documentSymbolProvider: true },
  register(server) {
    server.connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const found = await server.subject(uri);
      if (!found) return null;
      const symbols = documentSymbols(found);
      return server.facts.nestsSymbols ? symbols : symbols.flatMap((symbol) => flat(symbol, uri));
    });
  },
};

export const SYMBOL_KINDS: Record<PlanNode['kind'], SymbolKind> = {
  frame: SymbolKind.Namespace,
  bet: SymbolKind.Module,
  run: SymbolKind.Module,
  objective: SymbolKind.Class,
  milestone: SymbolKind.Interface,
  commitment: SymbolKind.Method,
  week: SymbolKind.Package,
  program: SymbolKind.Struct,
  owner: SymbolKind.Variable,
  team: SymbolKind.Enum,
  gate: SymbolKind.Operator,
  metric: SymbolKind.Number,
  cadence: SymbolKind.Event,
  retro: SymbolKind.Event,
  brief: SymbolKind.String,
  decision: SymbolKind.Constant,
  platform: SymbolKind.Object,
  market: SymbolKind.Key,
};

export function documentSymbols(subject: Subject): DocumentSymbol[] {
  const nodes = [...(subject.project.engine.plan.files.get(subject.file)?.nodes.values() ?? [])];
  return nodes.filter(({ outer }) => !outer).map((node) => symbolOf(subject, node));
}

/** For who shows a list: each with the one that it stands in. */
function flat({ name, kind, range, children = [] }: DocumentSymbol, uri: string, outer?: string): SymbolInformation[] {
  const own = { name, kind, location: { uri, range }, ...(outer !== undefined && { containerName: outer }) };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}

function symbolOf(subject: Subject, node: PlanNode): DocumentSymbol {
  const { lines } = subject;
  return {
    name: symbolName(subject, node),
    detail: symbolDetail(subject, node),
    kind: SYMBOL_KINDS[node.kind],
    range: lines.range(node.declaration),
    selectionRange: lines.range(node.place),
    children: node.inner.map((inner) => symbolOf(subject, inner)),
  };
}

/** The protocol allows no empty name. */
export function symbolName({ project }: Subject, node: PlanNode): string {
  if (node.kind === 'week') return `week ${project.engine.plan.periodOf(node)?.literal.literal ?? ''}`.trim();
  return node.title?.trim() || node.name || node.kind;
}

/** DRI · period, as far as they are known. */
export function symbolDetail({ project }: Subject, node: PlanNode): string {
  const period = node.kind === 'week' ? undefined : project.engine.plan.periodOf(node)?.literal.literal;
  return [node.dri && (node.dri.title ?? node.dri.name), period].filter(Boolean).join(' · ');
}
