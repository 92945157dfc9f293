/** Quarters as a plan speaks of them: months, ISO weeks, Fridays, and what is over by a given day. */

const DAY = 86_400_000;

/** Of `2026-Q1`, as of `today`; all days are written `2026-02-09`. */
export function quarterFacts(literal, today) {
  const year = Number(literal.slice(0, 4));
  const firstMonth = (Number(literal.at(-1)) - 1) * 3;
  const first = Date.UTC(year, firstMonth, 1);
  const last = Date.UTC(year, firstMonth + 3, 0);
  const weeks = [];
  const fridays = [];
  for (let day = first; day <= last; day += DAY) {
    // The week belongs to the quarter, and to the month, that holds its Thursday.
    if (new Date(day).getUTCDay() === 4)
      weeks.push({
        literal: weekOf(day),
        month: written(day).slice(0, 7),
        friday: written(day + DAY),
        isOver: written(day + 3 * DAY) < today,
      });
    if (new Date(day).getUTCDay() === 5 && written(day) < today) fridays.push(written(day));
  }
  return {
    literal,
    first: written(first),
    last: written(last),
    isOver: written(last) < today,
    approved: written(first - 20 * DAY),
    sixWeeksBefore: written(last - 42 * DAY),
    months: [0, 1, 2].map((index) => monthFacts(year, firstMonth + index, today)),
    weeks,
    fridays,
  };
}

function monthFacts(year, month, today) {
  const last = Date.UTC(year, month + 1, 0);
  const lastFriday = last - ((new Date(last).getUTCDay() + 2) % 7) * DAY;
  return {
    literal: written(last).slice(0, 7),
    short: new Date(last).toLocaleString('en', { month: 'short', timeZone: 'UTC' }).toLowerCase(),
    first: written(Date.UTC(year, month, 1)),
    last: written(last),
    lastFriday: written(lastFriday),
    isOver: written(last) < today,
  };
}

/** The ISO week of a Thursday. */
function weekOf(thursday) {
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function written(time) {
  return new Date(time).toISOString().slice(0, 10);
}
