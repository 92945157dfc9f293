/** Offers in the words of the protocol, as far as the client understands them, and never more than a list can show. */

import type { Span } from '@mos/language';
import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from 'vscode-languageserver';
import type { ClientFacts } from '../client.ts';
import type { Lines } from '../convert.ts';
import { MOST_ITEMS, nearness } from './pick.ts';
import type { About, Offer, Offers } from './request.ts';

/** A reply beyond this is felt on a slow line, and read by nobody. Characters of JSON. */
const LONGEST_REPLY = 48_000;
/** What a filter text needs of a long title. Characters. */
const LONGEST_FILTER = 100;

export interface Abilities {
  snippets: boolean;
  insertReplace: boolean;
  labelDetails: boolean;
  editRangeOnce: boolean;
  adjustsIndentation: boolean;
  /** The client's command that opens the list of suggestions. */
  suggest: string | undefined;
}

/** VS Code has it, and a client that does not know it must not be sent it. */
const SUGGEST = 'editor.action.triggerSuggest';

export function abilitiesOf({ capabilities: { textDocument }, commands }: ClientFacts): Abilities {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    editRangeOnce: textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
    adjustsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    suggest: commands.has(SUGGEST) ? SUGGEST : undefined,
  };
}

/** `word` is replaced; `cursor` parts what was typed from what an inserting client keeps. */
export function listOf(
  { offers, more }: Offers,
  { word, typed }: { word: Span; typed: string },
  lines: Lines,
  uri: string,
  abilities: Abilities,
): CompletionList {
  const replace = lines.range(word);
  const insert = lines.range({ start: word.start, end: word.start + typed.length });
  const followed = /[ \t]/.test(lines.text[word.end] ?? '');
  const items: CompletionItem[] = [];
  let size = 0;
  let cut = more === true;
  for (const [index, offer] of offers.entries()) {
    const item = itemOf(offer, { insert, replace, followed, uri }, abilities);
    item.sortText = String(index).padStart(3, '0');
    size += JSON.stringify(item).length + 1;
    if (size > LONGEST_REPLY || index >= MOST_ITEMS) {
      cut = true;
      break;
    }
    items.push(item);
  }
  const list: CompletionList = { isIncomplete: cut, items };
  if (abilities.editRangeOnce)
    list.itemDefaults = { editRange: abilities.insertReplace ? { insert, replace } : replace };
  return list;
}

interface Place {
  insert: Range;
  replace: Range;
  /** White space stands behind the word already. */
  followed: boolean;
  uri: string;
}

function itemOf(offer: Offer, place: Place, abilities: Abilities): CompletionItem {
  const { label, title, facts, kind, words, about } = offer;
  const isSnippet = abilities.snippets && offer.snippet !== undefined;
  const inserted = isSnippet ? (offer.snippet as string) : (offer.insert ?? label);
  const newText = place.followed ? inserted.trimEnd() : inserted;
  const item: CompletionItem = { label, kind };
  if (abilities.labelDetails && (title || facts))
    item.labelDetails = { ...(title && { detail: ` ${title}` }), ...(facts && { description: facts }) };
  else if (title || facts) item.detail = [title, facts].filter(Boolean).join(' · ');
  if (words) item.filterText = `${label} ${words}`.slice(0, LONGEST_FILTER);
  if (isSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (newText.includes('\n') && abilities.adjustsIndentation) item.insertTextMode = InsertTextMode.adjustIndentation;
  if (!abilities.editRangeOnce) item.textEdit = editOf(newText, place, abilities);
  else if (newText !== label) item.textEditText = newText;
  if (offer.again && abilities.suggest) item.command = { title: 'Suggest what comes next', command: abilities.suggest };
  if (about) item.data = { uri: place.uri, about } satisfies ItemData;
  return item;
}

/** What comes back with the request to resolve an item. */
export interface ItemData {
  uri: string;
  about: About;
}

function editOf(newText: string, { insert, replace }: Place, { insertReplace }: Abilities) {
  return insertReplace ? { newText, insert, replace } : { newText, range: replace };
}

/** Offers that the letters fit, in their order within each degree of fit. */
export function fitting(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = typed.toLowerCase();
  return offers
    .map((offer) => ({ offer, near: nearness(`${offer.label} ${offer.words ?? ''}`, wanted) }))
    .filter(({ near }) => near !== undefined)
    .sort((a, b) => (a.near as number) - (b.near as number))
    .map(({ offer }) => offer);
}
