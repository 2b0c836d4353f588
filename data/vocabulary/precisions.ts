/** How exactly a time is known: `occurredAt` is the earliest moment of that hour, day, week or month. */
export const TIME_PRECISIONS = [
  { id: 'exact', label: 'To the minute' },
  { id: 'hour', label: 'To the hour' },
  { id: 'day', label: 'To the day' },
  { id: 'week', label: 'To the week' },
  { id: 'month', label: 'To the month' },
] as const;

export type TimePrecision = (typeof TIME_PRECISIONS)[number]['id'];

/**
 * How exactly a place is known. `leastUncertaintyMeters` is the smallest radius that a published
 * record of that precision may claim; `decimals` is how many decimals of a degree a published
 * position keeps (3 decimals are 79 m by 111 m at 45° N). City: no position is published at all.
 */
export const LOCATION_PRECISIONS = [
  { id: 'exact', label: 'Exact spot', leastUncertaintyMeters: 5, decimals: 5 },
  { id: 'intersection', label: 'Intersection', leastUncertaintyMeters: 20, decimals: 4 },
  { id: 'block', label: 'Block', leastUncertaintyMeters: 80, decimals: 3 },
  { id: 'neighborhood', label: 'Neighborhood', leastUncertaintyMeters: 400, decimals: 2 },
  { id: 'city', label: 'Only the city', leastUncertaintyMeters: 5000, decimals: 0 },
] as const;

export type LocationPrecision = (typeof LOCATION_PRECISIONS)[number]['id'];

/** Precisions whose position stands for an area. */
export const AREA_PRECISIONS: readonly LocationPrecision[] = ['neighborhood', 'city'];

export function isArea(precision: LocationPrecision): boolean {
  return AREA_PRECISIONS.includes(precision);
}
