/** What a row says of a declaration, as properties of the language. */

import type { Kind } from '../../model/kinds.ts';
import { encodeText } from '../../values/text.ts';
import { joined, parted } from '../cells.ts';
import { amountCell, periodCell, yesCell } from './cells.ts';
import { REFERS } from './lookup.ts';
import type { Reader } from './reader.ts';

export interface Wanted {
  /** Of the column. */
  key: string;
  /** The property that says it, with its keyword. */
  text: string;
  /** What the cell of a table would say then. */
  cell: string;
}

/** The keyword of a column, and what stands behind it. */
interface Shape {
  keyword: string;
  value: 'text' | 'texts' | 'references' | 'amount' | 'day' | 'flag';
  noun?: string;
}

/** Columns that are one property each, in the order in which a careful author writes them. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  role: { keyword: 'role', value: 'text' },
  dri: { keyword: 'dri', value: 'references', noun: 'person' },
  with: { keyword: 'with', value: 'references', noun: 'person' },
  team: { keyword: 'team', value: 'references', noun: 'team' },
  market: { keyword: 'market', value: 'references', noun: 'market' },
  email: { keyword: 'email', value: 'text' },
  alias: { keyword: 'alias', value: 'texts' },
  reports: { keyword: 'reports to', value: 'references', noun: 'person' },
  capacity: { keyword: 'capacity', value: 'amount' },
  until: { keyword: 'until', value: 'day' },
  needs: { keyword: 'needs', value: 'references', noun: 'gate, person or piece of work' },
  decision: { keyword: 'needs decision', value: 'text' },
  run: { keyword: 'run', value: 'flag' },
  priority: { keyword: 'priority', value: 'amount' },
  budget: { keyword: 'budget', value: 'amount' },
  decides: { keyword: 'decides', value: 'texts' },
  escalates: { keyword: 'escalates to', value: 'references', noun: 'person' },
  why: { keyword: 'why', value: 'text' },
};

/** The property that a cell asks for; undefined where it says what `current` says, or is not understood. */
export function wantedBy(
  reader: Reader,
  key: string,
  cell: string,
  current: string | undefined,
  decimalComma: boolean,
): Wanted[] {
  const shape = SHAPES[key];
  if (!shape || cell === current) return [];
  const { keyword, value, noun = 'declaration' } = shape;
  const say = (written: string, own: string): Wanted[] =>
    own === current ? [] : [{ key, text: `${keyword} ${written}`, cell: own }];
  switch (value) {
    case 'text':
      return key === 'decision' ? decisions(parted(cell), current) : say(encodeText(cell), cell);
    case 'texts': {
      const texts = parted(cell);
      return say(texts.map(encodeText).join(', '), joined(texts));
    }
    case 'references': {
      const found = reader.found(key, parted(cell), REFERS[key] as Kind[], noun);
      return found ? say(found.map(({ path }) => path).join(', '), joined(found.map(({ node }) => node.path))) : [];
    }
    case 'amount': {
      const literal = reader.read(key, amountCell(cell, decimalComma));
      return literal === undefined ? [] : say(literal, literal);
    }
    case 'day': {
      const literal = reader.read(key, periodCell(cell, 'day', reader.calendar));
      return literal === undefined ? [] : say(literal, literal);
    }
    case 'flag': {
      const yes = yesCell(cell);
      if (yes === undefined) reader.fault(key, `"${cell}" is neither yes nor no`);
      if (yes === false && current === 'yes')
        reader.fault(key, 'it keeps the business running in the plan; take that out there');
      return yes && current !== 'yes' ? [{ key, text: keyword, cell: 'yes' }] : [];
    }
  }
}

function decisions(texts: readonly string[], current: string | undefined): Wanted[] {
  if (joined(texts) === current) return [];
  return texts.map((text) => ({ key: 'decision', text: `needs decision ${encodeText(text)}`, cell: text }));
}
