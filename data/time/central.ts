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

/** When the city's clocks took standard time; earlier instants are told in it too, to the minute. */
const STANDARD_TIME_SINCE = Date.UTC(1883, 10, 18, 18);

/**
 * Offsets by hour, and by span of ten days: the clocks never changed twice within one, so where
 * both its ends agree, all of it does. Intl takes 3 µs a question; a decade has 350 spans.
 */
const byHour = new Map<number, number>();
const bySpan = new Map<number, number | 'changes'>();
const HOURS_A_SPAN = 240;
const MOST_KEPT = 20_000;

/**
 * @param instant milliseconds since 1970.
 * @returns minutes east of UTC (−360 in winter, −300 in summer). The zone changes its offset on
 *   whole UTC hours only, so an answer holds for the hour it was asked in.
 */
export function centralOffsetMinutes(instant: number): number {
  if (instant < STANDARD_TIME_SINCE) return -360;
  const hour = Math.floor(instant / HOUR);
  const span = Math.floor(hour / HOURS_A_SPAN);
  const offset = kept(bySpan, span, () => {
    const first = hourOffset(span * HOURS_A_SPAN);
    return first === hourOffset((span + 1) * HOURS_A_SPAN) ? first : 'changes';
  });
  return offset === 'changes' ? hourOffset(hour) : offset;
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
  const wall = centralWall(instant);
  // RFC 3339 has no year before 0000, where the first six hours of UTC fall here.
  if (wall.getUTCFullYear() < 0) return `${new Date(instant).toISOString().slice(0, 19)}Z`;
  const offset = centralOffsetMinutes(instant);
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${wall.toISOString().slice(0, 19)}${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** As `formatCentral`, with milliseconds where there are any: `parseDateTime` gives it back whole. */
export function formatCentralExact(instant: number): string {
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  const text = formatCentral(instant);
  if (milliseconds === 0) return text;
  return `${text.slice(0, 19)}.${String(milliseconds).padStart(3, '0')}${text.slice(19)}`;
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
  const start = new Date(wall);
  start.setUTCHours(0, 0, 0, 0);
  // Setters, since Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (unit === 'month') return start.setUTCMonth(wall.getUTCMonth() + ahead, 1);
  if (unit === 'day') return start.setUTCDate(wall.getUTCDate() + ahead);
  const sinceMonday = (wall.getUTCDay() + 6) % 7;
  return start.setUTCDate(wall.getUTCDate() - sinceMonday + 7 * ahead);
}

function hourOffset(hour: number): number {
  return kept(byHour, hour, () => {
    const part = new Map(format.formatToParts(hour * HOUR).map((p) => [p.type, Number(p.value)]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) as number;
    const [year, month, day] = [read('year'), read('month'), read('day')];
    const wall = Date.UTC(year, month - 1, day, read('hour'), read('minute'));
    return (wall - hour * HOUR) / MINUTE;
  });
}

/** The value kept under `key`, made where there is none; the store is emptied when it is full. */
function kept<T>(store: Map<number, T>, key: number, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (store.size >= MOST_KEPT) store.clear();
  store.set(key, made);
  return made;
}
