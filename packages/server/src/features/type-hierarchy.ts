/** Type hierarchy: the cascade upwards to the annual frame and downwards to the week. */

import { locate, type PlanNode } from '@mos/language';
import type { TypeHierarchyItem } from 'vscode-languageserver';
import { linesOf } from '../convert.ts';
import type { Feature, Server, Subject } from '../feature.ts';
import { meant } from './definition.ts';
import { SYMBOL_KINDS, symbolDetail, symbolName } from './document-symbols.ts';

export const typeHierarchy: Feature = {
  capabilities: { typeHierarchyProvider: true },
  register(server) {
    const { typeHierarchy: requests } = server.connection.languages;
    requests.onPrepare((params) => server.at(params, prepareHierarchy));
    requests.onSupertypes(({ item }) => related(server, item, ({ parents }) => parents));
    requests.onSubtypes(({ item }) => related(server, item, ({ children }) => children));
  },
};

/** The declaration that a place speaks of, else the one around it; null for what stands in no cascade, such as a person. */
export function prepareHierarchy(subject: Subject, offset: number): TypeHierarchyItem[] | null {
  const nodes = meant(subject, offset);
  const around = nodes.length > 0 ? nodes : enclosing(subject, offset);
  const items = around.filter(isPlaced).map((node) => itemOf(subject, node));
  return items.length > 0 ? items : null;
}

function enclosing({ project, file }: Subject, offset: number): PlanNode[] {
  let { node } = locate(project.engine.plan, file, offset);
  while (node && !isPlaced(node)) node = node.outer;
  return node ? [node] : [];
}

function isPlaced(node: PlanNode): boolean {
  return node.level !== undefined || node.parents.length > 0 || node.children.length > 0;
}

/** Null when the declaration is gone or has another name by now. */
async function related(
  server: Server,
  { uri, data }: TypeHierarchyItem,
  step: (node: PlanNode) => readonly PlanNode[],
): Promise<TypeHierarchyItem[] | null> {
  const subject = await server.subject(uri);
  const node = subject?.project.engine.plan.files.get(subject.file)?.nodes.get(String(data));
  return subject && node ? step(node).map((other) => itemOf(subject, other)) : null;
}

function itemOf(subject: Subject, node: PlanNode): TypeHierarchyItem {
  const { project } = subject;
  const uri = project.uriOf(node.file);
  const lines = uri === subject.uri ? subject.lines : linesOf(project, uri);
  return {
    name: symbolName(subject, node),
    kind: SYMBOL_KINDS[node.kind],
    detail: [node.kind, symbolDetail(subject, node)].filter(Boolean).join(' · '),
    uri,
    range: lines.range(node.declaration),
    selectionRange: lines.range(node.place),
    data: node.key,
  };
}
