/** The numbers of a plan as a document shows them: each with what it counts. */

import { type Figure, figureText } from '../numbers.ts';
import { terms } from '../terms.ts';
import type { DocumentFigure, Figures } from './document.ts';

/** In the order given. */
export function figuresBlock(figures: readonly Figure[]): Figures {
  return { type: 'figures', figures: figures.map(documentFigure) };
}

function documentFigure(figure: Figure): DocumentFigure {
  const { term, label, value, unit, part, whole, note } = figure;
  const known = terms.find(({ name }) => name === term);
  return {
    label,
    text: figureText(figure),
    value,
    unit,
    ...(part !== undefined && { part }),
    ...(whole !== undefined && { whole }),
    ...(note !== undefined && { note }),
    term,
    title: known?.title ?? term,
    definition: known?.is ?? '',
  };
}
