/** Syntax tree to file summary: the only place that reads trees. Faults of the text become findings-to-be here. */

import { type AstNode, type CstNode, isAstNode, isCompositeCstNode, isLeafCstNode } from 'langium';
import type { Span } from '../finding.ts';
import type * as ast from '../generated/ast.ts';
import { isBlock, isDeclaration, isMisplaced, isStatusProperty } from '../generated/ast.ts';
import type { Kind } from '../model/kinds.ts';
import type { Declaration, FileSummary, Property, Reference } from '../model/records.ts';
import { keywordOf } from '../model/records.ts';
import { append } from '../values/append.ts';
import { escapeFaults } from '../values/text.ts';
import { documentationBefore, mayAllow, suppressionsIn } from './comments.ts';
import { missingAfter, unexpectedAfter, unexpectedAtTop } from './expected.ts';
import { capped, type SyntaxFault } from './fault.ts';
import { halfSaid } from './half.ts';
import { DUAL_KINDS } from './names.ts';
import { parse } from './parser.ts';
import { doubtIn } from './quick.ts';

/** Reads one file whole. Never throws; what cannot be read is in `faults`. */
export function readFully(file: string, text: string): FileSummary {
  if (text.length > LARGEST_WRONG) return tooLong(file, text);
  const { tree, faults, comments, unreadable, ...parsed } = parse(text);
  if (parsed.tooLong) return tooLong(file, text);
  const summary: FileSummary = { file, declarations: [], suppressions: [], faults, unreadable };
  if (tree) new Lowering(text, comments, summary).plan(tree);
  summary.faults = oneALine(summary.faults, text);
  // Several faults may have one cause, and mending them one by one may bury it.
  if (summary.faults.length > 1) for (const { fix } of summary.faults) if (fix) fix.safe = false;
  markDamaged(summary.declarations, summary.faults);
  summary.faults = capped(summary.faults);
  if (tree && mayAllow(text, comments)) {
    summary.suppressions = suppressionsIn(text, comments, summary.declarations);
  }
  return summary;
}

/** In UTF-16 units: to find the words of more takes too long by itself. Texts that are right are read at any length. */
const LARGEST_WRONG = 1_000_000;

/** Where the quick reader gave up is where a person has to look, or right before it. */
function tooLong(file: string, text: string): FileSummary {
  const message =
    'mos cannot read on from about here, and this file is too long to look closer; split it into several files';
  const faults = [{ message, ...doubtIn(text) }];
  return { file, declarations: [], suppressions: [], faults, unreadable: true };
}

class Lowering {
  constructor(text: string, comments: readonly Span[], summary: FileSummary) {
    this.text = text;
    this.comments = comments;
    this.summary = summary;
  }
  private readonly text: string;
  private readonly comments: readonly Span[];
  private readonly summary: FileSummary;

  plan(tree: ast.Plan): void {
    this.report(unexpectedAtTop(tree.unexpected.map(spanOf), this.text));
    this.members(tree.members, -1);
  }

  /** `lost`: in braces that belong to no declaration, which has been said already. */
  private members(members: readonly ast.Member[], outer: number, lost = false): Property[] {
    const properties: Property[] = [];
    for (const member of members) {
      if (isDeclaration(member)) {
        if (isProperty(member, outer)) properties.push(this.asProperty(member, outer));
        else this.declaration(member, outer, lost);
      } else if (isBlock(member)) {
        const start = spanOf(member).start;
        this.summary.faults.push({ message: 'this "{" belongs to no declaration', start, end: start + 1 });
        append(properties, this.members(member.members, outer, true));
      } else if (isMisplaced(member)) {
        this.summary.faults.push({ message: `"${member.literal}" continues nothing here`, ...spanOf(member) });
      } else {
        const property = this.property(member, outer);
        properties.push(property);
        if (isStatusProperty(member)) append(properties, this.strayed(member.others, outer));
        if (outer < 0 && !lost) {
          this.summary.faults.push({
            message: `"${property.key}" stands outside of every declaration`,
            ...keywordOf(property),
          });
        }
      }
    }
    return properties;
  }

