/** Lines and places of the files in a report, each file's line starts found once. */

import { lineStarts, type Position, type Range, type Span } from '@mos/language';
import type { Report } from './report.ts';

export interface Sources {
  text(file: string): string | undefined;
  /** The 1-based line without its line break; undefined where the text or the line is not known. */
  line(file: string, line: number): string | undefined;
  /** The 1-based range of two UTF-16 offsets; undefined where the text is not known. */
  range(file: string, span: Span): Range | undefined;
}

export function openSources(report: Report): Sources {
  const files = new Map<string, Source | undefined>();

  function open(file: string): Source | undefined {
    if (!files.has(file)) {
      const text = report.source(file);
      files.set(file, text === undefined ? undefined : { text, starts: lineStarts(text) });
    }
    return files.get(file);
  }

  return {
    text: (file) => open(file)?.text,
    line(file, line) {
      const source = open(file);
      const start = source?.starts[line - 1];
      if (source === undefined || start === undefined) {
        return undefined;
      }
      let end = source.starts[line] ?? source.text.length;
      // From the end, as a plan's line may be long and hold many findings.
      while (end > start && '\r\n'.includes(source.text.charAt(end - 1))) {
        end -= 1;
      }
      return source.text.slice(start, end);
    },
    range(file, span) {
      const source = open(file);
      return source && { start: position(source, span.start), end: position(source, span.end) };
    },
  };
}

interface Source {
  text: string;
  /** Offset of the first character of each line. */
  starts: number[];
}

function position(source: Source, offset: number): Position {
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return { line: low + 1, column: offset - (source.starts[low] ?? 0) + 1 };
}
