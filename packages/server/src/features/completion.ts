/** Completion: what may be written at the cursor, found from what stands before it, so that half-typed text is enough. */

import { type Cursor, cursorAt } from '@mos/language';
import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver';
import { allowOffers } from '../completion/allow.ts';
import { documentationOf } from '../completion/docs.ts';
import { headerOffers } from '../completion/headers.ts';
import { type Abilities, abilitiesOf, type ItemData, listOf } from '../completion/items.ts';
import { memberOffers } from '../completion/members.ts';
import type { Offers, Request } from '../completion/request.ts';
import { valueOffers } from '../completion/values.ts';
import type { Feature, Subject } from '../feature.ts';
import { contentOf } from '../markdown.ts';

export const completion: Feature = {
  capabilities: {
    completionProvider: {
      resolveProvider: true,
      // A space leads to what a keyword asks for, a dot into a path, a slash into a group of rules, a hyphen on within a period.
      triggerCharacters: [' ', '.', '/', '-'],
      completionItem: { labelDetailsSupport: true },
    },
  },
  register(server) {
    const { connection, workspace, at } = server;
    connection.onCompletion((params) =>
      at(
        params,
        (subject, offset) => {
          const list = complete(subject, offset, params.context, abilitiesOf(server.facts));
          // Of a plan that is being read, more names follow: another letter asks again.
          return list && workspace.isLoading ? { ...list, isIncomplete: true } : list;
        },
        { known: true },
      ),
    );
    connection.onCompletionResolve(async (item): Promise<CompletionItem> => {
      const data = item.data as ItemData | undefined;
      const value = data && (await documentationOf(data.about, workspace.projectOf(data.uri), workspace.day));
      return value ? { ...item, documentation: contentOf(value, server.facts.showsMarkdown.completion) } : item;
    });
  },
};

export function complete(
  subject: Subject,
  offset: number,
  context: CompletionParams['context'],
  abilities: Abilities,
): CompletionList | null {
  const { plan } = subject.project.engine;
  const cursor = cursorAt(plan, subject.file, offset);
  const trigger =
    context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  if (trigger !== undefined && !isWelcome(trigger, cursor, subject.lines.text)) return null;
  const request: Request = {
    subject,
    plan,
    cursor,
    block: cursor.block,
    today: subject.today,
    unasked: trigger === ' ',
  };
  return listOf(offersFor(request), cursor, subject.lines, subject.uri, abilities);
}

function offersFor(request: Request): Offers {
  const { place } = request.cursor;
  switch (place.in) {
    case 'text':
      return { offers: [] };
    case 'comment':
      return allowOffers(request);
    case 'header':
      return headerOffers(request);
    case 'block':
      return memberOffers(request);
    case 'value': {
      const values = valueOffers(request);
      if (!place.begins || request.unasked) return values;
      const members = memberOffers(request);
      // On a new line something new begins, most likely, even where the line above was left unfinished.
      const both = place.next.complete ? [values, members] : [members, values];
      return { offers: both.flatMap(({ offers }) => offers), more: both.some(({ more }) => more === true) };
    }
  }
}

/** Whether a list that nobody asked for helps: a value has to follow, or the letter goes on with one. */
function isWelcome(trigger: string, { place, word, typed }: Cursor, text: string): boolean {
  if (place.in === 'comment') return trigger !== '-' && trigger !== '.';
  if (trigger === '.') return place.in === 'value' && place.next.slots.has('names') && typed.includes('.');
  if (trigger === '-') return place.in === 'value' && /^\d{4}-/.test(typed);
  if (trigger !== ' ') return false;
  if (place.in === 'value') return !place.begins;
  return place.in === 'block' && /\{[ \t]+$/.test(text.slice(Math.max(0, word.start - 20), word.start));
}
