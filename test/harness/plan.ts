/** Text in, findings out: several files in one string, marks under the spans that are meant. */

import {
  type Config,
  defaultConfig,
  Engine,
  type Finding,
  type Result,
  readConfig,
  type SourceFile,
} from '@mos/language';

export interface Example {
  files: SourceFile[];
  today: string;
  config: Config;
  /** The text of `mos.json`, if the example has one. */
  settings?: string;
  /** What the marks say, as `file:line:column-column severity message`. */
  marked: string[];
  /** The text without its marks, file separators kept. */
  text: string;
}

/** Any day on which most example plans of 2026-Q1 are under way. */
export const DEFAULT_TODAY = '2026-01-14';

/**
 * Reads an example: `// file: name.mos` begins a file (default `plan.mos`, `mos.json` is the configuration), `// today: DATE`
 * sets the day, and under a line `// ^^^ error message` marks a finding; `// <- error message` marks the first word of the line.
 */
export function readExample(source: string): Example {
  const files: SourceFile[] = [];
  const marked: string[] = [];
  const kept: string[] = [];
  let today = DEFAULT_TODAY;
  let name = 'plan.mos';
  let lines: string[] = [];
  for (const line of source.split('\n')) {
    const file = /^\/\/ file: (\S+)$/.exec(line);
    const day = /^\/\/ today: (\S+)$/.exec(line);
    const mark = /^(\s*\/\/\s*)(\^+|<-) (error|warning|info) (.*)$/.exec(line);
    if (mark) {
      const [, before = '', arrow = '', severity, message] = mark;
      const above = lines.at(-1) ?? '';
      const column = arrow === '<-' ? above.length - above.trimStart().length : before.length;
      const width = arrow === '<-' ? (/^[^\s{]+/.exec(above.trimStart())?.[0].length ?? 1) : arrow.length;
      marked.push(`${name}:${lines.length}:${column + 1}-${column + 1 + width} ${severity} ${message}`);
      continue;
    }
    kept.push(line);
    if (day) today = day[1] as string;
    else if (file) {
      if (lines.some(Boolean)) files.push({ file: name, text: lines.join('\n') });
      name = file[1] as string;
      lines = [];
    } else lines.push(line);
  }
  files.push({ file: name, text: lines.join('\n') });
  const settings = files.find(({ file }) => file.endsWith('mos.json'));
  const config = settings ? readConfig(settings.text, settings.file) : defaultConfig;
  return {
    files: files.filter((file) => file !== settings),
    today,
    config,
    ...(settings && { settings: settings.text }),
    marked,
    text: kept.join('\n'),
  };
}

/** Findings of the plan, and those of its settings first. */
export function check({ files, config, today, settings }: Example): Result {
  const engine = new Engine(config, today);
  engine.update(files);
  const result = engine.result();
  return settings === undefined
    ? result
    : { ...result, findings: [...engine.configFindings(settings), ...result.findings] };
}

/** As marks are read: one-line spans as `column-column`, longer ones by their first line. */
export function shown({ file, range, severity, message }: Finding): string {
  const end = range.end.line === range.start.line ? range.end.column : '…';
  return `${file}:${range.start.line}:${range.start.column}-${end} ${severity} ${message}`;
}
