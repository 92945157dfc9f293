/** Hover: what a declaration is, who answers for it, when, and what it serves; plain Markdown in which plan text is inert. */

import { describePeriod, locate, type PlanNode } from '@mos/language';
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';
import { inert } from '../markdown.ts';
import { meant } from './definition.ts';

export const hovering: Feature = {
  capabilities: { hoverProvider: true },
  register({ connection, at }) {
    connection.onHover((params) => at(params, hover));
  },
};

export function hover(subject: Subject, offset: number): Hover | null {
  const { project, file, lines } = subject;
  const { link, property, node, part } = locate(project.engine.plan, file, offset);
  const [target] = meant(subject, offset);
  const reasons = project
    .findings(subject.uri)
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .map(({ rule, why }) => `**Why** ${inert(why)} (\`${rule}\`)`);
  const place =
    link?.reference ??
    (part && node ? (part === 'keyword' ? node.declaration.keyword : node.declaration[part]) : undefined) ??
    property?.keyword;
  const about = target && (link || part) ? story(subject, target) : [];
  const parts = [...about, ...reasons];
  if (parts.length === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n') },
    ...(place && { range: lines.range(place) }),
  };
}

function story({ project }: Subject, node: PlanNode): string[] {
  const { plan } = project.engine;
  const period = plan.periodOf(node);
  const dri = node.dri;
  const line = [node, ...plan.ancestors(node)].map((step) => inert(step.title ?? step.name ?? step.kind));
  const facts = [
    period && inert(describePeriod(period.period, plan.config.calendar)),
    dri && `DRI ${inert(dri.title ?? dri.name ?? '')}`,
    node.kind === 'owner' && inert(node.text('role')?.value ?? ''),
  ].filter(Boolean);
  const children = node.children.length > 0 ? `${node.children.length} beneath it` : '';
  return [
    `**${inert(node.title ?? node.name ?? node.kind)}** · ${node.kind}`,
    [...facts, children].filter(Boolean).join(' · '),
    inert(node.declaration.documentation ?? node.text('why')?.value ?? ''),
    line.length > 1 ? line.join(' → ') : '',
  ].filter(Boolean);
}
