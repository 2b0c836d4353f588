/**
 * The city's time, America/Chicago: what "that day" and "that hour" mean on this map. Offsets come
 * from the platform's time-zone data through Intl.
 */
export const CENTRAL_TIME_ZONE = 'America/Chicago';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type CentralUnit = 'hour' | 'day' | 'week' | 'month';

const format = new Intl.DateTimeFormat('en-US', {
  timeZone: CENTRAL_TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

const offsets = new Map<number, number>();

/**
 * @param instant milliseconds since 1970.
 * @returns minutes east of UTC (−360 in winter, −300 in summer). The zone changes its offset on
 *   whole UTC hours only, so an answer holds for the hour it was asked in.
 */
export function centralOffsetMinutes(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const part = new Map(format.formatToParts(hour * HOUR).map((p) => [p.type, Number(p.value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) as number;
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
  const offset = (wall - hour * HOUR) / MINUTE;
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

/** @returns the wall clock at `instant`, as if it were UTC: read it with the `getUTC…` methods. */
export function centralWall(instant: number): Date {
  return new Date(instant + centralOffsetMinutes(instant) * MINUTE);
}

/**
 * @param wall a wall clock as milliseconds, as from `Date.UTC(year, month, day, …)`.
 * @returns the instant at which Minneapolis' clocks show it; where they show it twice, the first,
 *   and where they skip it, the instant that the offset before the gap gives.
 */
export function fromCentralWall(wall: number): number {
  const before = wall - centralOffsetMinutes(wall - DAY) * MINUTE;
  if (centralWall(before).getTime() === wall) return before;
  const after = wall - centralOffsetMinutes(wall + DAY) * MINUTE;
  return centralWall(after).getTime() === wall ? after : before;
}

/** @returns the instant at which the hour, day, week (from Monday) or month of `instant` begins. */
export function startOfCentral(unit: CentralUnit, instant: number): number {
  if (unit === 'hour') return instant - (((instant % HOUR) + HOUR) % HOUR);
  return fromCentralWall(wallStart(unit, centralWall(instant), 0));
}

/** @returns the instant at which the next hour, day, week or month begins. */
export function nextCentral(unit: CentralUnit, instant: number): number {
  if (unit === 'hour') return startOfCentral('hour', instant) + HOUR;
  return fromCentralWall(wallStart(unit, centralWall(instant), 1));
}

/** @returns `2026-01-14T18:50:00-06:00`. Fractions of a second are dropped. */
export function formatCentral(instant: number): string {
  const offset = centralOffsetMinutes(instant);
  const wall = centralWall(instant).toISOString().slice(0, 19);
  const two = (n: number): string => String(n).padStart(2, '0');
  const size = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** @returns the day that `instant` falls on in Minneapolis, `2026-01-14`. */
export function centralDate(instant: number): string {
  return centralWall(instant).toISOString().slice(0, 10);
}

/** @returns the last millisecond of a day in Minneapolis. @param date a full-date that `isDate` accepts. */
export function endOfCentralDate(date: string): number {
  return nextCentral('day', startOfCentralDate(date)) - 1;
}

/** @returns the first instant of a day in Minneapolis. @param date a full-date that `isDate` accepts. */
export function startOfCentralDate(date: string): number {
  return fromCentralWall(Date.parse(`${date}T00:00:00Z`));
}

function wallStart(unit: 'day' | 'week' | 'month', wall: Date, ahead: 0 | 1): number {
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  if (unit === 'month') return Date.UTC(year, month + ahead, 1);
  if (unit === 'day') return Date.UTC(year, month, day + ahead);
  const sinceMonday = (wall.getUTCDay() + 6) % 7;
  return Date.UTC(year, month, day - sinceMonday + 7 * ahead);
}
