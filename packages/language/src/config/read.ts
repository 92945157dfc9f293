/** mos.json to settings: whatever is in it, something usable comes out, and each fault has its place. */

import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { Settings } from 'typebox/system';
import { Errors } from 'typebox/value';
import { nearest } from '../values/nearest.ts';
import type { VocabularyEntry } from '../vocabulary/vocabulary.ts';
import { type Config, type ConfigFault, defaultConfig, type RuleSetting } from './config.ts';
import { type Limits, type Profile, profiles } from './profiles.ts';
import { configSchema } from './schema.ts';

/** Settings are written by hand; a file beyond this is none. */
export const MAX_CONFIG_LENGTH = 1_000_000;

/** `text` may hold comments and trailing commas. Never throws; what does not fit is left out and reported in `faults`. */
export function readConfig(text: string, file: string): Config {
  const faults: ConfigFault[] = [];
  const root = text.length <= MAX_CONFIG_LENGTH ? parsed(text, faults) : undefined;
  if (text.length > MAX_CONFIG_LENGTH)
    faults.push({ message: 'these settings are too long to be read', start: 0, end: 1 });
  if (root) check(root, faults);
  if (root) checkBounds(root, faults);
  return { ...settings(root, faults), file, faults };
}

function parsed(text: string, faults: ConfigFault[]): Node | undefined {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const [first] = errors;
    if (first)
      faults.push({
        message: jsonMessage(first, text),
        start: first.offset,
        end: first.offset + Math.max(1, first.length),
      });
    if (root && root.type !== 'object') {
      faults.push({ message: 'settings stand in braces: { … }', start: root.offset, end: root.offset + root.length });
      return undefined;
    }
    return root;
  } catch {
    // The reader is recursive; nobody nests settings thousands deep.
    faults.push({ message: 'these settings are nested too deeply to be read', start: 0, end: 1 });
    return undefined;
  }
}

interface SchemaError {
  keyword: string;
  instancePath: string;
  params: object;
}

/** One fault a place, the deepest that the schema names. */
function check(root: Node, faults: ConfigFault[]): void {
  // The default of 8 would let faults pass unseen; a file of a million characters cannot hold many more than this.
  Settings.Set({ maxErrors: 1000 });
  const errors = Errors(configSchema, plainValue(root)) as SchemaError[];
  const seen = new Set<number>();
  const report = (node: Node, message: string) => {
    if (seen.has(node.offset)) return;
    seen.add(node.offset);
    faults.push({ message, start: node.offset, end: node.offset + node.length });
  };
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const path = segmentsOf(error.instancePath);
    const known = knownKeys(path);
    for (const key of (error.params as { additionalProperties: string[] }).additionalProperties) {
      const node = findNodeAtLocation(root, [...path, key])?.parent?.children?.[0];
      if (!node) continue;
      const [near] = nearest(key, known, 1);
      report(
        node,
        `there is no ${path[0] === 'rules' && path.length === 1 ? 'rule' : 'setting'} "${key}"${near ? `; did you mean "${near}"` : ''}`,
      );
      if (node.parent?.children?.[1]) seen.add(node.parent.children[1].offset);
    }
  }
  const depths = errors.map((error) => segmentsOf(error.instancePath).length);
  const deepest = errors.filter(
    (_, index) =>
      !errors.some(
        (other, at) =>
          at !== index &&
          isInside(other, errors[index] as SchemaError) &&
          (depths[at] as number) > (depths[index] as number),
      ),
  );
  for (const error of deepest) {
    if (error.keyword === 'additionalProperties' || error.keyword === 'boolean') continue;
    // A setting that does not exist inside has been named already.
    if (
      errors.some(
        (other) =>
          other.keyword === 'additionalProperties' && `${other.instancePath}/`.startsWith(`${error.instancePath}/`),
      )
    )
      continue;
    const path = segmentsOf(error.instancePath);
    const node = findNodeAtLocation(root, path);
    if (node) report(node, `"${path.at(-1)}" ${expectedAt(path)}`);
  }
}

/** What no schema can say: that the least is not more than the most. */
function checkBounds(root: Node, faults: ConfigFault[]): void {
  for (const key of ['bets', 'objectives', 'metrics']) {
    const node = findNodeAtLocation(root, ['limits', key]);
    const [least, most] = (node?.children ?? []).map((child) => child.value as unknown);
    if (node && typeof least === 'number' && typeof most === 'number' && least > most) {
      faults.push({
        message: `"${key}" takes the least first: [${most}, ${least}]`,
        start: node.offset,
        end: node.offset + node.length,
      });
    }
  }
}

function isInside(inner: SchemaError, outer: SchemaError): boolean {
  return (
    inner.keyword !== 'boolean' &&
    inner.keyword !== 'additionalProperties' &&
    inner.instancePath.startsWith(`${outer.instancePath}/`)
  );
}

