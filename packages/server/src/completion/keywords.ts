/** A property's keyword with what has to follow it, as far as that can be prepared. */

import { choices, propertyNotes, required } from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { choice, type Offer } from './request.ts';

/** `today`: an ISO date. */
export function keywordOffer(key: string, today: string): Offer {
  const { insert, snippet, again } = DATED.has(key) ? dated(key, today) : (PREPARED[key] ?? prepared(key));
  return {
    label: key,
    insert,
    ...(snippet && { snippet }),
    ...(again && { again }),
    facts: propertyNotes[key]?.says ?? '',
    kind: CompletionItemKind.Property,
    about: { is: 'property', name: key },
  };
}

interface Prepared {
  insert: string;
  snippet?: string;
  again?: boolean;
}

const PREPARED: Readonly<Record<string, Prepared>> = {
  from: { insert: 'from ', snippet: 'from $1 to $2' },
  at: { insert: 'at ', snippet: `at ${choice(1, choices.bound)} $2` },
  escalates: { insert: 'escalates to ', again: true },
  reports: { insert: 'reports to ', again: true },
  agreed: { insert: 'agreed with ', again: true },
  selected: { insert: 'selected by ', again: true },
  missed: { insert: 'missed ', snippet: 'missed "$1"' },
  dropped: { insert: 'dropped ', snippet: 'dropped "$1"' },
  within: { insert: 'within ', snippet: `within \${1:3} ${choice(2, ['days', 'weeks'])}` },
  gap: { insert: 'gap ', snippet: `gap ${choice(1, choices.layer)} "$2"` },
  every: { insert: 'every ', again: true },
};

function prepared(key: string): Prepared {
  const parts = required(key);
  const bare = { insert: parts.length > 0 || ASKING.has(key) ? `${key} ` : key };
  if (parts.length === 0) return ASKING.has(key) ? { ...bare, again: true } : bare;
  const leading = parts.findIndex((part) => part.startsWith('<'));
  const lead = [key, ...parts.slice(0, leading)].join(' ');
  const typed = parts.slice(leading).filter((part) => part.startsWith('<'));
  if (!typed.every((part) => part === '<text>' || part === '<amount>')) return { insert: `${lead} `, again: true };
  let stop = 0;
  const rest = parts.slice(leading).map((part) => {
    if (!part.startsWith('<')) return part;
    stop++;
    return part === '<text>' ? `"$${stop}"` : `$${stop}`;
  });
  return { insert: `${lead} `, snippet: [lead, ...rest].join(' ') };
}

/** What begins with a choice between shapes still has to be followed by something. */
const ASKING: ReadonlySet<string> = new Set(['needs', 'covers', 'used']);

/** Facts are mostly written down on the day: it stands there already, to be typed over. */
const DATED: ReadonlySet<string> = new Set(['done', 'met', 'held', 'on']);

function dated(key: string, today: string): Prepared {
  return { insert: `${key} ${today}`, snippet: `${key} \${1:${today}}` };
}
