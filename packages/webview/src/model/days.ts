/** Days as numbers and in words, and the months and weeks that a span of them touches. All in UTC: a plan's days belong to no time zone. */

const DAY = 86_400_000;

/** Days since 1970-01-01; `date` is an ISO date. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** `9 February 2026`, as the documents of mos say it; without the year where that is the one of `near`, which is an ISO date. */
export function dayText(date: string, near: string): string {
  const text = `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
  return date.slice(0, 4) === near.slice(0, 4) ? text : `${text} ${date.slice(0, 4)}`;
}

export interface Span {
  label: string;
  /** First day, and the day after the last one. */
  from: number;
  to: number;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function monthsBetween(from: number, to: number): Span[] {
  const start = new Date(from * DAY);
  const spans: Span[] = [];
  for (let [year, month] = [start.getUTCFullYear(), start.getUTCMonth()]; ; month++) {
    const first = Date.UTC(year, month, 1) / DAY;
    if (first >= to) return spans;
    const date = new Date(first * DAY);
    spans.push({
      label: `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
      from: first,
      to: Date.UTC(year, month + 1, 1) / DAY,
    });
  }
}

/** ISO weeks, which begin on Monday and belong to the year of their Thursday. */
export function weeksBetween(from: number, to: number): Span[] {
  const spans: Span[] = [];
  // 1970-01-01 was a Thursday.
  for (let monday = from - ((((from + 3) % 7) + 7) % 7); monday < to; monday += 7) {
    const thursday = monday + 3;
    const newYear = Date.UTC(new Date(thursday * DAY).getUTCFullYear(), 0, 1) / DAY;
    spans.push({
      label: `W${String(Math.floor((thursday - newYear) / 7) + 1).padStart(2, '0')}`,
      from: monday,
      to: monday + 7,
    });
  }
  return spans;
}
