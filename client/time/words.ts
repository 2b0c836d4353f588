import { centralDate, centralWall } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { TimePrecision } from '../../data/vocabulary/precisions.ts';

/**
 * Times as a person would say them, in Central Time: "14 January 2026, 6 pm to midnight". Never
 * ambiguous (the month is a word) and the same in every browser.
 */

const MONTHS = [
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
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_SECONDS = 24 * 3600;

export type Length = 'long' | 'short';

/** @returns `14 January 2026`, or `14 Jan 2026`. */
export function dayWords(instant: number, length: Length = 'long'): string {
  const { day, month, year } = parts(instant, length);
  return `${day} ${month} ${year}`;
}

/** @returns `Wednesday, 14 January 2026`. */
export function weekdayWords(instant: number): string {
  return `${WEEKDAYS[centralWall(instant).getUTCDay()]}, ${dayWords(instant)}`;
}

/** @returns `6:50 pm`, `6 pm`, `noon`, `midnight`. */
export function clockWords(instant: number): string {
  const wall = centralWall(instant);
  const [hour, minute] = [wall.getUTCHours(), wall.getUTCMinutes()];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/** @returns `7–31 January 2026`, `since 7 January 2026`, `14 January 2026, 6 pm to midnight`. */
export function rangeWords({ from, to }: TimeSpan, length: Length = 'long'): string {
  if (from === -Infinity && to === Infinity) return 'all dates';
  if (to === Infinity) return `since ${startWords(from, length)}`;
  if (from === -Infinity) return `until ${endWords(to, length)}`;
  const wholeDays = startsDay(from) && endsDay(to);
  if (centralDate(from) === centralDate(to)) {
    return wholeDays ? dayWords(from, length) : `${dayWords(from, length)}, ${clocks(from, to)}`;
  }
  if (!wholeDays) return `${startWords(from, length)} – ${endWords(to, length)}`;
  const [a, b] = [parts(from, length), parts(to, length)];
  if (a.year !== b.year) return `${dayWords(from, length)} – ${dayWords(to, length)}`;
  if (a.month !== b.month) return `${a.day} ${a.month} – ${dayWords(to, length)}`;
  return `${a.day}–${dayWords(to, length)}`;
}

/** When an incident happened, as exactly as it is known, and how exactly that is. */
export function occurrenceWords(
  occurredAt: number,
  endedAt: number | null,
  precision: TimePrecision,
): string {
  const day = dayWords(occurredAt);
  switch (precision) {
    case 'exact':
      return endedAt === null
        ? `${day}, ${clockWords(occurredAt)}`
        : rangeWords({ from: occurredAt, to: endedAt });
    case 'hour':
      return `${day}, about ${clockWords(occurredAt)}${untilWords(occurredAt, endedAt)} (to the hour)`;
    case 'day':
      return endedAt !== null && centralDate(endedAt) !== centralDate(occurredAt)
        ? `${rangeWords({ from: occurredAt, to: endOfDay(endedAt) })} (to the day)`
        : `${day} (to the day)`;
    case 'week':
      return `in the week of ${day} (to the week)`;
    case 'month':
      return `${parts(occurredAt, 'long').month} ${parts(occurredAt, 'long').year} (to the month)`;
  }
}

/** The clock part alone, for lists that are grouped by day; empty where only the day is known. */
export function hourWords(occurredAt: number, precision: TimePrecision): string {
  if (precision === 'exact') return clockWords(occurredAt);
  return precision === 'hour' ? `about ${clockWords(occurredAt)}` : '';
}

/** A day or a moment, as sources and decisions are dated (RFC 3339 full-date or date-time). */
export function datedWords(text: string, length: Length = 'long'): string {
  if (text.length === 10) return dayWords(Date.parse(`${text}T18:00:00Z`), length);
  const instant = Date.parse(text);
  return `${dayWords(instant, length)}, ${clockWords(instant)}`;
}

export function monthWords(instant: number, length: Length): string {
  return parts(instant, length).month;
}

function untilWords(from: number, to: number | null): string {
  if (to === null) return '';
  const sameDay = centralDate(from) === centralDate(to);
  return ` to ${sameDay ? clockWords(to) : `${dayWords(to)}, ${clockWords(to)}`}`;
}

function clocks(from: number, to: number): string {
  return `${clockWords(from)} to ${clockWords(lastSecond(to) ? to + 1000 : to)}`;
}

function startWords(from: number, length: Length): string {
  return startsDay(from)
    ? dayWords(from, length)
    : `${dayWords(from, length)}, ${clockWords(from)}`;
}

function endWords(to: number, length: Length): string {
  if (endsDay(to)) return dayWords(to, length);
  return `${dayWords(to, length)}, ${clockWords(lastSecond(to) ? to + 1000 : to)}`;
}

function startsDay(instant: number): boolean {
  return secondOfDay(instant) === 0;
}

function endsDay(instant: number): boolean {
  return secondOfDay(instant) === DAY_SECONDS - 1;
}

/** An end at 17:59:59 is said as 6 pm. */
function lastSecond(instant: number): boolean {
  return secondOfDay(instant) % 60 === 59;
}

function endOfDay(instant: number): number {
  return instant + (DAY_SECONDS - 1 - secondOfDay(instant)) * 1000;
}

function secondOfDay(instant: number): number {
  const wall = centralWall(instant);
  return wall.getUTCHours() * 3600 + wall.getUTCMinutes() * 60 + wall.getUTCSeconds();
}

function parts(instant: number, length: Length): { day: number; month: string; year: number } {
  const wall = centralWall(instant);
  const month = MONTHS[wall.getUTCMonth()] ?? '';
  return {
    day: wall.getUTCDate(),
    month: length === 'short' ? month.slice(0, 3) : month,
    year: wall.getUTCFullYear(),
  };
}
