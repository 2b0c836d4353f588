import { centralWall, fromCentralWall } from '../../data/time/central.ts';

/** The value of a `datetime-local` input is the wall clock of Minneapolis, to the minute. */
export function toInputValue(instant: number): string {
  return centralWall(instant).toISOString().slice(0, 16);
}

/**
 * @param end true for the end of a range, which holds its whole last minute.
 * @returns null where the input is empty or half filled in.
 */
export function fromInputValue(value: string, end: boolean): number | null {
  const wall = Date.parse(`${value}${value.length === 16 ? ':00' : ''}Z`);
  if (Number.isNaN(wall)) return null;
  return fromCentralWall(wall) + (end ? 59_000 : 0);
}
