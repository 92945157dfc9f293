/** Characters that the files of a workbook cannot hold, written as Excel writes them: `_x0001_`. */

/**
 * What would be read as such a character gets its own underscore written so. So does the first letter of words that every object of
 * JavaScript has, such as `toString`: the library that writes workbooks looks texts up in one.
 */
export function cellText(text: string): string {
  if (text in {}) return `${spelt(text.slice(0, 1))}${text.slice(1)}`;
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot hold.
    /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    spelt,
  );
}

function spelt(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
