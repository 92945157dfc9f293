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

/** Forms that a plan leaves in. */
export const exportFormats = ['ics', 'csv', 'xlsx', 'json', 'mermaid'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** In the order of the language's own list; a test holds the two together. */
export const exportTables = [
  'commitments',
  'milestones',
  'objectives',
  'programs',
  'metrics',
  'readings',
  'owners',
] as const;

/** Forms in which tables come in. */
export const importFormats = ['csv', 'xlsx'] as const;

/** As `exportTables`, of those that come in. */
export const importTables = ['commitments', 'milestones', 'owners', 'readings'] as const;

/** Forms of a document, in the order in which help lists them. */
export const documentFormats = ['markdown', 'html', 'json'] as const;