/** The words of the schema for what stands at a path, or at the nearest place above that has some. */
function expectedAt(path: readonly string[]): string {
  let schema: SchemaPart | undefined = configSchema as SchemaPart;
  let words = 'does not fit';
  for (const segment of path) {
    schema = childOf(schema, segment);
    if (!schema) break;
    words = schema.errorMessage ?? words;
  }
  return words;
}

interface SchemaPart {
  errorMessage?: string;
  properties?: Record<string, SchemaPart>;
  patternProperties?: Record<string, SchemaPart>;
  anyOf?: SchemaPart[];
}

function childOf(schema: SchemaPart | undefined, segment: string): SchemaPart | undefined {
  const parts = schema?.anyOf ?? [schema];
  for (const part of parts) {
    const properties = part?.properties;
    if (properties && Object.hasOwn(properties, segment)) return properties[segment];
    const pattern = part?.patternProperties && Object.values(part.patternProperties)[0];
    if (pattern) return pattern;
  }
  return undefined;
}

function knownKeys(path: readonly string[]): string[] {
  let schema: SchemaPart | undefined = configSchema as SchemaPart;
  for (const segment of path) schema = childOf(schema, segment);
  return (schema?.anyOf ?? [schema]).flatMap((part) => Object.keys(part?.properties ?? {}));
}

function settings(root: Node | undefined, faults: readonly ConfigFault[]): Omit<Config, 'file' | 'faults'> {
  const usable = (path: string[]): unknown => {
    const node = root && findNodeAtLocation(root, path);
    if (!node) return undefined;
    const bad = faults.some((fault) => fault.start >= node.offset && fault.end <= node.offset + node.length);
    return bad ? undefined : plainValue(node);
  };
  const keysOf = (key: string): string[] => {
    const node = root && findNodeAtLocation(root, [key]);
    return node?.type === 'object'
      ? (node.children ?? []).map((property) => String(property.children?.[0]?.value))
      : [];
  };
  const profile = (usable(['profile']) as Profile | undefined) ?? 'miller';
  const limits: Record<string, unknown> = { ...profiles[profile].limits };
  for (const key of keysOf('limits'))
    if (Object.hasOwn(limits, key)) limits[key] = usable(['limits', key]) ?? limits[key];
  const name = usable(['name']) as string | undefined;
  return {
    ...(name !== undefined && { name }),
    calendar: {
      fiscalYearStart: (usable(['fiscalYearStart']) as number | undefined) ?? 1,
      fiscalYearNamedBy: (usable(['fiscalYearNamedBy']) as 'end' | 'start' | undefined) ?? 'end',
    },
    profile,
    limits: limits as unknown as Limits,
    rules: new Map(keysOf('rules').flatMap((rule) => entryOf(rule, usable(['rules', rule])))),
    vocabulary: keysOf('vocabulary').flatMap((phrase) => vocabularyEntry(phrase, usable(['vocabulary', phrase]))),
    include: (usable(['include']) as string[] | undefined) ?? defaultConfig.include,
    exclude: (usable(['exclude']) as string[] | undefined) ?? defaultConfig.exclude,
  };
}

function entryOf(rule: string, value: unknown): [string, RuleSetting][] {
  if (typeof value === 'string') return [[rule, { severity: value as NonNullable<RuleSetting['severity']> }]];
  if (typeof value !== 'object' || value === null) return [];
  const { severity, ...options } = value as RuleSetting & Record<string, unknown>;
  return [[rule, { ...(severity && { severity }), options }]];
}

function vocabularyEntry(phrase: string, value: unknown): VocabularyEntry[] {
  if (typeof value === 'string') return [{ phrase, kind: value as VocabularyEntry['kind'] }];
  return typeof value === 'object' && value !== null ? [{ phrase, ...(value as Omit<VocabularyEntry, 'phrase'>) }] : [];
}

/** Objects without a prototype, so that a key such as `__proto__` is a key like any other. */
function plainValue(node: Node): unknown {
  return getNodeValue(node);
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function jsonMessage(error: ParseError, text: string): string {
  const found = text.slice(error.offset, error.offset + Math.min(error.length, 20));
  switch (printParseErrorCode(error.error)) {
    case 'CommaExpected':
      return 'a comma is missing before this';
    case 'CloseBraceExpected':
      return 'a "}" is missing here';
    case 'CloseBracketExpected':
      return 'a "]" is missing here';
    case 'ColonExpected':
      return 'a ":" is missing here';
    case 'PropertyNameExpected':
      return 'the name of a setting in double quotes was expected here';
    case 'ValueExpected':
      return 'a value was expected here';
    case 'UnexpectedEndOfString':
      return 'this text is never closed with "';
    case 'InvalidSymbol':
    case 'InvalidCharacter':
      return `"${found}" stands in straight double quotes, if it is a text or a name`;
    default:
      return found ? `"${found}" is not understood here` : 'these settings end too early';
  }
}
