/** Inside `// mos-allow`: the rules that found something here first, then all others, each with room for its reason. */

import { convert, rangeOf, rules } from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { pick } from './pick.ts';
import type { Offer, Offers, Request } from './request.ts';

export function allowOffers(request: Request): Offers {
  const { cursor, unasked } = request;
  if (cursor.place.in !== 'comment') return { offers: [] };
  const { before } = cursor.place;
  if (/^\/\/\s*$/.test(before)) return { offers: unasked ? [] : openings(cursor.typed) };
  const rest = /^\/\/\s*mos-allow(?:-file)?\s+(.*)$/.exec(before)?.[1];
  if (rest === undefined) return { offers: [] };
  if (rest === '') return ruleOffers(request);
  if (/^\S+\s+until\s+$/.test(rest)) return { offers: untilOffers(request) };
  if (/^[^\s:]+\s+$/.test(rest)) return { offers: [untilOffer(request)] };
  return { offers: [] };
}

/** Two letters have to be there: comments are for people, and this is not what they mostly mean. */
function openings(typed: string): Offer[] {
  if (typed.length < 2) return [];
  return ['mos-allow', 'mos-allow-file']
    .filter((word) => word.startsWith(typed))
    .map((word) => ({
      label: word,
      insert: `${word} `,
      title: word === 'mos-allow' ? 'silences a rule for the next declaration' : 'silences a rule for this file',
      kind: CompletionItemKind.Keyword,
      again: true,
    }));
}

function ruleOffers(request: Request): Offers {
  const { subject, cursor } = request;
  const here = rulesFoundHere(request);
  const rest = subject.lines.text.slice(cursor.word.end).split(/\r?\n/, 1)[0] ?? '';
  const { picked, more } = pick(
    rules,
    cursor.typed,
    ({ name }) => `${name} ${name.replace('/', ' ')}`,
    ({ name }) => (here.has(name) ? 0 : 1),
    (a, b) => (a.name < b.name ? -1 : 1),
  );
  const offers = picked.map(
    ({ name, why }): Offer => ({
      label: name,
      ...(rest.trim() === '' && { insert: `${name}: `, snippet: `${name}: \${1:why it is fine here}` }),
      facts: here.has(name) ? 'found here' : why,
      words: name.replace('/', ' '),
      kind: CompletionItemKind.Reference,
      about: { is: 'rule', name },
    }),
  );
  return { offers, more };
}

/** In larger files, finding out what was found costs more than it helps. Declarations. */
const LARGE_FILE = 2_000;
/** Lines below the comment in which what it speaks of may begin. */
const NEAR_LINES = 3;

function rulesFoundHere({ subject, plan, cursor }: Request): Set<string> {
  if ((plan.files.get(subject.file)?.nodes.size ?? 0) > LARGE_FILE) return new Set();
  const { lines, project, uri } = subject;
  const line = lines.position(cursor.word.start).line + 1;
  const near = ({ range }: { range: { start: { line: number } } }) =>
    range.start.line >= line && range.start.line <= line + NEAR_LINES;
  return new Set(
    project
      .findings(uri)
      .filter(near)
      .map(({ rule }) => rule),
  );
}

function untilOffer(request: Request): Offer {
  const [first] = untilOffers(request);
  const date = first?.label ?? request.today;
  return {
    label: 'until',
    insert: `until ${date}: `,
    snippet: `until \${1:${date}}: \${2:why it is fine until then}`,
    title: 'a day, after which it is found again',
    kind: CompletionItemKind.Keyword,
  };
}

function untilOffers({ plan, today }: Request): Offer[] {
  const { calendar } = plan.config;
  return (['month', 'quarter', 'year'] as const).map((unit) => {
    const last = rangeOf(convert({ unit: 'day', date: today }, unit, calendar), calendar).last;
    return { label: last, insert: `${last}: `, title: `end of the ${unit}`, kind: CompletionItemKind.Value };
  });
}
