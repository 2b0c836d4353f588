import { centralWall } from '../../data/time/central.ts';
import type { Counted } from '../view-source/source.ts';

/** Incidents by hour or weekday, and how many are left out because it is not known. */
export interface Tally {
  readonly counts: readonly number[];
  readonly known: number;
  readonly left: number;
}

/** By hour of the day in Minneapolis, from midnight: only where the hour is known. */
export function byHour(incidents: readonly Counted[]): Tally {
  return tally(incidents, ['exact', 'hour'], 24, (wall) => wall.getUTCHours());
}

/** By day of the week, from Sunday: only where the day is known. */
export function byWeekday(incidents: readonly Counted[]): Tally {
  return tally(incidents, ['exact', 'hour', 'day'], 7, (wall) => wall.getUTCDay());
}

function tally(
  incidents: readonly Counted[],
  precisions: readonly Counted['timePrecision'][],
  length: number,
  placeOf: (wall: Date) => number,
): Tally {
  const known = incidents.filter(({ timePrecision }) => precisions.includes(timePrecision));
  const counts = new Array<number>(length).fill(0);
  for (const { occurredAt } of known) {
    const place = placeOf(centralWall(occurredAt));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { counts, known: known.length, left: incidents.length - known.length };
}

/** What of incidents was counted by anybody: never a 0 for what nobody says. */
export interface KnownSum {
  /** How many incidents say a number. */
  readonly known: number;
  readonly all: number;
  readonly sum: number;
}

export function sumOf(
  incidents: readonly Counted[],
  of: 'arrests' | 'injuries' | 'fatalities',
): KnownSum {
  const said = incidents.flatMap((incident) => incident[of] ?? []);
  return {
    known: said.length,
    all: incidents.length,
    sum: said.reduce((sum, count) => sum + count, 0),
  };
}
