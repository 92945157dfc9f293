/** Asks a person who they are in the plan, and keeps it in their settings. */

import * as vscode from 'vscode';
import type { CascadeFeed } from './cascade-feed.ts';

/** What is said where somebody is to be chosen, and there is nobody to choose from. */
export const NOBODY = 'The plan names nobody yet. Owners are declared as in: owner ana "Ana Duarte".';

interface Person {
  name: string;
  /** Other ways in which the plan calls them. */
  also: string[];
  role?: string;
}

export function whoAmI(): string {
  return vscode.workspace.getConfiguration('mos.cascade').get('me', '');
}

/** Undefined when the person thinks better of it. */
export async function chooseMe(feed: CascadeFeed): Promise<string | undefined> {
  const chosen = await choosePerson(
    feed,
    'Who are you in this plan?',
    'Kept in your settings; "Mine" then shows what you answer for',
  );
  if (!chosen) return undefined;
  await vscode.workspace.getConfiguration('mos.cascade').update('me', chosen, vscode.ConfigurationTarget.Global);
  return chosen;
}

/** Says how the plan calls the one who is chosen: by the full name, unless two have the same. */
export async function choosePerson(
  feed: CascadeFeed,
  title: string,
  placeHolder: string,
  first: (vscode.QuickPickItem & { value: string })[] = [],
): Promise<string | undefined> {
  const people = await feed.ask<Person[]>('mos/cascade/people');
  if (!people) {
    void vscode.window.showWarningMessage('mos: Who is in the plan cannot be told. Try again once the plan is read.');
    return undefined;
  }
  if (people.length === 0) {
    void vscode.window.showInformationMessage(`mos: ${NOBODY}`);
    return undefined;
  }
  const sorted = people.toSorted((a, b) => a.name.localeCompare(b.name));
  const choices = sorted.map(({ name, also, role = '' }) => {
    const isOnly = people.filter((other) => other.name === name).length === 1;
    return { label: name, description: role, detail: '', value: isOnly ? name : (also[0] ?? name) };
  });
  const chosen = await vscode.window.showQuickPick([...first, ...choices], {
    title,
    placeHolder,
    matchOnDescription: true,
  });
  return chosen?.value;
}
