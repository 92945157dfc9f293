/** Formatting: the same code as `mos fmt`, for a file, a part of it, and what was just typed. */

import { type Declaration, formatPlan, indentOfLine, openingBrace, type Span } from '@mos/language';
import { LSPErrorCodes, ResponseError, type TextEdit } from 'vscode-languageserver';
import { type Replacement, spaceEdits } from '../difference.ts';
import type { Feature, Subject } from '../feature.ts';
import { LONGEST_AT_ONCE } from '../words.ts';

export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  },
  register({ connection, fresh }) {
    connection.onDocumentFormatting(({ textDocument: { uri } }) => fresh(uri, formatDocument, { alone: true }));
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) =>
      fresh(
        uri,
        (subject) => {
          const { lines } = subject;
          return formatRange(subject, { start: lines.offset(range.start), end: lines.offset(range.end) });
        },
        { alone: true },
      ),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }) =>
      fresh(
        uri,
        (subject) => {
          const offset = subject.lines.offset(position);
          return ch === '}' ? formatClosed(subject, offset) : formatNewLine(subject, position.line);
        },
        { alone: true },
      ),
    );
  },
};

/** Nothing where the file cannot be read as it is: whoever guesses there may tear a plan apart. */
export function formatDocument(subject: Subject): TextEdit[] {
  if (subject.lines.text.length > LONGEST_AT_ONCE) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, TOO_LONG);
  }
  return textEdits(subject, editsOf(subject.lines.text) ?? []);
}

/** Whole lines; where the file has faults, the declarations that have none. */
export function formatRange(subject: Subject, range: Span): TextEdit[] {
  const lines = wholeLines(subject.lines.text, range);
  const edits = editsOf(subject.lines.text) ?? editsOfSound(subject, lines);
  return textEdits(
    subject,
    edits.filter(({ start, end }) => start <= lines.end && end >= lines.start),
  );
}

/** The block that the brace before the cursor has closed; its line's indentation where more is not to be had yet. */
export function formatClosed(subject: Subject, offset: number): TextEdit[] {
  const { text } = subject.lines;
  const opening = openingBrace(text, offset);
  if (opening === undefined) return [];
  const edits = formatRange(subject, { start: opening, end: offset }).filter(
    ({ range }) => subject.lines.offset(range.end) <= offset,
  );
  return edits.length > 0 ? edits : indented(subject, text.lastIndexOf('\n', offset - 1) + 1);
}

/** The line that was left, and the indentation of the new one; its own white space, where the cursor is, stays otherwise. */
export function formatNewLine(subject: Subject, line: number): TextEdit[] {
  const { lines } = subject;
  const start = lines.offset({ line, character: 0 });
  const before = lines.offset({ line: line - 1, character: 0 });
  const left = line > 0 ? formatRange(subject, { start: before, end: before }) : [];
  return [...left.filter(({ range }) => range.end.line < line), ...indented(subject, start)];
}

function indented({ lines }: Subject, lineStart: number): TextEdit[] {
  const wanted = indentOfLine(lines.text, lineStart);
  const present = /^[ \t]*/.exec(lines.text.slice(lineStart, lineStart + 1000))?.[0] ?? '';
  if (wanted === undefined || wanted === present) return [];
  return [{ range: lines.range({ start: lineStart, end: lineStart + present.length }), newText: wanted }];
}

const TOO_LONG = `this file is longer than ${LONGEST_AT_ONCE.toLocaleString('en-US')} characters; "mos fmt --write" lays it out`;

function editsOf(text: string): Replacement[] | undefined {
  if (text.length > LONGEST_AT_ONCE) return undefined;
  const formatted = formatPlan(text);
  if ('refused' in formatted) return undefined;
  return spaceEdits(text, formatted.text) ?? [{ start: 0, end: text.length, text: formatted.text }];
}

/** Outermost declarations that touch a range and have no fault, each as if it stood alone. */
function editsOfSound({ project, file, lines }: Subject, range: Span): Replacement[] {
  const declarations: readonly Declaration[] = project.engine.plan.files.get(file)?.summary.declarations ?? [];
  return declarations
    .filter(({ outer, damaged, start, end }) => outer < 0 && !damaged && start <= range.end && end >= range.start)
    .flatMap(({ start, end }) =>
      (editsOf(`${lines.text.slice(start, end)}\n`) ?? []).map((edit) => ({
        text: edit.text,
        start: edit.start + start,
        end: Math.min(end, edit.end + start),
      })),
    );
}

function wholeLines(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
}

function textEdits({ lines }: Subject, edits: readonly Replacement[]): TextEdit[] {
  return edits.map(({ text, ...span }) => ({ range: lines.range(span), newText: text }));
}
