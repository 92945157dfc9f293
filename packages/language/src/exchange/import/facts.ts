/** What became of a promise, from the cells of a row to the fact as the plan writes it. */

import type { Kind } from '../../model/kinds.ts';
import { summarize } from '../../syntax/reader.ts';
import { isPeriodFault, parsePeriod } from '../../values/period.ts';
import { encodeText } from '../../values/text.ts';
import { joined, parted } from '../cells.ts';
import { periodCell, short, stateCell, stillAhead } from './cells.ts';
import { REFERS } from './lookup.ts';
import type { Reader } from './reader.ts';

export type Fact = { text: string; replaces: boolean } | undefined;

/** Cells of a fact, as the tables have them. */
const CELLS = ['state', 'on', 'moved_to', 'blocked_by', 'reason'] as const;

type Cells = Readonly<Record<string, string>>;

/**
 * The fact that a row adds or corrects; undefined where it says what `current` says, or nothing. `keptOn`: the day of what is done on a day
 * that nobody wrote down. Faults are told to the reader.
 */
export function factOf(
  reader: Reader,
  cells: Cells,
  kind: 'commitment' | 'milestone',
  current: Cells,
  { keptOn, today }: { keptOn: string | undefined; today: string },
): Fact {
  const { state: said } = cells;
  if (said === undefined) return undefined;
  const state = stateCell(said, kind);
  if (state === undefined) {
    reader.fault('state', `"${short(said)}" is no state; it is open, done, missed, moved, dropped or blocked`);
    return undefined;
  }
  if (state === 'open') {
    if (current.state !== undefined)
      reader.fault('state', `it is ${current.state} in the plan, and what was said is not taken back`);
    return undefined;
  }
  const replaces = state === current.state;
  const isKept = (state === 'done' || state === 'met') && !replaces && cells.on === undefined;
  const meant: Record<string, string | undefined> = {
    ...(replaces && current),
    ...given(cells),
    ...(isKept && { on: keptOn }),
    state,
  };
  const own = readFact(reader, meant, kind, today);
  if (!own) return undefined;
  const [broken] = summarize('', `${kind} { ${own.text} }`).faults;
  if (broken) {
    reader.fault('state', broken.message);
    return undefined;
  }
  if (replaces && CELLS.every((key) => (own.cells[key] ?? '') === (current[key] ?? ''))) return undefined;
  const ahead = own.cells.on === undefined ? undefined : stillAhead(own.cells.on, today, reader.calendar);
  if (ahead !== undefined) {
    reader.fault('on', ahead);
    return undefined;
  }
  return { text: own.text, replaces };
}

function given(cells: Cells): Cells {
  return Object.fromEntries(CELLS.flatMap((key) => (cells[key] === undefined ? [] : [[key, cells[key]]])));
}

function readFact(
  reader: Reader,
  { state = '', on, moved_to, blocked_by, reason }: Record<string, string | undefined>,
  kind: 'commitment' | 'milestone',
  today: string,
): { text: string; cells: Record<string, string | undefined> } | undefined {
  const why = reason === undefined ? '' : ` ${encodeText(reason)}`;
  const day = on === undefined ? undefined : dayOf(reader, on);
  if (on !== undefined && day === undefined) return undefined;
  switch (state) {
    case 'moved': {
      if (moved_to === undefined) {
        reader.fault('moved_to', 'it says that it was moved, and not to when');
        return undefined;
      }
      const unit = kind === 'commitment' ? 'week' : 'month';
      const to = known(moved_to) ?? reader.read('moved_to', periodCell(moved_to, unit, reader.calendar, today));
      return to === undefined ? undefined : { text: `moved to ${to}${why}`, cells: { state, moved_to: to, reason } };
    }
    case 'blocked': {
      const by =
        blocked_by === undefined
          ? []
          : reader.found(
              'blocked_by',
              parted(blocked_by),
              REFERS.blocked_by as Kind[],
              'gate, person or piece of work',
            );
      if (!by) return undefined;
      const whom = by.length > 0 ? ` by ${by.map(({ path }) => path).join(', ')}` : '';
      const since = day === undefined ? '' : ` since ${day}`;
      // As it stands in the plan, where it stands there: a reference is written in several ways.
      return {
        text: `blocked${whom}${since}${why}`,
        cells: { state, on: day, blocked_by: blocked_by && joined(parted(blocked_by)), reason },
      };
    }
    default:
      return { text: `${state}${day === undefined ? '' : ` ${day}`}${why}`, cells: { state, on: day, reason } };
  }
}

/** Any period where the plan has one; a day where a stranger's table has something like one. */
function dayOf(reader: Reader, cell: string): string | undefined {
  return known(cell) ?? reader.read('on', periodCell(cell, 'day', reader.calendar));
}

function known(literal: string): string | undefined {
  return isPeriodFault(parsePeriod(literal)) ? undefined : literal;
}

/** Facts before the last one, as the plan spelt them; nothing else may stand there. */
export function earlierFacts(reader: Reader, cell: string | undefined): string[] {
  if (cell === undefined) return [];
  const { declarations, faults } = summarize('', `commitment { ${cell} }`);
  const [own, second] = declarations;
  const isStory =
    own !== undefined && !second && faults.length === 0 && own.properties.every(({ type }) => type === 'StateProperty');
  if (isStory) return [cell];
  reader.fault('earlier', 'its earlier facts are not written as in a plan');
  return [];
}
