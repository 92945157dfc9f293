/** Names of the formats, known without loading any of them. */

/** In the order of `outputs`; a test holds the two together. */
export const outputNames = [
  'text',
  'concise',
  'json',
  'json-lines',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'azure',
  'markdown',
] as const;

/** Forms of a document, in the order in which help lists them. */
export const documentFormats = ['markdown', 'html', 'json'] as const;
