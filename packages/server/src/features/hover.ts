/** Hover: what a declaration is, who answers for it, when, what it serves, how it stands; Markdown in which plan text is inert. */

import {
  describePeriod,
  type Finding,
  isPeriodFault,
  keywordOf,
  kindNotes,
  locate,
  type PlanNode,
  parsePeriod,
  periodsIn,
  propertyNotes,
  rules,
  type Span,
  segmentsOf,
} from '@mos/language';
import type { Hover } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';
import { contentOf, inert } from '../markdown.ts';
import { storyOf } from '../story.ts';

export const hovering: Feature = {
  capabilities: { hoverProvider: true },
  register(server) {
    server.connection.onHover((params) =>
      server.at(params, (subject, offset) => hover(subject, offset, server.facts.showsMarkdown.hover)),
    );
  },
};

export function hover(subject: Subject, offset: number, showsMarkdown: boolean): Hover | null {
  const about = aboutPlace(subject, offset) ?? aboutSuppression(subject, offset);
  const findings = subject.project.findings(subject.uri, { fixes: false }).filter(({ span }) => touches(span, offset));
  const paragraphs = [...(about?.paragraphs ?? []), ...reasonsOf(findings)];
  if (paragraphs.length === 0) return null;
  return {
    contents: contentOf(paragraphs.join('\n\n'), showsMarkdown),
    ...(about && { range: subject.lines.range(about.span) }),
  };
}

interface About {
  paragraphs: string[];
  span: Span;
}

function aboutPlace(subject: Subject, offset: number): About | undefined {
  const { project, file, lines } = subject;
  const { plan } = project.engine;
  const { node, link, part, property } = locate(plan, file, offset);
  if (link) {
    const segment = segmentsOf(lines.text, link).find((candidate) => touches(candidate, offset));
    const meant = segment?.node ? [segment.node] : link.candidates;
    return { paragraphs: several(subject, meant), span: segment ?? link.reference };
  }
  if (property) {
    const literal = periodsIn(property).find((candidate) => touches(candidate, offset));
    const period = literal && parsePeriod(literal.literal);
    if (literal && period && !isPeriodFault(period))
      return { paragraphs: [inert(describePeriod(period, plan.config.calendar))], span: literal };
    const note = propertyNotes[property.key];
    if (note && touches(keywordOf(property), offset)) {
      const example = note.example ? [`\`${note.example}\``] : [];
      return { paragraphs: [note.says, ...example], span: keywordOf(property) };
    }
  }
  if (!node || !part) return undefined;
  const span = part === 'keyword' ? keywordOf(node.declaration) : node.declaration[part];
  const note = part === 'keyword' ? [kindNotes[node.kind].says] : [];
  return span && { paragraphs: [...storyOf(subject, node), ...note], span };
}

/** Where a name may mean several things, one line about each; their stories would not fit on a screen. */
function several(subject: Subject, nodes: readonly PlanNode[]): string[] {
  const [first] = nodes;
  if (first && nodes.length === 1) return storyOf(subject, first);
  return nodes.slice(0, MOST_MEANINGS).map((node) => storyOf(subject, node)[0] ?? '');
}

const MOST_MEANINGS = 8;

/** On the rule that a comment allows. */
function aboutSuppression({ project, file }: Subject, offset: number): About | undefined {
  const suppressions = project.engine.plan.files.get(file)?.summary.suppressions ?? [];
  const suppression = suppressions.find(({ rule }) => touches(rule, offset));
  const known = suppression && rules.find(({ name }) => name === suppression.rule.value);
  return known && { paragraphs: [reason(known.name, known.why)], span: suppression.rule };
}

/** Each rule's once; what it found is said by the editor beside it. */
function reasonsOf(findings: readonly Finding[]): string[] {
  const reasons = new Map(findings.map(({ rule, why }) => [rule, why]));
  if (reasons.size === 1) return [...reasons].map(([rule, why]) => reason(rule, why));
  const list = [...reasons].slice(0, MOST_MEANINGS).map(([rule, why]) => `- ${inert(why)} (\`${rule}\`)`);
  return list.length > 0 ? [['**Why mos says so**', '', ...list].join('\n')] : [];
}

function reason(rule: string, why: string): string {
  return `**Why mos says so** ${inert(why)} (\`${rule}\`)`;
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
