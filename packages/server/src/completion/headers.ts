/** Between a declaration's keyword and its brace: names are the author's, those of metrics excepted; the rest can be prepared. */

import { CompletionItemKind } from 'vscode-languageserver';
import { declarationSnippet } from './declarations.ts';
import { metricBody, vocabularyOffers } from './measures.ts';
import type { Offers, Request } from './request.ts';

export function headerOffers(request: Request): Offers {
  const { cursor, subject, unasked } = request;
  if (cursor.place.in !== 'header' || unasked) return { offers: [] };
  const { kind, words } = cursor.place;
  const line = subject.lines.text.slice(cursor.word.end).split(/\r?\n/, 1)[0] ?? '';
  const bare = /^[\s}]*$/.test(line);
  // With a title behind it, the name is the author's own: a list would catch the Tab that leads on to the title.
  if (!bare) return { offers: [] };
  if (kind === 'metric' && words.length === 0) return vocabularyOffers(request);
  if (cursor.typed !== '') return { offers: [] };
  const rest = restOf(request);
  return rest
    ? { offers: [{ label: '{ … }', insert: '{', snippet: rest, kind: CompletionItemKind.Struct }] }
    : { offers: [] };
}

/** The template of such a declaration, without what is written already. */
function restOf(request: Request): string | undefined {
  const { cursor, plan } = request;
  if (cursor.place.in !== 'header') return undefined;
  const { kind, words } = cursor.place;
  const parts = /^\w+ (?:(\$\{1:[^}]*\}) )?("\$\{\d:[^}]*\}") ([\s\S]*)$/.exec(declarationSnippet(request, kind));
  if (!parts) return undefined;
  const [, , title = '', template = ''] = parts;
  const text = words.find((word) => word.startsWith('"'));
  const called = text ? text.slice(1, -1) : words[0];
  const body = kind === 'metric' && called ? metricBody(plan.vocabulary.classify(called)?.entry, 3) : template;
  if (words.length === 0) return declarationSnippet(request, kind).replace(/^\w+ /, '');
  return text ? body : `${title} ${body}`;
}
