/** What may stand behind the keyword of a property: names, periods, the few words of a choice, or what others wrote there. */

import { choices, type Kind, type PlanNode, type Slot, titleOf } from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { fitting } from './items.ts';
import { nameOffers } from './names.ts';
import { periodOffers } from './periods.ts';
import { brief, literal, type Offer, type Offers, type Request } from './request.ts';

const PERIOD_SLOTS = ['year', 'quarter', 'month', 'week', 'day', 'period'] as const;

export function valueOffers(request: Request): Offers {
  const { cursor, unasked } = request;
  const { place } = cursor;
  if (place.in !== 'value') return { offers: [] };
  const { key, next, words } = place;
  const lead = next.slots.has('names') ? [...next.words].find((word) => LEADS.has(word)) : undefined;
  const parts = [...next.slots].map((slot): Offers => {
    if (slot === 'names') return led(nameOffers(request, key), lead);
    if (isPeriodSlot(slot)) return narrowed(request, periodOffers(request, slot, key, words));
    if (slot in choices) return narrowed(request, { offers: choiceOffers(slot as keyof typeof choices) });
    return narrowed(request, { offers: writtenOffers(request, key, slot) });
  });
  // The leading word comes with the names; by itself it is for those who write it out.
  const continuing = [...next.words].filter((word) => word !== lead || cursor.typed !== '').map(wordOffer);
  parts.push(narrowed(request, { offers: unasked && next.slots.has('names') ? [] : continuing }));
  return { offers: parts.flatMap(({ offers }) => offers), more: parts.some(({ more }) => more) };
}

function isPeriodSlot(slot: Slot): slot is (typeof PERIOD_SLOTS)[number] {
  return (PERIOD_SLOTS as readonly string[]).includes(slot);
}

function narrowed({ cursor }: Request, { offers, more }: Offers): Offers {
  return { offers: fitting(offers, cursor.typed), ...(more && { more }) };
}

/** Words that only lead over to a name: `escalates to`, `agreed with`, `selected by`. */
const LEADS: ReadonlySet<string> = new Set(['to', 'with', 'by']);

function led({ offers, more }: Offers, lead: string | undefined): Offers {
  if (!lead) return { offers, more };
  return { offers: offers.map((offer) => ({ ...offer, insert: `${lead} ${offer.label}` })), more };
}

function wordOffer(word: string): Offer {
  // The second word of a state ends it; whoever goes on to the next line must not find a space in the way.
  if (ENDING.has(word)) return { label: word, kind: CompletionItemKind.EnumMember };
  return { label: word, insert: `${word} `, kind: CompletionItemKind.Keyword, again: true };
}

const ENDING: ReadonlySet<string> = new Set(['track', 'risk']);

function choiceOffers(slot: keyof typeof choices): Offer[] {
  return choices[slot].map((word) => ({ label: word, kind: CompletionItemKind.EnumMember }));
}

/** Texts and amounts are the author's; what others wrote in the same place may be what is meant. */
function writtenOffers(request: Request, key: string, slot: Slot): Offer[] {
  if (slot === 'amount')
    return AIMED.has(key) && !request.unasked
      ? [{ label: 'TBD', title: 'not known yet', kind: CompletionItemKind.Value }]
      : [];
  if (slot !== 'text') return [];
  const text: Offer = { label: '"…"', insert: '""', snippet: '"$1"', kind: CompletionItemKind.Text };
  // Of texts nobody wants a list after every space, but who needs a decision needs one that somebody may make.
  if (request.unasked) return key === 'needs' ? rightOffers(request) : [];
  if (key === 'decides' || key === 'needs') return [text, ...rightOffers(request)];
  const shared = key === 'source' || key === 'unit' ? sharedTexts(request, 'metric', key) : [];
  return [text, ...shared];
}

/** Where a number may still be open. */
const AIMED: ReadonlySet<string> = new Set(
  'from to at between up down target guardrail expect budget capacity'.split(' '),
);

/** What others may decide: to be named by who needs it, or taken over in the same words. */
function rightOffers({ plan, block }: Request): Offer[] {
  const offers = new Map<string, Offer>();
  for (const kind of DECIDING) {
    for (const node of plan.unorderedOf(kind)) {
      if (node === block || offers.size >= MOST_TEXTS) continue;
      for (const { value } of node.texts('decides')) {
        const who = node.dri ?? node.targets('chair')[0] ?? (node.kind === 'owner' ? node : undefined);
        if (!offers.has(value)) offers.set(value, quotedOffer(value, who ?? node));
      }
    }
  }
  return [...offers.values()];
}

const DECIDING: readonly Kind[] = [
  'objective',
  'frame',
  'bet',
  'milestone',
  'cadence',
  'gate',
  'program',
  'platform',
  'owner',
];
const MOST_TEXTS = 40;
/** Declarations whose texts are looked at for one list. */
const MOST_READ = 2_000;

function sharedTexts({ plan, block }: Request, kind: Kind, key: string): Offer[] {
  const counts = new Map<string, { node: PlanNode; count: number }>();
  let read = 0;
  for (const node of plan.unorderedOf(kind)) {
    if (++read > MOST_READ) break;
    const value = node === block ? undefined : node.text(key)?.value;
    if (value === undefined) continue;
    const known = counts.get(value);
    if (known) known.count++;
    else counts.set(value, { node, count: 1 });
  }
  return [...counts]
    .sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1))
    .slice(0, MOST_TEXTS)
    .map(([value, { node }]) => quotedOffer(value, node));
}

function quotedOffer(value: string, node: PlanNode): Offer {
  const quoted = `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r?\n/g, '\\n')}"`;
  return {
    label: brief(quoted, 80),
    insert: quoted,
    snippet: literal(quoted),
    facts: brief(titleOf(node), 40),
    kind: CompletionItemKind.Text,
  };
}
