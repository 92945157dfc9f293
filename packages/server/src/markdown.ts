/** Text of a plan inside Markdown: shown as it stands, never as links, images, HTML or markup. */

import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** What Markdown of ours says to who shows plain text: without its marks, and with the characters that it keeps apart from them. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/\[((?:\\.|[^\]\\])*)\]\((?:\\.|[^)\\])*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()<>#+\-.!|~&@:=])|\*\*|[*_`]/g, (_, kept?: string) => kept ?? '');
}

/** As the client can show it. */
export function contentOf(markdown: string, showsMarkdown: boolean): MarkupContent {
  return showsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainOf(markdown) };
}

/** Controls, and format characters such as those that turn the direction of writing. */
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;

export function inert(text: string): string {
  return text
    .replace(
      CONTROLS,
      (control) => `<U+${(control.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replace(/[\\`*_{}[\]()<>#+\-.!|~&@:=]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '  \n');
}
