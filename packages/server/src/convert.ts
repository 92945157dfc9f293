/** Findings, spans and edits of the engine in the words of the protocol. */

import type { Finding, Span, TextEdit } from '@mos/language';
import { lineStarts, spelt } from '@mos/language';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Position,
  type TextEdit as ProtocolEdit,
  type Range,
} from 'vscode-languageserver';
import type { Project } from './project.ts';
import type { Workspace } from './workspace.ts';

/** Turns offsets of one text into positions and back; lines are counted once. */
export class Lines {
  readonly text: string;
  private readonly starts: number[];

  constructor(text: string) {
    this.text = text;
    this.starts = lineStarts(text);
  }

  position(offset: number): Position {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] as number) };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Positions behind the end of a line or of the text mean that end, as the protocol wants it. */
  offset({ line, character }: Position): number {
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    const next = this.starts[line + 1] ?? this.text.length + 1;
    let end = next - 1;
    if (this.text[end - 1] === '\r' && this.text[end] === '\n') end--;
    return Math.min(start + Math.max(0, character), Math.max(start, end));
  }
}

export function linesOf(project: Project, uri: string): Lines {
  return new Lines(project.text(uri) ?? '');
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Nobody mends more before looking again, and editors grow slow on more. */
const MOST = 1000;

/** What there is to say of a file now, the worst of it where that is very much; nothing of one that no plan has any more. */
export function diagnosticsOf(workspace: Workspace, uri: string): Diagnostic[] {
  const project = workspace.projectOf(uri);
  if (!project) return [];
  const { opensPages } = workspace;
  const aside = project.whyAside(uri);
  if (aside !== undefined) return [atTop(DiagnosticSeverity.Warning, `This file is left alone: ${aside}`)];
  const { findings, left } = project.worst(uri, { fixes: false, most: MOST });
  if (findings.length + left <= MOST) return findings.map((finding) => diagnosticOf(finding, project, opensPages));
  const worst = findings.toSorted((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]).slice(0, MOST);
  return [...worst.map((finding) => diagnosticOf(finding, project, opensPages)), more(findings.length + left)];
}

function more(total: number): Diagnostic {
  const [shown, all] = [MOST, total].map((count) => count.toLocaleString('en-US'));
  const message = `These are the worst ${shown} of ${all} findings in this file; "mos check" lists them all`;
  return atTop(DiagnosticSeverity.Information, message);
}

/** What is to be said of a file as a whole, and no rule says. */
function atTop(severity: DiagnosticSeverity, message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity, source: 'mos', message };
}

/** `data` carries what the fixes are found by again. */
export function diagnosticOf(finding: Finding, project: Project, opensPages: boolean): Diagnostic {
  const { range } = finding;
  const diagnostic: Diagnostic = {
    range: zeroBased(range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(opensPages && { codeDescription: { href: finding.docs } }),
    source: 'mos',
    message: `${spelt(finding.message)}\n${finding.why}`,
  };
  if (finding.unnecessary) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ file, message, range: place }) => ({
      message: spelt(message),
      location: { uri: project.uriOf(file), range: zeroBased(place) },
    }));
  }
  return diagnostic;
}

export function zeroBased({ start, end }: Finding['range']): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** Edits by URI, as a workspace edit groups them. */
export function editsByUri(edits: readonly TextEdit[], project: Project): Map<string, ProtocolEdit[]> {
  const byUri = new Map<string, ProtocolEdit[]>();
  const lines = new Map<string, Lines>();
  for (const { file, text, start, end } of edits) {
    const uri = project.uriOf(file);
    const known = lines.get(uri) ?? linesOf(project, uri);
    lines.set(uri, known);
    const list = byUri.get(uri) ?? [];
    list.push({ range: known.range({ start, end }), newText: text });
    byUri.set(uri, list);
  }
  return byUri;
}
