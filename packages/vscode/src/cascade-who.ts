/** Who somebody is in the plan: asked for once, and remembered for this plan. */

import { fold } from '@mos/webview/model';
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

/** Of what an editor remembers of a workspace. */
const SAID = 'mos.cascade.me';

/** Who somebody has said to be, while the setting said this: where it says something else now, that was said later. */
interface Said {
  name: string;
  setting: string;
}

/**
 * What somebody has said of themselves. It is theirs, and of this plan: settings of a workspace are shared with all who work on
 * it, who would then all be the same person, and those of a person hold for every plan, in which they may be called otherwise. So
 * the editor remembers it, as it does open files. The setting is for whoever is called the same everywhere; whichever was said last
 * counts.
 */
export class Me implements vscode.Disposable {
  private readonly memory: vscode.Memento;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(memory: vscode.Memento) {
    this.memory = memory;
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('mos.cascade.me')) return;
      // For good: a setting that says again what it once said is what was said last. Where that fails, it counts now all the same.
      if (this.said === undefined) void memory.update(SAID, undefined).then(undefined, () => undefined);
      this.changed.fire();
    });
  }

  /** Any way in which the plan calls them; empty when nobody has said. */
  get name(): string {
    return this.said ?? settingOf();
  }

  /** The same as the plan spells it; empty when the plan knows nobody of that name: of another plan, it is no answer. */
  async nameIn(feed: CascadeFeed): Promise<string> {
    const { name } = this;
    const people = name === '' ? undefined : await feed.ask<Person[]>('mos/cascade/people');
    // Where nobody can tell, whoever asks for more says so.
    if (!people) return name;
    // As "Mine" finds them in the window, and once more with the accents that the server looks for.
    const wanted = fold(name.trim());
    return people.flatMap((each) => [each.name, ...each.also]).find((spelling) => fold(spelling) === wanted) ?? '';
  }

  /** What was said, unless the setting says something else since. */
  private get said(): string | undefined {
    const said = this.memory.get<Said>(SAID);
    return said?.setting === settingOf() ? said.name : undefined;
  }

  async choose(feed: CascadeFeed): Promise<void> {
    const chosen = await choosePerson(
      feed,
      'Who are you in this plan?',
      'Remembered on this machine for this plan; "Mine" then shows what you answer for',
    );
    if (!chosen) return;
    await this.memory.update(SAID, { name: chosen, setting: settingOf() } satisfies Said);
    this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

function settingOf(): string {
  return vscode.workspace.getConfiguration('mos.cascade').get('me', '');
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
