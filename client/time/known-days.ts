import { centralDate, endOfCentralDate, startOfCentralDate } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { KnownDay } from '../view-source/source.ts';

/** Days of knowledge, from the first on which anything was known to today, which is "as known now". */

const DAY_MS = 24 * 3_600_000;

/** @returns the last instant of a day, or Infinity for today and later. @param today `2026-01-15`. */
export function asOfOf(day: string, today: string): number {
  return day >= today ? Infinity : endOfCentralDate(day);
}

/** @returns the day `by` days from another, no earlier than `first` and no later than `today`. */
export function dayFrom(day: string, by: number, first: string, today: string): string {
  const noon = startOfCentralDate(day) + DAY_MS / 2;
  const moved = centralDate(noon + by * DAY_MS);
  return moved < first ? first : moved > today ? today : moved;
}

/** @returns whole days from one to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Where a key moves the day of knowledge: by a day, with Shift by ten, or to an end; else null. */
export function keyDay(
  key: string,
  shift: boolean,
  day: string,
  first: string,
  today: string,
): string | null {
  const step = shift ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return dayFrom(day, -step, first, today);
    case 'ArrowRight':
    case 'ArrowUp':
      return dayFrom(day, step, first, today);
    case 'PageDown':
      return dayFrom(day, -10, first, today);
    case 'PageUp':
      return dayFrom(day, 10, first, today);
    case 'Home':
      return first;
    case 'End':
      return today;
    default:
      return null;
  }
}

export interface DayTick {
  readonly day: string;
  /** Share of the track's width. */
  readonly at: number;
  /** 0 to 1: the more became known, the higher. */
  readonly size: number;
}

/** @returns a tick for each day within the span on which something became known. */
export function dayTicks(days: readonly KnownDay[], { from, to }: TimeSpan): DayTick[] {
  const most = Math.log1p(days.reduce((larger, [, count]) => Math.max(larger, count), 1));
  return days.flatMap(([day, count]) => {
    const at = (startOfCentralDate(day) + DAY_MS / 2 - from) / (to - from);
    return at < 0 || at > 1 ? [] : [{ day, at, size: Math.log1p(count) / most }];
  });
}
