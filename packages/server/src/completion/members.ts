/** What may begin in a block: the properties that it still lacks and the declarations that it may hold, the most useful first. */

import {
  type Kind,
  kindNotes,
  kinds,
  type PlanNode,
  propertiesOf,
  questionOf,
  questionOfKey,
  STATUS_DETAILS,
} from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { declarationSnippet } from './declarations.ts';
import { fitting } from './items.ts';
import { keywordOffer } from './keywords.ts';
import { wholeMetricOffers } from './measures.ts';
import { nearness } from './pick.ts';
import type { Offer, Offers, Request } from './request.ts';

/** What a declaration of each kind should not be without, in the order in which a plan reads best. */
const FIRST: Readonly<Record<Kind, string>> = {
  frame: 'year dri diagnosis policy why bet budget not',
  bet: 'why budget capacity',
  run: 'budget capacity',
  objective: 'advances quarter dri why decides escalates metric milestone',
  milestone: 'month dri expect commitment',
  commitment: 'dri advances week',
  week: 'commitment',
  program: 'advances dri approved planned budget',
  owner: 'role reports team',
  team: 'lead',
  gate: 'kind dri within',
  metric: 'outcome output activity lagging leading primary from at source read',
  cadence: 'every chair attend reviews decides',
  retro: 'covers worked failed lesson',
  brief: 'covers on text',
  decision: 'on dri why affects',
  platform: 'dri used gap',
  market: 'lead',
};

/** At the top of a file, the way down from people to work. */
const AT_TOP: readonly Kind[] = [
  'owner',
  'team',
  'frame',
  'objective',
  'week',
  'milestone',
  'commitment',
  'metric',
  'gate',
  'cadence',
  'program',
  'decision',
  'retro',
  'brief',
  'platform',
  'market',
  'bet',
];

export function memberOffers(request: Request): Offers {
  const { block, cursor, today } = request;
  if (cursor.place.in === 'block' && cursor.place.inStatus)
    return {
      offers: fitting(
        STATUS_DETAILS.map((key) => keywordOffer(key, today)),
        cursor.typed,
      ),
    };
  if (block) {
    const offers = fitting(inside(request, block), cursor.typed);
    const held = kinds[block.kind].holds as readonly Kind[];
    return held.includes('metric') ? withMetrics(request, offers) : { offers };
  }
  const atTop = kindsAtTop(request).map((kind) => kindOffer(request, kind));
  return withMetrics(request, fitting(atTop, cursor.typed));
}

/** What no word of the language begins with may be the name of a metric; further letters may bring other names. */
function withMetrics(request: Request, offers: Offer[]): Offers {
  const isWord = offers.some(({ label }) => label.startsWith(request.cursor.typed.toLowerCase()));
  return { offers: isWord ? offers : [...offers, ...wholeMetricOffers(request)], more: true };
}

function inside(request: Request, block: PlanNode): Offer[] {
  const { cursor } = request;
  const used = new Set(
    block.declaration.properties.flatMap((property) =>
      property.start === cursor.word.start ? [] : (questionOf(property) ?? []),
    ),
  );
  const bounded = used.has('at least') && used.has('at most');
  const excluded = (key: string) =>
    used.has(questionOfKey(key) ?? '') || (key === 'at' && bounded) || HIDDEN.has(key) || isSaidByPlace(key, block);
  const first = FIRST[block.kind].split(' ');
  const rank = (word: string) => {
    if (STATES.has(word) && hasBegun(request, block)) return -1;
    const at = first.indexOf(word);
    return at < 0 ? first.length : at;
  };
  const properties = [...propertiesOf(block.kind)].filter((key) => !excluded(key));
  const held = kinds[block.kind].holds as readonly Kind[];
  const offers = [
    ...properties.map((key) => ({ rank: rank(key), offer: keywordOffer(key, request.today) })),
    // A kind that is a property, too, such as `week`, is offered as the property, which is what people mean inside of a block.
    ...held
      .filter((kind) => !properties.includes(kind) && nearness(kind, cursor.typed) !== undefined)
      .map((kind) => ({ rank: rank(kind) - 0.5, offer: kindOffer(request, kind) })),
  ];
  return offers.sort((a, b) => a.rank - b.rank).map(({ offer }) => offer);
}

/** `from … to …` says it better. */
const HIDDEN: ReadonlySet<string> = new Set(['to']);
const STATES: ReadonlySet<string> = new Set(['done', 'met', 'missed', 'moved']);

/** Nesting says what it advances, and a week block which week it is. */
function isSaidByPlace(key: string, block: PlanNode): boolean {
  if (key === 'week') return block.outer?.kind === 'week' || (block.outer?.kind === 'milestone' && block.has('week'));
  if (key === 'advances')
    return block.scope !== undefined && block.kind !== 'program' && block.scope.level !== undefined;
  return key === 'year' && block.kind === 'bet';
}

/** It is time to say how it went: who and what for is known, and its period has come. */
function hasBegun({ plan, today }: Request, block: PlanNode): boolean {
  const period = plan.periodOf(block);
  return block.kind !== 'frame' && block.dri !== undefined && period !== undefined && period.first <= today;
}

function kindOffer(request: Request, kind: Kind): Offer {
  return {
    label: kind,
    insert: `${kind} `,
    snippet: declarationSnippet(request, kind),
    facts: kindNotes[kind].says,
    kind: CompletionItemKind.Class,
    about: { is: 'kind', name: kind },
  };
}

/** Another one of what stands right above comes first: plans are lists. */
function kindsAtTop({ subject, plan, cursor }: Request): Kind[] {
  const { declarations } = plan.files.get(subject.file)?.summary ?? { declarations: [] };
  const above = declarations.findLast(({ outer, start }) => outer < 0 && start < cursor.word.start);
  const likely = above?.kind === 'frame' ? 'objective' : above?.kind;
  const fitting = AT_TOP.filter((kind) => nearness(kind, cursor.typed) !== undefined);
  return fitting.sort((a, b) => Number(b === likely) - Number(a === likely));
}
