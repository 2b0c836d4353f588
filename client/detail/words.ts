import type { IncidentProperties } from '../../data/incident/schema.ts';
import { occurrenceWords } from '../time/words.ts';

/** When, as exactly as it is known and no more. */
export function whenWords(properties: IncidentProperties): string {
  return occurrenceWords(
    Date.parse(properties.occurredAt),
    properties.endedAt === null ? null : Date.parse(properties.endedAt),
    properties.timePrecision,
  );
}

/** Where, and how exactly the place is known. */
export function whereWords(properties: IncidentProperties): string {
  const { place, locationPrecision, uncertaintyMeters } = properties;
  switch (locationPrecision) {
    case 'exact':
      return place;
    case 'intersection':
      return `${place} (intersection)`;
    case 'block':
      return `${place} (block)`;
    case 'neighborhood':
      return uncertaintyMeters === null
        ? `Somewhere in this area: ${place}`
        : `Somewhere in this area: ${place} (within ${metersWords(uncertaintyMeters)})`;
    case 'city':
      return `${place} (known only to the city; not on the map)`;
  }
}

/** @returns `650 m` or `1.2 km`. */
export function metersWords(meters: number): string {
  return meters < 1000 ? `${Math.round(meters)} m` : `${Number((meters / 1000).toFixed(1))} km`;
}

/** A count, a span of counts, or `not known`: never 0 and never blank for what nobody counted. */
export function countWords(low: number | null, high: number | null = low): string {
  const text = (n: number): string => n.toLocaleString('en-US');
  if (low === null && high === null) return 'not known';
  if (low === null) return `at most ${text(high ?? 0)}`;
  if (high === null) return `at least ${text(low)}`;
  return low === high ? text(low) : `${text(low)} to ${text(high)}`;
}
