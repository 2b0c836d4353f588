import { centralDate, centralWall } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { TimePrecision } from '../../data/vocabulary/precisions.ts';
import { say } from '../language/say.ts';
import { monthName, weekdayName } from '../language/words.ts';

/**
 * Times as a person would say them, in Central Time: "14 January 2026, 6 pm to midnight". Never
 * ambiguous (the month is a word), in the language of the page.
 */

const DAY_SECONDS = 24 * 3600;

export type Length = 'long' | 'short';

/** @returns `14 January 2026`, or `14 Jan 2026`. */
export function dayWords(instant: number, length: Length = 'long'): string {
  return say('time.day', { ...parts(instant, length), length });
}

/** @returns `Wednesday, 14 January 2026`. */
export function weekdayWords(instant: number): string {
  const weekday = weekdayName(centralWall(instant).getUTCDay());
  return say('time.weekday', { weekday, day: dayWords(instant) });
}

/** @returns `6:50 pm`, `6 pm`, `noon`, `midnight`. */
export function clockWords(instant: number): string {
  const wall = centralWall(instant);
  const [hour, minute] = [wall.getUTCHours(), wall.getUTCMinutes()];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? say('time.midnight') : say('time.noon');
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  const clock = `${hour % 12 || 12}${minutes}`;
  return say('time.clock', { clock, half: hour < 12 ? 'am' : 'pm' });
}

/** @returns `7–31 January 2026`, `since 7 January 2026`, `14 January 2026, 6 pm to midnight`. */
export function rangeWords({ from, to }: TimeSpan, length: Length = 'long'): string {
  if (from === -Infinity && to === Infinity) return say('time.allDates');
  if (to === Infinity) return say('time.since', { start: startWords(from, length) });
  if (from === -Infinity) return say('time.until', { end: endWords(to, length) });
  const wholeDays = startsDay(from) && endsDay(to);
  if (centralDate(from) === centralDate(to)) {
    return wholeDays ? dayWords(from, length) : clocks(from, to, length);
  }
  if (!wholeDays) {
    return say('time.span', { start: startWords(from, length), end: endWords(to, length) });
  }
  const [a, b] = [parts(from, length), parts(to, length)];
  const end = dayWords(to, length);
  if (a.year !== b.year) return say('time.span', { start: dayWords(from, length), end });
  if (a.month !== b.month) {
    return say('time.monthSpan', { day: a.day, month: a.month, end, length });
  }
  return say('time.daySpan', { day: a.day, end });
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
      return endedAt === null ? atWords(occurredAt) : rangeWords({ from: occurredAt, to: endedAt });
    case 'hour':
      return endedAt === null
        ? say('time.toTheHour', { day, clock: clockWords(occurredAt) })
        : say('time.toTheHourUntil', {
            day,
            clock: clockWords(occurredAt),
            end: untilWords(occurredAt, endedAt),
          });
    case 'day':
      return endedAt !== null && centralDate(endedAt) !== centralDate(occurredAt)
        ? say('time.toTheDay', {
            when: rangeWords({ from: occurredAt, to: endOfDay(endedAt) }),
          })
        : say('time.toTheDay', { when: day });
    case 'week':
      return say('time.toTheWeek', { day });
    case 'month':
      return say('time.toTheMonth', parts(occurredAt, 'long'));
  }
}

/**
 * What a list that is grouped by day must say beside the day: the clock, or that the day is not known
 * and only its week or month; empty where the day is all that is known.
 */
export function besideDayWords(occurredAt: number, precision: TimePrecision): string {
  switch (precision) {
    case 'exact':
      return clockWords(occurredAt);
    case 'hour':
      return say('time.aboutClock', { clock: clockWords(occurredAt) });
    case 'day':
      return '';
    case 'week':
      return say('time.someWeek', { day: dayWords(occurredAt) });
    case 'month':
      return say('time.someMonth', parts(occurredAt, 'long'));
  }
}

/** A day or a moment, as sources and decisions are dated (RFC 3339 full-date or date-time). */
export function datedWords(text: string, length: Length = 'long'): string {
  if (text.length === 10) return dayWords(Date.parse(`${text}T18:00:00Z`), length);
  return atWords(Date.parse(text), length);
}

/** @returns words as a heading begins: in Somali and Hmong as well. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function monthWords(instant: number, length: Length): string {
  return parts(instant, length).month;
}

function atWords(instant: number, length: Length = 'long'): string {
  return say('time.at', { day: dayWords(instant, length), clock: clockWords(instant) });
}

function untilWords(from: number, to: number): string {
  return centralDate(from) === centralDate(to) ? clockWords(to) : atWords(to);
}

function clocks(from: number, to: number, length: Length): string {
  return say('time.clocks', {
    day: dayWords(from, length),
    from: clockWords(from),
    to: clockWords(lastSecond(to) ? to + 1000 : to),
  });
}

function startWords(from: number, length: Length): string {
  return startsDay(from) ? dayWords(from, length) : atWords(from, length);
}

function endWords(to: number, length: Length): string {
  if (endsDay(to)) return dayWords(to, length);
  return say('time.at', {
    day: dayWords(to, length),
    clock: clockWords(lastSecond(to) ? to + 1000 : to),
  });
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
  return {
    day: wall.getUTCDate(),
    month: monthName(wall.getUTCMonth(), length),
    year: wall.getUTCFullYear(),
  };
}
