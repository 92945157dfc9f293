/** Markup that cannot forget to escape: what is put into a template is text, unless it is markup already. */

import { escaped } from '../documents/escaped.ts';

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A list is written without anything in between; what is not there is left out. */
export type Content = Html | string | number | undefined | false | readonly Content[];

export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) text += `${written(value)}${strings[index + 1] ?? ''}`;
  return new Html(text);
}

/** Markup that somebody else has made, and has escaped. */
export function raw(text: string): Html {
  return new Html(text);
}

function written(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'object' ? value.map(written).join('') : escaped(String(value));
}
