/** The week, one thing after the other: what was promised is kept, missed or moved, what is to be read gets its number. */

import { dayText, periodText } from '@mos/webview/model';
import { type Week, type WeekItem, week } from '@mos/webview/protocol';
import * as vscode from 'vscode';
import { type Actor, CALLED_OFF } from './cascade-acts.ts';
import type { CascadeFeed } from './cascade-feed.ts';
import { choosePerson, type Me } from './cascade-who.ts';

type Step = 'kept' | 'missed' | 'moved' | 'reading' | 'skip' | 'go';

export async function weekOf(feed: CascadeFeed, me: string): Promise<Week | undefined> {
  const found = await feed.ask<unknown>('mos/cascade/week', { me });
  return week(found) ? found : undefined;
}

/** Asks until everything has had its word, or the person has had enough. `goTo` shows a declaration, and the row it belongs to. */
export async function walkThroughWeek(
  feed: CascadeFeed,
  who: Me,
  act: Actor,
  goTo: (id: string, row?: string) => Promise<void>,
): Promise<void> {
  const everybody = { label: '$(organization) Everybody', value: '' };
  const me = (await who.nameIn(feed)) || (await choosePerson(feed, 'This Week', 'Whose week is it?', [everybody]));
  if (me === undefined) return;
  const seen = new Set<string>();
  const counts = new Map<Step, number>();
  const total = (await openItems(feed, me, seen))?.length ?? 0;
  for (;;) {
    // Asked for anew each time: what was written may have moved the others to another place.
    const items = await openItems(feed, me, seen);
    if (!items) {
      void vscode.window.showWarningMessage(
        'mos: What the week asks for cannot be told. Try again once the plan is read.',
      );
      return;
    }
    const [next] = items;
    if (!next) break;
    const { item, owner, today } = next;
    seen.add(keyOf(item));
    const step = await ask(
      item,
      today,
      `This Week${total > 1 ? ` (${Math.min(seen.size, total)} of ${total})` : ''}: ${owner}`,
    );
    if (step === undefined) return;
    if (step === 'go') return goTo(item.id, item.row);
    if (step === 'skip') continue;
    const refusal = await act(item.id, { kind: step });
    if (refusal === undefined) counts.set(step, (counts.get(step) ?? 0) + 1);
    // Whoever calls off the reason is asked about the same thing once more.
    else if (refusal === CALLED_OFF) seen.delete(keyOf(item));
    else void vscode.window.showWarningMessage(`mos: ${refusal}`);
  }
  void vscode.window.showInformationMessage(summary(counts, total));
}

/** Undefined when nobody can tell. `today`: the week, of which only the year counts: what lies in another one says so. */
async function openItems(
  feed: CascadeFeed,
  me: string,
  seen: ReadonlySet<string>,
): Promise<{ item: WeekItem; owner: string; today: string }[] | undefined> {
  const found = await weekOf(feed, me);
  return found?.people.flatMap(({ name, items }) =>
    items
      .filter((item) => item.asks && !seen.has(keyOf(item)))
      .map((item) => ({ item, owner: name || 'nobody in particular', today: found.week })),
  );
}

/** Identities of what has no name change when something before it moves away. */
function keyOf({ section, title, below = '', due = '' }: WeekItem): string {
  return [section, title, below, due].join('\n');
}

async function ask(item: WeekItem, today: string, place: string): Promise<Step | undefined> {
  const { kind, section, below, due, next, last } = item;
  const choice = (icon: string, label: string, step: Step, detail = '') => ({
    label: `$(${icon}) ${label}`,
    step,
    detail,
  });
  const isMilestone = kind === 'milestone';
  const choices =
    section === 'reading'
      ? [
          choice(
            'graph-line',
            'Record the Reading…',
            'reading',
            last ? `So far: ${last.text} on ${dayText(last.date, today)}` : 'No reading yet',
          ),
        ]
      : [
          choice('pass-filled', isMilestone ? 'Met' : 'Kept', 'kept'),
          choice('close', 'Missed…', 'missed'),
          ...(next ? [choice('arrow-right', `Move to ${periodText(next, today)}`, 'moved')] : []),
        ];
  const when = due && periodText(due, today);
  const about = [place, section === 'before' ? `${when}, without a word` : when, below ? `for ${below}` : ''];
  const chosen = await vscode.window.showQuickPick(
    [...choices, choice('debug-step-over', 'Skip', 'skip'), choice('go-to-file', 'Show It and Stop', 'go')],
    { title: item.title, placeHolder: about.filter(Boolean).join(' · '), ignoreFocusOut: true },
  );
  return chosen?.step;
}

function summary(counts: ReadonlyMap<Step, number>, total: number): string {
  if (total === 0) return 'This week asks for nothing more: everything has had its word.';
  const said = [
    [counts.get('kept'), 'kept'],
    [counts.get('missed'), 'missed'],
    [counts.get('moved'), 'moved'],
    [counts.get('reading'), 'read'],
  ] as const;
  const text = said.flatMap(([count, word]) => (count ? `${count} ${word}` : [])).join(', ');
  return text ? `That was the week: ${text}.` : 'That was the week. Nothing was changed.';
}
