import type { ComponentChildren } from 'preact';
import type { IncidentProperties } from '../../data/incident/schema.ts';
import { spokenFormats } from '../language/say.ts';
import { say } from '../language/say-of-details.ts';
import { numberWords } from '../language/words.ts';
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
      return say('detail.intersection', { place });
    case 'block':
      return say('detail.block', { place });
    case 'neighborhood':
      return uncertaintyMeters === null
        ? say('detail.area', { place })
        : say('detail.areaWithin', { place, distance: metersWords(uncertaintyMeters) });
    case 'city':
      return say('detail.city', { place });
  }
}

/** @returns `650 m` or `1.2 km`. */
export function metersWords(meters: number): string {
  return meters < 1000 ? `${Math.round(meters)} m` : `${numberWords(meters / 1000, 1)} km`;
}

/** A count, a span of counts, or `not known`: never 0 and never blank for what nobody counted. */
export function countWords(low: number | null, high: number | null = low): string {
  if (low === null) {
    return high === null ? say('page.notKnown') : say('detail.atMost', { count: high });
  }
  if (high === null) return say('detail.atLeast', { count: low });
  return low === high ? numberWords(low) : say('detail.between', { low, high });
}

/** @returns what `a, b and c` are, put together as the language does. */
export function listParts(items: readonly ComponentChildren[]): ComponentChildren[] {
  const places = items.map((_, place) => String(place));
  return new Intl.ListFormat(spokenFormats(), { type: 'conjunction' })
    .formatToParts(places)
    .map(({ type, value }) => (type === 'element' ? items[Number(value)] : value));
}