  private declaration(node: ast.Declaration, outer: number, lost: boolean): void {
    const { start, end } = spanOf(node);
    const brace = node.open ? openingBrace(node) : undefined;
    const declaration: Declaration = {
      kind: node.kind as Kind,
      start,
      end,
      outer,
      properties: [],
      // What it stands in is not known, so nothing may be concluded from what seems to be missing.
      damaged: lost,
    };
    if (node.name) declaration.name = { value: node.name.value, ...spanOf(node.name) };
    if (node.title) declaration.title = { value: node.title.value, ...spanOf(node.title) };
    if (brace?.length) declaration.body = { start: brace.offset, end };
    if (declaration.name?.value.includes('.')) {
      this.summary.faults.push({ message: 'the name of a declaration has no dots', ...spanOf(node.name as ast.Name) });
    }
    const documentation = documentationBefore(this.text, start, this.comments);
    if (documentation !== undefined) declaration.documentation = documentation;
    const index = this.summary.declarations.push(declaration) - 1;
    if (node.kind === 'week') {
      declaration.properties.push(this.weekOf(node));
      if (!node.period) this.report(missingAfter('week', '', keywordOf(declaration), declaration));
    }
    if (node.title) this.checkText(node.title);
    const header = node.unexpected.map(spanOf).filter((span) => !brace || span.start < brace.offset);
    this.report(unexpectedAfter(declaration.kind, header, declaration, this.text, this.kindOf(outer)));
    const inside = node.unexpected.map(spanOf).filter((span) => brace && span.start >= brace.offset);
    this.report(unexpectedAtTop(inside, this.text, declaration.kind));
    append(declaration.properties, this.members(node.members, index));
  }

  /** `team demand`, `market emea`, `week 2026-W03` and `run` within a declaration are properties of it. */
  private asProperty(node: ast.Declaration, outer: number): Property {
    const { start, end } = spanOf(node);
    const keyword = keywordOf({ start, key: node.kind });
    this.report(unexpectedAfter(node.kind, node.unexpected.map(spanOf), { start, end }, this.text, this.kindOf(outer)));
    if (node.kind === 'week') {
      if (!node.period) this.report(missingAfter('week', '', keyword, { start, end }));
      return this.weekOf(node);
    }
    if (node.kind === 'run') return { type: 'FlagProperty', key: 'run', start, end };
    const targets: Reference[] = node.name ? [{ path: node.name.value, ...spanOf(node.name) }] : [];
    if (targets.length === 0) this.report(missingAfter(node.kind, '', keyword, { start, end }));
    return { type: 'ReferencesProperty', key: node.kind, targets, start, end };
  }

  private weekOf(node: ast.Declaration): Property {
    const { start } = spanOf(node);
    const period = node.period && { literal: node.period.literal, ...spanOf(node.period) };
    return {
      type: 'PeriodProperty',
      key: 'week',
      ...(period && { period }),
      start,
      end: period?.end ?? start + 'week'.length,
    };
  }

  private kindOf(index: number): Kind | undefined {
    return this.summary.declarations[index]?.kind;
  }

  private property(node: ast.Property, outer: number): Property {
    const property = this.plain(node) as Property;
    const unexpected = node.unexpected.map(spanOf);
    this.report(unexpectedAfter(node.key, unexpected, property, this.text, this.kindOf(outer)));
    if (unexpected.length === 0) this.report(halfSaid(node, property, this.text));
    return property;
  }

  /** What stands in the braces of a status and belongs to the declaration around, with which it counts. */
  private strayed(others: readonly ast.Member[], outer: number): Property[] {
    const first = others.find((member) => !isBlock(member) && !isMisplaced(member));
    if (first) {
      const { start } = spanOf(first);
      const word = isDeclaration(first) ? first.kind : (first as ast.Property).key;
      const message = `"${word}" says nothing in the braces of a status, which hold option, recovery and confidence`;
      this.report({ message, start, end: start + word.length });
    }
    return this.members(others, outer, true);
  }

  /** The tree without Langium's bookkeeping: own fields and offsets. */
  private plain(node: AstNode): unknown {
    const { start, end } = spanOf(node);
    const result: Record<string, unknown> = {};
    const key = (node as Partial<ast.Property>).key;
    if (key !== undefined) result.type = node.$type;
    for (const [name, value] of Object.entries(node)) {
      if (name.startsWith('$') || name === 'unexpected' || name === 'others' || value === undefined) continue;
      result[name] = Array.isArray(value)
        ? value.map((item) => (isAstNode(item) ? this.inner(item) : item))
        : isAstNode(value)
          ? this.inner(value)
          : value;
    }
    if (typeof result.status === 'string') result.status = STATUS_WORDS[result.status] ?? result.status;
    result.start = start;
    result.end = end;
    if (node.$type === 'Text') this.checkText(node as ast.Text);
    if (node.$type === 'Reference') this.checkPath((node as ast.Reference).path, start, end);
    return result;
  }

