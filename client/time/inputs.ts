import { fromCentralWall } from '../../data/time/central.ts';
import { wallIn, type Zone } from './zone.ts';

/** The value of a `datetime-local` input is the wall clock of the zone, to the minute. */
export function toInputValue(instant: number, zone: Zone = 'central'): string {
  return wallIn(zone, instant).toISOString().slice(0, 16);
}

/**
 * @param end true for the end of a range, which holds its whole last minute.
 * @returns null where the input is empty or half filled in.
 */
export function fromInputValue(value: string, end: boolean, zone: Zone = 'central'): number | null {
  const text = `${value}${value.length === 16 ? ':00' : ''}`;
  // Without an offset, Date.parse takes the wall clock of this device.
  const wall = Date.parse(zone === 'own' ? text : `${text}Z`);
  if (Number.isNaN(wall)) return null;
  return (zone === 'own' ? wall : fromCentralWall(wall)) + (end ? 59_000 : 0);
}
