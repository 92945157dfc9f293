/** What has moved in the plan: it is found again where it stands now, under the identity that it has there. */

import type { Item, Store } from './model/store.ts';
import type { Patch } from './protocol.ts';

/** What is looked for after a patch: something of this kind and title, of which nobody knew before. */
interface Lost {
  kind: string;
  title: string;
  fresh: ReadonlySet<string>;
}

export class Moves {
  /** What a person has hung elsewhere: it is shown there once the plan says so. */
  private hung: { id: string; title: string; to: string; beside: ReadonlySet<string> } | undefined;
  private lost: Lost | undefined;

  hang(store: Store, id: string, to: string): void {
    const title = store.items.get(id)?.title ?? '';
    this.hung = { id, title, to, beside: new Set(named(store, to, title).map((item) => item.id)) };
  }

  /** A person does something else, or it was refused. */
  forget(): void {
    this.hung = undefined;
  }

  /** Before a patch is taken in, in which what is selected may come to stand elsewhere, as when something is undone. */
  before(store: Store, patch: Patch, selected: string): void {
    const item = store.items.get(selected);
    const isGone = patch.plans.some(({ gone }) => gone.includes(selected));
    this.lost = item && isGone ? { kind: item.kind, title: item.title, fresh: freshIn(store, patch) } : undefined;
  }

  /** What is to be selected now that the plan is another one, if anything. */
  after(store: Store): string | undefined {
    return this.landed(store) ?? this.refound(store);
  }

  private landed(store: Store): string | undefined {
    if (!this.hung) return undefined;
    const { id, title, to, beside } = this.hung;
    const now = named(store, to, title);
    // Others of this title may hang there already.
    const found =
      now.find((item) => item.id === id) ??
      (now.length > beside.size ? (now.findLast((item) => !beside.has(item.id)) ?? now.at(-1)) : undefined);
    if (found) this.hung = undefined;
    return found?.id;
  }

  private refound(store: Store): string | undefined {
    if (!this.lost) return undefined;
    const { kind, title, fresh } = this.lost;
    this.lost = undefined;
    const found = [...fresh].filter((id) => {
      const item = store.items.get(id);
      return item?.kind === kind && item.title === title;
    });
    // Of several, nobody knows which is meant.
    return found.length === 1 ? found[0] : undefined;
  }
}

function named(store: Store, parent: string, title: string): Item[] {
  return (store.items.get(parent)?.children ?? []).filter((item) => item.title === title);
}

function freshIn(store: Store, { plans }: Patch): Set<string> {
  const ids = plans.flatMap(({ rows: { keys, values } }) => {
    const at = keys.indexOf('id');
    return values.map((row) => row[at]);
  });
  return new Set(ids.filter((id) => typeof id === 'string').filter((id) => !store.items.has(id)));
}
