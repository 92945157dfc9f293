/** Text of a plan inside Markdown: shown as it stands, never as links, images, HTML or markup. */

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
