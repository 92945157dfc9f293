/** Document links: addresses in texts and comments, and the page of a rule where a suppression names it. */

import { DOCS_SCHEME, rules, type Span } from '@mos/language';
import type { DocumentLink } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';
import { wordsOf } from '../words.ts';

export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: {} },
  register(server) {
    server.connection.onDocumentLinks(async ({ textDocument }) => {
      const found = await server.subject(textDocument.uri, { alone: true });
      return found ? linksIn(found, server.facts.opensPages) : null;
    });
  },
};

export function linksIn({ project, file, lines }: Subject, opensPages: boolean): DocumentLink[] {
  const { text } = lines;
  const addresses = wordsOf(text)
    .filter(({ image, comment }) => comment || image.startsWith('"'))
    .flatMap(({ start, image }) => addressesIn(image, start))
    .map(({ start, end, target }) => ({ range: lines.range({ start, end }), target }));
  if (!opensPages) return addresses;
  const pages = (project.engine.plan.files.get(file)?.summary.suppressions ?? [])
    .filter(({ rule }) => RULES.has(rule.value))
    .map(({ rule }) => ({
      range: lines.range(rule),
      target: `${DOCS_SCHEME}${rule.value}`,
      tooltip: `What ${rule.value} finds, and why`,
    }));
  return [...addresses, ...pages];
}

const RULES: ReadonlySet<string> = new Set(rules.map(({ name }) => name));

/** Nothing but the web: an address in a stranger's plan must not open a program or a file. */
const ADDRESS = /\bhttps?:\/\/[^\s"<>\\^`{|}]+/gi;

function addressesIn(image: string, offset: number): (Span & { target: string })[] {
  return [...image.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const written = withoutTail(found);
    const target = URL.canParse(written) ? new URL(written).href : undefined;
    return target ? [{ start: offset + index, end: offset + index + written.length, target }] : [];
  });
}

/** A full stop or a bracket behind an address belongs to the sentence; a closing bracket only where none was opened. */
function withoutTail(address: string): string {
  const signs = new Map<string, number>();
  for (const sign of address) signs.set(sign, (signs.get(sign) ?? 0) + 1);
  let end = address.length;
  for (;;) {
    const last = address[end - 1] as string;
    const opening = OPENING[last];
    const closes = opening !== undefined && (signs.get(last) ?? 0) <= (signs.get(opening) ?? 0);
    if (closes || (opening === undefined && !TAIL.test(last))) return address.slice(0, end);
    signs.set(last, (signs.get(last) ?? 0) - 1);
    end -= 1;
  }
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const TAIL = /[.,;:!?'*_~…]/;
