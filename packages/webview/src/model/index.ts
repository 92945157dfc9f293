/** The door of the model: what the window and the extension's native tree both make of the messages. */

export { dayText } from './days.ts';
export {
  type Filter,
  highlights,
  identitiesOf,
  isFiltering,
  matchesOf,
  narrowings,
  noFilter,
  wordsOf,
} from './filter.ts';
export { fold } from './fold.ts';
export { closedAbove, type Heading, type OutlineRow, outlineOf, SECTIONS } from './outline.ts';
export { type Below, type Item, type Section, Store } from './store.ts';
export {
  accountability,
  describe,
  factsOf,
  findingsText,
  initialsOf,
  kindIcon,
  periodShort,
  periodText,
  stateIcon,
  type Tone,
  toneOf,
} from './words.ts';
