/** What stands at the right end of a row of the native tree, however long its title is: who answers for it, and how many findings it has. */

import { accountability, type Below, findingsText, type Item, initialsOf, type Store } from '@mos/webview/model';
import * as vscode from 'vscode';

/** Of the addresses of rows, by which the editor asks for their badges; nothing can be opened under one. */
const SCHEME = 'mos-row';
/** The editor refuses longer ones. */
const LONGEST = 2;

/** `itemOf` gives the row of an identity, with the plan that it is from; `onChanged` says that any of them may be another. */
export function rowBadges(
  itemOf: (id: string) => { item: Item; store: Store } | undefined,
  onChanged: vscode.Event<undefined>,
): vscode.Disposable {
  const decorated = (decorate: (item: Item, store: Store) => vscode.FileDecoration | undefined) =>
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: onChanged,
      provideFileDecoration(uri) {
        const found = uri.scheme === SCHEME ? itemOf(uri.query) : undefined;
        return found && decorate(found.item, found.store);
      },
    });
  // Two of them, which the editor sets side by side.
  return vscode.Disposable.from(decorated(findings), decorated(whoAnswers));
}

export function rowAddress(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: '/row', query: id });
}

function findings(item: Item, store: Store): vscode.FileDecoration | undefined {
  const { problems = 0, worst } = item;
  if (problems === 0) return findingsBelow(store.belowOf(item));
  const colour = COLOURS[worst ?? 'info'];
  return new vscode.FileDecoration(
    problems > 9 ? '9+' : String(problems),
    findingsText(problems, worst),
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}

/** As the folder of a file in which something is wrong: nothing hides in a row that is closed. */
function findingsBelow({ errors, others }: Below): vscode.FileDecoration | undefined {
  if (errors + others === 0) return undefined;
  const [text, colour] =
    errors > 0 ? ['There are errors below', COLOURS.error] : ['There are findings below', COLOURS.warning];
  return new vscode.FileDecoration('•', text, new vscode.ThemeColor(colour));
}

/** As everywhere in the editor; a remark is no reason to colour a row. */
const COLOURS = { error: 'list.errorForeground', warning: 'list.warningForeground', info: undefined } as const;

function whoAnswers(item: Item, store: Store): vscode.FileDecoration | undefined {
  const people = store.peopleOf(item);
  const { text, isWrong } = accountability(item, people);
  const [first] = people;
  if (people.length > 1) return new vscode.FileDecoration(`${Math.min(people.length, 9)}!`, text);
  if (first) return new vscode.FileDecoration([...initialsOf(first.name)].slice(0, LONGEST).join(''), text);
  return isWrong ? new vscode.FileDecoration('?', text) : undefined;
}
