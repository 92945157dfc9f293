/** Go to: the definition of a name, the parent that a declaration advances, the children that advance it. */

import { locate, type PlanNode, segmentsOf } from '@mos/language';
import type { Location } from 'vscode-languageserver';
import { linesOf } from '../convert.ts';
import type { Feature, Subject } from '../feature.ts';

export const navigation: Feature = {
  capabilities: { definitionProvider: true, declarationProvider: true, implementationProvider: true },
  register({ connection, at }) {
    connection.onDefinition((params) => at(params, definitions, { known: true }));
    connection.onDeclaration((params) => at(params, declarations));
    connection.onImplementation((params) => at(params, implementations));
  },
};

/** What the name under the cursor means; on a declaration's own name the declaration itself, for clients that peek users then. */
export function definitions(subject: Subject, offset: number): Location[] {
  return meant(subject, offset).map((node) => locationOf(subject, node));
}

/** One level up in the cascade. */
export function declarations(subject: Subject, offset: number): Location[] {
  return [...new Set(meant(subject, offset).flatMap(({ parents }) => parents))].map((node) =>
    locationOf(subject, node),
  );
}

/** One level down in the cascade. */
export function implementations(subject: Subject, offset: number): Location[] {
  return [...new Set(meant(subject, offset).flatMap(({ children }) => children))].map((node) =>
    locationOf(subject, node),
  );
}

/** The declarations that a place speaks of: those of the reference (and its segment) on it, else the one whose header it is in. */
export function meant({ project, file, lines }: Subject, offset: number): PlanNode[] {
  const { link, node, property } = locate(project.engine.plan, file, offset);
  if (link) {
    const segment = segmentsOf(lines.text, link).find(({ start, end }) => start <= offset && offset <= end);
    if (segment?.node) return [segment.node];
    return link.target ? [link.target] : [...link.candidates];
  }
  return node && !property ? [node] : [];
}

export function locationOf({ project }: Subject, node: PlanNode): Location {
  const uri = project.uriOf(node.file);
  return { uri, range: linesOf(project, uri).range(node.place) };
}