  /** A goal or a detail within a property: what it cannot make sense of would else be passed over in silence. */
  private inner(node: AstNode): unknown {
    const result = this.plain(node);
    const { key, unexpected = [] } = node as Partial<ast.Property>;
    if (key === undefined) return result;
    const record = result as Property;
    if (unexpected.length > 0) this.report(unexpectedAfter(key, unexpected.map(spanOf), record, this.text, undefined));
    else this.report(halfSaid(node, record, this.text));
    return result;
  }

  private checkText(node: ast.Text): void {
    const { start, end } = spanOf(node);
    const raw = this.text.slice(start, end);
    const quotes = raw.startsWith('"""') ? '"""' : '"';
    if (
      raw.length < 2 * quotes.length ||
      !raw.endsWith(quotes) ||
      (quotes === '"' && /(^|[^\\])(\\\\)*\\"$/.test(raw))
    ) {
      // A brace at the end of the line was hardly meant as a part of the text.
      const at = raw.replace(/[\s}]+$/, '').length + start;
      const fix = { title: `close it with ${quotes}`, safe: false, edits: [{ start: at, end: at, text: quotes }] };
      this.summary.faults.push({
        message: `this text is never closed with ${quotes}`,
        start,
        end: Math.max(at, start + 1),
        cause: true,
        fix,
      });
      return;
    }
    for (const fault of escapeFaults(raw)) {
      const at = start + fault.offset;
      this.summary.faults.push({
        message: `"${fault.text}" is no escape; a backslash itself is "\\\\"`,
        start: at,
        end: at + fault.text.length,
      });
    }
  }

  private checkPath(path: string, start: number, end: number): void {
    if (/\.$|\.\./.test(path))
      this.summary.faults.push({
        message: `expected a name after "${path.slice(0, path.search(/\.(\.|$)/))}."`,
        start,
        end,
      });
  }

  private report(fault: SyntaxFault | undefined): void {
    if (fault) this.summary.faults.push(fault);
  }
}

const STATUS_WORDS: Record<string, string> = { ontrack: 'on track', atrisk: 'at risk', offtrack: 'off track' };

function isProperty(node: ast.Declaration, outer: number): boolean {
  return outer >= 0 && DUAL_KINDS.has(node.kind) && !node.open && !node.title && !(node.kind === 'run' && node.name);
}

function spanOf(node: AstNode): Span {
  const cst = node.$cstNode;
  return cst ? { start: cst.offset, end: cst.end } : { start: 0, end: 0 };
}

/** Without characters where it is missing. */
function openingBrace(node: AstNode): CstNode | undefined {
  let cst = node.$cstNode;
  // A rule that only passes on to another one leaves a layer of its own.
  while (cst && isCompositeCstNode(cst) && cst.content.length === 1) cst = cst.content[0];
  if (!cst || !isCompositeCstNode(cst)) return undefined;
  return cst.content.find((child) => !child.hidden && isLeafCstNode(child) && child.tokenType.name === '{');
}

/** One mistake often confuses the rest of its line: the first one is what a person has to see. */
function oneALine(faults: SyntaxFault[], text: string): SyntaxFault[] {
  const kept: SyntaxFault[] = [];
  // Sought once a line: a line may be the whole text, and hold a hundred thousand faults.
  let lineEnd = -1;
  for (const fault of faults.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (last && fault.start <= lineEnd) {
      if (fault.cause && !last.cause) kept[kept.length - 1] = fault;
      continue;
    }
    kept.push(fault);
    const next = text.indexOf('\n', fault.start);
    lineEnd = next < 0 ? text.length : next;
  }
  return kept;
}

function markDamaged(declarations: readonly Declaration[], faults: readonly SyntaxFault[]): void {
  // Both in the order of the text, so that one walk does for a file with a hundred thousand faults.
  const around: Declaration[] = [];
  let next = 0;
  for (const { start } of faults.toSorted((a, b) => a.start - b.start)) {
    for (; next < declarations.length && (declarations[next] as Declaration).start <= start; next++) {
      around.push(declarations[next] as Declaration);
    }
    while (around.length > 0 && (around.at(-1) as Declaration).end < start) around.pop();
    const innermost = around.at(-1);
    if (innermost) innermost.damaged = true;
  }
}
