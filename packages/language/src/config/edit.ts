/** Changes settings in the text of mos.json as a careful person would: comments and layout stay. */

import { applyEdits, type Edit, modify, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Severity, Span } from '../finding.ts';

/** The file as it is written when there is none yet. */
const EMPTY = '{}\n';

/** `edits` are in order and lie apart; `text` is what they give. */
export type SettingsEdit = { edits: (Span & { text: string })[]; text: string } | { refused: string };

/** `text` is undefined when there is no mos.json yet; `edits` then turn an empty file into it. A rule's options stay. */
export function setSeverity(text: string | undefined, rule: string, severity: Severity | 'off'): SettingsEdit {
  const isNew = text === undefined || text.trim() === '';
  const before = isNew ? EMPTY : text;
  const root = read(before);
  if (root?.type !== 'object') return { refused: 'mos.json has places that cannot be read; mend those first' };
  const rules = valueAt(root, 'rules');
  if (rules && rules.type !== 'object') return { refused: '"rules" in mos.json is no list of rules; mend that first' };
  const setting = rules && valueAt(rules, rule);
  const path = setting?.type === 'object' ? ['rules', rule, 'severity'] : ['rules', rule];
  const grown = setting?.type === 'object' ? setting : (rules ?? root);
  const isThere = setting && (setting.type !== 'object' || valueAt(setting, 'severity') !== undefined);
  const changes =
    (isThere ? undefined : addedBehind(before, grown, path.slice(rules ? path.length - 1 : 0), severity)) ??
    modify(before, path, severity, { formattingOptions: layoutOf(before) });
  const after = applyEdits(before, changes);
  if (isNew) return { edits: [{ start: 0, end: text?.length ?? 0, text: after }], text: after };
  return { edits: changes.map(spanned), text: after };
}

/**
 * A property on the lines after the last one of an object of several lines. A comment behind that one stays behind it, which
 * the general way would not see to. Undefined where this is not how the object is written.
 */
function addedBehind(text: string, object: Node, path: readonly string[], value: string): Edit[] | undefined {
  const last = object.children?.at(-1);
  if (!last) return undefined;
  const end = last.offset + last.length;
  const rest = /^([ \t]*,)?[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?(?=\r?\n)/.exec(text.slice(end));
  if (!rest) return undefined;
  const comma = rest[1] !== undefined;
  const { eol, unit } = styleOf(text);
  const lineStart = text.lastIndexOf('\n', last.offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const lines = path.map((key, depth) => `${indent}${unit.repeat(depth)}${JSON.stringify(key)}: `);
  const closing = path.slice(1).map((_, index) => `${indent}${unit.repeat(path.length - 2 - index)}}`);
  const property = [`${lines.join(`{${eol}`)}${JSON.stringify(value)}`, ...closing].join(eol);
  return [
    ...(comma ? [] : [{ offset: end, length: 0, content: ',' }]),
    { offset: end + rest[0].length, length: 0, content: `${eol}${property}${comma ? ',' : ''}` },
  ];
}

function read(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? root : undefined;
}

function valueAt(object: Node, key: string): Node | undefined {
  return object.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1];
}

function spanned({ offset, length, content }: Edit): Span & { text: string } {
  return { start: offset, end: offset + length, text: content };
}

/** As the author indents; two spaces where nothing is indented yet. */
function styleOf(text: string): { unit: string; eol: string } {
  return { unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function layoutOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const { unit, eol } = styleOf(text);
  const tabs = unit.startsWith('\t');
  return { insertSpaces: !tabs, tabSize: tabs ? 4 : Math.min(8, unit.length), eol };
}
