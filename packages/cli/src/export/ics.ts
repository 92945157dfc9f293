/** A calendar that Outlook, Google and Apple read: RFC 5545, in lines of 75 bytes. */

import { addDays } from '@mos/language';
import type { CalendarEntry, Recurrence } from '@mos/language/exchange';
import { visible } from '../output/visible.ts';

export interface CalendarOptions {
  /** Name of the plan, for the calendar's own name. */
  name: string;
  /** What makes identities of this plan different from those of others: its name and where it belongs. */
  realm: string;
  /** ISO date: when this was written, as calendars need to know. */
  today: string;
  /** Address of the published site, without a slash at its end; agendas are links then. */
  site?: string;
}

/** Lines end with CRLF. Times are local to whoever reads them, as the plan means them. */
export function ics(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mos//plans as code//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(options.name)}`,
    ...entries.flatMap((entry) => event(entry, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(entry: CalendarEntry, { realm, today, site }: CalendarOptions): string[] {
  const { id, kind, title, notes, date, at, duration, every, document } = entry;
  const agenda =
    document === undefined ? [] : [`Agenda: ${site === undefined ? `mos report ${document}` : pageOf(site, document)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${id}.${realm}@mos`,
    `DTSTAMP:${compact(today)}T000000Z`,
    ...(at === undefined
      ? [`DTSTART;VALUE=DATE:${compact(date)}`, `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`]
      : [`DTSTART:${compact(date)}T${at.replace(':', '')}00`, `DURATION:${length(duration ?? USUAL_MINUTES)}`]),
    ...(every ? [`RRULE:${rule(every, at !== undefined)}`] : []),
    `SUMMARY:${escaped(kind === 'milestone' ? `Milestone: ${title}` : title)}`,
    `DESCRIPTION:${escaped([...agenda, ...notes].join('\n'))}`,
    ...(site !== undefined && document !== undefined ? [`URL:${pageOf(site, document)}`] : []),
    `CATEGORIES:${CATEGORIES[kind]}`,
    // What is only to be known does not make anybody busy.
    `TRANSP:${kind === 'meeting' && at !== undefined ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** As `mos report all` names the pages of documents. */
function pageOf(site: string, document: string): string {
  return `${site}/documents/${document}.html`;
}

const CATEGORIES = { meeting: 'Review', milestone: 'Milestone', reading: 'Reading' } as const;

/** Minutes of a meeting of which the plan does not say how long it is. */
const USUAL_MINUTES = 60;

function rule({ frequency, interval, weekday, place, monthDay, month, until }: Recurrence, timed: boolean): string {
  return [
    `FREQ=${frequency.toUpperCase()}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    // Weeks are counted from Monday, as everywhere in a plan.
    ...(frequency === 'weekly' && interval > 1 ? ['WKST=MO'] : []),
    ...(month === undefined ? [] : [`BYMONTH=${month}`]),
    ...(weekday === undefined ? [] : [`BYDAY=${place ?? ''}${DAYS[weekday]}`]),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
    `UNTIL=${compact(until)}${timed ? 'T235959' : ''}`,
  ].join(';');
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** `PT1H30M` */
function length(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** What nobody would see is spelt out; line breaks stay breaks. */
function escaped(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => visible(line).replace(/[\\;,]/g, (sign) => `\\${sign}`))
    .join('\\n');
}

/** Bytes on a line, its break not counted. */
const LINE_BYTES = 75;

/** No character is cut in two; what follows begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
}
