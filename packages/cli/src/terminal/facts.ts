/** How the facts of a declaration look in a terminal: a shape and a word, so that colour is never needed to tell. */

import type { Sketch, State, StateWord } from '@mos/language';
import { visibleShort } from '../output/visible.ts';
import type { Colors } from './screen.ts';

type Paint = 'green' | 'yellow' | 'red' | 'cyan' | 'dim';

const SHAPES: Record<StateWord | 'open', readonly [string, Paint]> = {
  done: ['✓', 'green'],
  met: ['✓', 'green'],
  achieved: ['✓', 'green'],
  'on track': ['●', 'green'],
  'at risk': ['▲', 'yellow'],
  partial: ['◐', 'yellow'],
  moved: ['→', 'yellow'],
  'off track': ['▼', 'red'],
  missed: ['✗', 'red'],
  blocked: ['■', 'red'],
  dropped: ['–', 'dim'],
  open: ['○', 'dim'],
};

/** Kinds that somebody is expected to say something about. */
const AWAITED: readonly string[] = ['milestone', 'commitment'];

/** `✓ done`, `○ open`; undefined where no state is expected and none is there. */
export function stateText({ kind, state }: Pick<Sketch, 'kind' | 'state'>, colors: Colors): string | undefined {
  const word = state?.word ?? (AWAITED.includes(kind) ? 'open' : undefined);
  if (word === undefined) return undefined;
  const [shape, paint] = SHAPES[word] ?? ['○', 'dim'];
  return colors[paint](`${shape} ${word}${movedTo(state)}`);
}

/** Who answers for it; undefined where nobody has to and nobody does. */
export function driText({ kind, dri }: Pick<Sketch, 'kind' | 'dri'>, colors: Colors): string | undefined {
  if (dri.length > 0) return dri.map((name) => safeText(name)).join(' and ');
  return DRIVEN.includes(kind) ? colors.yellow('no DRI') : undefined;
}

/** A title or another text of the plan on one line, with nothing in it that a terminal would obey. */
export function safeText(text: string): string {
  return visibleShort(text, LONGEST_TITLE);
}

const DRIVEN: readonly string[] = [
  'frame',
  'objective',
  'milestone',
  'commitment',
  'program',
  'platform',
  'gate',
  'decision',
];

/** UTF-16 units; a title is a sentence. */
const LONGEST_TITLE = 300;

function movedTo(state: State | undefined): string {
  return state?.word === 'moved' && state.on !== undefined ? ` to ${state.on}` : '';
}
