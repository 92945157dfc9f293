/** What a person may answer to a finding besides mending it: allow it here with a reason, weigh it otherwise, ask why. */

import { allow, type Finding, type Outcome, type Severity, setSeverity } from '@mos/language';
import { CodeActionKind } from 'vscode-languageserver';
import type { Subject } from '../feature.ts';
import { SETTINGS_FILE } from '../roots.ts';
import { CHOOSE, type Occasion, type Offer, PLACEHOLDER_REASON } from './offer.ts';

/** The client's command that asks for a reason; its arguments are rule, URI, line from 0, and version. */
export const SUPPRESS = 'mos.suppress';
/** The client's command that shows the page of a rule; its argument is the rule's name. */
export const EXPLAIN = 'mos.explainRule';
/** The server's own, for clients without a place to show a page. */
export const EXPLAIN_BRIEFLY = 'mos.server.explainRule';

export function answers(occasion: Occasion): Offer[] {
  const { findings, editor } = occasion;
  const seen = new Set<string>();
  const firsts = findings.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
  if (!editor.facts.commands.has(CHOOSE))
    return [
      ...findings.flatMap((finding) => allowance(occasion, finding)),
      ...firsts.flatMap((finding) => severities(occasion, finding)),
      ...firsts.map((finding) => explanation(occasion, finding)),
    ];
  // Ways to mend it are what people look for: the rest takes a line, or three where there is one finding.
  const [first, ...others] = firsts;
  if (!first) return [];
  const kind = CodeActionKind.QuickFix;
  if (others.length > 0) {
    const choices = firsts.flatMap((finding) => [
      ...allowance(occasion, finding),
      ...severities(occasion, finding),
      explanation(occasion, finding),
    ]);
    return [{ title: 'Allow, weigh or explain what is found here …', kind, choices }];
  }
  const weights = severities(occasion, first);
  return [
    ...allowance(occasion, first),
    ...(weights.length > 0
      ? [{ title: `Change how much ${first.rule} weighs …`, kind, finding: first, choices: weights }]
      : []),
    explanation(occasion, first),
  ];
}

/** Without what it says, the rest of the plan is not understood either: nobody gains by looking away. */
function isBasic({ rule, severity }: Finding): boolean {
  return rule.startsWith('language/') && severity === 'error';
}

function allowance({ subject, editor: { facts, versionOf } }: Occasion, finding: Finding): Offer[] {
  const outcome = isBasic(finding) ? undefined : allowed(subject, finding, PLACEHOLDER_REASON);
  if (!outcome) return [];
  const offer: Offer = { title: `Allow ${finding.rule} here, with a reason`, kind: CodeActionKind.QuickFix, finding };
  const line = subject.project.engine.subjectOf(finding)?.declaration.start;
  if ('refused' in outcome || !facts.commands.has(SUPPRESS) || line === undefined) return [{ ...offer, outcome }];
  const where = [finding.rule, subject.uri, subject.lines.position(line).line, versionOf(subject.uri)];
  return [{ ...offer, command: { title: offer.title, command: SUPPRESS, arguments: where } }];
}

/** Undefined for what only reading finds: that cannot be allowed. */
function allowed({ project }: Subject, finding: Finding, reason: string): Outcome | undefined {
  const node = project.engine.subjectOf(finding);
  return node && allow(project.engine.plan, node, { rule: finding.rule, reason });
}

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];

function severities({ subject }: Occasion, finding: Finding): Offer[] {
  if (isBasic(finding)) return [];
  return SEVERITIES.filter((severity) => severity !== finding.severity).map((severity) => ({
    title:
      severity === 'off'
        ? `Switch ${finding.rule} off in mos.json`
        : `Make ${finding.rule} ${article(severity)} in mos.json`,
    kind: CodeActionKind.QuickFix,
    finding,
    outcome: weighed(subject, finding.rule, severity),
  }));
}

/** Edits mos.json of the plan, or begins one in its root folder. */
export function weighed({ project }: Subject, rule: string, severity: Severity | 'off'): Outcome {
  const outcome = setSeverity(project.settings?.text, rule, severity);
  if ('refused' in outcome) return outcome;
  const uri = project.settings?.uri ?? project.root + SETTINGS_FILE;
  const file = project.fileOf(uri);
  const title = `set ${rule} to ${severity}`;
  if (!project.settings) return { title, edits: [], created: [{ file, text: outcome.text }] };
  return { title, edits: outcome.edits.map((edit) => ({ ...edit, file })) };
}

function explanation({ editor: { facts } }: Occasion, finding: Finding): Offer {
  const title = `Explain ${finding.rule}`;
  const command = facts.commands.has(EXPLAIN) ? EXPLAIN : EXPLAIN_BRIEFLY;
  return { title, kind: CodeActionKind.QuickFix, finding, command: { title, command, arguments: [finding.rule] } };
}

function article(severity: Severity): string {
  return severity === 'error' ? 'an error' : severity === 'warning' ? 'a warning' : 'a remark (info)';
}
