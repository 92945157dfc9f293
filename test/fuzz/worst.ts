/** Texts that take longer than others of their length, each in its own place. */

/** Each hurts in its own place when there is much of it; a number is counted up. */
export const UNITS: Record<string, string> = {
  'open braces': '{',
  'closing braces': '}\n',
  'escapes in a text that never closes': 'owner a "x\\',
  'bad escapes': '\\q',
  quotes: '" ',
  'quotes of a word processor': '“',
  'apostrophes of a word processor': "a' ",
  rubbish: '§ ) ] owner { } "\n',
  comments: '/* a */ // b\n',
  'comments on one line': '/* mos-allow x */ ',
  permissions: '// mos-allow x\n',
  'permissions that are used':
    '// mos-allow cascade/orphaned-commitment: yes\ncommitment c# "C" { week 2026-W07 dri a }\n',
  descriptions: '/** d */\n',
  'one name twice': 'owner a "A" { role "R" }\n',
  'a chain of managers': 'owner a# "A" { reports to a#+ }\n',
  'a chain of objectives': 'objective o# "O" { quarter 2026-Q1 dri a advances o#+ }\n',
  'unfinished declarations': 'objective o# "O" { quarter soon dri , }\n',
  names: 'dri a, ',
  'blocks in blocks': `${'frame f { bet b { '.repeat(20)}${'} }'.repeat(20)}\n`,
  'lone carriage returns': 'owner a\r',
  digits: '9',
  'readings of one metric': 'reading 2026-01-31 2 ',
};

/** So many of them in a row. */
export function rowOf(unit: string, count: number): string {
  return Array.from({ length: count }, (_, at) => unit.replaceAll('#+', `${at + 1}`).replaceAll('#', `${at}`)).join('');
}
