import type { TimePrecision } from '../vocabulary/precisions.ts';
import { endOfCentralDate, nextCentral, startOfCentralDate } from './central.ts';
import { isDate, parseDateTime } from './rfc3339.ts';

/** Both ends included, in milliseconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The latest moment an incident may still have been going on: its end where known, else the last
 * second of the hour, day, week or month in which it began (America/Chicago), else its beginning.
 */
export function latestInstant(
  occurredAt: number,
  endedAt: number | null,
  timePrecision: TimePrecision,
): number {
  if (endedAt !== null) return endedAt;
  if (timePrecision === 'exact') return occurredAt;
  return nextCentral(timePrecision, occurredAt) - 1000;
}

/**
 * The instant from which something dated so is known. A date alone means the end of that day in
 * Minneapolis, since nobody can say it was known any earlier.
 * @returns null where `text` is neither a full-date nor a date-time of RFC 3339.
 */
export function knownInstant(text: string): number | null {
  const end = endsOfDates.get(text);
  if (end !== undefined) return end;
  if (!isDate(text)) return parseDateTime(text);
  if (endsOfDates.size >= MOST_DATES) endsOfDates.clear();
  const made = endOfCentralDate(text);
  endsOfDates.set(text, made);
  return made;
}

/** Records name the same few thousand days over and over, several each. */
const endsOfDates = new Map<string, number>();
const MOST_DATES = 20_000;

/**
 * Reads the `datetime` parameter (OGC API – Features Part 1, §7.15.4): a date-time, or an interval
 * with `..` or nothing for an open end. A full-date stands for the whole of its day in Minneapolis, and
 * so does a date with a `T` and nothing behind it: GDAL makes that of a filter such as
 * `occurredAt >= '2026-01-14'`.
 * @returns open ends as ±Infinity; null where the text is outside that grammar, where both ends
 *   are open by being empty, or where the interval ends before it starts.
 */
export function parseDatetime(text: string): TimeSpan | null {
  const ends = text.split('/');
  if (ends.length === 1) return instantSpan(text);
  const [start, end] = ends;
  if (ends.length !== 2 || start === undefined || end === undefined) return null;
  if (start === '' && end === '') return null;
  const from = isOpen(start) ? -Infinity : instantSpan(start)?.from;
  const to = isOpen(end) ? Infinity : instantSpan(end)?.to;
  return from === undefined || to === undefined || from > to ? null : { from, to };
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function instantSpan(text: string): TimeSpan | null {
  const date = text.endsWith('T') ? text.slice(0, -1) : text;
  if (isDate(date)) return { from: startOfCentralDate(date), to: endOfCentralDate(date) };
  const instant = parseDateTime(text);
  return instant === null ? null : { from: instant, to: instant };
}
