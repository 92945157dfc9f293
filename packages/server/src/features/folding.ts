/** Folding: blocks, texts of several lines, comments, and weeks, which fold all at once as regions. */

import type { PlanNode, Span } from '@mos/language';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Lines } from '../convert.ts';
import type { Feature, Subject } from '../feature.ts';
import { wordsOf } from '../words.ts';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register({ connection, subject }) {
    connection.onFoldingRanges(async ({ textDocument }) => {
      const found = await subject(textDocument.uri, { alone: true });
      return found ? foldingRanges(found) : null;
    });
  },
};

export function foldingRanges({ project, file, lines }: Subject): FoldingRange[] {
  const nodes = [...(project.engine.plan.files.get(file)?.nodes.values() ?? [])];
  const ranges = [...nodes.flatMap((node) => blocksOf(node, lines)), ...textsAndComments(lines)];
  // Two that begin on one line cannot both be folded there: the longer one says more.
  const byLine = new Map<number, FoldingRange>();
  for (const range of ranges) {
    const other = byLine.get(range.startLine);
    if (!other || other.endLine < range.endLine) byLine.set(range.startLine, range);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** The declaration's own braces, and those of a status in it. */
function blocksOf({ kind, declaration }: PlanNode, lines: Lines): FoldingRange[] {
  const statuses = declaration.properties.filter(
    ({ type, start, end }) => type === 'StatusProperty' && lines.text.slice(start, end).endsWith('}'),
  );
  const own = declaration.body
    ? [
        range(
          { start: declaration.start, end: declaration.body.end },
          lines,
          kind === 'week' ? FoldingRangeKind.Region : undefined,
        ),
      ]
    : [];
  return [...own, ...statuses.map((status) => range(status, lines))].filter((found) => found !== undefined);
}

/** From the line on which it begins up to the one before its closing brace, which stays in sight. */
function range(span: Span, lines: Lines, kind?: FoldingRangeKind): FoldingRange | undefined {
  const startLine = lines.position(span.start).line;
  const last = lines.position(span.end).line;
  const endLine = lines.text[span.end - 1] === '}' ? last - 1 : last;
  return endLine > startLine ? { startLine, endLine, ...(kind && { kind }) } : undefined;
}

function textsAndComments(lines: Lines): FoldingRange[] {
  const ranges: (FoldingRange | undefined)[] = [];
  /** Comments of whole lines, one under the other, fold as one. */
  let run: { startLine: number; endLine: number } | undefined;
  for (const { start, image, comment } of wordsOf(lines.text)) {
    const span = { start, end: start + image.length };
    if (comment && image.startsWith('//')) {
      const { line, character } = lines.position(start);
      const alone = lines.text.slice(start - character, start).trim() === '';
      if (alone && run?.endLine === line - 1) run.endLine = line;
      else {
        ranges.push(commentRange(run));
        run = alone ? { startLine: line, endLine: line } : undefined;
      }
    } else if (comment) ranges.push(range(span, lines, FoldingRangeKind.Comment));
    else if (image.startsWith('"""')) ranges.push(range(span, lines));
  }
  ranges.push(commentRange(run));
  return ranges.filter((found) => found !== undefined);
}

function commentRange(run: { startLine: number; endLine: number } | undefined): FoldingRange | undefined {
  return run && run.endLine > run.startLine ? { ...run, kind: FoldingRangeKind.Comment } : undefined;
}
