import type { Bbox } from '../../../data/geo/bbox.ts';
import type { Telling } from './telling.ts';

type Placed = Pick<Telling, 'position' | 'uncertaintyMeters'>;

/** A mean degree of latitude; of longitude, times the cosine of the latitude. Enough within a city. */
const METERS_PER_DEGREE = 111_195;

/** At this distance two exact places are half alike: who saw it stood around the corner. */
const HALF_METERS = 300;
/** Where a place is known no closer than this, being near it says little. */
const VAGUE_METERS = 1000;
/** So many half distances apart they are two places: alike by less than a tenth. */
const MOST_HALVES = 1.82;

/** @returns how far the stated positions lie from each other; null where one has none. */
export function apartMeters(one: Placed, other: Placed): number | null {
  if (one.position === null || other.position === null) return null;
  const [west, south] = one.position;
  const [east, north] = other.position;
  return (
    METERS_PER_DEGREE * Math.hypot((east - west) * meridian((south + north) / 2), north - south)
  );
}

/**
 * @param meters between the two positions.
 * @returns 1 at one spot, a half at 300 m, 0 from 550 m on. What is known less exactly may lie
 *   farther apart, and is less alike at its best.
 */
export function placeLikeness(meters: number, one: Placed, other: Placed): number {
  const vague = Math.max(one.uncertaintyMeters, other.uncertaintyMeters);
  const half = halfMeters(vague);
  if (meters > MOST_HALVES * half) return 0;
  return 0.5 ** ((meters / half) ** 2) / (1 + (vague / VAGUE_METERS) ** 2);
}

/** @returns the box in which what is near this lies; null where it has no position. */
export function nearbyBox({ position, uncertaintyMeters }: Placed): Bbox | null {
  if (position === null) return null;
  const reach = MOST_HALVES * halfMeters(Math.max(uncertaintyMeters, VAGUE_METERS));
  const [longitude, latitude] = position;
  const north = reach / METERS_PER_DEGREE;
  const east = north / meridian(latitude);
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}

function halfMeters(vague: number): number {
  return HALF_METERS + vague / 2;
}

function meridian(latitude: number): number {
  return Math.cos((latitude * Math.PI) / 180);
}
