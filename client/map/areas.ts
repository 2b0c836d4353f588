import { LOCATION_PRECISIONS } from '../../data/vocabulary/precisions.ts';

/**
 * Places known no closer than a neighborhood are areas; the rest are marks.
 * @returns the radius in metres within which it happened, or null for a mark.
 */
export function areaMetersOf(precision: string, uncertaintyMeters: number | null): number | null {
  if (precision !== 'neighborhood' && precision !== 'city') return null;
  const least = LOCATION_PRECISIONS.find(({ id }) => id === precision)?.leastUncertaintyMeters;
  return uncertaintyMeters ?? least ?? 400;
}
