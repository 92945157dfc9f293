/** What can be chosen to narrow the cascade down: people, teams and periods, in an order that stands still while somebody chooses. */

import type { Store } from '../model/store.ts';
import type { Period } from '../protocol.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceLists {
  people: readonly Choice[];
  teams: readonly Choice[];
  periods: readonly Choice[];
}

export class Choices {
  private lists: ChoiceLists | undefined;
  /** What the lists were made from: as long as it is the same, so are they. */
  private sources: readonly unknown[] = [];

  /** While the focus is among the choices, nothing moves under the pointer; what came meanwhile follows afterwards. */
  of(store: Store): ChoiceLists {
    const plans = [...store.plans.values()];
    const sources = plans.flatMap(({ people, teams, periods }) => [people, teams, periods]);
    const isSame =
      sources.length === this.sources.length && sources.every((each, index) => each === this.sources[index]);
    const isChosenFrom = Boolean(document.activeElement?.closest('#narrow'));
    if (this.lists && (isSame || isChosenFrom)) return this.lists;
    this.sources = sources;
    const people = plans.flatMap((plan) => [...plan.people.values()]).filter(({ wrong }) => wrong !== 'unknown');
    const teams = plans.flatMap((plan) => [...plan.teams.values()]);
    this.lists = { people: sorted(people), teams: sorted(teams), periods: periodsOf(store) };
    return this.lists;
  }
}

function sorted(list: readonly { id: string; name: string }[]): Choice[] {
  return list.map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => a.label.localeCompare(b.label));
}

/** Quarters, months and weeks that anything is planned for, the longer ones first. */
function periodsOf(store: Store): Choice[] {
  const all = new Map<string, Period>();
  for (const { periods } of store.plans.values()) for (const [literal, period] of periods) all.set(literal, period);
  const rank = (literal: string) => ORDER.findIndex((pattern) => pattern.test(literal));
  return [...all.values()]
    .filter(({ literal }) => rank(literal) >= 0)
    .sort((a, b) => rank(a.literal) - rank(b.literal) || (a.first < b.first ? -1 : 1))
    .map(({ literal, text }) => ({ value: literal, label: text }));
}

const ORDER = [/-Q\d$/, /^\d{4}-\d{2}$/, /-W\d{2}$/];
