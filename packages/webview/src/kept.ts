/** How the window is set up: kept when it is hidden, reloaded or closed, and read back with care. */

import { type Checked, flag, list, number, one, record, text } from './check.ts';
import { type Filter, noFilter } from './model/filter.ts';
import type { StateWord } from './protocol.ts';

const shape = record({
  filter: record({
    text,
    owner: text,
    team: text,
    period: text,
    state: text,
    problems: flag,
    thisWeek: flag,
    mine: flag,
  }),
  flipped: list(text),
  selected: text,
  scroll: number,
  mode: one('tree', 'timeline', 'week'),
  lanes: one('objective', 'owner'),
  showsChoices: flag,
  showsDetails: flag,
  /** The week of everybody, also when it is known who looks. */
  everybody: flag,
  /** Share of the height that the details take, in percent. */
  detailsHeight: number,
});
export type Kept = Omit<Checked<typeof shape>, 'filter'> & { filter: Filter };

const fresh: Kept = {
  filter: noFilter,
  flipped: [],
  selected: '',
  scroll: 0,
  mode: 'tree',
  lanes: 'objective',
  showsChoices: false,
  showsDetails: true,
  everybody: false,
  detailsHeight: 40,
};

/** Whatever was kept, by whichever version, something usable comes out. */
export function keptFrom(value: unknown): Kept {
  if (!shape(value)) return fresh;
  return { ...value, filter: { ...value.filter, state: value.filter.state as StateWord | '' } };
}
