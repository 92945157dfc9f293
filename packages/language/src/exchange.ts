/** The door of what leaves a plan and comes into one: tables, calendars, data. Apart from the other one, so that a check does not load it. */

export { AGENDAS, agendaOf, type CalendarEntry } from './exchange/agenda.ts';
export { joined, parted } from './exchange/cells.ts';
export { type Declared, declaredIn } from './exchange/data.ts';
export { type Imported, type Incoming, importInto } from './exchange/import/import.ts';
export { keyCalled, keysOf, LEFT_OUT, mappingOf, NEEDED, tableFor } from './exchange/import/mapping.ts';
export type { IncomingRow } from './exchange/import/rows.ts';
export { type Narrowing, narrowed } from './exchange/narrow.ts';
export type { Recurrence } from './exchange/recurrence.ts';
export {
  columnsOf,
  type Importable,
  importable,
  type Sheet,
  type SheetColumn,
  type TableName,
  tableNames,
} from './exchange/table.ts';
export { tableOf } from './exchange/tables.ts';
